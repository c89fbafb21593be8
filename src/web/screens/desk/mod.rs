//! The review desk: the queue on the left, the case in the middle, the decision on the right (DESK).

mod ask;
mod attempts;
mod case;
mod decision;
mod document;
mod identity;
mod log;
mod queue;
mod reason;
mod registration;
mod route;

use leptos::prelude::*;
use liaison_bridge::{Db, Memo, use_db};
use liaison_core::{
    command::Actor,
    desk::{Outcome, is_reviewer, reviewers},
    id::AccountId,
    row::ReadRows,
};
use liaison_ui::{ButtonLink, EmptyState, Icon, Text};

pub use route::DeskRoute;

use self::{case::CasePane, queue::QueuePane};
use crate::{
    route::Route,
    screens::{Places, SignedIn, title},
    words::desk as word,
};

#[component]
pub fn DeskScreen(#[prop(into)] route: Signal<DeskRoute>) -> impl IntoView {
    view! {
        <SignedIn>
            <Desk route=route />
        </SignedIn>
    }
    .into_any()
}

#[component]
fn Desk(route: Signal<DeskRoute>) -> impl IntoView {
    let is_reviewer = use_db().live(|view, _| match view.actor() {
        Actor::Account(me) => is_reviewer(view, me).unwrap_or(false),
        Actor::Visitor | Actor::Operator => false,
    });
    let at_detail = Signal::derive(move || route.get() != DeskRoute::Queue);
    let chosen = Memo::new(move |_| match route.get() {
        DeskRoute::Queue => None,
        DeskRoute::Case(case) => Some(case),
    });
    let case = move || match chosen.get() {
        Some(case) => view! { <CasePane id=case /> }.into_any(),
        None => {
            title(word::title());
            view! {
                <div class="case-none">
                    <EmptyState icon=Icon::REVIEW title=word::none_chosen() text=word::none_chosen_why() />
                </div>
            }
            .into_any()
        }
    };
    move || match is_reviewer.get() {
        false => not_a_reviewer(),
        true => view! {
            <div class="desk-frame dense" class:at-detail=at_detail>
                <Places />
                <div class="desk" class:at-detail=at_detail>
                    <section class="list-pane" aria-label=word::queue()>
                        <QueuePane chosen=chosen />
                    </section>
                    <main class="case">{case}</main>
                </div>
            </div>
        }
        .into_any(),
    }
}

/// The same for whoever is none and for whoever was never told of the desk.
fn not_a_reviewer() -> AnyView {
    title(word::title());
    view! {
        <main class="page">
            <EmptyState icon=Icon::REVIEW title=word::not_for_you() text=word::not_for_you_why() whole=true>
                <ButtonLink label=crate::words::app::to_first() href=Route::First.href() />
            </EmptyState>
        </main>
    }
    .into_any()
}

/// The name under which a colleague works here.
fn reviewer_name(db: Db, account: AccountId) -> Memo<String> {
    db.live(move |view, _| {
        let reviewer = view.find(&reviewers().at(account)).ok().flatten();
        reviewer
            .map(|reviewer| reviewer.name.to_string())
            .unwrap_or_default()
    })
}

/// How a case ended, in a line.
fn decided_as(outcome: &Outcome) -> Text {
    match outcome {
        Outcome::Approved => word::approved(),
        Outcome::Refused { reason } => word::refused_because(reason.to_string()),
    }
}

/// Who this tab is, at the desk.
fn me(db: Db) -> Option<AccountId> {
    match db.actor() {
        Actor::Account(me) => Some(me),
        Actor::Visitor | Actor::Operator => None,
    }
}
