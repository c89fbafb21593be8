//! The frame of the employee app: rail, list, detail.

use leptos::prelude::*;
use liaison_bridge::{Memo, Now, use_db};
use liaison_core::{
    account::{profile, seats, unread_notices},
    command::Actor,
    contact::relations,
    conversation::{threads, unread},
    desk::is_reviewer,
    id::OrganizationId,
    organization::role_of,
    row::ReadRows,
    store::Stop,
    view::View,
};
use liaison_ui::{Avatar, Icon, Place, Rail, Size};

use crate::{
    route::{Route, route},
    screens::{
        chats::ChatsRoute, console::ConsoleRoute, contacts::ContactsRoute, desk::DeskRoute,
        me::MeRoute,
    },
    words,
};

/// Rail, list and detail; on a phone one of the two, and the rail at the bottom.
#[component]
pub fn EmployeeFrame(
    /// The detail is shown where only one pane fits.
    #[prop(into)]
    at_detail: Signal<bool>,
    list: AnyView,
    detail: AnyView,
) -> impl IntoView {
    view! {
        <div class="frame" class:at-detail=at_detail>
            <Places />
            <section class="list-pane">{list}</section>
            <main class="detail-pane">{detail}</main>
        </div>
    }
    .into_any()
}

/// What waits for the person, by place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Badges {
    chats: u64,
    contacts: u64,
}

/// Where the person works beside the employee app.
#[derive(Clone, Debug, Default, PartialEq)]
struct Workplaces {
    consoles: Vec<OrganizationId>,
    desk: bool,
}

#[component]
pub fn Places() -> impl IntoView {
    let db = use_db();
    let badges = db.live(|view, now| badges(view, now).unwrap_or_default());
    let workplaces = db.live(|view, _| workplaces(view).unwrap_or_default());
    let name = db.live(|view, _| own_name(view).unwrap_or_default());
    let rail = move || {
        let head = move || view! { <Avatar name=name size=Size::Medium /> };
        view! { <Rail label=words::app::places() places=places(badges, workplaces.get()) head=head /> }
    };
    rail.into_any()
}

fn places(badges: Memo<Badges>, workplaces: Workplaces) -> Vec<Place> {
    let here = route();
    let is = |that: fn(&Route) -> bool| Signal::derive(move || here.with(that));
    let place = |icon, label, route: Route, is_here| Place::new(icon, label, route.href(), is_here);
    let chats = Signal::derive(move || badges.get().chats);
    let asked = Signal::derive(move || badges.get().contacts);
    let mut places = vec![
        place(
            Icon::CHATS,
            words::app::chats(),
            Route::Chats(ChatsRoute::List),
            is(|r| matches!(r, Route::Chats(_))),
        )
        .waiting(chats, move || words::app::unread(chats.get())),
        place(
            Icon::CONTACTS,
            words::app::contacts(),
            Route::Contacts(ContactsRoute::List),
            is(|r| matches!(r, Route::Contacts(_))),
        )
        .waiting(asked, move || words::app::requests(asked.get())),
        place(
            Icon::ME,
            words::app::me(),
            Route::Me(MeRoute::Profile),
            is(|r| matches!(r, Route::Me(_))),
        ),
    ];
    if let Some(organization) = workplaces.consoles.first() {
        let console = Route::Console(*organization, ConsoleRoute::Overview);
        places.push(place(
            Icon::BUILDING,
            words::app::console(),
            console,
            is(|r| matches!(r, Route::Console(..))),
        ));
    }
    if workplaces.desk {
        let desk = Route::Desk(DeskRoute::Queue);
        places.push(place(
            Icon::REVIEW,
            words::app::desk(),
            desk,
            is(|r| matches!(r, Route::Desk(_))),
        ));
    }
    places
}

fn badges(view: &View, now: &Now) -> Result<Badges, Stop> {
    let Actor::Account(me) = view.actor() else {
        return Ok(Badges::default());
    };
    let now = now.time();
    let mut badges = Badges {
        chats: unread_notices(view, me, now)?,
        contacts: 0,
    };
    for (conversation, _) in view.list(&threads(me))? {
        badges.chats += unread(view, me, conversation)?;
    }
    badges.contacts = view
        .list(&relations(me))?
        .iter()
        .filter(|(_, relation)| relation.waits_for_me(now))
        .count() as u64;
    Ok(badges)
}

fn workplaces(view: &View) -> Result<Workplaces, Stop> {
    let Actor::Account(me) = view.actor() else {
        return Ok(Workplaces::default());
    };
    let mut consoles = Vec::new();
    for (organization, _) in view.list(&seats(me))? {
        if role_of(view, me, organization)?.is_some() {
            consoles.push(organization);
        }
    }
    Ok(Workplaces {
        consoles,
        desk: is_reviewer(view, me)?,
    })
}

fn own_name(view: &View) -> Result<String, Stop> {
    let Actor::Account(me) = view.actor() else {
        return Ok(String::new());
    };
    Ok(view
        .find(&profile(me).at(()))?
        .map(|profile| profile.name.to_string())
        .unwrap_or_default())
}
