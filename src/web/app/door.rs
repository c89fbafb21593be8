//! The places before everything.

use leptos::prelude::*;

use crate::{
    route::Route,
    screens::{
        first::{FirstScreen, SignInScreen, SignUpScreen},
        join::JoinScreen,
    },
};

pub fn places() -> Box<dyn Fn(Route) -> AnyView + Send> {
    Box::new(|there| match there {
        Route::First => view! { <FirstScreen /> }.into_any(),
        Route::SignUp { then } => view! { <SignUpScreen then=*then /> }.into_any(),
        Route::SignIn { then } => view! { <SignInScreen then=*then /> }.into_any(),
        Route::Join { world, token } => view! { <JoinScreen world=world token=token /> }.into_any(),
        _ => ().into_any(),
    })
}
