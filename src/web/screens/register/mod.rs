//! A company registers (REG): what to know before, the form in steps, and how it stands afterwards.

mod answer;
mod applications;
mod autosave;
mod before;
mod begin;
mod discard;
mod draft;
mod form;
mod route;
mod status;
mod steps;
mod timeline;

use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    command::Actor,
    id::RegistrationId,
    organization::Realm,
    registration::{Application, applications as rows},
    row::ReadRows,
};
use liaison_ui::{ButtonLink, EmptyState, Icon};

pub use route::RegisterRoute;

use self::{
    applications::Applications, before::Before, begin::Begin, form::FormScreen, route::Step,
    status::Status,
};
use crate::{
    route::Route,
    screens::{SignedIn, title},
    words::register as word,
};

/// What stays while only the step changes, so that what was typed stays too.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Before,
    Begin(Realm),
    Mine,
    Application(RegistrationId),
}

#[component]
pub fn RegisterScreen(#[prop(into)] route: Signal<RegisterRoute>) -> impl IntoView {
    let part = Memo::new(move |_| match route.get() {
        RegisterRoute::Before => Part::Before,
        RegisterRoute::Begin(realm) => Part::Begin(realm),
        RegisterRoute::Mine => Part::Mine,
        RegisterRoute::Status(id) | RegisterRoute::Draft(id, _) => Part::Application(id),
    });
    let step = Signal::derive(move || match route.get() {
        RegisterRoute::Draft(_, step) => step,
        _ => Step::Company,
    });
    view! {
        <main class="scrolls">
            {move || match part.get() {
                Part::Before => view! { <Before /> }.into_any(),
                Part::Begin(realm) => view! { <SignedIn><Begin realm=realm /></SignedIn> }.into_any(),
                Part::Mine => view! { <SignedIn><Applications /></SignedIn> }.into_any(),
                Part::Application(id) => {
                    view! { <SignedIn><OneApplication registration=id step=step /></SignedIn> }.into_any()
                }
            }}
        </main>
    }
    .into_any()
}

/// One's own application, as it stands.
fn own(registration: RegistrationId) -> Memo<Option<Application>> {
    use_db().live(move |view, _| match view.actor() {
        Actor::Account(me) => view.find(&rows(me).at(registration)).ok().flatten(),
        Actor::Visitor | Actor::Operator => None,
    })
}

#[component]
fn OneApplication(registration: RegistrationId, step: Signal<Step>) -> impl IntoView {
    let application = own(registration);
    let is_draft = Memo::new(move |_| {
        application.with(|application| application.as_ref().map(|one| one.events.is_empty()))
    });
    move || match is_draft.get() {
        Some(true) => view! { <FormScreen registration=registration step=step /> }.into_any(),
        Some(false) => view! { <Status registration=registration /> }.into_any(),
        None => nothing_here(),
    }
}

fn nothing_here() -> AnyView {
    title(word::not_here());
    view! {
        <EmptyState icon=Icon::DOCUMENT title=word::not_here() text=word::not_here_why() whole=true>
            <ButtonLink label=word::mine() href=to(RegisterRoute::Mine) />
        </EmptyState>
    }
    .into_any()
}

fn to(route: RegisterRoute) -> String {
    Route::Register(route).href()
}
