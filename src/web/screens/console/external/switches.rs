//! Policies that are on or off. They ask for the reason before they change.

use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    limits,
    policy::{
        PolicyChange, colleague_policy, greeting_policy, set_colleague::SetColleaguePolicy,
        set_greetings::SetGreetingPolicy,
    },
    refusal::Field as Of,
    row::ReadRows,
    store::Stop,
};
use liaison_ui::{
    Button, ButtonKind, Card, Dialog, KeyValue, KeyValues, Switch, Text, TextArea, notices,
};

use crate::{
    screens::{Form, console::use_console, last_change, stopped},
    tell,
    words::{external as word, ui, value},
};

/// Whether colleagues become contacts without asking (POL 2).
#[component]
pub fn ColleaguesCard() -> impl IntoView {
    let db = use_db();
    let organization = use_console().organization;
    let is = db.live(move |view, _| {
        let policy = view.find(&colleague_policy(organization).at(()))?;
        let policy = policy.unwrap_or_default();
        Ok((policy.automatic, policy.changed))
    });
    let set = move |automatic, why| {
        db.run(SetColleaguePolicy {
            organization,
            automatic,
            why,
        })
    };
    let words = Words {
        title: word::colleagues(),
        label: tell::field(Of::AutomaticAcceptance),
        hint: word::automatic_why(),
        on: word::turn_on_why(),
        off: word::turn_off_why(),
    };
    view! { <PolicySwitch words=words is=is set=set /> }.into_any()
}

/// Whether requests carry a greeting (CON 4).
#[component]
pub fn GreetingsCard() -> impl IntoView {
    let db = use_db();
    let organization = use_console().organization;
    let is = db.live(move |view, _| {
        let policy = view.find(&greeting_policy(organization).at(()))?;
        let policy = policy.unwrap_or_default();
        Ok((policy.allowed, policy.changed))
    });
    let set = move |allowed, why| {
        db.run(SetGreetingPolicy {
            organization,
            allowed,
            why,
        })
    };
    let words = Words {
        title: word::requests(),
        label: tell::field(Of::Greetings),
        hint: word::greetings_why(),
        on: word::greetings_on_why(),
        off: word::greetings_off_why(),
    };
    view! { <PolicySwitch words=words is=is set=set /> }.into_any()
}

struct Words {
    title: Text,
    label: Text,
    hint: Text,
    /// What turning it on means, and turning it off.
    on: Text,
    off: Text,
}

#[component]
fn PolicySwitch(
    words: Words,
    is: Memo<Result<(bool, Option<PolicyChange>), Stop>>,
    set: impl Fn(bool, String) -> Result<(), Stop> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let may_change = use_console().may_change();
    let Words {
        title,
        label,
        hint,
        on,
        off,
    } = words;
    // A row that cannot be read is not the default: the switch would write its opposite over what is stored.
    let broken = Memo::new(move |_| is.get().err());
    let is_on = Memo::new(move |_| is.with(|is| is.as_ref().is_ok_and(|(is_on, _)| *is_on)));
    let asking = RwSignal::new(false);
    let notices = notices();
    let ask = move || {
        let form = Form::new();
        let why = RwSignal::new(String::new());
        let to = !is_on.get_untracked();
        let change = move || {
            // It may have become unreadable while somebody was writing the reason.
            if broken.with_untracked(Option::is_some) {
                return asking.set(false);
            }
            if form.take(set(to, why.get())).is_some() {
                notices.tell(word::saved());
                asking.set(false);
            }
        };
        let (what, act) = match to {
            true => (on.clone(), word::turn_on()),
            false => (off.clone(), word::turn_off()),
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
    let content = {
        let label = label.clone();
        move || {
            match (broken.get(), may_change.get()) {
            (Some(stop), _) => stopped(label.clone(), stop),
            (None, true) => view! {
                <Switch label=label.clone() checked=is_on on_change=move |_| asking.set(true) hint=hint.clone() />
            }
            .into_any(),
            (None, false) => {
                let (label, is) = (label.clone(), yes_or_no(is_on.get()));
                view! { <KeyValues><KeyValue label=label>{is}</KeyValue></KeyValues> }.into_any()
            }
        }
        }
    };
    view! {
        <Card title=title>
            <div class="form">{content}</div>
            {move || is.with(|is| last_change(is.as_ref().ok()?.1.as_ref()))}
        </Card>
        <Dialog title=label open=asking>{ask()}</Dialog>
    }
    .into_any()
}

fn yes_or_no(answer: bool) -> Text {
    match answer {
        true => value::yes(),
        false => value::no(),
    }
}
