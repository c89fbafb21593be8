use leptos::{html, prelude::*};
use liaison_bridge::{Db, Memo, SaveState, use_db};
use liaison_core::{
    command::Actor,
    contact::{Met, Pair, relations},
    conversation::{
        Message, conversation as head_of, mark_read::MarkRead, messages, send_message::SendMessage,
        standing::Standing, threads,
    },
    id::{AccountId, ConversationId},
    limits,
    refusal::{Field as Of, Next, Refusal},
    row::ReadRows,
    store::Stop,
    view::View,
};
use liaison_ui::{
    Avatar, Button, ButtonKind, ButtonLink, Each, EmptyState, Icon, PageHeader, Size, VerifiedMark,
    intl,
};

use super::{ChatsRoute, list::company_of};
use crate::{
    route::Route,
    screens::{Form, contacts::ContactsRoute, stopped_with, title},
    tell,
    words::chats as word,
};

/// How many messages stand in the page at first, and how many more with each step back.
const STRETCH: u64 = 60;
/// How many of the last messages can come back with a refusal.
const REMEMBERED: usize = 50;
/// How near to the end of the history counts as being there, in pixels.
const AT_END: i32 = 80;
/// From how few signs left on the composer counts them.
const FEW_LEFT: usize = 200;

/// A direct conversation: history, and the place to write while policy allows it.
#[component]
pub fn ConversationPane(conversation: ConversationId) -> impl IntoView {
    let db = use_db();
    let other = db.live(move |view, _| other(view, conversation).ok().flatten());
    let known = Memo::new(move |_| other.with(Option::is_some));
    move || match known.get() {
        true => view! { <Open conversation=conversation other=other /> }.into_any(),
        false => {
            title(word::title());
            view! { <EmptyState icon=Icon::CHATS title=word::not_here() text=word::not_here_why()>
                <ButtonLink label=crate::words::app::to_list() href=Route::Chats(ChatsRoute::List).href() />
            </EmptyState> }.into_any()
        }
    }
}

/// The other person, as this one knows them.
#[derive(Clone, Debug, PartialEq)]
struct Other {
    me: AccountId,
    name: String,
    met: Option<Met>,
    pair: Pair,
}

fn other(view: &View, id: ConversationId) -> Result<Option<Other>, Stop> {
    let Actor::Account(me) = view.actor() else {
        return Ok(None);
    };
    let Some(thread) = view.find(&threads(me).at(id))? else {
        return Ok(None);
    };
    let remark = view
        .find(&relations(me).at(thread.pair))?
        .and_then(|relation| relation.remark);
    let met = Met::read(view, thread.pair.theirs)?;
    let name = remark
        .map(|remark| remark.to_string())
        .or(met.as_ref().map(|met| met.card.name.to_string()));
    Ok(Some(Other {
        me,
        name: name.unwrap_or_default(),
        met,
        pair: thread.pair,
    }))
}

#[component]
fn Open(conversation: ConversationId, other: Memo<Option<Other>>) -> impl IntoView {
    let db = use_db();
    let name = move || {
        other.with(|other| {
            other
                .as_ref()
                .map(|other| other.name.clone())
                .unwrap_or_default()
        })
    };
    title(name);
    let count = db.live(move |view, _| {
        view.find(&head_of(conversation).at(()))
            .ok()
            .flatten()
            .map_or(0, |head| head.messages)
    });
    Effect::new(move |_| {
        let read = count.get();
        // Marked again with the next message, should it not be kept.
        _ = db.run_relaxed(MarkRead { conversation, read });
    });
    let company = move || {
        other.with(|other| {
            let other = other.as_ref()?;
            (!other.pair.are_colleagues()).then(|| company_of(other.met.as_ref()))
        })
    };
    let verified = move || {
        other.with(|other| {
            other
                .as_ref()
                .and_then(|other| other.met.as_ref())
                .is_some_and(|met| met.card.verified)
        })
    };
    let to_person = Memo::new(move |_| {
        other.with(|other| {
            let pair = other.as_ref()?.pair;
            Some(Route::Contacts(ContactsRoute::Person(pair)).href())
        })
    });
    let standing = db.live_ask(move || Standing { conversation });
    // What cannot be read is never taken for leave to write.
    let open = Memo::new(move |_| match standing.get() {
        Ok(Ok(())) => Ok(()),
        Ok(Err(refusal)) => Err(Stop::Refused(refusal)),
        Err(stop) => Err(stop),
    });
    let sent = Sent::from_here(db);
    view! {
        <PageHeader
            title=name
            back=Signal::stored(Route::Chats(ChatsRoute::List).href())
            subtitle=move || company().unwrap_or_else(word::colleague)
        >
            {move || verified().then(|| view! { <VerifiedMark meaning=word::verified_person() /> })}
            {move || to_person.get().map(|href| view! {
                <a class="button quiet icon-only" href=href aria-label=word::contact_card() title=word::contact_card()>
                    {Icon::PERSON}
                </a>
            })}
        </PageHeader>
        <History conversation=conversation count=count other=other open=open sent=sent />
        <Composer conversation=conversation open=open to_person=to_person sent=sent />
    }
    .into_any()
}

/// What was sent from this screen, by the number of the act, and what of it was refused after all, because another tab
/// was first (MSG 3).
#[derive(Clone, Copy)]
struct Sent {
    texts: RwSignal<Vec<(u64, String)>>,
    /// Something was sent just now.
    wrote: StoredValue<bool>,
    refused: Memo<Vec<(u64, String, Refusal)>>,
}

impl Sent {
    fn from_here(db: Db) -> Self {
        let texts = RwSignal::new(Vec::<(u64, String)>::new());
        let refused = Memo::new(move |_| {
            let outcomes = db.changed_outcomes();
            let refusal = |act| {
                let last = outcomes.iter().rfind(|outcome| outcome.act == act)?;
                match last.after {
                    Err(Stop::Refused(refusal)) => Some(refusal),
                    _ => None,
                }
            };
            let texts = texts.get().into_iter();
            texts
                .filter_map(|(act, text)| refusal(act).map(|refusal| (act, text, refusal)))
                .collect()
        });
        Self {
            texts,
            wrote: StoredValue::new(true),
            refused,
        }
    }

    fn note(self, act: u64, text: String) {
        self.wrote.set_value(true);
        self.texts.update(|texts| {
            texts.push((act, text));
            let surplus = texts.len().saturating_sub(REMEMBERED);
            texts.drain(..surplus);
        });
    }
}

#[component]
fn History(
    conversation: ConversationId,
    count: Memo<u64>,
    other: Memo<Option<Other>>,
    open: Memo<Result<(), Stop>>,
    sent: Sent,
) -> impl IntoView {
    let db = use_db();
    let shown = RwSignal::new(STRETCH);
    let first = Memo::new(move |_| count.get().saturating_sub(shown.get()));
    let numbers = move || (first.get()..count.get()).collect::<Vec<_>>();
    // How many the disk has for certain.
    let kept = Memo::new(move |before: Option<&u64>| match db.saving() {
        SaveState::Saved => count.get(),
        SaveState::Saving | SaveState::CannotSave(_) => before.copied().unwrap_or_default(),
    });
    let pane = NodeRef::<html::Div>::new();
    // Whoever looks at the end keeps looking at the end; whoever reads further up is left there, unless they wrote.
    let at_end = StoredValue::new(true);
    let look = move |_| {
        if let Some(pane) = pane.get_untracked() {
            at_end.set_value(is_at_end(&pane));
        }
    };
    Effect::new(move |_| {
        count.track();
        sent.refused.track();
        sent.texts.track();
        let wrote = sent.wrote.get_value();
        sent.wrote.set_value(false);
        if let Some(pane) = pane.get().filter(|_| wrote || at_end.get_value()) {
            request_animation_frame(move || pane.set_scroll_top(pane.scroll_height()));
        }
    });
    let bubble = move |number: u64| {
        let message =
            db.live(move |view, _| view.find(&messages(conversation).at(number)).ok().flatten());
        let before = db.live(move |view, _| {
            let before = messages(conversation).at(number.checked_sub(1)?);
            Some(view.find(&before).ok().flatten()?.at.0)
        });
        let me = other.with_untracked(|other| other.as_ref().map(|other| other.me));
        let name = move || {
            other.with(|other| {
                other
                    .as_ref()
                    .map(|other| other.name.clone())
                    .unwrap_or_default()
            })
        };
        move || {
            let Message { from, at, text } = message.get()?;
            let own = Some(from) == me;
            let exact = move || intl::date_time(at.0).get();
            let day = (day(before.get()) != day(Some(at.0)))
                .then(|| view! { <li class="day">{intl::date(at.0)}</li> });
            let avatar =
                (!own).then(|| view! { <Avatar name=Signal::derive(name) size=Size::Small /> });
            Some(view! {
                {day}
                <li class="message" class:own=own>
                    {avatar}
                    <div class="bubble">
                        <bdi>{text.to_string()}</bdi>
                    </div>
                    <span class="message-state">
                        {own.then(|| view! { <SentSign sent=Signal::derive(move || number < kept.get()) /> })}
                        <time title=exact>{intl::time(at.0)}</time>
                    </span>
                </li>
            })
        }
    };
    view! {
        <div class="pane-scroll" node_ref=pane on:scroll=look tabindex="0" role="region" aria-label=word::history()>
            {move || {
                (first.get() > 0).then(|| view! {
                    <div class="history-more">
                        <Button label=word::earlier() small=true kind=ButtonKind::Quiet on_press=move || shown.update(|shown| *shown += STRETCH) />
                    </div>
                })
            }}
            {move || {
                let is_new = count.get() == 0 && open.with(Result::is_ok);
                is_new.then(|| view! { <p class="muted history-empty">{word::say_hello()}</p> })
            }}
            <ol class="messages" aria-live="polite">
                <Each items=Signal::derive(numbers) key=|number| *number children=bubble />
                <Each items=sent.refused key=|(act, ..)| *act children=refused_bubble />
            </ol>
        </div>
    }
    .into_any()
}

fn is_at_end(pane: &web_sys::Element) -> bool {
    pane.scroll_height() - pane.scroll_top() - pane.client_height() < AT_END
}

/// A message that reached nobody: what it said, and why.
fn refused_bubble((_, text, refusal): (u64, String, Refusal)) -> AnyView {
    view! {
        <li class="message own">
            <div class="bubble">
                <bdi>{text}</bdi>
            </div>
            <tell::Refused what=word::cannot_send() refusal=refusal />
        </li>
    }
    .into_any()
}

/// The date of a message where it is read.
fn day(at: Option<u64>) -> Option<String> {
    Some(intl::date(at?).get().into_owned())
}

/// *waiting* until the disk has it, then *sent* (MSG 3).
#[component]
fn SentSign(sent: Signal<bool>) -> impl IntoView {
    move || match sent.get() {
        true => Icon::CHECK.named(word::sent()),
        false => Icon::CLOCK.named(word::waiting()),
    }
}

#[component]
fn Composer(
    conversation: ConversationId,
    open: Memo<Result<(), Stop>>,
    /// The address of the other's card.
    to_person: Memo<Option<String>>,
    sent: Sent,
) -> impl IntoView {
    let db = use_db();
    let text = RwSignal::new(String::new());
    let form = Form::new();
    let send = move || {
        if text.with(|text| text.trim().is_empty()) {
            return;
        }
        if form
            .take(db.run(SendMessage {
                conversation,
                text: text.get(),
            }))
            .is_some()
        {
            sent.note(db.last_act(), text.get());
            text.set(String::new());
        }
    };
    let keys = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
            event.prevent_default();
            send();
        }
    };
    let write = move || {
        view! {
            <form
                class="composer"
                novalidate=true
                on:submit=move |event| {
                    event.prevent_default();
                    send();
                }
            >
                <div class="grow">
                    <textarea
                        class="input"
                        rows="1"
                        dir="auto"
                        aria-label=word::message()
                        placeholder=word::write_here()
                        prop:value=text
                        on:input=move |event| text.set(event_target_value(&event))
                        on:keydown=keys
                    ></textarea>
                </div>
                <Button label=word::send() kind=ButtonKind::Primary icon=Icon::SEND submit=true />
            </form>
            {move || form.error(Of::Message).get().map(|error| view! { <p class="error" role="alert">{error}</p> })}
            {form.card(word::cannot_send(), &[Of::Message])}
        }
        .into_any()
    };
    // Asking again and unblocking are done on the other's card.
    let way = move |refusal: Refusal| {
        let is_there = matches!(refusal.told().next, Next::SendRequest | Next::Unblock);
        let href = to_person.get_untracked().filter(|_| is_there)?;
        Some(view! { <ButtonLink label=word::contact_card() href=href small=true /> }.into_any())
    };
    let left = move || {
        limits::MESSAGE
            .end()
            .saturating_sub(text.with(|text| text.chars().count()))
    };
    view! {
        <footer class="composer-pane">
            {move || match open.get() {
                Ok(()) => write(),
                Err(stop) => stopped_with(word::closed(), stop, way),
            }}
            {move || (left() < FEW_LEFT).then(|| view! { <p class="count">{crate::words::ui::signs_left(left() as u64)}</p> })}
        </footer>
    }
    .into_any()
}
