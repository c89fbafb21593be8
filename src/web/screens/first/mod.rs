//! Before anybody is anybody: what Liaison is, making an account, choosing a person.

mod appearance;
mod damage;
mod region;
mod sign_in;
mod sign_up;

use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::command::Actor;
use liaison_ui::{ButtonLink, Icon};

pub use appearance::Appearance;
pub use damage::DamageScreen;
pub use region::RegionField;
pub use sign_in::SignInScreen;
pub use sign_up::SignUpScreen;

use crate::{
    route::Route,
    screens::{chats::ChatsRoute, demo::ExploreDemo, register::RegisterRoute, title},
    words::first as word,
};

/// What Liaison is, in one sentence, and the three ways in.
#[component]
pub fn FirstScreen() -> impl IntoView {
    title(word::title());
    let db = use_db();
    let sign_in = move || match db.actor() {
        Actor::Account(_) => Route::Chats(ChatsRoute::List),
        Actor::Visitor | Actor::Operator => Route::SignIn {
            then: Box::new(Route::Chats(ChatsRoute::List)),
        },
    };
    let go_on = move || match db.actor() {
        Actor::Account(_) => word::go_on(),
        Actor::Visitor | Actor::Operator => word::sign_in(),
    };
    view! {
        <div class="first">
            <main class="first-body">
                <div class="first-text">
                    <h1>{word::sentence()}</h1>
                    <p>{word::promise()}</p>
                    <ul class="first-points">
                        <li>{Icon::REFUSED} <span>{word::point_reason()}</span></li>
                        <li>{Icon::OFFLINE} <span>{word::point_offline()}</span></li>
                        <li>{Icon::HISTORY} <span>{word::point_trail()}</span></li>
                    </ul>
                </div>
                <div class="first-ways">
                    <ExploreDemo />
                    <ButtonLink
                        label=word::register()
                        icon=Icon::BUILDING
                        href=Route::Register(RegisterRoute::Before).href()
                    />
                    <ButtonLink label=go_on icon=Icon::ME href=Signal::derive(move || sign_in().href()) />
                </div>
            </main>
        </div>
    }
    .into_any()
}
