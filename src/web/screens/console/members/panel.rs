use std::sync::Arc;

use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    id::MemberId,
    organization::{
        MemberStatus,
        change_member::ChangeMember,
        member::{Member, member_of},
        remove_members::RemoveMembers,
        restore_members::RestoreMembers,
        roles,
        suspend_members::SuspendMembers,
        tree::Tree,
    },
    row::ReadRows,
};
use liaison_ui::{
    Avatar, Button, ButtonKind, Confirm, EmptyState, Icon, KeyValue, KeyValues, Pill, Size, notices,
};

use super::{
    SidePanel,
    details::DetailsForm,
    people::{People, path},
};
use crate::{
    route::{Route, go},
    screens::{
        Form,
        console::{invitations::InviteOne, use_console},
    },
    tell,
    words::{field, members as word, ui},
};

/// One member beside the list: all that the console knows, the way in, and what can be done.
#[component]
pub fn MemberPanel(
    id: MemberId,
    tree: Memo<Arc<Tree>>,
    people: Memo<People>,
    #[prop(into)] back: Callback<(), Route>,
) -> impl IntoView {
    let organization = use_console().organization;
    let member = use_db().live(move |view, _| member_of(view, organization, id).ok());
    let close = move || go(back.run(()));
    let editing = RwSignal::new(false);
    let there = Memo::new(move |_| member.with(Option::is_some));
    let content = move || {
        match (there.get(), editing.get()) {
        (false, _) => view! { <EmptyState icon=Icon::PERSON title=word::gone() text=word::gone_why() /> }.into_any(),
        (true, true) => match member.get_untracked() {
            Some(member) => view! { <Edit member=member tree=tree people=people editing=editing /> }.into_any(),
            None => ().into_any(),
        },
        (true, false) => view! { <Shown id=id member=member tree=tree people=people editing=editing on_left=close /> }.into_any(),
    }
    };
    let name = move || {
        let name = member.with(|member| member.as_ref().map(|member| member.card.name.to_string()));
        name.unwrap_or_default()
    };
    view! { <SidePanel title=name on_close=close>{content}</SidePanel> }.into_any()
}

#[component]
fn Shown(
    id: MemberId,
    member: Memo<Option<Member>>,
    tree: Memo<Arc<Tree>>,
    people: Memo<People>,
    editing: RwSignal<bool>,
    #[prop(into)] on_left: Callback<()>,
) -> impl IntoView {
    let db = use_db();
    let console = use_console();
    let organization = console.organization;
    let role = db.live(move |view, _| {
        let row = view.find(&roles(organization).at(id)).ok().flatten();
        row.map(|row| row.role)
    });
    let facts = move || {
        let Member { card, record, .. } = member.get()?;
        let (status, tone) = tell::status(card.status);
        let departments = tree.with(|tree| {
            let paths = record.departments.iter().map(|id| path(tree, *id));
            paths.collect::<Vec<_>>()
        });
        let department = |path: String| view! { <li><bdi>{path}</bdi></li> };
        let manager = record.manager.and_then(|manager| {
            people.with(|people| people.find(manager).map(|person| person.name.clone()))
        });
        let name = card.name.to_string();
        let or_none = |text: Option<String>| match text {
            Some(text) => view! { <bdi>{text}</bdi> }.into_any(),
            None => view! { <span class="muted">{word::none()}</span> }.into_any(),
        };
        Some(view! {
            <div class="list-line">
                <Avatar name=Signal::stored(name) size=Size::Large />
                <Pill label=status tone=tone />
                {move || role.get().map(|role| view! { <Pill label=tell::role(role) icon=Icon::ROLES /> })}
            </div>
            <KeyValues>
                <KeyValue label=field::employee_id()><span class="code">{card.employee_id.to_string()}</span></KeyValue>
                <KeyValue label=field::mobile()><span class="figures">{record.mobile.spaced()}</span></KeyValue>
                <KeyValue label=field::department()><ul>{departments.into_iter().map(department).collect_view()}</ul></KeyValue>
                <KeyValue label=field::title()>{or_none(card.title.map(|title| title.to_string()))}</KeyValue>
                <KeyValue label=field::email()>{or_none(record.email.map(|email| email.to_string()))}</KeyValue>
                <KeyValue label=field::manager()>{or_none(manager)}</KeyValue>
            </KeyValues>
        })
    };
    let status =
        Memo::new(move |_| member.with(|member| member.as_ref().map(|member| member.card.status)));
    let may_change = console.may_change();
    let acts = move || {
        let status = status.get()?;
        may_change
            .get()
            .then(|| view! { <Acts id=id status=status editing=editing on_left=on_left /> })
    };
    let invite = move || {
        (status.get() == Some(MemberStatus::Invited))
            .then(|| view! { <InviteOne member=Some(id) /> })
    };
    view! { {facts} {acts} {invite} }.into_any()
}

#[component]
fn Acts(
    id: MemberId,
    status: MemberStatus,
    editing: RwSignal<bool>,
    on_left: Callback<()>,
) -> impl IntoView {
    let db = use_db();
    let organization = use_console().organization;
    let form = Form::new();
    let notices = notices();
    let members = vec![id];
    let (suspending, removing) = (RwSignal::new(false), RwSignal::new(false));
    let suspend = {
        let members = members.clone();
        move || {
            let members = members.clone();
            if form
                .take(db.run(SuspendMembers {
                    organization,
                    members,
                }))
                .is_some()
            {
                notices.tell(word::suspended());
            }
        }
    };
    let restore = {
        let members = members.clone();
        move || {
            let members = members.clone();
            if form
                .take(db.run(RestoreMembers {
                    organization,
                    members,
                }))
                .is_some()
            {
                notices.tell(word::restored());
            }
        }
    };
    let remove = move || {
        let members = members.clone();
        if form
            .take(db.run(RemoveMembers {
                organization,
                members,
            }))
            .is_some()
        {
            notices.tell(word::removed());
            on_left.run(());
        }
    };
    let pause = match status {
        MemberStatus::Suspended => {
            view! { <Button label=word::restore() icon=Icon::UNDO small=true on_press=restore /> }
                .into_any()
        }
        MemberStatus::Invited | MemberStatus::Active => {
            view! { <Button label=word::suspend() icon=Icon::BLOCK small=true on_press=move || suspending.set(true) /> }
                .into_any()
        }
    };
    view! {
        <div class="actions">
            <Button label=word::edit() icon=Icon::EDIT small=true on_press=move || editing.set(true) />
            {pause}
            <Button
                label=word::remove()
                icon=Icon::REMOVE_PERSON
                kind=ButtonKind::Quiet
                small=true
                on_press=move || removing.set(true)
            />
        </div>
        {form.card(word::not_done(), &[])}
        <Confirm title=word::suspend_title(1) open=suspending act=word::suspend() on_confirm=suspend>
            <p>{word::suspend_why()}</p>
        </Confirm>
        <Confirm title=word::remove_title(1) open=removing act=word::remove() on_confirm=remove>
            <p>{word::remove_why()}</p>
        </Confirm>
    }
    .into_any()
}

#[component]
fn Edit(
    member: Member,
    tree: Memo<Arc<Tree>>,
    people: Memo<People>,
    editing: RwSignal<bool>,
) -> impl IntoView {
    let db = use_db();
    let organization = use_console().organization;
    let notices = notices();
    let form = DetailsForm::of(&member);
    let id = member.id;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(details) = form.take() else { return };
        let act = ChangeMember {
            organization,
            member: id,
            details,
        };
        if form.form.take(db.run(act)).is_some() {
            notices.tell(word::saved());
            editing.set(false);
        }
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            {form.fields(tree, people, Some(id), word::cannot_save())}
            <div class="actions">
                <Button label=word::save() kind=ButtonKind::Primary submit=true />
                <Button label=ui::cancel() kind=ButtonKind::Quiet on_press=move || editing.set(false) />
            </div>
        </form>
    }
    .into_any()
}
