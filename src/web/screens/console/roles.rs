//! Who may do what in the console (ORG 5), and to whom the organization goes (REG 9).

mod hand_over;

use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    id::MemberId,
    order,
    organization::{Role, give_role::GiveRole, take_role::TakeRole},
    refusal::{Field as Of, Problem},
};
use liaison_ui::{
    Button, ButtonKind, Choice, Column, Confirm, Dialog, Icon, PageHeader, Pill, RadioCards, Table,
    notices,
};

use self::hand_over::HandOver;
use super::{
    ConsoleRoute, MembersRoute, ReadOnlyNote,
    members::{
        people::{People, Person},
        pick::MembersField,
    },
    use_console,
};
use crate::{
    screens::{Form, title},
    tell,
    words::{console, field, roles as word},
};

#[component]
pub fn RolesPage() -> impl IntoView {
    title(console::roles());
    let console = use_console();
    let organization = console.organization;
    let people = use_db().live(move |view, _| People::read(view, organization).unwrap_or_default());
    let holders = Memo::new(move |_| {
        let mut holders: Vec<Person> = people.with(|people| {
            people
                .iter()
                .filter(|person| person.role.is_some())
                .cloned()
                .collect()
        });
        order::sort_by(&mut holders, |a, b| {
            (a.role, &a.name).cmp(&(b.role, &b.name))
        });
        holders
    });
    let giving = RwSignal::new(false);
    view! {
        <PageHeader title=console::roles() subtitle=word::what()>
            {move || console.may_change().get().then(|| view! {
                <Button label=word::give() icon=Icon::ADD kind=ButtonKind::Primary on_press=move || giving.set(true) />
            })}
        </PageHeader>
        <ReadOnlyNote />
        <Table
            label=console::roles()
            columns=vec![
                Column::new(field::name()),
                Column::new(field::role()),
                Column::new(word::may()).wide(),
                Column::new(word::acts()).acts(),
            ]
        >
            {move || holders.get().into_iter().map(row).collect_view()}
        </Table>
        {move || console.is_owner().get().then(|| view! { <HandOver people=people /> })}
        <Dialog title=word::give() open=giving>
            <Give people=people open=giving />
        </Dialog>
    }
    .into_any()
}

fn row(person: Person) -> AnyView {
    let console = use_console();
    let (id, name) = (person.id, person.name);
    let href = console.href(ConsoleRoute::Members(MembersRoute::Member(id)));
    let role = person.role.unwrap_or(Role::Auditor);
    let taken = name.clone();
    let acts = move || {
        let name = taken.clone();
        (role != Role::Owner && console.may_change().get())
            .then(|| view! { <Take id=id name=name /> })
    };
    view! {
        <tr>
            <td class="cut"><a class="plain-link" href=href><bdi>{name}</bdi></a></td>
            <td><Pill label=tell::role(role) icon=Icon::ROLES /></td>
            <td class="wide muted">{may(role)}</td>
            <td class="acts">{acts}</td>
        </tr>
    }
    .into_any()
}

fn may(role: Role) -> liaison_ui::Text {
    match role {
        Role::Owner => word::owner_may(),
        Role::Administrator => word::administrator_may(),
        Role::Auditor => word::auditor_may(),
    }
}

#[component]
fn Give(people: Memo<People>, open: RwSignal<bool>) -> impl IntoView {
    let db = use_db();
    let organization = use_console().organization;
    let form = Form::new();
    let notices = notices();
    let member = RwSignal::new(Vec::<MemberId>::new());
    let role = RwSignal::new(Role::Administrator);
    let give = move || {
        let Some(member) = member.with_untracked(|member| member.first().copied()) else {
            return form.refuse(Of::Name, Problem::Missing);
        };
        let act = GiveRole {
            organization,
            member,
            role: role.get(),
        };
        if form.take(db.run(act)).is_some() {
            notices.tell(word::given());
            open.set(false);
        }
    };
    let choices = [Role::Administrator, Role::Auditor]
        .map(|role| Choice::new(role, tell::role(role)).note(may(role)));
    view! {
        <div class="form dense">
            <MembersField people=people label=word::whom() value=member most=1 error=form.error(Of::Name) />
            <RadioCards
                label=field::role()
                choices=choices.to_vec()
                chosen=Signal::derive(move || Some(role.get()))
                on_choose=move |chosen| role.set(chosen)
            />
            {form.card(word::cannot_give(), &[Of::Name])}
            <div class="actions end">
                <Button label=word::give() kind=ButtonKind::Primary on_press=give />
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn Take(id: MemberId, name: String) -> impl IntoView {
    let db = use_db();
    let organization = use_console().organization;
    let form = Form::new();
    let notices = notices();
    let asking = RwSignal::new(false);
    let take = move || {
        let act = TakeRole {
            organization,
            member: id,
        };
        if form.take(db.run(act)).is_some() {
            notices.tell(word::taken());
        }
    };
    let title = word::take_title(name);
    view! {
        <Button label=word::take() kind=ButtonKind::Quiet small=true on_press=move || asking.set(true) />
        {form.card(word::cannot_take(), &[])}
        <Confirm title=title open=asking act=word::take() on_confirm=take>
            <p>{word::take_why()}</p>
        </Confirm>
    }
    .into_any()
}
