use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    account::{TeamEntry, mark_team_read::MarkTeamRead, team, team_read},
    command::Actor,
    row::ReadRows,
};
use liaison_ui::{ButtonLink, Moment, PageHeader};

use super::{ChatsRoute, notice};
use crate::{route::Route, screens::title, words::chats as word};

/// Each account's read-only system conversation, the newest below.
#[component]
pub fn TeamPane() -> impl IntoView {
    title(word::team());
    let db = use_db();
    let now = db.live(|_, now| now.time().0);
    let entries = db.live(|view, _| match view.actor() {
        Actor::Account(me) => view.list(&team(me)).unwrap_or_default(),
        Actor::Visitor | Actor::Operator => Vec::new(),
    });
    let seen = db.live(|view, _| match view.actor() {
        Actor::Account(me) => view
            .find(&team_read(me).at(()))
            .ok()
            .flatten()
            .map_or(0, |read| read.seen),
        Actor::Visitor | Actor::Operator => 0,
    });
    Effect::new(move |_| {
        let count = entries.with(|entries| entries.last().map_or(0, |(number, _)| number + 1));
        if count > seen.get() {
            // Not reading it again next time is all that could be lost.
            _ = db.run_relaxed(MarkTeamRead { seen: count });
        }
    });
    let entry = move |(_, TeamEntry { at, notice }): (u64, TeamEntry)| {
        view! {
            <li class="letter">
                <p class="strong">{notice::headline(&notice)}</p>
                {notice::detail(&notice).map(|detail| view! { <p class="prose"><bdi>{detail}</bdi></p> })}
                <Moment at=Signal::stored(at.0) now=now />
                {notice::way(&notice).map(|(label, route)| view! {
                    <div class="actions"><ButtonLink label=label href=route.href() small=true /></div>
                })}
            </li>
        }
    };
    view! {
        <PageHeader title=word::team() back=Signal::stored(Route::Chats(ChatsRoute::List).href()) subtitle=word::team_what() />
        <div class="pane-scroll">
            <ol class="messages">
                <For each=move || entries.get() key=|(number, _)| *number children=entry />
            </ol>
        </div>
    }
    .into_any()
}
