//! The world is opened, and each place has its screen.
//!
//! The app is downloaded in two halves, so that nobody pays for screens that few people use, or most people once. Each
//! half knows its own places; at a place of the other one the page is loaded again, and boot.js takes the other half.

mod console;
mod people;

use leptos::{mount::mount_to_body, prelude::*};
use liaison_bridge::{Db, Memo, StorageFault};
use liaison_ui::{
    ButtonKind, ButtonLink, EmptyState, Icon, NoticeRegion, Notices, Waiting, Wording,
};
use wasm_bindgen_futures::spawn_local;

use crate::{
    release::UpdateNotice,
    route::{self, Half, Route},
    screens::{demo::DemoBar, first::DamageScreen, tell_changed_outcomes, title},
    settings::Settings,
    words,
};

/// The one world of this browser.
pub const WORLD: &str = "liaison";

/// Starts the half for people.
pub fn start_people() {
    start(Half::People, people::places);
}

/// Starts the half for companies and the platform, and for proving who one is.
pub fn start_console() {
    start(Half::Console, console::places);
}

/// A screen for each place of a half, built anew when [`Route::made_for`] says that it is another one.
type Places = fn() -> Box<dyn Fn(Route) -> AnyView + Send>;

fn start(half: Half, places: Places) {
    console_error_panic_hook::set_once();
    liaison_ui::set_wording(wording());
    mount_to_body(move || app(half, places));
}

fn app(half: Half, places: Places) -> AnyView {
    Settings::start();
    Notices::start();
    route::follow_the_address();
    let opened: RwSignal<Option<Result<Db, StorageFault>>> = RwSignal::new(None);
    spawn_local(async move {
        let answer = Db::open(WORLD).await;
        opened.set(Some(answer.map(|(db, _)| db)));
    });
    let content = move || match opened.get() {
        None => view! { <Waiting label=words::app::opening() /> }.into_any(),
        Some(Err(fault)) => view! { <DamageScreen fault=fault /> }.into_any(),
        Some(Ok(db)) => {
            provide_context(db);
            tell_changed_outcomes(db);
            view! {
                <div class="app">
                    <DemoBar />
                    <UpdateNotice />
                    {screen(db, half, places)}
                </div>
            }
            .into_any()
        }
    };
    view! {
        {content}
        <NoticeRegion />
    }
    .into_any()
}

/// A family of screens stays while only the place in it changes, so that a list keeps where it was scrolled to.
fn screen(db: Db, half: Half, places: Places) -> AnyView {
    let here = route::route();
    let family = Memo::new(move |_| {
        here.with(|here| (here.half(), std::mem::discriminant(here), here.made_for()))
    });
    let place = places();
    let shown = move || {
        // Read and not only tracked: a memo that nobody reads never looks at what it is made of.
        family.get();
        match here.get_untracked() {
            Route::Unknown => view! { <NotFound /> }.into_any(),
            there if there.half() == half => place(there),
            _ => cross_over(db),
        }
    };
    view! { {shown} }.into_any()
}

/// Loads the page again, at the same place, once everything is saved. What cannot be saved keeps its tab where it is.
fn cross_over(db: Db) -> AnyView {
    spawn_local(async move {
        let window = window();
        // Neither can fail in a window that shows this page.
        _ = match db.saved().await {
            Ok(()) => window.location().reload(),
            Err(_) => window.history().and_then(|history| history.back()),
        };
    });
    view! { <Waiting label=words::app::opening() /> }.into_any()
}

#[component]
fn NotFound() -> impl IntoView {
    title(words::app::not_found());
    view! {
        <main class="page">
            <EmptyState icon=Icon::HELP title=words::app::not_found() text=words::app::not_found_why()>
                <ButtonLink label=words::app::to_first() href=Route::First.href() kind=ButtonKind::Primary />
            </EmptyState>
        </main>
    }
    .into_any()
}

/// The words that the parts of every screen say themselves.
fn wording() -> Wording {
    Wording {
        close: words::ui::close,
        cancel: words::ui::cancel,
        back: words::ui::back,
        dismiss: words::ui::dismiss,
        optional: words::ui::optional,
        remove: words::ui::remove,
        choose_file: words::ui::choose_file,
        or_drop_it: words::ui::or_drop_it,
        signs_left: words::ui::signs_left,
        signs_too_many: words::ui::signs_too_many,
        step: |at, of| words::ui::step(at, of),
        step_done: words::ui::step_done,
        who_can_change_it: words::ui::who_can_change_it,
        what_to_do: words::ui::what_to_do,
        notices: words::ui::notices,
    }
}
