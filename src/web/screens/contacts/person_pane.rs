use leptos::prelude::*;
use liaison_bridge::{Memo, Now, use_db};
use liaison_core::{
    command::Actor,
    contact::{
        Pair, RelationState, Way, relations, send_request::Recipient, withdraw::WithdrawRequest,
    },
    limits,
    row::ReadRows,
    time::Time,
    view::View,
};
use liaison_ui::{Button, ButtonLink, Callout, EmptyState, Icon, PageHeader, Text, Tone, intl};

use super::{
    ContactsRoute,
    answering::Answering,
    asking::{AskForm, BlockButton, Unblock},
    card::ContactCard,
    person::{Person, PersonHead, way},
};
use crate::{
    route::Route,
    screens::{Form, title},
    words::contacts as word,
};

/// What stands between this person and another, so far as it decides what can be done now.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// No relation.
    Nothing,
    AsksMe,
    /// This person asked and waits.
    Asked,
    Contact,
    /// This person wants to hear nothing.
    Blocked,
    /// A request that has ended, or a contact that was removed: one may ask again.
    Past(Past),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Past {
    Expired,
    TheirsExpired,
    Declined {
        /// From when on one may ask again (CON 5).
        again: Option<Time>,
    },
    DeclinedByMe,
    Withdrawn,
    WithdrawnByMe,
    Removed,
}

pub fn stage(view: &View, now: &Now, pair: Pair) -> Stage {
    let Actor::Account(me) = view.actor() else {
        return Stage::Nothing;
    };
    let Ok(Some(relation)) = view.find(&relations(me).at(pair)) else {
        return Stage::Nothing;
    };
    let now = now.time();
    let expired = relation.state.is_expired(now);
    if relation.blocked && !relation.state.is_contact() {
        return Stage::Blocked;
    }
    match relation.state {
        RelationState::Contact { .. } => Stage::Contact,
        RelationState::Received { .. } if expired => Stage::Past(Past::TheirsExpired),
        RelationState::Received { .. } => Stage::AsksMe,
        RelationState::Sent { .. } if expired => Stage::Past(Past::Expired),
        RelationState::Sent { .. } => Stage::Asked,
        RelationState::Declined { at } => {
            let again = at.plus(limits::RENEW_AFTER_MS);
            Stage::Past(Past::Declined {
                again: (now < again).then_some(again),
            })
        }
        RelationState::DeclinedByMe { .. } => Stage::Past(Past::DeclinedByMe),
        RelationState::Withdrawn { .. } => Stage::Past(Past::Withdrawn),
        RelationState::WithdrawnByMe { .. } => Stage::Past(Past::WithdrawnByMe),
        RelationState::RemovedByMe { .. } => Stage::Past(Past::Removed),
    }
}

/// Somebody with whom there is a relation.
#[component]
pub fn PersonPane(pair: Pair) -> impl IntoView {
    let stage = use_db().live(move |view, now| stage(view, now, pair));
    let known = Memo::new(move |_| stage.with(|stage| *stage != Stage::Nothing));
    move || match known.get() {
        true => view! { <PersonDetail pair=pair to=(Recipient::Known(pair), None) /> }.into_any(),
        false => {
            title(word::title());
            view! { <EmptyState icon=Icon::PERSON title=word::not_here() text=word::not_here_why()>
                <ButtonLink label=crate::words::app::to_list() href=Route::Contacts(ContactsRoute::List).href() />
            </EmptyState> }.into_any()
        }
    }
}

/// Who it is, and what can be done in the state that things are in.
#[component]
pub fn PersonDetail(
    pair: Pair,
    /// How a request would reach them; the way of an opened code or number.
    to: (Recipient, Option<Way>),
    /// What else is known of them.
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView {
    let db = use_db();
    let person = db.live(move |view, _| Person::read(view, pair).ok().flatten());
    let stage = db.live(move |view, now| stage(view, now, pair));
    let name = move || person.with(|person| person.as_ref().map(Person::shown).unwrap_or_default());
    title(name);
    let head = move || {
        person
            .get()
            .map(|person| view! { <PersonHead person=person /> })
    };
    // Their name stands below, with their picture.
    let what = move || match stage.get() {
        Stage::Nothing => word::add_title(),
        Stage::AsksMe | Stage::Asked | Stage::Past(_) => word::request(),
        Stage::Contact | Stage::Blocked => word::contact(),
    };
    let (recipient, new_way) = to;
    let old_way = move || {
        person.with_untracked(|person| {
            let relation = person.as_ref().and_then(|person| person.relation.as_ref());
            relation.map_or(Way::Directory, |relation| relation.way)
        })
    };
    let ask = move || {
        let way = new_way.unwrap_or_else(old_way);
        view! { <AskForm to=recipient pair=pair way=way /> }.into_any()
    };
    let body = move || match stage.get() {
        Stage::Nothing => ask(),
        Stage::AsksMe => view! { <Answering pair=pair person=person /> }.into_any(),
        Stage::Asked => view! { <Asked pair=pair person=person /> }.into_any(),
        Stage::Contact => view! { <ContactCard pair=pair person=person /> }.into_any(),
        Stage::Blocked => view! { <Blocked pair=pair /> }.into_any(),
        Stage::Past(past) => {
            let waits = matches!(past, Past::Declined { again: Some(_) });
            view! {
                <Callout>{told(past)}</Callout>
                {(!waits).then(ask)}
                <div class="actions"><BlockButton pair=pair /></div>
            }
            .into_any()
        }
    };
    view! {
        <PageHeader title=what back=Signal::stored(Route::Contacts(ContactsRoute::List).href()) />
        <div class="pane-scroll">
            <div class="pane-body">{head} {children.map(|children| children())} {body}</div>
        </div>
    }
    .into_any()
}

/// A request that waits for the other side.
#[component]
fn Asked(pair: Pair, person: Memo<Option<Person>>) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let withdraw = move || _ = form.take(db.run(WithdrawRequest { pair }));
    let sent = move || {
        let relation = person.with(|person| person.as_ref()?.relation.clone())?;
        let at = relation.state.at();
        let ends = intl::date(at.plus(limits::REQUEST_LIVES_MS).0);
        let greeting = relation.greeting.map(|greeting| view! { <blockquote class="greeting"><bdi>{greeting.to_string()}</bdi></blockquote> });
        Some(view! {
            <Callout tone=Tone::Info title=word::asked()>{word::asked_until(way(relation.way), ends)}</Callout>
            {greeting}
        })
    };
    view! {
        {sent}
        {form.card(word::cannot_withdraw(), &[])}
        <div class="actions">
            <Button label=word::withdraw() on_press=withdraw />
            <BlockButton pair=pair />
        </div>
    }
    .into_any()
}

#[component]
fn Blocked(pair: Pair) -> impl IntoView {
    view! {
        <Callout title=word::blocked()>
            <p>{word::blocked_why()}</p>
            <Unblock pair=pair />
        </Callout>
    }
    .into_any()
}

fn told(past: Past) -> Text {
    match past {
        Past::Expired => word::past::expired(),
        Past::TheirsExpired => word::past::theirs_expired(),
        Past::Declined { again: None } => word::past::declined(),
        Past::Declined { again: Some(at) } => word::past::declined_until(intl::date_time(at.0)),
        Past::DeclinedByMe => word::past::declined_by_me(),
        Past::Withdrawn => word::past::withdrawn(),
        Past::WithdrawnByMe => word::past::withdrawn_by_me(),
        Past::Removed => word::past::removed(),
    }
}
