use leptos::{html, prelude::*};
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    account::{TeamEntry, mark_team_read::MarkTeamRead, seen_notices, thread},
    command::Actor,
};
use liaison_ui::{ButtonLink, Each, Moment, PageHeader};

use super::{
    ChatsRoute,
    notice::{self, About},
};
use crate::{route::Route, screens::title, words::chats as word};

/// Each account's read-only system conversation, the newest below.
#[component]
pub fn TeamPane() -> impl IntoView {
    title(word::team());
    let db = use_db();
    let now = db.live(|_, now| now.time().0);
    let entries = db.live(|view, now| match view.actor() {
        Actor::Account(me) => {
            let entries = thread(view, me, now.time()).unwrap_or_default().into_iter();
            let with_about = entries.map(|entry| {
                let about = About::read(view, &entry.notice).ok().flatten();
                (entry, about)
            });
            with_about.collect()
        }
        Actor::Visitor | Actor::Operator => Vec::new(),
    });
    let seen = db.live(|view, _| match view.actor() {
        Actor::Account(me) => seen_notices(view, me).unwrap_or_default(),
        Actor::Visitor | Actor::Operator => 0,
    });
    Effect::new(move |_| {
        let count = entries.with(|entries| entries.len() as u64);
        if count > seen.get() {
            // Not reading it again next time is all that could be lost.
            _ = db.run_relaxed(MarkTeamRead { seen: count });
        }
    });
    let pane = NodeRef::<html::Div>::new();
    // What came last is what one comes for.
    let count = Memo::new(move |_| entries.with(Vec::len));
    Effect::new(move |_| {
        count.track();
        if let Some(pane) = pane.get() {
            request_animation_frame(move || pane.set_scroll_top(pane.scroll_height()));
        }
    });
    let entry = move |(_, (TeamEntry { at, notice }, about)): (
        usize,
        (TeamEntry, Option<About>),
    )| {
        let about = about.as_ref();
        view! {
            <li class="letter">
                <p class="strong">{notice::headline(&notice, about)}</p>
                {notice::detail(&notice).map(|detail| view! { <p class="prose"><bdi>{detail}</bdi></p> })}
                <Moment at=Signal::stored(at.0) now=now />
                {notice::way(&notice, about).map(|(label, route)| view! {
                    <div class="actions"><ButtonLink label=label href=route.href() small=true /></div>
                })}
            </li>
        }
    };
    view! {
        <PageHeader title=word::team() back=Signal::stored(Route::Chats(ChatsRoute::List).href()) subtitle=word::team_what() />
        <div class="pane-scroll" node_ref=pane tabindex="0" role="region" aria-label=word::team()>
            <ol class="messages">
                <Each items=Signal::derive(move || entries.get().into_iter().enumerate().collect::<Vec<_>>()) key=|(number, (_, about))| (*number, about.clone()) children=entry />
            </ol>
        </div>
    }
    .into_any()
}
