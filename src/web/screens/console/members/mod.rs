//! Departments and members (ORG 1, 2, 9): the tree, the table of the chosen department, one member beside them.

mod add;
mod bulk;
mod departments;
mod details;
mod list;
mod panel;
pub mod people;
pub mod pick;
pub mod tree;

use leptos::{ev, prelude::*};
use liaison_bridge::{Memo, use_db};
use liaison_core::{organization::headcount, row::ReadRows};
use liaison_ui::{
    Button, ButtonKind, ButtonLink, Dialog, DialogShape, Icon, IconButton, PageHeader, Text,
};

pub use bulk::BulkWork;

use self::{
    add::AddPanel,
    departments::DepartmentActs,
    list::MemberList,
    panel::MemberPanel,
    people::People,
    tree::{DepartmentTree, departments_of},
};
use super::{ConsoleRoute, MembersRoute, ReadOnlyNote, use_console};
use crate::{
    route::go,
    screens::title,
    words::{console, members as word},
};

#[component]
pub fn MembersPage(route: Signal<ConsoleRoute>) -> impl IntoView {
    title(console::members());
    let db = use_db();
    let console = use_console();
    let organization = console.organization;
    let may_change = console.may_change();
    let tree = departments_of(organization);
    let people = db.live(move |view, _| People::read(view, organization).unwrap_or_default());
    let count = db.live(move |view, _| {
        let count = view.find(&headcount(organization).at(()));
        count.ok().flatten().unwrap_or_default()
    });
    // The department in which one was stays while one member is looked at.
    let department = Memo::new(move |before: Option<&Option<_>>| match route.get() {
        ConsoleRoute::Members(MembersRoute::In(department) | MembersRoute::New(department)) => {
            department
        }
        _ => before.copied().flatten(),
    });
    let here = Memo::new(move |_| {
        tree.with(|tree| department.get().filter(|id| tree.holds(*id)).or(tree.top()))
    });
    let to = move |department: Option<_>| {
        let top = tree.with_untracked(|tree| tree.top());
        console.at(ConsoleRoute::Members(MembersRoute::In(
            department.filter(|id| Some(*id) != top),
        )))
    };
    let narrow_open = RwSignal::new(false);
    let choose = move |id| {
        narrow_open.set(false);
        go(to(Some(id)));
    };
    let back = move || to(department.get_untracked());
    let subtitle = move || {
        let count = count.get();
        word::how_many(
            word::people(u64::from(count.members())),
            word::departments(u64::from(count.departments)),
        )
    };
    let new = move || console.href(ConsoleRoute::Members(MembersRoute::New(department.get())));
    let beside = move || {
        match route.get() {
        ConsoleRoute::Members(MembersRoute::New(_)) => Some(
            view! { <AddPanel tree=tree people=people department=here.get_untracked() back=back /> }
                .into_any(),
        ),
        ConsoleRoute::Members(MembersRoute::Member(id)) => {
            Some(view! { <MemberPanel id=id tree=tree people=people back=back /> }.into_any())
        }
        _ => None,
    }
    };
    let tree_view = move || {
        view! { <DepartmentTree tree=tree chosen=here on_choose=choose label=word::tree() /> }
    };
    let name_here = move || {
        let name = tree.with(|tree| {
            here.get()
                .and_then(|id| tree.name(id).map(|name| name.to_string()))
        });
        name.unwrap_or_default()
    };
    // An auditor exports there, and imports nothing.
    let import_label = move || match may_change.get() {
        true => word::import(),
        false => word::export(),
    };
    view! {
        <PageHeader title=console::members() subtitle=subtitle>
            <ButtonLink label=import_label icon=Icon::UPLOAD href=console.href(ConsoleRoute::Import) />
            {move || may_change.get().then(|| view! {
                <ButtonLink label=word::add() icon=Icon::ADD kind=ButtonKind::Primary href=Signal::derive(new) />
            })}
        </PageHeader>
        <ReadOnlyNote />
        <div class="members">
            <section class="members-tree card" aria-label=word::tree()>{tree_view()}</section>
            <section class="members-here" aria-label=name_here>
                <div class="members-head">
                    <span class="members-narrow">
                        <Button
                            label=word::choose_department()
                            icon=Icon::DEPARTMENT
                            small=true
                            on_press=move || narrow_open.set(true)
                        />
                    </span>
                    <h2 class="cut grow"><bdi>{name_here}</bdi></h2>
                    {move || may_change.get().then(|| view! { <DepartmentActs tree=tree here=here to=to /> })}
                </div>
                <MemberList tree=tree people=people here=here />
            </section>
        </div>
        {beside}
        <Dialog title=word::tree() open=narrow_open shape=DialogShape::Panel>
            <div class="dense">{tree_view()}</div>
        </Dialog>
    }
    .into_any()
}

/// What stands beside the list: one thing, the full height, until it is left by its cross or by Escape.
#[component]
pub fn SidePanel(
    #[prop(into)] title: Text,
    #[prop(into)] on_close: Callback<()>,
    children: Children,
) -> impl IntoView {
    let escape = window_event_listener(ev::keydown, move |event| {
        let window_open = document().query_selector("dialog[open], [popover]:popover-open");
        if event.key() == "Escape" && matches!(window_open, Ok(None)) {
            on_close.try_run(());
        }
    });
    on_cleanup(move || escape.remove());
    let head = NodeRef::<leptos::html::H2>::new();
    Effect::new(move |_| {
        if let Some(head) = head.get() {
            _ = head.focus();
        }
    });
    view! {
        <aside class="side-panel" aria-label=title.clone()>
            <header class="dialog-head">
                <h2 class="cut" tabindex="-1" node_ref=head>{title.clone()}</h2>
                <IconButton
                    label=crate::words::ui::close()
                    icon=Icon::CLOSE
                    on_press=move || _ = on_close.try_run(())
                />
            </header>
            <div class="dialog-body">{children()}</div>
        </aside>
    }
    .into_any()
}
