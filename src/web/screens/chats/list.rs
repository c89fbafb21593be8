use leptos::prelude::*;
use liaison_bridge::{Memo, Now, use_db};
use liaison_core::{
    account::{thread, unread_notices},
    command::Actor,
    contact::{Met, relations},
    conversation::{Message, conversation, messages, threads, unread},
    id::{AccountId, ConversationId},
    row::ReadRows,
    store::Stop,
    time::Time,
    view::View,
};
use liaison_ui::{Avatar, Count, Each, Icon, Moment, PageHeader, Text};

use super::{ChatsRoute, notice};
use crate::{route::Route, screens::join::WaitingInvitations, words::chats as word};

/// All threads, the one that moved last first. The Team thread is one of them.
#[component]
pub fn ThreadList(route: Signal<ChatsRoute>) -> impl IntoView {
    let db = use_db();
    let now = db.live(|_, now| now.time().0);
    let order = db.live(|view, now| order(view, now.time()).unwrap_or_default());
    let row = move |thread| {
        let row = match thread {
            ThreadId::Team => view! { <TeamRow route=route now=now /> }.into_any(),
            ThreadId::Direct(id) => view! { <DirectRow id=id route=route now=now /> }.into_any(),
        };
        view! { <li>{row}</li> }.into_any()
    };
    view! {
        <PageHeader title=word::title() />
        <nav class="pane-scroll" aria-label=word::threads()>
            <WaitingInvitations />
            <ul class="list">
                <Each items=order key=|thread| *thread children=row />
            </ul>
        </nav>
    }
    .into_any()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum ThreadId {
    Team,
    Direct(ConversationId),
}

fn order(view: &View, now: Time) -> Result<Vec<ThreadId>, Stop> {
    let Actor::Account(me) = view.actor() else {
        return Ok(Vec::new());
    };
    let mut moved = Vec::new();
    if let Some(entry) = thread(view, me, now)?.last() {
        moved.push((entry.at, ThreadId::Team));
    }
    for (id, _) in view.list(&threads(me))? {
        if let Some(head) = view.find(&conversation(id).at(()))? {
            moved.push((head.last, ThreadId::Direct(id)));
        }
    }
    liaison_core::order::sort_by_key(&mut moved, |(at, _)| std::cmp::Reverse(*at));
    Ok(moved.into_iter().map(|(_, id)| id).collect())
}

#[component]
fn TeamRow(route: Signal<ChatsRoute>, now: Memo<u64>) -> impl IntoView {
    let row = use_db().live(|view, now| {
        let Actor::Account(me) = view.actor() else {
            return Ok(None);
        };
        let now = now.time();
        let unread = unread_notices(view, me, now)?;
        Ok::<_, Stop>(thread(view, me, now)?.pop().map(|entry| (entry, unread)))
    });
    move || {
        let (entry, unread) = row.get().ok().flatten()?;
        let here = move || (route.get() == ChatsRoute::Team).then_some("page");
        Some(view! {
            <a class="list-row" href=Route::Chats(ChatsRoute::Team).href() aria-current=here>
                <span class="avatar team-mark" aria-hidden="true">{Icon::TEAM}</span>
                <span class="list-text">
                    <span class="list-line">
                        <span class="cut strong">{word::team()}</span>
                        <span class="list-end"><Moment at=Signal::stored(entry.at.0) now=now /></span>
                    </span>
                    <span class="list-line">
                        <span class="cut muted">{notice::headline(&entry.notice, None)}</span>
                        <span class="list-end"><Count n=Signal::stored(unread) label=crate::words::app::unread(unread) /></span>
                    </span>
                </span>
            </a>
        })
    }
}

/// What a row shows of a conversation.
#[derive(Clone, Debug, PartialEq)]
struct Face {
    name: String,
    /// The other company, for outside conversations (MSG 4).
    company: Option<Text>,
    last: Option<(AccountId, Message)>,
    at: Time,
    unread: u64,
}

#[component]
fn DirectRow(id: ConversationId, route: Signal<ChatsRoute>, now: Memo<u64>) -> impl IntoView {
    let face = use_db().live(move |view, now| face(view, now, id).ok().flatten());
    move || {
        let Face {
            name,
            company,
            last,
            at,
            unread,
        } = face.get()?;
        let here = move || (route.get() == ChatsRoute::Direct(id)).then_some("page");
        let last = last.map(|(me, message)| {
            let text = message.text.to_string();
            if message.from == me {
                word::from_me(text)
            } else {
                text.into()
            }
        });
        Some(view! {
            <a class="list-row" href=Route::Chats(ChatsRoute::Direct(id)).href() aria-current=here>
                <Avatar name=Signal::stored(name.clone()) />
                <span class="list-text">
                    <span class="list-line">
                        <bdi class="cut strong">{name}</bdi>
                        {company.map(|company| view! { <span class="cut outside">{company}</span> })}
                        <span class="list-end"><Moment at=Signal::stored(at.0) now=now /></span>
                    </span>
                    <span class="list-line">
                        <span class="cut muted">{last.unwrap_or_else(word::nothing_said)}</span>
                        <span class="list-end"><Count n=Signal::stored(unread) label=crate::words::app::unread(unread) /></span>
                    </span>
                </span>
            </a>
        })
    }
}

fn face(view: &View, _: &Now, id: ConversationId) -> Result<Option<Face>, Stop> {
    let Actor::Account(me) = view.actor() else {
        return Ok(None);
    };
    let (Some(thread), Some(head)) = (
        view.find(&threads(me).at(id))?,
        view.find(&conversation(id).at(()))?,
    ) else {
        return Ok(None);
    };
    let last = match head.messages.checked_sub(1) {
        Some(number) => view
            .find(&messages(id).at(number))?
            .map(|message| (me, message)),
        None => None,
    };
    let remark = view
        .find(&relations(me).at(thread.pair))?
        .and_then(|relation| relation.remark);
    let met = Met::read(view, thread.pair.theirs)?;
    let name = remark
        .map(|remark| remark.to_string())
        .or(met.as_ref().map(|met| met.card.name.to_string()));
    let company = (!thread.pair.are_colleagues()).then(|| company_of(met.as_ref()));
    let unread = unread(view, me, id)?;
    Ok(Some(Face {
        name: name.unwrap_or_default(),
        company,
        last,
        at: head.last,
        unread,
    }))
}

/// Where a company would stand, people without one have *No organization* (CON 10).
pub fn company_of(met: Option<&Met>) -> Text {
    match met.and_then(|met| met.company.as_ref()) {
        Some(company) => company.display_name.to_string().into(),
        None => crate::words::demo::no_organization(),
    }
}
