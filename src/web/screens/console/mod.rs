//! The console of one organization (ORG): administrators set it up, auditors read it.
//!
//! Where to start: [`ConsoleScreen`] says who may be here and which page stands where; [`frame`] is what is around every
//! page; [`use_console`] is how a page knows of which organization it is and whether its person may change something.

mod audit;
mod external;
mod frame;
mod import;
mod invitations;
mod members;
mod overview;
mod partners;
mod registration;
mod roles;
mod route;

use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    command::Actor,
    id::OrganizationId,
    organization::{Role, role_of},
};
use liaison_ui::{ButtonKind, ButtonLink, Callout, EmptyState, Icon};

pub use audit::act;
pub use route::{ConsoleRoute, MembersRoute};

use self::frame::ConsoleFrame;
use crate::{
    route::Route,
    screens::{SignedIn, chats::ChatsRoute, title},
    words::console as word,
};

/// The organization of the console that a page stands in, and what its person may do there.
#[derive(Clone, Copy)]
pub struct Console {
    pub organization: OrganizationId,
    role: Memo<Option<Role>>,
}

pub fn use_console() -> Console {
    expect_context()
}

impl Console {
    /// An auditor reads the console and changes nothing: buttons that would change something are absent.
    pub fn may_change(self) -> Signal<bool> {
        let role = self.role;
        Signal::derive(move || matches!(role.get(), Some(Role::Owner | Role::Administrator)))
    }

    pub fn is_owner(self) -> Signal<bool> {
        let role = self.role;
        Signal::derive(move || role.get() == Some(Role::Owner))
    }

    pub fn href(self, route: ConsoleRoute) -> String {
        self.at(route).href()
    }

    pub fn at(self, route: ConsoleRoute) -> Route {
        Route::Console(self.organization, route)
    }
}

#[component]
pub fn ConsoleScreen(
    organization: OrganizationId,
    #[prop(into)] route: Signal<ConsoleRoute>,
) -> impl IntoView {
    view! {
        <SignedIn>
            <Admitted organization=organization route=route />
        </SignedIn>
    }
    .into_any()
}

/// Whoever has a role here sees the console; to anybody else it is not there.
#[component]
fn Admitted(organization: OrganizationId, route: Signal<ConsoleRoute>) -> impl IntoView {
    let role = use_db().live(move |view, _| match view.actor() {
        Actor::Account(me) => role_of(view, me, organization).ok().flatten(),
        Actor::Visitor | Actor::Operator => None,
    });
    provide_context(Console { organization, role });
    provide_context(import::Import::new());
    provide_context(members::BulkWork::new());
    let sees = Memo::new(move |_| role.get().is_some());
    let place = Memo::new(move |_| std::mem::discriminant(&route.get()));
    let page = move || {
        // Read and not only tracked: a memo that nobody reads never looks at what it is made of.
        place.get();
        match route.get_untracked() {
            ConsoleRoute::Overview => view! { <overview::OverviewPage /> }.into_any(),
            ConsoleRoute::Members(_) => view! { <members::MembersPage route=route /> }.into_any(),
            ConsoleRoute::Import => view! { <import::ImportPage /> }.into_any(),
            ConsoleRoute::Invitations => view! { <invitations::InvitationsPage /> }.into_any(),
            ConsoleRoute::Roles => view! { <roles::RolesPage /> }.into_any(),
            ConsoleRoute::External => view! { <external::ExternalPage /> }.into_any(),
            ConsoleRoute::Partners => view! { <partners::PartnersPage /> }.into_any(),
            ConsoleRoute::Audit => view! { <audit::AuditPage /> }.into_any(),
            ConsoleRoute::Registration => view! { <registration::RegistrationPage /> }.into_any(),
        }
    };
    move || match sees.get() {
        true => view! { <ConsoleFrame route=route page=page.into_any() /> }.into_any(),
        false => view! { <NotAdmitted /> }.into_any(),
    }
}

#[component]
fn NotAdmitted() -> impl IntoView {
    title(word::title());
    view! {
        <main class="page">
            <EmptyState icon=Icon::LOCK title=word::not_yours() text=word::not_yours_why() whole=true>
                <ButtonLink
                    label=word::to_chats()
                    href=Route::Chats(ChatsRoute::List).href()
                    kind=ButtonKind::Primary
                />
            </EmptyState>
        </main>
    }
    .into_any()
}

/// Says to an auditor why nothing can be changed on a page.
#[component]
pub fn ReadOnlyNote() -> impl IntoView {
    let may_change = use_console().may_change();
    move || (!may_change.get()).then(|| view! { <Callout>{word::read_only()}</Callout> })
}
