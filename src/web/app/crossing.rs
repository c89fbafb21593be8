//! From one program of the app to another: the page is loaded again, at the same place, and what was told stays told.

use gloo_storage::{SessionStorage, Storage};
use leptos::prelude::*;
use liaison_bridge::Db;
use liaison_ui::{Notices, Waiting, notices};
use wasm_bindgen_futures::spawn_local;

use crate::words;

/// What stood on the screen in passing, a line each, for the program that comes next.
const TOLD: &str = "liaison.told";

/// Loads the page again once everything is saved. What cannot be saved keeps its tab where it is.
pub fn cross_over(db: Db) -> AnyView {
    let notices = notices();
    spawn_local(async move {
        let window = window();
        // None of them can fail in a window that shows this page; a notice that is not kept is only not seen again.
        _ = match db.saved().await {
            Ok(()) => {
                let told = notices.texts().join("\n");
                _ = SessionStorage::raw().set_item(TOLD, &told);
                window.location().reload()
            }
            Err(_) => window.history().and_then(|history| history.back()),
        };
    });
    view! { <Waiting label=words::app::opening() /> }.into_any()
}

/// Tells again what the program before told while it was left.
pub fn tell_what_was_told(notices: Notices) {
    let kept = SessionStorage::raw();
    let told = kept.get_item(TOLD).ok().flatten().unwrap_or_default();
    _ = kept.remove_item(TOLD);
    for text in told.lines() {
        notices.tell(text);
    }
}
