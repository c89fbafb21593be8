use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    id::{DepartmentId, OrganizationId},
    order,
    organization::{
        directory::{Listed, in_department},
        tree::Tree,
    },
    store::Stop,
    view::View,
};
use liaison_ui::{Button, ButtonKind, ButtonLink, EmptyState, Icon, PageHeader, RowLink, intl};

use super::{
    ContactsRoute,
    add::{Hit, MemberRow},
};
use crate::{
    route::Route,
    screens::title,
    words::contacts::{self as contacts, browse as word},
};

/// How many members stand in the page at first, and how many more with each step.
const STRETCH: usize = 100;

/// One place in the tree of an organization.
#[derive(Clone, Debug, PartialEq)]
struct Here {
    name: String,
    /// From the top down to the one above.
    path: Vec<(DepartmentId, String)>,
    children: Vec<(DepartmentId, String)>,
}

/// Departments and the people in them, as colleagues may see them.
#[component]
pub fn DirectoryPane(
    organization: OrganizationId,
    department: Option<DepartmentId>,
) -> impl IntoView {
    let db = use_db();
    let here = db.live(move |view, _| here(view, organization, department).ok().flatten());
    let members =
        db.live(move |view, _| members(view, organization, department).unwrap_or_default());
    let shown = RwSignal::new(STRETCH);
    let place = move |department| {
        Route::Contacts(ContactsRoute::Organization(organization, department)).href()
    };
    let name = move || {
        here.with(|here| {
            here.as_ref()
                .map(|here| here.name.clone())
                .unwrap_or_default()
        })
    };
    let known = Memo::new(move |_| here.with(Option::is_some));
    let path = move || {
        let path = here.with(|here| {
            here.as_ref()
                .map(|here| here.path.clone())
                .unwrap_or_default()
        });
        (!path.is_empty()).then(|| view! {
            <nav class="path" aria-label=word::path()>
                <ol>
                    {path
                        .into_iter()
                        .map(|(id, name)| view! { <li><a href=place(Some(id))><bdi>{name}</bdi></a></li> })
                        .collect_view()}
                </ol>
            </nav>
        })
    };
    let children = move || {
        let children = here.with(|here| {
            here.as_ref()
                .map(|here| here.children.clone())
                .unwrap_or_default()
        });
        (!children.is_empty()).then(|| view! {
            <div class="rows">
                {children
                    .into_iter()
                    .map(|(id, name)| view! { <RowLink icon=Icon::DEPARTMENT label=name href=Signal::stored(place(Some(id))) /> })
                    .collect_view()}
            </div>
        })
    };
    let people = move || {
        let hits = members.with(|members| {
            members
                .iter()
                .take(shown.get())
                .cloned()
                .collect::<Vec<_>>()
        });
        match hits.is_empty() {
            true => view! { <p class="muted">{word::nobody()}</p> }.into_any(),
            false => view! {
                <ul class="rows" aria-label=word::members()>
                    {hits.into_iter().map(|hit| view! { <li><MemberRow hit=hit organization=organization /></li> }).collect_view()}
                </ul>
            }
            .into_any(),
        }
    };
    let more = move || {
        let left = members.with(Vec::len).saturating_sub(shown.get());
        (left > 0).then(|| view! {
            <div class="actions">
                <Button label=word::more(left as u64) kind=ButtonKind::Quiet on_press=move || shown.update(|shown| *shown += STRETCH) />
            </div>
        })
    };
    move || match known.get() {
        true => {
            title(name);
            view! {
                <PageHeader title=name back=Signal::stored(Route::Contacts(ContactsRoute::List).href()) />
                <div class="pane-scroll">
                    <div class="pane-body">{path} {children} {people} {more}</div>
                </div>
            }
            .into_any()
        }
        false => {
            title(contacts::title());
            view! { <EmptyState icon=Icon::DEPARTMENT title=word::not_here() text=word::not_here_why()>
                <ButtonLink label=crate::words::app::to_list() href=Route::Contacts(ContactsRoute::List).href() />
            </EmptyState> }.into_any()
        }
    }
}

fn here(
    view: &View,
    organization: OrganizationId,
    department: Option<DepartmentId>,
) -> Result<Option<Here>, Stop> {
    let tree = Tree::read(view, organization)?;
    let Some(id) = department.or(tree.top()).filter(|id| tree.holds(*id)) else {
        return Ok(None);
    };
    let named = |id: DepartmentId| {
        (
            id,
            tree.name(id)
                .map(|name| name.to_string())
                .unwrap_or_default(),
        )
    };
    let mut path: Vec<_> = tree.upwards(id).skip(1).map(named).collect();
    path.reverse();
    Ok(Some(Here {
        name: named(id).1,
        path,
        children: tree.children(id).iter().copied().map(named).collect(),
    }))
}

fn members(
    view: &View,
    organization: OrganizationId,
    department: Option<DepartmentId>,
) -> Result<Vec<Hit>, Stop> {
    let top = liaison_core::organization::department::top(organization);
    let mut listed = in_department(view, organization, department.unwrap_or(top))?;
    order::sort_by(&mut listed, |a, b| {
        intl::compare(&a.card.name, &b.card.name)
    });
    let tree = Tree::read(view, organization)?;
    let hit = |listed: Listed| Hit {
        department: tree
            .name(listed.department)
            .map(|name| name.to_string())
            .unwrap_or_default(),
        listed,
    };
    Ok(listed.into_iter().map(hit).collect())
}
