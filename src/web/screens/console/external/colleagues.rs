use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    limits,
    policy::{colleague_policy, set_colleague::SetColleaguePolicy},
    refusal::Field as Of,
    row::ReadRows,
};
use liaison_ui::{
    Button, ButtonKind, Card, Dialog, KeyValue, KeyValues, Switch, TextArea, notices,
};

use crate::{
    screens::{Form, console::use_console, last_change, stopped},
    tell,
    words::{external as word, ui, value},
};

/// Whether colleagues become contacts without asking (POL 2). Asks for the reason before it changes.
#[component]
pub fn ColleaguesCard() -> impl IntoView {
    let db = use_db();
    let console = use_console();
    let organization = console.organization;
    let policy = db.live(move |view, _| {
        view.find(&colleague_policy(organization).at(()))
            .map(Option::unwrap_or_default)
    });
    // A row that cannot be read is not the default: the switch would write its opposite over what is stored.
    let broken = Memo::new(move |_| policy.get().err());
    let automatic = Memo::new(move |_| {
        policy.with(|policy| policy.as_ref().is_ok_and(|policy| policy.automatic))
    });
    let asking = RwSignal::new(false);
    let notices = notices();
    let ask = move || {
        let form = Form::new();
        let why = RwSignal::new(String::new());
        let to = !automatic.get_untracked();
        let change = move || {
            let act = SetColleaguePolicy {
                organization,
                automatic: to,
                why: why.get(),
            };
            // It may have become unreadable while somebody was writing the reason.
            if broken.with_untracked(Option::is_some) {
                return asking.set(false);
            }
            if form.take(db.run(act)).is_some() {
                notices.tell(word::saved());
                asking.set(false);
            }
        };
        let (what, act) = match to {
            true => (word::turn_on_why(), word::turn_on()),
            false => (word::turn_off_why(), word::turn_off()),
        };
        view! {
            <div class="form dense">
                <p>{what}</p>
                <TextArea
                    label=tell::field(Of::Reason)
                    value=why
                    limit=*limits::REASON.end()
                    hint=word::reason_hint()
                    error=form.error(Of::Reason)
                    optional=true
                />
                {form.card(word::cannot_save(), &[Of::Reason])}
                <div class="actions end">
                    <Button label=ui::cancel() on_press=move || asking.set(false) />
                    <Button label=act kind=ButtonKind::Primary on_press=change />
                </div>
            </div>
        }
        .into_any()
    };
    let content = move || match (broken.get(), console.may_change().get()) {
        (Some(stop), _) => stopped(tell::field(Of::AutomaticAcceptance), stop),
        (None, true) => view! {
            <Switch
                label=tell::field(Of::AutomaticAcceptance)
                checked=automatic
                on_change=move |_| asking.set(true)
                hint=word::automatic_why()
            />
        }
        .into_any(),
        (None, false) => view! {
            <KeyValues>
                <KeyValue label=tell::field(Of::AutomaticAcceptance)>
                    {if automatic.get() { value::yes() } else { value::no() }}
                </KeyValue>
            </KeyValues>
        }
        .into_any(),
    };
    view! {
        <Card title=word::colleagues()>
            <div class="form">{content}</div>
            {move || policy.with(|policy| last_change(policy.as_ref().ok()?.changed.as_ref()))}
        </Card>
        <Dialog title=tell::field(Of::AutomaticAcceptance) open=asking>{ask()}</Dialog>
    }
    .into_any()
}
