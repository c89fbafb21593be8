use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    command::Actor,
    contact::{Pair, RelationState, relations},
    order,
    row::ReadRows,
    store::Stop,
    view::View,
};
use liaison_ui::{Avatar, ButtonLink, EmptyState, Icon, Moment, PageHeader, Pill};

use super::{
    ContactsRoute,
    person::{Person, way},
    person_pane::{Stage, stage},
};
use crate::{route::Route, screens::title, words::contacts as word};

/// Requests in both directions, each in the state it is in (CON 5). The newest first.
#[component]
pub fn RequestsPane() -> impl IntoView {
    title(word::new_requests());
    let db = use_db();
    let requests = db.live(|view, _| requests(view).unwrap_or_default());
    let received = move || requests.with(|(received, _)| received.clone());
    let sent = move || requests.with(|(_, sent)| sent.clone());
    let nothing = move || requests.with(|(received, sent)| received.is_empty() && sent.is_empty());
    let section = |label: liaison_ui::Text, pairs: Vec<Pair>| {
        (!pairs.is_empty()).then(|| view! {
            <section class="stack">
                <h2 class="list-title flush">{label}</h2>
                <ul class="rows">
                    {pairs.into_iter().map(|pair| view! { <li><RequestRow pair=pair /></li> }).collect_view()}
                </ul>
            </section>
        })
    };
    view! {
        <PageHeader title=word::new_requests() back=Signal::stored(Route::Contacts(ContactsRoute::List).href()) />
        <div class="pane-scroll">
            <div class="pane-body">
                {move || nothing().then(|| view! {
                    <EmptyState icon=Icon::INVITE title=word::no_requests() text=word::no_requests_why()>
                        <ButtonLink label=word::add_title() href=Route::Contacts(ContactsRoute::Add).href() icon=Icon::ADD />
                    </EmptyState>
                })}
                {move || section(word::received(), received())}
                {move || section(word::sent(), sent())}
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn RequestRow(pair: Pair) -> impl IntoView {
    let db = use_db();
    let now = db.live(|_, now| now.time().0);
    let person = db.live(move |view, _| Person::read(view, pair).ok().flatten());
    let stage = db.live(move |view, now| stage(view, now, pair));
    move || {
        let person = person.get()?;
        let relation = person.relation.clone()?;
        let name = person.shown();
        let outside = !pair.are_colleagues();
        let greeting = relation
            .greeting
            .map(|greeting| view! { <bdi class="cut">{greeting.to_string()}</bdi> }.into_any());
        Some(view! {
            <a class="row-link" href=Route::Contacts(ContactsRoute::Person(pair)).href()>
                <Avatar name=Signal::stored(person.name.clone()) />
                <span class="row-text">
                    <span class="list-line">
                        <bdi class="cut strong">{name}</bdi>
                        <span class="cut" class:outside=outside class:muted=!outside>{person.stands_for()}</span>
                    </span>
                    <span class="hint list-line">{greeting.unwrap_or_else(|| way(relation.way).into_any())}</span>
                </span>
                <span class="request-end">
                    {move || stage.get().pill().map(|(label, tone)| view! { <Pill label=label tone=tone /> })}
                    <Moment at=Signal::stored(relation.state.at().0) now=now />
                </span>
            </a>
        })
    }
}

fn requests(view: &View) -> Result<(Vec<Pair>, Vec<Pair>), Stop> {
    use RelationState::*;
    let Actor::Account(me) = view.actor() else {
        return Ok(Default::default());
    };
    let mut all = view.list(&relations(me))?;
    order::sort_by_key(&mut all, |(_, relation)| {
        std::cmp::Reverse(relation.state.at())
    });
    let (mut received, mut sent) = (Vec::new(), Vec::new());
    for (pair, relation) in all {
        match relation.state {
            Received { .. } | DeclinedByMe { .. } | Withdrawn { .. } => received.push(pair),
            Sent { .. } | Declined { .. } | WithdrawnByMe { .. } => sent.push(pair),
            Contact { .. } | RemovedByMe { .. } => {}
        }
    }
    Ok((received, sent))
}

impl Stage {
    fn pill(&self) -> Option<(liaison_ui::Text, liaison_ui::Tone)> {
        use super::person_pane::Past;
        use liaison_ui::Tone;
        Some(match self {
            Stage::AsksMe => (word::state::asks_me(), Tone::Waiting),
            Stage::Asked => (word::state::waiting(), Tone::Info),
            Stage::Blocked => (word::state::blocked(), Tone::Neutral),
            Stage::Past(past) => match past {
                Past::Expired | Past::TheirsExpired => (word::state::expired(), Tone::Neutral),
                Past::Declined { .. } | Past::DeclinedByMe => {
                    (word::state::declined(), Tone::Neutral)
                }
                Past::Withdrawn | Past::WithdrawnByMe => (word::state::withdrawn(), Tone::Neutral),
                Past::Removed => return None,
            },
            Stage::Contact | Stage::Nothing => return None,
        })
    }
}
