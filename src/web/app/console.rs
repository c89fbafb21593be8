//! The places of companies and the platform, and of proving who one is.

use leptos::prelude::*;

use crate::{
    route::{self, Route},
    screens::{
        console::{ConsoleRoute, ConsoleScreen},
        copies::CopiesScreen,
        desk::{DeskRoute, DeskScreen},
        me::{IdentityScreen, MeRoute},
        register::{RegisterRoute, RegisterScreen},
    },
};

pub fn places() -> Box<dyn Fn(Route) -> AnyView + Send> {
    let here = route::route();
    let console = Signal::derive(move || match here.get() {
        Route::Console(_, route) => route,
        _ => ConsoleRoute::Overview,
    });
    let desk = Signal::derive(move || match here.get() {
        Route::Desk(route) => route,
        _ => DeskRoute::Queue,
    });
    let me = Signal::derive(move || match here.get() {
        Route::Me(route) => route,
        _ => MeRoute::Profile,
    });
    let register = Signal::derive(move || match here.get() {
        Route::Register(route) => route,
        _ => RegisterRoute::Before,
    });
    Box::new(move |there| match there {
        Route::Console(organization, _) => {
            view! { <ConsoleScreen organization=organization route=console /> }.into_any()
        }
        Route::Me(_) => view! { <IdentityScreen route=me /> }.into_any(),
        Route::Copies => view! { <CopiesScreen /> }.into_any(),
        Route::Desk(_) => view! { <DeskScreen route=desk /> }.into_any(),
        Route::Register(_) => view! { <RegisterScreen route=register /> }.into_any(),
        _ => ().into_any(),
    })
}
