use std::sync::Arc;

use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    id::{DepartmentId, MemberId},
    organization::{add_member::AddMember, tree::Tree},
};
use liaison_ui::{Button, ButtonKind, notices};

use super::{SidePanel, details::DetailsForm, people::People};
use crate::{
    route::{Route, go},
    screens::console::{ConsoleRoute, MembersRoute, ReadOnlyNote, use_console},
    words::members as word,
};

/// An administrator provisions a member; then the invitation is next, or another member.
#[component]
pub fn AddPanel(
    tree: Memo<Arc<Tree>>,
    people: Memo<People>,
    department: Option<DepartmentId>,
    #[prop(into)] back: Callback<(), Route>,
) -> impl IntoView {
    let db = use_db();
    let console = use_console();
    let organization = console.organization;
    let form = DetailsForm::empty(department);
    let notices = notices();
    let add = move || -> Option<MemberId> {
        let details = form.take()?;
        let name = details.name.trim().to_owned();
        let act = AddMember {
            organization,
            details,
        };
        let member = form.form.take(db.run(act))?;
        notices.tell(word::added(name));
        Some(member)
    };
    let finish = move || {
        if let Some(member) = add() {
            go(console.at(ConsoleRoute::Members(MembersRoute::Member(member))));
        }
    };
    let add_another = move || {
        if add().is_some() {
            form.next();
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        finish();
    };
    let fields = move || {
        view! {
            <form class="form" novalidate=true on:submit=submit>
                {form.fields(tree, people, None, word::cannot_add())}
                <div class="actions">
                    <Button label=word::add_one() kind=ButtonKind::Primary submit=true />
                    <Button label=word::add_another() on_press=add_another />
                </div>
            </form>
        }
        .into_any()
    };
    let content = match console.may_change().get_untracked() {
        true => fields(),
        false => view! { <ReadOnlyNote /> }.into_any(),
    };
    view! {
        <SidePanel title=word::add() on_close=move || go(back.run(()))>
            {content}
        </SidePanel>
    }
    .into_any()
}
