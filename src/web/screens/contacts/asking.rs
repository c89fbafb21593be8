use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    contact::{
        ContactRefusal, MayAsk, Pair, Way,
        block::SetBlocked,
        send_request::{Recipient, SendRequest, Sent},
    },
    limits,
    refusal::{Field as Of, Next, Refusal},
    store::Stop,
};
use liaison_ui::{Button, ButtonKind, ButtonLink, Confirm, Icon, TextArea, notices};

use super::ContactsRoute;
use crate::{
    route::{Route, replace},
    screens::{Form, stopped_with},
    tell,
    words::contacts as word,
};

/// The request itself: a greeting, and *Send*. What policy would refuse is said before anything is written.
#[component]
pub fn AskForm(to: Recipient, pair: Pair, way: Way) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let greeting = RwSignal::new(String::new());
    let standing = db.live_ask(move || MayAsk { pair, way });
    // What cannot be read is never taken for leave to ask.
    let terms = Memo::new(move |_| match standing.get() {
        Ok(Ok(terms)) => Ok(terms),
        Ok(Err(refusal)) => Err(Stop::Refused(refusal)),
        Err(stop) => Err(stop),
    });
    let notices = notices();
    let may_greet = move || terms.with(|terms| terms.as_ref().is_ok_and(|terms| terms.greeting));
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let act = SendRequest {
            to,
            greeting: match may_greet() {
                true => greeting.get(),
                false => String::new(),
            },
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
                {move || match may_greet() {
                    true => view! {
                        <TextArea
                            label=tell::field(Of::Greeting)
                            value=greeting
                            limit=*limits::GREETING.end()
                            hint=word::greeting_hint()
                            error=form.error(Of::Greeting)
                            optional=true
                        />
                    }
                    .into_any(),
                    false => view! { <p class="muted">{word::no_greeting()}</p> }.into_any(),
                }}
                {form.card_with(Signal::stored(word::cannot_send()), &[Of::Greeting], look_again)}
                <div class="actions">
                    <Button label=word::send() kind=ButtonKind::Primary icon=Icon::SEND submit=true />
                </div>
            </form>
        }
        .into_any()
    };
    let closed = Memo::new(move |_| terms.get().err());
    move || match closed.get() {
        None => write(),
        Some(stop) => stopped_with(word::cannot_ask(), stop, move |refusal| {
            let is_blocked = refusal.told().next == Next::Unblock;
            is_blocked.then(|| view! { <Unblock pair=pair /> }.into_any())
        }),
    }
}

/// Lets somebody be heard again, in every seat.
#[component]
pub fn Unblock(pair: Pair) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let unblock = move || {
        _ = form.take(db.run(SetBlocked {
            pair,
            blocked: false,
        }))
    };
    view! {
        <Button label=word::unblock() small=true on_press=unblock />
        {form.card(word::cannot_unblock(), &[])}
    }
    .into_any()
}

/// What a code or number led to holds for ten minutes: it is opened again where it was.
fn look_again(refusal: Refusal) -> Option<AnyView> {
    let is_too_old = refusal == Refusal::Contact(ContactRefusal::AnswerTooOld);
    let to_add = Route::Contacts(ContactsRoute::Add).href();
    is_too_old
        .then(|| view! { <ButtonLink label=word::add_title() href=to_add small=true /> }.into_any())
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
