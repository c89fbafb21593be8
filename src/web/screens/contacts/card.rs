use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    contact::{
        Pair, RelationState, describe::DescribeContact, remove::RemoveContact,
        send_request::Recipient,
    },
    conversation::standing::Standing,
    limits,
    policy::Rule,
    refusal::{Field as Of, Refusal},
};
use liaison_ui::{
    Button, ButtonKind, ButtonLink, Callout, Card, Confirm, Dialog, Field, Icon, KeyValue,
    KeyValues, TextArea, Tone, intl, notices,
};

use super::{
    ContactsRoute,
    asking::{AskForm, BlockButton, Unblock},
    person::{Person, way},
};
use crate::{
    route::{Route, replace},
    screens::{Form, chats::ChatsRoute},
    tell,
    words::contacts as word,
};

/// A contact: to write to, to note something about, to remove (CON 6).
#[component]
pub fn ContactCard(pair: Pair, person: Memo<Option<Person>>) -> impl IntoView {
    let relation = move || person.with(|person| person.as_ref()?.relation.clone());
    let write = move || {
        let conversation = relation()?.conversation?;
        let href = Route::Chats(ChatsRoute::Direct(conversation)).href();
        Some(
            view! { <ButtonLink label=word::send_message() href=href kind=ButtonKind::Primary icon=Icon::CHATS /> },
        )
    };
    let since = move || {
        let relation = relation()?;
        let RelationState::Contact { since } = relation.state else {
            return None;
        };
        Some(view! {
            <KeyValue label=word::how()>{way(relation.way)}</KeyValue>
            <KeyValue label=word::since()>{intl::date(since.0)}</KeyValue>
        })
    };
    view! {
        <BlockedNote pair=pair person=person />
        <div class="actions">{write}</div>
        <AskAgain pair=pair person=person />
        <Notes pair=pair person=person />
        <KeyValues>{since}</KeyValues>
        <div class="actions">
            <RemoveButton pair=pair />
            {move || (!relation().is_some_and(|relation| relation.blocked)).then(|| view! { <BlockButton pair=pair /> })}
        </div>
    }
    .into_any()
}

/// A contact whom nothing reaches, because they do not hold this person as one: a request is the way back.
#[component]
fn AskAgain(pair: Pair, person: Memo<Option<Person>>) -> impl IntoView {
    let db = use_db();
    let known = Memo::new(move |_| {
        person.with(|person| {
            let relation = person.as_ref()?.relation.as_ref()?;
            Some((relation.conversation?, relation.way))
        })
    });
    move || {
        let (conversation, way) = known.get()?;
        let standing = db.live_ask(move || Standing { conversation });
        let is_one_sided = Memo::new(move |_| {
            standing.with(|standing| *standing == Ok(Err(Refusal::Policy(Rule::NotAContact))))
        });
        Some(move || {
            is_one_sided.get().then(|| {
                view! {
                    <Callout tone=Tone::Waiting title=word::not_held()>{word::not_held_why()}</Callout>
                    <AskForm to=Recipient::Known(pair) pair=pair way=way />
                }
            })
        })
    }
}

#[component]
fn BlockedNote(pair: Pair, person: Memo<Option<Person>>) -> impl IntoView {
    let blocked = Memo::new(move |_| {
        person.with(|person| {
            let relation = person.as_ref().and_then(|person| person.relation.as_ref());
            relation.is_some_and(|relation| relation.blocked)
        })
    });
    move || {
        blocked.get().then(|| {
            view! {
                <Callout title=word::blocked()>
                    <p>{word::blocked_why()}</p>
                    <Unblock pair=pair />
                </Callout>
            }
        })
    }
}

/// What this person notes about the other; nobody else sees it.
#[component]
fn Notes(pair: Pair, person: Memo<Option<Person>>) -> impl IntoView {
    let open = RwSignal::new(false);
    let notes = Memo::new(move |_| {
        person.with(|person| {
            let relation = person.as_ref().and_then(|person| person.relation.as_ref());
            let text = |text: Option<String>| text.unwrap_or_default();
            (
                text(relation.and_then(|it| it.remark.as_ref().map(|remark| remark.to_string()))),
                text(relation.and_then(|it| it.description.as_ref().map(|text| text.to_string()))),
            )
        })
    });
    let edit = move || view! { <Button label=word::edit() kind=ButtonKind::Quiet small=true icon=Icon::EDIT on_press=move || open.set(true) /> };
    let shown = |text: String| match text.is_empty() {
        true => view! { <span class="muted">{word::none()}</span> }.into_any(),
        false => view! { <bdi class="prose">{text}</bdi> }.into_any(),
    };
    view! {
        <Card title=word::notes() acts=edit>
            <KeyValues>
                <KeyValue label=tell::field(Of::Remark)>{move || shown(notes.get().0)}</KeyValue>
                <KeyValue label=tell::field(Of::Description)>{move || shown(notes.get().1)}</KeyValue>
            </KeyValues>
        </Card>
        <Dialog title=word::notes() open=open>
            <NotesForm pair=pair notes=notes.get_untracked() open=open />
        </Dialog>
    }
    .into_any()
}

#[component]
fn NotesForm(pair: Pair, notes: (String, String), open: RwSignal<bool>) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let remark = RwSignal::new(notes.0);
    let description = RwSignal::new(notes.1);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let act = DescribeContact {
            pair,
            remark: remark.get(),
            description: description.get(),
        };
        if form.take(db.run(act)).is_some() {
            open.set(false);
        }
    };
    view! {
        <form class="form" novalidate=true on:submit=save>
            <Field label=tell::field(Of::Remark) value=remark hint=word::remark_hint() error=form.error(Of::Remark) optional=true first=true />
            <TextArea
                label=tell::field(Of::Description)
                value=description
                limit=*limits::DESCRIPTION.end()
                error=form.error(Of::Description)
                optional=true
            />
            {form.card(word::cannot_note(), &[Of::Remark, Of::Description])}
            <div class="actions"><Button label=word::save() kind=ButtonKind::Primary submit=true /></div>
        </form>
    }
    .into_any()
}

#[component]
fn RemoveButton(pair: Pair) -> impl IntoView {
    let db = use_db();
    let asking = RwSignal::new(false);
    let form = Form::new();
    let notices = notices();
    let remove = move || {
        if form.take(db.run(RemoveContact { pair })).is_some() {
            notices.tell(word::removed());
            replace(Route::Contacts(ContactsRoute::List));
        }
    };
    view! {
        <Button label=word::remove() kind=ButtonKind::Quiet icon=Icon::REMOVE_PERSON on_press=move || asking.set(true) />
        <Confirm title=word::remove_title() open=asking act=word::remove() on_confirm=remove>
            <p>{word::remove_why()}</p>
        </Confirm>
        {form.card(word::cannot_remove(), &[])}
    }
    .into_any()
}
