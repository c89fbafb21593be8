//! Every place a person can be, as a type. Routes live in the URL's fragment: they work on any static host under any
//! path, and what stands behind `#` is never sent to a host.

use leptos::{ev, prelude::*};
use liaison_core::id::{AccountId, Id, OrganizationId, Token};

use crate::screens::{
    chats::ChatsRoute, console::ConsoleRoute, contacts::ContactsRoute, desk::DeskRoute,
    me::MeRoute, register::RegisterRoute,
};

#[derive(Clone, Debug, PartialEq)]
pub enum Route {
    First,
    /// Making an account, and where to go then.
    SignUp {
        then: Box<Route>,
    },
    /// Choosing a person of this browser, and where to go then.
    SignIn {
        then: Box<Route>,
    },
    /// This tab becomes somebody of this browser: for opening another person in another tab.
    As(AccountId),
    Register(RegisterRoute),
    Chats(ChatsRoute),
    Contacts(ContactsRoute),
    Me(MeRoute),
    Console(OrganizationId, ConsoleRoute),
    Desk(DeskRoute),
    /// Everything of this browser as a file, and back.
    Copies,
    /// A personal code from outside; the world in which it was made may be another one.
    Add {
        world: String,
        token: Token,
    },
    /// An invitation into an organization.
    Join {
        world: String,
        token: Token,
    },
    /// A fragment that names no place.
    Unknown,
}

/// The app is downloaded in three programs: see `app`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// What stands before everything: the first screen, becoming somebody, joining.
    Door,
    /// What everybody does every day.
    People,
    /// What few people do, or most people once.
    Console,
}

impl Route {
    /// To which program it belongs. boot.js says the same of the fragment.
    pub fn program(&self) -> Program {
        match self {
            Route::First | Route::SignUp { .. } | Route::SignIn { .. } | Route::Join { .. } => {
                Program::Door
            }
            Route::Console(..)
            | Route::Desk(_)
            | Route::Copies
            | Route::Register(_)
            | Route::Me(MeRoute::Identity { .. }) => Program::Console,
            Route::As(_)
            | Route::Chats(_)
            | Route::Contacts(_)
            | Route::Me(_)
            | Route::Add { .. }
            | Route::Unknown => Program::People,
        }
    }

    /// For what its screen is made: for another one it is another screen.
    pub fn made_for(&self) -> Option<String> {
        match self {
            Route::Console(organization, _) => Some(organization.to_string()),
            Route::Join { .. } | Route::Add { .. } => Some(self.href()),
            _ => None,
        }
    }

    pub fn parse(fragment: &str) -> Route {
        let parts: Vec<&str> = fragment
            .trim_start_matches(['#', '/'])
            .split('/')
            .filter(|part| !part.is_empty())
            .collect();
        Route::of(&parts).unwrap_or(Route::Unknown)
    }

    pub fn of(parts: &[&str]) -> Option<Route> {
        let (place, rest) = match parts {
            [] => return Some(Route::First),
            [place, rest @ ..] => (*place, rest),
        };
        Some(match (place, rest) {
            ("sign-up", then) => Route::SignUp {
                then: Box::new(Route::of(then)?),
            },
            ("sign-in", then) => Route::SignIn {
                then: Box::new(Route::of(then)?),
            },
            ("as", [account]) => Route::As(AccountId::parse(account)?),
            ("register", rest) => Route::Register(RegisterRoute::parse(rest)?),
            ("chats", rest) => Route::Chats(ChatsRoute::parse(rest)?),
            ("contacts", rest) => Route::Contacts(ContactsRoute::parse(rest)?),
            ("me", rest) => Route::Me(MeRoute::parse(rest)?),
            ("console", [organization, rest @ ..]) => Route::Console(
                OrganizationId::parse(organization)?,
                ConsoleRoute::parse(rest)?,
            ),
            ("desk", rest) => Route::Desk(DeskRoute::parse(rest)?),
            ("copies", []) => Route::Copies,
            ("add", [world, token]) => Route::Add {
                world: (*world).to_owned(),
                token: Token::parse(token)?,
            },
            ("join", [world, token]) => Route::Join {
                world: (*world).to_owned(),
                token: Token::parse(token)?,
            },
            _ => return None,
        })
    }

    /// `#/contacts/new`
    pub fn href(&self) -> String {
        format!("#/{}", self.path().join("/"))
    }

    /// The whole address, for somebody else: wherever this page is served from, and the place in it.
    pub fn link(&self) -> String {
        let here = window().location().href().unwrap_or_default();
        let page = here.split('#').next().unwrap_or_default();
        format!("{page}{}", self.href())
    }

    pub fn path(&self) -> Vec<String> {
        let under = |place: &str, rest: Vec<String>| [vec![place.to_owned()], rest].concat();
        match self {
            Route::First | Route::Unknown => Vec::new(),
            Route::SignUp { then } => under("sign-up", then.path()),
            Route::SignIn { then } => under("sign-in", then.path()),
            Route::As(account) => under("as", vec![account.to_string()]),
            Route::Register(route) => under("register", route.path()),
            Route::Chats(route) => under("chats", route.path()),
            Route::Contacts(route) => under("contacts", route.path()),
            Route::Me(route) => under("me", route.path()),
            Route::Console(organization, route) => under(
                "console",
                [vec![organization.to_string()], route.path()].concat(),
            ),
            Route::Desk(route) => under("desk", route.path()),
            Route::Copies => under("copies", Vec::new()),
            Route::Add { world, token } => under("add", vec![world.clone(), token.to_string()]),
            Route::Join { world, token } => under("join", vec![world.clone(), token.to_string()]),
        }
    }
}

/// Where one is. Follows the address bar, the back button and [`go`].
#[derive(Clone, Copy)]
struct Here(RwSignal<Route>);

/// Comes before the first view.
pub fn follow_the_address() {
    let here = RwSignal::new(Route::parse(&fragment()));
    let heard = window_event_listener(ev::hashchange, move |_| here.set(Route::parse(&fragment())));
    on_cleanup(move || heard.remove());
    provide_context(Here(here));
}

pub fn route() -> Signal<Route> {
    expect_context::<Here>().0.into()
}

/// Goes to a place; the back button leads back.
pub fn go(route: Route) {
    // The event that follows sets the signal. Setting a fragment cannot fail in a window that has one.
    _ = window().location().set_hash(&route.href());
}

/// Goes to a place instead of this one: for steps that have been taken and are not gone back to.
pub fn replace(route: Route) {
    _ = window().location().replace(&route.href());
}

fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Program, Route};

    /// What boot.js says of a place: the rows of its table, each a program and where its places begin.
    fn told_by_boot(place: &str) -> Program {
        let boot = include_str!("boot.js");
        let within = |list: &str| {
            let (_, rest) = boot.split_once(&format!("{list}: [")).expect("the list");
            let (list, _) = rest.split_once(']').expect("its end");
            list.split(", ")
                .map(|begin| begin.trim_matches('"'))
                .any(|begin| format!("{place}/").starts_with(&format!("{begin}/")))
        };
        match (within("door"), within("console")) {
            (true, _) => Program::Door,
            (_, true) => Program::Console,
            _ => Program::People,
        }
    }

    #[test]
    fn boot_and_the_app_agree_on_whose_place_it_is() {
        let id = "0".repeat(32);
        let places = [
            String::new(),
            "sign-up/register".to_owned(),
            "sign-in/chats".to_owned(),
            format!("join/{id}/{}", "0".repeat(32)),
            format!("add/{id}/{}", "0".repeat(32)),
            format!("as/{id}"),
            "register".to_owned(),
            "desk".to_owned(),
            "copies".to_owned(),
            format!("console/{id}"),
            "chats".to_owned(),
            "contacts".to_owned(),
            "me".to_owned(),
            "me/code".to_owned(),
            "me/profile/name".to_owned(),
            "me/profile/name/identity".to_owned(),
            "me/profile/name/identity/then/chats".to_owned(),
            "me/settings/account/region/then/chats".to_owned(),
        ];
        for place in places {
            let route = Route::parse(&format!("#/{place}"));
            assert_ne!(route, Route::Unknown, "{place}");
            assert_eq!(told_by_boot(&place), route.program(), "{place}");
            assert_eq!(route.path().join("/"), place);
        }
    }
}
