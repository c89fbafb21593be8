use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{account::profile, command::Actor, row::ReadRows};
use liaison_ui::{ButtonKind, ButtonLink, EmptyState, Icon};

use crate::{
    route::{Route, route},
    screens::title,
    words::app as word,
};

/// Shows its content to somebody, and the way to become somebody to nobody.
#[component]
pub fn SignedIn(children: ChildrenFn) -> impl IntoView {
    let db = use_db();
    // Another tab may have replaced the world, and the account with it.
    let me = db.live(|view, _| match view.actor() {
        Actor::Account(me) if view.has(&profile(me).at(())) != Ok(false) => Some(me),
        _ => None,
    });
    // Another person is another screen: nothing of the one before may stay.
    move || match me.get() {
        Some(_) => children().into_any(),
        None => {
            title(word::sign_in_first());
            let then = Box::new(route().get_untracked());
            view! {
                <main class="page">
                    <EmptyState icon=Icon::PERSON title=word::sign_in_first() text=word::sign_in_first_why() whole=true>
                        <ButtonLink label=word::sign_in() href=Route::SignIn { then }.href() kind=ButtonKind::Primary />
                        <ButtonLink label=word::to_first() href=Route::First.href() />
                    </EmptyState>
                </main>
            }
            .into_any()
        }
    }
}
