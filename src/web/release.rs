//! What is published where this page came from, and whether it is newer than what runs here.

use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::time::Date;
use liaison_ui::{Button, ButtonKind, Icon, IconButton, intl};
use reqwasm::http::Request;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{RequestCache, ServiceWorkerRegistration, VisibilityState};

use crate::words::release as word;

/// `cargo xtask dist` lays it beside the page.
const NOTE: &str = "release.json";
/// What a build is called that nobody published.
const UNPUBLISHED: &str = "development";
/// The first screen comes first.
const FIRST_LOOK: Duration = Duration::from_secs(10);
const BETWEEN_LOOKS: Duration = Duration::from_secs(30 * 60);
/// As long as a new worker may take to come into force.
const PATIENCE: Duration = Duration::from_secs(3);
/// What boot.js calls out when a new worker has fetched all its files.
const FETCHED: &str = "liaison-update";

/// The release note.
#[derive(Clone, Debug, PartialEq)]
struct Release {
    build: String,
    date: Option<Date>,
}

/// Says quietly that a newer version is ready, and takes it when asked. Without a network it says nothing.
#[component]
pub fn UpdateNotice() -> impl IntoView {
    let newer = RwSignal::new(None::<Release>);
    let put_off = RwSignal::new(None::<String>);
    if let Some(running) = running().filter(|build| build != UNPUBLISHED) {
        watch(running, newer);
    }
    let busy = RwSignal::new(None);
    let db = use_db();
    let take = move || {
        busy.set(Some(word::loading()));
        spawn_local(async move {
            match db.saved().await {
                Ok(()) => take().await,
                // Why it cannot be saved stands in the bar above; what was done is only here.
                Err(_) => busy.set(None),
            }
        });
    };
    let notice = move || {
        let Release { build, date } = newer.get()?;
        let date = date.map(
            |date| view! { <span class="muted">{word::published(intl::day(date.days()))}</span> },
        );
        (put_off.get().as_ref() != Some(&build)).then(|| {
            view! {
                <p class="grow"><strong>{word::ready()}</strong> " " {date}</p>
                <Button label=word::reload() kind=ButtonKind::Primary small=true busy=busy on_press=take />
                <IconButton
                    label=word::later()
                    icon=Icon::CLOSE
                    small=true
                    on_press=move || put_off.set(Some(build.clone()))
                />
            }
        })
    };
    view! { <div class="update" role="status">{notice}</div> }.into_any()
}

/// The build that this page is.
fn running() -> Option<String> {
    let meta = document().query_selector(r#"meta[name="liaison-build"]"#);
    meta.ok()??.get_attribute("content")
}

/// Looks now and then, whenever the page comes into sight, and when a worker has fetched something newer.
fn watch(running: String, newer: RwSignal<Option<Release>>) {
    let look = move || {
        let running = running.clone();
        spawn_local(async move {
            if let Some(release) = published().await.filter(|release| release.build != running)
                && is_ready().await
            {
                newer.try_set(Some(release));
            }
        });
    };
    let seen = {
        let look = look.clone();
        move |_| {
            if document().visibility_state() == VisibilityState::Visible {
                look();
            }
        }
    };
    let fetched = {
        let look = look.clone();
        move |_| look()
    };
    // It bubbles up from the document.
    let seen = window_event_listener_untyped("visibilitychange", seen);
    let fetched = window_event_listener_untyped(FETCHED, fetched);
    set_timeout(look.clone(), FIRST_LOOK);
    let every = set_interval_with_handle(look, BETWEEN_LOOKS);
    on_cleanup(move || {
        seen.remove();
        fetched.remove();
        _ = every.map(|every| every.clear());
    });
}

/// What the host offers; nothing without a network, or where there is no note.
async fn published() -> Option<Release> {
    if !window().navigator().on_line() {
        return None;
    }
    let answer = Request::get(NOTE).cache(RequestCache::NoStore).send().await;
    let answer = answer.ok().filter(|answer| answer.ok())?;
    let note = js_sys::JSON::parse(&answer.text().await.ok()?).ok()?;
    let says = |name: &str| js_sys::Reflect::get(&note, &name.into()).ok()?.as_string();
    Some(Release {
        build: says("build")?,
        date: says("date").and_then(|date| Date::from_iso(&date)),
    })
}

/// Would loading the page again bring what is published? A worker has to fetch it whole before; its [`FETCHED`] tells.
async fn is_ready() -> bool {
    let Some(worker) = worker().await else {
        return true;
    };
    if let Ok(update) = worker.update() {
        // Without a network it stays as it is.
        _ = JsFuture::from(update).await;
    }
    worker.waiting().is_some() || worker.installing().is_none()
}

/// The worker that answers for this page.
async fn worker() -> Option<ServiceWorkerRegistration> {
    let container = window().navigator().service_worker();
    // It is missing where the page came over plain http.
    if container.is_undefined() || container.controller().is_none() {
        return None;
    }
    let found = JsFuture::from(container.get_registration()).await.ok()?;
    found.dyn_into().ok()
}

/// Puts the worker that waits in force, then loads the page again: from it, or from the host where there is none.
async fn take() {
    let reload = || _ = window().location().reload();
    let waiting = worker().await.and_then(|worker| worker.waiting());
    let Some(waiting) = waiting else {
        return reload();
    };
    let in_force = Closure::once_into_js(reload);
    let container = window().navigator().service_worker();
    container.set_oncontrollerchange(Some(in_force.unchecked_ref()));
    // sw.js waits for this word.
    if waiting.post_message(&JsValue::from_str("take")).is_err() {
        return reload();
    }
    set_timeout(reload, PATIENCE);
}
