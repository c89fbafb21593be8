use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    command::Actor,
    desk::{Case, CaseId, cases, identity_file, registration_file, subject},
    registration::due,
    row::ReadRows,
    time::business_days_between,
};
use liaison_ui::{EmptyState, Icon, PageHeader, Text, intl};

use super::{
    DeskRoute,
    decision::Decision,
    identity::IdentityCase,
    log::CaseLog,
    queue::{age, kind},
    registration::RegistrationCase,
};
use crate::{route::Route, screens::title, words::desk as word};

/// One case with everything that belongs to it.
#[component]
pub fn CasePane(id: CaseId) -> impl IntoView {
    let db = use_db();
    let case = db.live(move |view, _| match view.actor() {
        Actor::Account(_) => view.find(&cases().at(id)).ok().flatten(),
        Actor::Visitor | Actor::Operator => None,
    });
    let is_there = Memo::new(move |_| case.with(Option::is_some));
    move || match is_there.get() {
        true => view! { <Open id=id case=case /> }.into_any(),
        false => {
            title(word::title());
            view! {
                <div class="case-none">
                    <EmptyState icon=Icon::REVIEW title=word::not_here() text=word::not_here_why() />
                </div>
            }
            .into_any()
        }
    }
}

#[component]
fn Open(id: CaseId, case: Memo<Option<Case>>) -> impl IntoView {
    let db = use_db();
    let name = db.live(move |view, _| subject(view, id).unwrap_or_default());
    title(move || name.get());
    let now = db.live(|_, now| now.time());
    let standing = move || -> Text {
        case.with(|case| {
            let Some(case) = case else {
                return Text::default();
            };
            let days = business_days_between(case.submitted, now.get(), case.realm.offset());
            let due = due(case.submitted, case.realm);
            word::standing(
                kind(id),
                crate::tell::realm(case.realm),
                age(days),
                intl::date(due.0),
            )
        })
    };
    let body = match id {
        CaseId::Registration(registration) => {
            let file = db.live(move |view, _| registration_file(view, registration).ok().flatten());
            view! { <RegistrationCase id=id file=file /> }.into_any()
        }
        CaseId::Identity(submission) => {
            let file = db.live(move |view, _| identity_file(view, submission).ok().flatten());
            view! { <IdentityCase id=id file=file /> }.into_any()
        }
    };
    view! {
        <PageHeader title=move || name.get() subtitle=standing back=Signal::stored(Route::Desk(DeskRoute::Queue).href()) />
        <div class="case-scroll">
            {body}
            <CaseLog id=id />
        </div>
        <Decision id=id case=case />
    }
    .into_any()
}
