//! The places of every day.

use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{command::Actor, id::AccountId};

use crate::{
    route::{self, Route},
    screens::{
        chats::{ChatsRoute, ChatsScreen},
        contacts::{AddScreen, ContactsRoute, ContactsScreen},
        me::{MeRoute, MeScreen},
    },
};

pub fn places() -> Box<dyn Fn(Route) -> AnyView + Send> {
    let here = route::route();
    let chats = Signal::derive(move || match here.get() {
        Route::Chats(route) => route,
        _ => ChatsRoute::List,
    });
    let contacts = Signal::derive(move || match here.get() {
        Route::Contacts(route) => route,
        _ => ContactsRoute::List,
    });
    let me = Signal::derive(move || match here.get() {
        Route::Me(route) => route,
        _ => MeRoute::Profile,
    });
    Box::new(move |there| match there {
        Route::Chats(_) => view! { <ChatsScreen route=chats /> }.into_any(),
        Route::Contacts(_) => view! { <ContactsScreen route=contacts /> }.into_any(),
        Route::Me(_) => view! { <MeScreen route=me /> }.into_any(),
        Route::Add { world, token } => view! { <AddScreen world=world token=token /> }.into_any(),
        Route::As(account) => become_somebody(account),
        _ => ().into_any(),
    })
}

/// The address of a tab that was opened for another person.
fn become_somebody(account: AccountId) -> AnyView {
    use_db().act_as(Actor::Account(account));
    route::replace(Route::Chats(ChatsRoute::List));
    ().into_any()
}
