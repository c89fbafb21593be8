//! With whom our people may speak (POL 1, 2, 6, 7), and what a change would do before it is saved (POL 5).

mod preview;
mod switches;
mod who;

use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    limits,
    policy::{
        ExternalMode, ExternalPolicy, Permitted, Serving, external_policy,
        preview::{Difference, PolicyPreview},
        serving,
        set_external::SetExternalPolicy,
    },
    refusal::{Field as Of, Problem},
    row::ReadRows,
    store::Stop,
};
use liaison_ui::{
    Button, ButtonKind, ButtonLink, Card, Choice, Dialog, Icon, KeyValue, KeyValues, PageHeader,
    RadioCards, Switch, TextArea, notices,
};

use self::{
    preview::Gains,
    switches::{ColleaguesCard, GreetingsCard},
    who::{Choose, ChooseWho, Who, said},
};
use super::{
    ConsoleRoute, ReadOnlyNote,
    members::{people::People, tree::departments_of},
    use_console,
};
use crate::{
    screens::{Form, last_change, stopped, title},
    tell,
    words::{external as word, field, value},
};

#[component]
pub fn ExternalPage() -> impl IntoView {
    title(field::external_mode());
    let console = use_console();
    let organization = console.organization;
    let policy = use_db().live(move |view, _| {
        let policy = view.find(&external_policy(organization).at(()))?;
        let serving = view.find(&serving(organization).at(()))?;
        Ok::<_, Stop>((policy.unwrap_or_default(), serving))
    });
    let may_change = console.may_change();
    // Another tab's change is shown, and what was about to be changed here starts from it.
    // A row that cannot be read is not the default: the form would write that over what is stored.
    let card = move || match (policy.get(), may_change.get()) {
        (Ok((policy, serving)), true) => {
            view! { <Change policy=policy serving=serving /> }.into_any()
        }
        (Ok((policy, serving)), false) => {
            view! { <Shown policy=policy serving=serving /> }.into_any()
        }
        (Err(stop), _) => stopped(field::external_mode(), stop),
    };
    view! {
        <PageHeader title=field::external_mode() subtitle=word::what() />
        <ReadOnlyNote />
        {move || policy.with(|policy| last_change(policy.as_ref().ok()?.0.changed.as_ref()))}
        {card}
        <ColleaguesCard />
        <GreetingsCard />
    }
    .into_any()
}

#[component]
fn Change(policy: ExternalPolicy, serving: Option<Serving>) -> impl IntoView {
    let db = use_db();
    let console = use_console();
    let organization = console.organization;
    let notices = notices();
    let form = Form::new();
    let tree = departments_of(organization);
    let people = db.live(move |view, _| People::read(view, organization).unwrap_or_default());
    let mode = RwSignal::new(policy.mode);
    let permitted = Who::of(Some(policy.permitted));
    let serving = Who::of(serving.map(|serving| serving.by));
    let without = RwSignal::new(policy.people_without_organization);
    let why = RwSignal::new(String::new());
    let difference = RwSignal::new(Difference::default());
    let reviewing = RwSignal::new(false);

    // *The same people* is not among the choices of the first.
    let permitted_now = move || permitted.permitted().unwrap_or(Permitted::Everyone);
    let served_by = move || serving.permitted();
    let review = move || {
        for (who, field) in [(permitted, Of::Permitted), (serving, Of::Serving)] {
            let is_asked = field != Of::Serving || without.get();
            if is_asked && who.names_nobody() {
                return form.refuse(field, Problem::Missing);
            }
        }
        let policy = ExternalPolicy {
            mode: mode.get(),
            permitted: permitted_now(),
            people_without_organization: without.get(),
            changed: None,
        };
        let question = PolicyPreview {
            organization,
            policy,
            served_by: served_by(),
        };
        if let Some(answer) = form.take(db.ask(&question)) {
            difference.set(answer);
            reviewing.set(true);
        }
    };
    let save = move || {
        let act = SetExternalPolicy {
            organization,
            mode: mode.get(),
            permitted: permitted_now(),
            people_without_organization: without.get(),
            served_by: served_by(),
            why: why.get(),
        };
        reviewing.set(false);
        if form.take(db.run(act)).is_some() {
            notices.tell(word::saved());
        }
    };
    let modes = [
        Choice::new(ExternalMode::Closed, tell::mode(ExternalMode::Closed))
            .note(word::closed_why())
            .icon(Icon::LOCK),
        Choice::new(ExternalMode::Partners, tell::mode(ExternalMode::Partners))
            .note(word::partners_why())
            .icon(Icon::PARTNERS),
        Choice::new(ExternalMode::Open, tell::mode(ExternalMode::Open))
            .note(word::open_why())
            .icon(Icon::GLOBE),
    ];
    let to_partners = move || {
        (mode.get() == ExternalMode::Partners).then(|| {
            view! {
                <div>
                    <ButtonLink
                        label=word::to_partners()
                        icon=Icon::PARTNERS
                        small=true
                        href=console.href(ConsoleRoute::Partners)
                    />
                </div>
            }
        })
    };
    let served = move || {
        without.get().then(|| {
            view! {
                <div class="form inset">
                    <ChooseWho
                        label=tell::field(Of::Serving)
                        choices=[Choose::Same, Choose::Everyone, Choose::Chosen]
                        who=serving
                        tree=tree
                        people=people
                        error=form.error(Of::Serving)
                    />
                </div>
            }
        })
    };
    view! {
        <Card title=word::outside()>
            <div class="form">
                <RadioCards
                    label=word::with_whom()
                    choices=modes.to_vec()
                    chosen=Signal::derive(move || Some(mode.get()))
                    on_choose=move |chosen| mode.set(chosen)
                />
                {to_partners}
                <ChooseWho
                    label=word::who_of_ours()
                    choices=[Choose::Everyone, Choose::Chosen, Choose::Nobody]
                    who=permitted
                    tree=tree
                    people=people
                    error=form.error(Of::Permitted)
                />
                <Switch
                    label=tell::field(Of::WithoutOrganization)
                    checked=without
                    on_change=move |on| without.set(on)
                    hint=word::without_why()
                />
                {served}
                <TextArea
                    label=tell::field(Of::Reason)
                    value=why
                    limit=*limits::REASON.end()
                    hint=word::reason_hint()
                    error=form.error(Of::Reason)
                    optional=true
                />
                {form.card(word::cannot_save(), &[Of::Permitted, Of::Serving, Of::Reason])}
                <div class="actions">
                    <Button label=word::review() kind=ButtonKind::Primary on_press=review />
                </div>
            </div>
        </Card>
        <Dialog title=word::review_title() open=reviewing>
            <div class="stack dense">
                <Gains difference=difference.get_untracked() />
                <div class="actions end">
                    <Button label=crate::words::ui::cancel() on_press=move || reviewing.set(false) />
                    <Button label=word::save() kind=ButtonKind::Primary on_press=save />
                </div>
            </div>
        </Dialog>
    }
    .into_any()
}

/// For whoever only reads.
#[component]
fn Shown(policy: ExternalPolicy, serving: Option<Serving>) -> impl IntoView {
    let organization = use_console().organization;
    let tree = departments_of(organization);
    let people = use_db().live(move |view, _| People::read(view, organization).unwrap_or_default());
    let who =
        move |permitted: Permitted| move || view! { <bdi>{said(&permitted, tree, people)}</bdi> };
    let served_by = policy.people_without_organization.then(|| {
        let by = serving.map_or_else(|| policy.permitted.clone(), |serving| serving.by);
        view! { <KeyValue label=tell::field(Of::Serving)>{who(by)}</KeyValue> }
    });
    let without = match policy.people_without_organization {
        true => value::yes(),
        false => value::no(),
    };
    view! {
        <Card title=word::outside()>
            <KeyValues>
                <KeyValue label=word::with_whom()>{tell::mode(policy.mode)}</KeyValue>
                <KeyValue label=word::who_of_ours()>{who(policy.permitted)}</KeyValue>
                <KeyValue label=tell::field(Of::WithoutOrganization)>{without}</KeyValue>
                {served_by}
            </KeyValues>
        </Card>
    }
    .into_any()
}
