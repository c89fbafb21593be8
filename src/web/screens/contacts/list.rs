use leptos::prelude::*;
use liaison_bridge::{Now, use_db};
use liaison_core::{
    command::Actor,
    contact::{Pair, relations},
    id::OrganizationId,
    order,
    row::ReadRows,
    store::Stop,
    view::View,
};
use liaison_ui::{
    Avatar, ButtonKind, ButtonLink, Count, Each, Icon, OrgMark, PageHeader, VerifiedMark, intl,
};

use super::{ContactsRoute, own_seats, person::Person};
use crate::{
    route::Route,
    words::{app, chats, contacts as word},
};

/// New requests, one's organizations, and everybody who is a contact.
#[component]
pub fn ContactList(route: Signal<ContactsRoute>) -> impl IntoView {
    let db = use_db();
    let asked = db.live(|view, now| waiting(view, now).unwrap_or_default());
    let organizations = db.live(|view, _| own_seats(view).unwrap_or_default());
    let contacts = db.live(|view, _| contacts(view).unwrap_or_default());
    let at =
        move |here: ContactsRoute| move || route.with(|route| *route == here).then_some("page");
    let organization = move |(id, name): (OrganizationId, String)| {
        let here = move || {
            route
                .with(|route| match route {
                    ContactsRoute::Organization(shown, _) => *shown == id,
                    ContactsRoute::Colleague(colleague) => colleague.organization == id,
                    _ => false,
                })
                .then_some("page")
        };
        view! {
            <li>
                <a class="list-row" href=Route::Contacts(ContactsRoute::Organization(id, None)).href() aria-current=here>
                    <OrgMark name=Signal::stored(name.clone()) />
                    <span class="list-text">
                        <span class="list-line"><bdi class="cut strong">{name}</bdi></span>
                        <span class="list-line muted">{word::directory()}</span>
                    </span>
                </a>
            </li>
        }
    };
    view! {
        <PageHeader title=word::title()>
            <ButtonLink label=word::add_title() href=Route::Contacts(ContactsRoute::Add).href() kind=ButtonKind::Quiet icon=Icon::ADD />
        </PageHeader>
        <nav class="pane-scroll" aria-label=word::title()>
            <ul class="list">
                <li>
                    <a
                        class="list-row"
                        href=Route::Contacts(ContactsRoute::Requests).href()
                        aria-current=at(ContactsRoute::Requests)
                    >
                        <span class="avatar place-mark" aria-hidden="true">{Icon::INVITE}</span>
                        <span class="list-text">
                            <span class="list-line">
                                <span class="cut strong">{word::new_requests()}</span>
                                <span class="list-end"><Count n=asked label=move || app::requests(asked.get()) /></span>
                            </span>
                        </span>
                    </a>
                </li>
                <Each items=organizations key=|(id, name)| (*id, name.clone()) children=organization />
            </ul>
            <h2 class="list-title">{move || word::contacts(contacts.with(Vec::len) as u64)}</h2>
            {move || contacts.with(Vec::is_empty).then(|| view! { <p class="list-empty muted">{word::nobody_yet()}</p> })}
            <ul class="list">
                <Each items=contacts key=|pair| *pair children=move |pair| view! { <ContactRow pair=pair route=route /> }.into_any() />
            </ul>
        </nav>
    }
    .into_any()
}

#[component]
fn ContactRow(pair: Pair, route: Signal<ContactsRoute>) -> impl IntoView {
    let person = use_db().live(move |view, _| Person::read(view, pair).ok().flatten());
    let href = Route::Contacts(ContactsRoute::Person(pair)).href();
    let here = move || {
        let here = ContactsRoute::Person(pair);
        route.with(|route| *route == here).then_some("page")
    };
    move || {
        let person = person.get()?;
        let stands_for = person.stands_for();
        let outside = !pair.are_colleagues();
        let verified = person
            .verified
            .then(|| view! { <VerifiedMark meaning=chats::verified_person() inside=true /> });
        Some(view! {
            <li>
                <a class="list-row" href=href.clone() aria-current=here>
                    <Avatar name=Signal::stored(person.name.clone()) />
                    <span class="list-text">
                        <span class="list-line"><bdi class="cut strong">{person.shown()}</bdi> {verified}</span>
                        <span class="list-line"><span class="cut" class:outside=outside class:muted=!outside>{stands_for}</span></span>
                    </span>
                </a>
            </li>
        })
    }
}

fn waiting(view: &View, now: &Now) -> Result<u64, Stop> {
    let Actor::Account(me) = view.actor() else {
        return Ok(0);
    };
    let now = now.time();
    let relations = view.list(&relations(me))?;
    Ok(relations
        .iter()
        .filter(|(_, relation)| relation.waits_for_me(now))
        .count() as u64)
}

/// In the order in which a reader of the language looks for a name.
fn contacts(view: &View) -> Result<Vec<Pair>, Stop> {
    let Actor::Account(me) = view.actor() else {
        return Ok(Vec::new());
    };
    let mut named = Vec::new();
    for (pair, relation) in view.list(&relations(me))? {
        if relation.state.is_contact()
            && let Some(person) = Person::read(view, pair)?
        {
            named.push((person.shown(), pair));
        }
    }
    order::sort_by(&mut named, |(a, _), (b, _)| intl::compare(a, b));
    Ok(named.into_iter().map(|(_, pair)| pair).collect())
}
