//! The demo bar: who this tab is, everybody it could be, their phones, and the sign of saving. Unlinked, this browser is
//! the operator (DEMO 3–5).

mod explore;
mod people;
mod phones;
mod reviewer;
mod saving;

use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::command::Actor;
use liaison_ui::{Button, ButtonKind, Dialog, DialogShape, Icon};

pub use explore::ExploreDemo;
pub use people::{PeopleList, people};
pub use reviewer::MakeReviewer;

use self::{phones::Phones, saving::SavingSign};
use crate::{
    route::{Route, go},
    screens::{chats::ChatsRoute, first::Appearance},
    words::demo as word,
};

/// A slim strip above the app. It never covers anything.
#[component]
pub fn DemoBar(operator: fn() -> AnyView) -> impl IntoView {
    let db = use_db();
    let choosing = RwSignal::new(false);
    let everybody = people(db);
    let acting = move || match db.actor() {
        Actor::Account(me) => everybody.with(|people| {
            people
                .as_ref()
                .ok()?
                .iter()
                .find(|known| known.account == me)
                .map(|known| word::acting_as(known.profile.name.to_string()))
        }),
        Actor::Visitor | Actor::Operator => None,
    };
    let label = move || acting().unwrap_or_else(word::nobody);
    let chosen = move || {
        choosing.set(false);
        go(Route::Chats(ChatsRoute::List));
    };
    let leave = move || {
        choosing.set(false);
        db.act_as(Actor::Visitor);
        go(Route::First);
    };
    view! {
        <aside class="demo-bar" aria-label=word::bar()>
            <a class="wordmark" href=Route::First.href()>
                "Liaison"
            </a>
            <span class="demo-who">
                <Button
                    label=label
                    icon=Icon::SWITCH
                    kind=ButtonKind::Quiet
                    small=true
                    on_press=move || choosing.set(true)
                />
            </span>
            <span class="demo-acts">
                <SavingSign />
                <Phones />
                <Appearance />
            </span>
        </aside>
        <Dialog title=word::switch() open=choosing shape=DialogShape::Panel>
            <PeopleList on_choose=chosen />
            {operator()}
            <div class="actions">
                <Button label=word::leave() kind=ButtonKind::Quiet icon=Icon::SIGN_OUT on_press=leave />
                <explore::ResetWorld />
            </div>
        </Dialog>
    }
    .into_any()
}
