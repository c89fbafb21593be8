use std::sync::Arc;

use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    id::DepartmentId,
    organization::{
        create_department::CreateDepartment, delete_department::DeleteDepartment,
        move_department::MoveDepartment, place_department::PlaceDepartment,
        rename_department::RenameDepartment, tree::Tree,
    },
    refusal::Field as Of,
};
use liaison_ui::{Act, Button, ButtonKind, Confirm, Dialog, Field, Icon, Menu, Text, notices};

use super::pick::ChooseDepartment;
use crate::{
    route::{Route, go},
    screens::{Form, console::use_console},
    words::{field, members as word},
};

/// What an administrator does with the department that is shown, and below it.
#[component]
pub fn DepartmentActs(
    tree: Memo<Arc<Tree>>,
    here: Memo<Option<DepartmentId>>,
    #[prop(into)] to: Callback<Option<DepartmentId>, Route>,
) -> impl IntoView {
    let db = use_db();
    let organization = use_console().organization;
    let notices = notices();
    // What a menu's act refuses stands under it; a form's stands in the form.
    let form = Form::new();
    Effect::watch(move || here.get(), move |_, _, _| form.clear(), false);
    let (creating, renaming, moving, deleting) = (
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
    );
    let name = move || {
        let name = tree.with(|tree| {
            here.get()
                .and_then(|id| tree.name(id).map(|name| name.to_string()))
        });
        name.unwrap_or_default()
    };
    let create = move |form: Form, name: String| {
        let Some(parent) = here.get_untracked() else {
            return false;
        };
        let act = CreateDepartment {
            organization,
            parent,
            name,
        };
        form.take(db.run(act)).is_some()
    };
    let rename = move |form: Form, name: String| {
        let Some(department) = here.get_untracked() else {
            return false;
        };
        let act = RenameDepartment {
            organization,
            department,
            name,
        };
        form.take(db.run(act)).is_some()
    };
    let move_to = move |to| {
        let Some(department) = here.get_untracked() else {
            return;
        };
        let act = MoveDepartment {
            organization,
            department,
            to,
        };
        if form.take(db.run(act)).is_some() {
            notices.tell(word::department_moved());
        }
    };
    let place = move |behind: Option<DepartmentId>| {
        if let Some(department) = here.get_untracked() {
            form.take(db.run(PlaceDepartment {
                organization,
                department,
                behind,
            }));
        }
    };
    let delete = move || {
        let Some(department) = here.get_untracked() else {
            return;
        };
        let above = tree.with_untracked(|tree| tree.parent(department));
        if form
            .take(db.run(DeleteDepartment {
                organization,
                department,
            }))
            .is_some()
        {
            notices.tell(word::department_deleted());
            go(to.run(above));
        }
    };
    let acts = Signal::derive(move || {
        let mut acts =
            vec![Act::new(word::new_department(), move || creating.set(true)).icon(Icon::ADD)];
        let Some(Steps { up, down }) = tree.with(|tree| steps(tree, here.get())) else {
            return acts;
        };
        acts.push(Act::new(word::rename(), move || renaming.set(true)).icon(Icon::EDIT));
        acts.push(
            Act::new(word::move_department(), move || moving.set(true)).icon(Icon::DEPARTMENT),
        );
        if let Some(behind) = up {
            acts.push(Act::new(word::move_up(), move || place(behind)).icon(Icon::ARROW_UP));
        }
        if let Some(behind) = down {
            acts.push(
                Act::new(word::move_down(), move || place(Some(behind))).icon(Icon::ARROW_DOWN),
            );
        }
        acts.push(
            Act::new(word::delete_department(), move || deleting.set(true))
                .icon(Icon::TRASH)
                .danger(),
        );
        acts
    });
    view! {
        <Menu label=word::department_acts() small=true text=true acts=acts />
        {form.card(word::department_not_done(), &[])}
        <NameDialog title=word::new_department() act=word::create() open=creating initial=Signal::stored(String::new()) on_name=create />
        <NameDialog title=word::rename() act=word::rename() open=renaming initial=Signal::derive(name) on_name=rename />
        <ChooseDepartment tree=tree title=word::move_department() open=moving on_choose=move_to />
        <Confirm title=move || word::delete_title(name()) open=deleting act=word::delete_department() on_confirm=delete>
            <p>{word::delete_why()}</p>
        </Confirm>
    }
    .into_any()
}

/// Behind whom a department comes when it moves by one among its siblings.
struct Steps {
    /// Nothing for the first; nobody for the second, which becomes the first.
    up: Option<Option<DepartmentId>>,
    down: Option<DepartmentId>,
}

/// Nothing for the top.
fn steps(tree: &Tree, here: Option<DepartmentId>) -> Option<Steps> {
    let here = here?;
    let siblings = tree.children(tree.parent(here)?);
    let at = siblings.iter().position(|sibling| *sibling == here)?;
    Some(Steps {
        up: (at > 0).then(|| at.checked_sub(2).map(|place| siblings[place])),
        down: siblings.get(at + 1).copied(),
    })
}

#[component]
fn NameDialog(
    #[prop(into)] title: Text,
    #[prop(into)] act: Text,
    open: RwSignal<bool>,
    initial: Signal<String>,
    on_name: impl Fn(Form, String) -> bool + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let content = move || {
        let form = Form::new();
        let name = RwSignal::new(initial.get_untracked());
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            if on_name(form, name.get_untracked()) {
                open.set(false);
            }
        };
        view! {
            <form class="form dense" novalidate=true on:submit=submit>
                <Field label=field::department() value=name hint=word::department_hint() error=form.error(Of::Department) first=true />
                {form.card(word::department_not_done(), &[Of::Department])}
                <div class="actions end">
                    <Button label=act.clone() kind=ButtonKind::Primary submit=true />
                </div>
            </form>
        }
        .into_any()
    };
    view! { <Dialog title=title open=open>{content()}</Dialog> }.into_any()
}
