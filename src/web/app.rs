//! The table of contents: the world is opened, and each route has its screen.

use leptos::prelude::*;
use liaison_bridge::{Db, StorageFault, use_db};
use liaison_core::{command::Actor, id::AccountId};
use liaison_ui::{
    ButtonKind, ButtonLink, EmptyState, Icon, NoticeRegion, Notices, Waiting, Wording,
};
use wasm_bindgen_futures::spawn_local;

use crate::{
    route::{self, Route},
    screens::{
        chats::{ChatsRoute, ChatsScreen},
        console::{ConsoleRoute, ConsoleScreen},
        contacts::{AddScreen, ContactsRoute, ContactsScreen},
        demo::DemoBar,
        desk::{DeskRoute, DeskScreen},
        first::{DamageScreen, FirstScreen, SignInScreen, SignUpScreen},
        join::JoinScreen,
        me::{MeRoute, MeScreen},
        register::{RegisterRoute, RegisterScreen},
        title,
    },
    settings::Settings,
    words,
};

/// The one world of this browser.
pub const WORLD: &str = "liaison";

#[component]
pub fn App() -> impl IntoView {
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
            view! {
                <div class="app">
                    <DemoBar />
                    <Screen />
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

/// Each place and its screen. A family of screens stays while only the place in it changes, so that a list keeps where
/// it was scrolled to.
#[component]
fn Screen() -> impl IntoView {
    let here = route::route();
    let family =
        Memo::new(move |_| here.with(|here| (std::mem::discriminant(here), made_for(here))));
    let chats = Signal::derive(move || match here.get() {
        Route::Chats(route) => route,
        _ => ChatsRoute::List,
    });
    let console = Signal::derive(move || match here.get() {
        Route::Console(_, route) => route,
        _ => ConsoleRoute::Overview,
    });
    let contacts = Signal::derive(move || match here.get() {
        Route::Contacts(route) => route,
        _ => ContactsRoute::List,
    });
    let me = Signal::derive(move || match here.get() {
        Route::Me(route) => route,
        _ => MeRoute::Profile,
    });
    let desk = Signal::derive(move || match here.get() {
        Route::Desk(route) => route,
        _ => DeskRoute::Queue,
    });
    let register = Signal::derive(move || match here.get() {
        Route::Register(route) => route,
        _ => RegisterRoute::Before,
    });
    move || {
        // Read and not only tracked: a memo that nobody reads never looks at what it is made of.
        family.get();
        match here.get_untracked() {
            Route::First => view! { <FirstScreen /> }.into_any(),
            Route::SignUp { then } => view! { <SignUpScreen then=*then /> }.into_any(),
            Route::SignIn { then } => view! { <SignInScreen then=*then /> }.into_any(),
            Route::Chats(_) => view! { <ChatsScreen route=chats /> }.into_any(),
            Route::Console(organization, _) => {
                view! { <ConsoleScreen organization=organization route=console /> }.into_any()
            }
            Route::Join { world, token } => {
                view! { <JoinScreen world=world token=token /> }.into_any()
            }
            Route::Contacts(_) => view! { <ContactsScreen route=contacts /> }.into_any(),
            Route::Me(_) => view! { <MeScreen route=me /> }.into_any(),
            Route::Add { world, token } => {
                view! { <AddScreen world=world token=token /> }.into_any()
            }
            Route::Desk(_) => view! { <DeskScreen route=desk /> }.into_any(),
            Route::Register(_) => view! { <RegisterScreen route=register /> }.into_any(),
            Route::As(account) => become_somebody(account),
            _ => view! { <NotFound /> }.into_any(),
        }
    }
}

/// For what a screen is made: for another one it is another screen.
fn made_for(route: &Route) -> Option<String> {
    match route {
        Route::Console(organization, _) => Some(organization.to_string()),
        Route::Join { .. } | Route::Add { .. } => Some(route.href()),
        _ => None,
    }
}

/// The address of a tab that was opened for another person.
fn become_somebody(account: AccountId) -> AnyView {
    use_db().act_as(Actor::Account(account));
    route::replace(Route::Chats(ChatsRoute::List));
    ().into_any()
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
pub fn wording() -> Wording {
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
