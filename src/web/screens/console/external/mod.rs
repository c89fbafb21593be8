//! With whom our people may speak (POL 1, 2, 6, 7), and what a change would do before it is saved (POL 5).

mod colleagues;
mod preview;

use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    id::{DepartmentId, MemberId},
    limits,
    policy::{
        ExternalMode, ExternalPolicy, Permitted, external_policy,
        preview::{Difference, PolicyPreview},
        set_external::SetExternalPolicy,
    },
    refusal::{Field as Of, Problem},
    row::ReadRows,
};
use liaison_ui::{
    Button, ButtonKind, ButtonLink, Card, Choice, Dialog, Icon, KeyValue, KeyValues, PageHeader,
    RadioCards, Switch, TextArea, intl, notices,
};

use self::{colleagues::ColleaguesCard, preview::Gains};
use super::{
    ConsoleRoute, ReadOnlyNote,
    members::{
        people::People,
        pick::{DepartmentsField, MembersField},
        tree::departments_of,
    },
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
        view.find(&external_policy(organization).at(()))
            .map(Option::unwrap_or_default)
    });
    let may_change = console.may_change();
    // Another tab's change is shown, and what was about to be changed here starts from it.
    // A row that cannot be read is not the default: the form would write that over what is stored.
    let card = move || match (policy.get(), may_change.get()) {
        (Ok(policy), true) => view! { <Change policy=policy /> }.into_any(),
        (Ok(policy), false) => view! { <Shown policy=policy /> }.into_any(),
        (Err(stop), _) => stopped(field::external_mode(), stop),
    };
    view! {
        <PageHeader title=field::external_mode() subtitle=word::what() />
        <ReadOnlyNote />
        {move || policy.with(|policy| last_change(policy.as_ref().ok()?.changed.as_ref()))}
        {card}
        <ColleaguesCard />
    }
    .into_any()
}

/// Of whom the choice is made, without whom.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Who {
    Everyone,
    Chosen,
    Nobody,
}

#[component]
fn Change(policy: ExternalPolicy) -> impl IntoView {
    let db = use_db();
    let console = use_console();
    let organization = console.organization;
    let notices = notices();
    let form = Form::new();
    let tree = departments_of(organization);
    let people = db.live(move |view, _| People::read(view, organization).unwrap_or_default());
    let mode = RwSignal::new(policy.mode);
    let (who, departments, members) = match policy.permitted {
        Permitted::Everyone => (Who::Everyone, Vec::new(), Vec::new()),
        Permitted::Nobody => (Who::Nobody, Vec::new(), Vec::new()),
        Permitted::Chosen {
            departments,
            members,
        } => (Who::Chosen, departments, members),
    };
    let who = RwSignal::new(who);
    let departments: RwSignal<Vec<DepartmentId>> = RwSignal::new(departments);
    let members: RwSignal<Vec<MemberId>> = RwSignal::new(members);
    let without = RwSignal::new(policy.people_without_organization);
    let why = RwSignal::new(String::new());
    let difference = RwSignal::new(Difference::default());
    let reviewing = RwSignal::new(false);

    let permitted = move || match who.get() {
        Who::Everyone => Permitted::Everyone,
        Who::Nobody => Permitted::Nobody,
        Who::Chosen => Permitted::Chosen {
            departments: departments.get(),
            members: members.get(),
        },
    };
    let review = move || {
        let nobody = Permitted::Chosen {
            departments: Vec::new(),
            members: Vec::new(),
        };
        if permitted() == nobody {
            return form.refuse(Of::Permitted, Problem::Missing);
        }
        let policy = ExternalPolicy {
            mode: mode.get(),
            permitted: permitted(),
            people_without_organization: without.get(),
            changed: None,
        };
        let question = PolicyPreview {
            organization,
            policy,
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
            permitted: permitted(),
            people_without_organization: without.get(),
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
    let whos = [
        Choice::new(Who::Everyone, value::everyone()).note(word::everyone_why()),
        Choice::new(Who::Chosen, word::chosen()).note(word::chosen_why()),
        Choice::new(Who::Nobody, value::nobody()).note(word::nobody_why()),
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
    let chosen = move || {
        (who.get() == Who::Chosen).then(|| {
            view! {
                <div class="form inset">
                    <DepartmentsField tree=tree label=word::chosen_departments() value=departments />
                    <MembersField people=people label=word::chosen_members() value=members optional=true />
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
                <RadioCards
                    label=word::who_of_ours()
                    choices=whos.to_vec()
                    chosen=Signal::derive(move || Some(who.get()))
                    on_choose=move |chosen| who.set(chosen)
                    error=form.error(Of::Permitted)
                />
                {chosen}
                <Switch
                    label=tell::field(Of::WithoutOrganization)
                    checked=without
                    on_change=move |on| without.set(on)
                    hint=word::without_why()
                />
                <TextArea
                    label=tell::field(Of::Reason)
                    value=why
                    limit=*limits::REASON.end()
                    hint=word::reason_hint()
                    error=form.error(Of::Reason)
                    optional=true
                />
                {form.card(word::cannot_save(), &[Of::Permitted, Of::Reason])}
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
fn Shown(policy: ExternalPolicy) -> impl IntoView {
    let organization = use_console().organization;
    let tree = departments_of(organization);
    let people = use_db().live(move |view, _| People::read(view, organization).unwrap_or_default());
    let permitted = policy.permitted;
    let who = move || match &permitted {
        Permitted::Everyone => value::everyone().into_any(),
        Permitted::Nobody => value::nobody().into_any(),
        Permitted::Chosen {
            departments,
            members,
        } => {
            let departments = departments
                .iter()
                .filter_map(|id| tree.with(|tree| tree.name(*id).map(|name| name.to_string())));
            let members = members.iter().filter_map(|id| {
                people.with(|people| people.find(*id).map(|person| person.name.clone()))
            });
            let names = departments.chain(members).map(Into::into).collect();
            view! { <bdi>{intl::list(names)}</bdi> }.into_any()
        }
    };
    let without = match policy.people_without_organization {
        true => value::yes(),
        false => value::no(),
    };
    view! {
        <Card title=word::outside()>
            <KeyValues>
                <KeyValue label=word::with_whom()>{tell::mode(policy.mode)}</KeyValue>
                <KeyValue label=word::who_of_ours()>{who}</KeyValue>
                <KeyValue label=tell::field(Of::WithoutOrganization)>{without}</KeyValue>
            </KeyValues>
        </Card>
    }
    .into_any()
}
