use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    command::Actor,
    contact::{Pair, answers, send_request::Recipient},
    id::AnswerId,
    row::ReadRows,
};
use liaison_ui::{ButtonLink, EmptyState, Icon};

use super::{ContactsRoute, person_pane::PersonDetail};
use crate::{route::Route, screens::title, words::contacts as word};

/// Whom an opened code or number led to: the request, never an add by itself (CON 2).
#[component]
pub fn FoundPane(answer: AnswerId) -> impl IntoView {
    let db = use_db();
    let found = db.live(move |view, now| {
        let Actor::Account(me) = view.actor() else {
            return None;
        };
        let found = view.find(&answers(me).at(answer)).ok().flatten()?;
        let found = Some(found).filter(|found| found.holds(now.time()))?;
        let pair = Pair {
            theirs: found.party,
            seat: found.seat,
        };
        Some((pair, found.way))
    });
    // What was found stays in sight while the request is written, even when the answer is swept meanwhile.
    let first = found.get_untracked();
    match first {
        Some((pair, way)) => {
            view! { <PersonDetail pair=pair to=(Recipient::Answer(answer), Some(way)) /> }
                .into_any()
        }
        None => {
            title(word::title());
            view! {
                <EmptyState icon=Icon::CLOCK title=word::too_old() text=word::too_old_why()>
                    <ButtonLink label=word::add_title() href=Route::Contacts(ContactsRoute::Add).href() />
                </EmptyState>
            }
            .into_any()
        }
    }
}
