//! The world is opened, and each place has its screen.
//!
//! The app is downloaded in three programs, so that the first screen is there at once and nobody waits for screens that
//! few people use, or most people once. Each program knows its own places; at a place of another one the page is loaded
//! again, and boot.js takes the other program.

mod console;
mod crossing;
mod door;
mod people;
mod unreadable;

use leptos::{ev, mount::mount_to_body, prelude::*};
use liaison_bridge::{Db, Memo, StorageFault};
use liaison_ui::{
    ButtonKind, ButtonLink, EmptyState, Icon, NoticeRegion, Notices, Waiting, Wording,
};
use wasm_bindgen_futures::spawn_local;

use self::{
    crossing::{cross_over, tell_what_was_told},
    unreadable::UnreadableNotice,
};
use crate::{
    release::UpdateNotice,
    route::{self, Program, Route},
    screens::{
        demo::{DemoBar, MakeReviewer},
        first::DamageScreen,
        tell_changed_outcomes, title,
    },
    settings::Settings,
    words,
};

/// The one world of this browser.
pub const WORLD: &str = "liaison";

/// Starts the program that stands before everything.
pub fn start_door() {
    start(Program::Door, door::places, || ().into_any());
}

/// Starts the program for every day.
pub fn start_people() {
    start(Program::People, people::places, operator);
}

/// Starts the program for companies and the platform, and for proving who one is.
pub fn start_console() {
    start(Program::Console, console::places, operator);
}

/// A screen for each place of a program, built anew when [`Route::made_for`] says that it is another one.
type Places = fn() -> Box<dyn Fn(Route) -> AnyView + Send>;
/// What the demo bar offers to the operator, where it does not make the first screen heavier.
type ForOperator = fn() -> AnyView;

fn operator() -> AnyView {
    view! { <MakeReviewer /> }.into_any()
}

fn start(program: Program, places: Places, operator: ForOperator) {
    console_error_panic_hook::set_once();
    liaison_ui::set_wording(wording());
    mount_to_body(move || app(program, places, operator));
}

fn app(program: Program, places: Places, operator: ForOperator) -> AnyView {
    Settings::start();
    let notices = Notices::start();
    tell_what_was_told(notices);
    route::follow_the_address();
    let opened: RwSignal<Option<Result<Db, StorageFault>>> = RwSignal::new(None);
    spawn_local(async move {
        let answer = Db::open(WORLD).await;
        opened.set(Some(answer.map(|(db, found)| {
            if found.lost_everything {
                notices.tell(words::damage::lost_everything());
            }
            db
        })));
    });
    let content = move || match opened.get() {
        None => view! { <Waiting label=words::app::opening() /> }.into_any(),
        Some(Err(fault)) => view! { <DamageScreen fault=fault /> }.into_any(),
        Some(Ok(db)) => {
            provide_context(db);
            tell_changed_outcomes(db);
            ask_before_losing(db);
            view! {
                <div class="app">
                    <DemoBar operator=operator />
                    <UpdateNotice />
                    <UnreadableNotice />
                    {screen(db, program, places)}
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

/// What cannot be saved goes with the page: the browser asks whether it may.
fn ask_before_losing(db: Db) {
    let listening = window_event_listener(ev::beforeunload, move |event| {
        if db.would_lose() {
            event.prevent_default();
        }
    });
    on_cleanup(move || listening.remove());
}

/// A family of screens stays while only the place in it changes, so that a list keeps where it was scrolled to.
fn screen(db: Db, program: Program, places: Places) -> AnyView {
    let here = route::route();
    let family = Memo::new(move |_| {
        here.with(|here| {
            (
                here.program(),
                std::mem::discriminant(here),
                here.made_for(),
            )
        })
    });
    let place = places();
    let shown = move || {
        // Read and not only tracked: a memo that nobody reads never looks at what it is made of.
        family.get();
        match here.get_untracked() {
            Route::Unknown => view! { <NotFound /> }.into_any(),
            there if there.program() == program => place(there),
            _ => cross_over(db),
        }
    };
    view! { {shown} }.into_any()
}

#[component]
fn NotFound() -> impl IntoView {
    title(words::app::not_found());
    view! {
        <main class="page">
            <EmptyState icon=Icon::HELP title=words::app::not_found() text=words::app::not_found_why() whole=true>
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
