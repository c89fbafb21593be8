use leptos::prelude::*;
use liaison_bridge::{Db, Demo, use_db};
use liaison_core::{command::Actor, id::BlobId, memory::MemoryStore};
use liaison_ui::{Button, ButtonKind, Confirm, Icon, Notices, notices};
use wasm_bindgen_futures::spawn_local;

use super::people;
use crate::{
    route::{Route, go},
    screens::chats::ChatsRoute,
    tell,
    words::demo as word,
};

/// One click to a living company: the demo world is made by real commands, in a program of its
/// own, and kept as this browser's world.
#[component]
pub fn ExploreDemo() -> impl IntoView {
    let db = use_db();
    let notices = notices();
    let everybody = people(db);
    let asking = RwSignal::new(false);
    let busy = RwSignal::new(None);
    let make = move || {
        busy.set(Some(word::making()));
        spawn_local(async move {
            let made = Demo::make().await;
            busy.set(None);
            let Some(demo) = made else {
                return notices.tell(word::cannot_make());
            };
            if take(db, notices, demo.store, &demo.documents).await {
                go(Route::SignIn {
                    then: Box::new(Route::Chats(ChatsRoute::List)),
                });
            }
        });
    };
    let start = move || {
        // A world that cannot be read is not an empty one.
        match everybody.with_untracked(|people| people.as_ref().is_ok_and(Vec::is_empty)) {
            true => make(),
            false => asking.set(true),
        }
    };
    view! {
        <Button label=word::explore() kind=ButtonKind::Primary icon=Icon::ARROW_RIGHT busy=busy on_press=start />
        <Confirm title=word::replace_title() open=asking act=word::replace() on_confirm=make>
            <p>{word::reset_why()}</p>
        </Confirm>
    }
    .into_any()
}

/// Empties this browser's world, after asking.
#[component]
pub fn ResetWorld() -> impl IntoView {
    let db = use_db();
    let notices = notices();
    let asking = RwSignal::new(false);
    let reset = move || {
        spawn_local(async move {
            if take(db, notices, MemoryStore::default(), &[]).await {
                go(Route::First);
            }
        });
    };
    view! {
        <Button label=word::reset() kind=ButtonKind::Quiet icon=Icon::TRASH on_press=move || asking.set(true) />
        <Confirm title=word::reset_title() open=asking act=word::reset() on_confirm=reset>
            <p>{word::reset_why()}</p>
        </Confirm>
    }
    .into_any()
}

/// Puts another world in the place of this one, with nobody signed in; else tells why everything stays.
async fn take(
    db: Db,
    notices: Notices,
    store: MemoryStore,
    documents: &[(BlobId, Vec<u8>)],
) -> bool {
    let me = db.actor();
    // Before the world goes, so that no screen looks for somebody who is not there.
    db.act_as(Actor::Visitor);
    let kept = db.replace_world(store, documents).await;
    if let Err(fault) = &kept {
        db.act_as(me);
        notices.tell(word::cannot_keep(tell::storage_fault(fault)));
    }
    kept.is_ok()
}
