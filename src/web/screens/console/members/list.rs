use std::{collections::BTreeSet, sync::Arc};

use leptos::prelude::*;
use liaison_bridge::Memo;
use liaison_core::{
    id::{DepartmentId, MemberId},
    order,
    organization::{MemberStatus, tree::Tree},
    text::folded,
};
use liaison_ui::{
    Choice, Column, EmptyState, Field, Icon, Input, LongTable, Pill, Select, Selecting, Sorting,
    Switch, intl,
};

use super::{
    bulk::BulkActs,
    people::{People, Person, path},
};
use crate::{
    route::go,
    screens::console::{ConsoleRoute, MembersRoute, use_console},
    tell,
    words::{field, members as word},
};

/// Up to here names stand as a reader of the language expects them; the browser's collation would take a second for
/// 100,000, which stand by their folded signs.
const COLLATED: usize = 3_000;

const NAME: usize = 0;
const EMPLOYEE_ID: usize = 1;
const DEPARTMENT: usize = 3;
const STATUS: usize = 4;

/// The members of a department as a table: searched, filtered, sorted, chosen for acts on many.
#[component]
pub fn MemberList(
    tree: Memo<Arc<Tree>>,
    people: Memo<People>,
    here: Memo<Option<DepartmentId>>,
) -> impl IntoView {
    let console = use_console();
    let may_change = console.may_change();
    let typed = RwSignal::new(String::new());
    let status = RwSignal::new(None::<MemberStatus>);
    let with_below = RwSignal::new(true);
    let sorting = RwSignal::new(Sorting {
        column: NAME,
        descending: false,
    });
    let chosen = RwSignal::new(BTreeSet::<MemberId>::new());
    // Who is not in sight is not acted on.
    let place = move || (here.get(), typed.get(), status.get(), with_below.get());
    let seen = Memo::new(move |_| place());
    Effect::watch(
        move || seen.get(),
        move |_, _, _| chosen.set(BTreeSet::new()),
        false,
    );

    let rows = Memo::new(move |_| {
        let (tree, people) = (tree.get(), people.get());
        let wanted = folded(&typed.get());
        let within = within(&tree, here.get(), with_below.get());
        let status = status.get();
        let fits = |person: &&Person| {
            status.is_none_or(|status| person.status == status)
                && within
                    .as_ref()
                    .is_none_or(|within| person.departments.iter().any(|id| within.contains(id)))
                && person.is_found_by(&wanted)
        };
        let mut found: Vec<&Person> = people.iter().filter(fits).collect();
        sort(&mut found, &tree, sorting.get());
        Arc::new(
            found
                .into_iter()
                .map(|person| person.id)
                .collect::<Vec<_>>(),
        )
    });
    // Somebody can go out of sight by another hand, too, and is no longer meant.
    let meant = Memo::new(move |_| {
        chosen.with(|chosen| match chosen.is_empty() {
            true => Vec::new(),
            false => rows.with(|rows| {
                let meant = rows.iter().filter(|id| chosen.contains(id));
                meant.copied().collect()
            }),
        })
    });
    let person = move |id| people.with(|people| people.find(id).cloned());
    let cells = move |id: MemberId| {
        let shown = Memo::new(move |_| person(id));
        let href = console.href(ConsoleRoute::Members(MembersRoute::Member(id)));
        let cells = move || {
            let person = shown.get()?;
            let (state, tone) = tell::status(person.status);
            let main = person.departments.first();
            let department =
                tree.with(|tree| main.map(|main| path(tree, *main)).unwrap_or_default());
            let role = person
                .role
                .map(|role| view! { <Pill label=tell::role(role) /> });
            Some(view! {
                <td class="broad cut">
                    <a class="plain-link" href=href.clone() title=person.name.clone()><bdi>{person.name.clone()}</bdi></a>
                    " "
                    {role}
                </td>
                <td class="wide cut code" title=person.employee_id.clone()>{person.employee_id.clone()}</td>
                <td class="wide broad cut figures">{person.mobile}</td>
                <td class="wide cut" title=department.clone()><bdi>{department.clone()}</bdi></td>
                <td class="cut"><Pill label=state tone=tone /></td>
            })
        };
        cells.into_any()
    };
    let columns = || {
        vec![
            Column::new(field::name()).broad().sorts(),
            Column::new(field::employee_id()).wide().sorts(),
            Column::new(field::mobile()).wide().broad(),
            Column::new(field::department()).wide().sorts(),
            Column::new(field::status()).sorts(),
        ]
    };
    let open = move |id| go(console.at(ConsoleRoute::Members(MembersRoute::Member(id))));
    let table = move || {
        let one = Callback::new(move |id| {
            word::select_one(person(id).map(|person| person.name).unwrap_or_default())
        });
        match may_change.get() {
            true => view! {
                <LongTable
                    label=word::table()
                    columns=columns()
                    rows=rows
                    cells=Callback::new(cells)
                    sorting=Signal::derive(move || Some(sorting.get()))
                    on_sort=Callback::new(move |by| sorting.set(by))
                    selecting=Selecting { chosen, all: word::select_all(), one }
                    on_open=Callback::new(open)
                />
            }
            .into_any(),
            false => view! {
                <LongTable
                    label=word::table()
                    columns=columns()
                    rows=rows
                    cells=Callback::new(cells)
                    sorting=Signal::derive(move || Some(sorting.get()))
                    on_sort=Callback::new(move |by| sorting.set(by))
                    on_open=Callback::new(open)
                />
            }
            .into_any(),
        }
    };
    let is_empty = Memo::new(move |_| rows.with(|rows| rows.is_empty()));
    let is_narrowed =
        Memo::new(move |_| status.get().is_some() || typed.with(|typed| !typed.trim().is_empty()));
    let list = move || {
        match (is_empty.get(), is_narrowed.get()) {
        (false, _) => table().into_any(),
        (true, true) => view! { <EmptyState icon=Icon::SEARCH title=word::nobody_found() text=word::nobody_found_why() /> }.into_any(),
        (true, false) => view! { <EmptyState icon=Icon::PEOPLE title=word::nobody_here() text=word::nobody_here_why() /> }.into_any(),
    }
    };
    let statuses = [
        MemberStatus::Invited,
        MemberStatus::Active,
        MemberStatus::Suspended,
    ];
    let choices = std::iter::once(Choice::new(None, word::any_status()))
        .chain(statuses.map(|status| Choice::new(Some(status), tell::status(status).0)))
        .collect::<Vec<_>>();
    view! {
        <div class="members-filter">
            <Field label=word::search() value=typed input=Input::Search placeholder=word::search_hint() optional=true />
            <Select
                label=field::status()
                choices=choices
                chosen=Signal::derive(move || Some(status.get()))
                on_choose=move |chosen| status.set(chosen)
                placeholder=word::any_status()
            />
            <Switch label=word::with_below() checked=with_below on_change=move |on| with_below.set(on) />
        </div>
        <div class="members-found" role="status">
            {move || word::people(rows.with(|rows| rows.len() as u64))}
        </div>
        {move || may_change.get().then(|| view! { <BulkActs chosen=chosen meant=meant tree=tree /> })}
        {list}
    }
    .into_any()
}

/// Those departments whose members are shown; none means everybody.
fn within(
    tree: &Tree,
    here: Option<DepartmentId>,
    with_below: bool,
) -> Option<BTreeSet<DepartmentId>> {
    let here = here?;
    match with_below {
        true if tree.top() == Some(here) => None,
        true => Some(order::gathered(tree.within(here))),
        false => Some(order::gathered([here])),
    }
}

fn sort(people: &mut [&Person], tree: &Tree, by: Sorting) {
    let collated = people.len() <= COLLATED;
    let compare = |a: &str, b: &str| match collated {
        true => intl::compare(a, b),
        false => a.cmp(b),
    };
    let by_name = |a: &&Person, b: &&Person| {
        compare(&a.name, &b.name).then_with(|| a.employee_id.cmp(&b.employee_id))
    };
    match by.column {
        EMPLOYEE_ID => order::sort_by(people, |a, b| compare(&a.employee_id, &b.employee_id)),
        DEPARTMENT => order::sort_by_kept_key(people, |person| {
            let main = person.departments.first();
            (main.map(|main| path(tree, *main)), person.name.clone())
        }),
        STATUS => order::sort_by(people, |a, b| {
            a.status.cmp(&b.status).then_with(|| by_name(a, b))
        }),
        _ => order::sort_by(people, by_name),
    }
    if by.descending {
        people.reverse();
    }
}
