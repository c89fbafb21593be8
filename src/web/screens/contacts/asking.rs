use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    contact::{
        MayAsk, Pair, Way,
        block::SetBlocked,
        send_request::{Recipient, SendRequest, Sent},
    },
    limits,
    refusal::Field as Of,
    store::Stop,
};
use liaison_ui::{Button, ButtonKind, Confirm, Icon, TextArea, notices};

use super::ContactsRoute;
use crate::{
    route::{Route, replace},
    screens::{Form, stopped},
    tell,
    words::contacts as word,
};

/// The request itself: a greeting, and *Send*. What policy would refuse is said before anything is written.
#[component]
pub fn AskForm(to: Recipient, pair: Pair, way: Way) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let greeting = RwSignal::new(String::new());
    // A colleague in the directory has not been met, and no outside rule concerns them.
    let standing = (way != Way::Directory).then(|| db.live_ask(move || MayAsk { pair, way }));
    // What cannot be read is never taken for leave to ask.
    let closed = Memo::new(move |_| match standing?.get() {
        Ok(Ok(())) => None,
        Ok(Err(refusal)) => Some(Stop::Refused(refusal)),
        Err(stop) => Some(stop),
    });
    let notices = notices();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let act = SendRequest {
            to,
            greeting: greeting.get(),
        };
        let Some(sent) = form.take(db.run(act)) else {
            return;
        };
        let pair = match sent {
            Sent::Waiting(pair) => {
                notices.tell(word::request_sent());
                pair
            }
            Sent::Contacts(pair) => {
                notices.tell(word::contacts_at_once());
                pair
            }
        };
        replace(Route::Contacts(ContactsRoute::Person(pair)));
    };
    let write = move || {
        view! {
            <form class="form" novalidate=true on:submit=send>
                <TextArea
                    label=tell::field(Of::Greeting)
                    value=greeting
                    limit=*limits::GREETING.end()
                    hint=word::greeting_hint()
                    error=form.error(Of::Greeting)
                    optional=true
                />
                {form.card(word::cannot_send(), &[Of::Greeting])}
                <div class="actions">
                    <Button label=word::send() kind=ButtonKind::Primary icon=Icon::SEND submit=true />
                </div>
            </form>
        }
        .into_any()
    };
    move || match closed.get() {
        None => write(),
        Some(stop) => stopped(word::cannot_ask(), stop),
    }
}

/// Shuts somebody out, after asking.
#[component]
pub fn BlockButton(pair: Pair) -> impl IntoView {
    let db = use_db();
    let asking = RwSignal::new(false);
    let form = Form::new();
    let block = move || {
        _ = form.take(db.run(SetBlocked {
            pair,
            blocked: true,
        }))
    };
    view! {
        <Button label=word::block() kind=ButtonKind::Quiet icon=Icon::BLOCK on_press=move || asking.set(true) />
        <Confirm title=word::block_title() open=asking act=word::block() on_confirm=block>
            <p>{word::block_why()}</p>
        </Confirm>
        {form.card(word::cannot_block(), &[])}
    }
    .into_any()
}
