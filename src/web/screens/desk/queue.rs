use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    command::Actor,
    desk::{Case, CaseId, Claim, Outcome, Queued, Stage, archive, queue, reviewers, subject},
    row::ReadRows,
};
use liaison_ui::{
    Choice, EmptyState, Icon, OrgMark, PageHeader, Pill, Segmented, Text, Tone, intl,
};

use super::DeskRoute;
use crate::{route::Route, words::desk as word};

/// What the list shows.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Open,
    Over,
}

/// One queue for registrations and identities, overdue first (DESK 1).
#[component]
pub fn QueuePane(chosen: Memo<Option<CaseId>>) -> impl IntoView {
    let db = use_db();
    let shown = RwSignal::new(Shown::Open);
    let waiting = db.live(|view, now| queue(view, now.time()).unwrap_or_default());
    let over = db.live(|view, now| {
        let over = archive(view, now.time()).unwrap_or_default().into_iter();
        let named = over.map(|(id, case)| (id, case, subject(view, id).unwrap_or_default()));
        named.collect::<Vec<_>>()
    });
    let list = move || {
        match shown.get() {
        Shown::Open if waiting.with(Vec::is_empty) => {
            view! { <EmptyState icon=Icon::DONE title=word::nothing_waits() text=word::nothing_waits_why() /> }.into_any()
        }
        Shown::Open => {
            let rows = move || waiting.get().into_iter().map(|one| waiting_row(one, chosen)).collect_view();
            view! { <ul>{rows}</ul> }.into_any()
        }
        Shown::Over if over.with(Vec::is_empty) => {
            view! { <EmptyState icon=Icon::HISTORY title=word::nothing_over() text=word::nothing_over_why() /> }.into_any()
        }
        Shown::Over => {
            let rows = move || over.get().into_iter().map(|one| over_row(one, chosen)).collect_view();
            view! { <ul>{rows}</ul> }.into_any()
        }
    }
    };
    let choices = [
        Choice::new(Shown::Open, word::open_cases()),
        Choice::new(Shown::Over, word::over_cases()),
    ];
    view! {
        <PageHeader title=word::queue() />
        <div class="queue-filter">
            <Segmented
                label=word::which_cases()
                choices=choices.to_vec()
                chosen=Signal::derive(move || Some(shown.get()))
                on_choose=move |other| shown.set(other)
            />
        </div>
        <div class="pane-scroll">{list}</div>
    }
    .into_any()
}

fn waiting_row(one: Queued, chosen: Memo<Option<CaseId>>) -> AnyView {
    let (label, tone) = match (one.answer_until, one.overdue) {
        (Some(until), _) => (word::answer_due(intl::date(until.0)), Tone::Neutral),
        (None, true) => (word::overdue(u64::from(one.days_over)), Tone::Bad),
        (None, false) if one.days_left == 0 => (word::due_now(), Tone::Info),
        (None, false) => (word::days_left(u64::from(one.days_left)), Tone::Info),
    };
    let age = age(one.age);
    row(
        one.id,
        one.subject,
        chosen,
        (label, tone, Icon::CLOCK),
        claimed(one.claim),
        age,
    )
}

fn over_row((id, case, subject): (CaseId, Case, String), chosen: Memo<Option<CaseId>>) -> AnyView {
    let state = match &case.stage {
        Stage::Decided {
            outcome: Outcome::Approved,
            ..
        } => (word::approved(), Tone::Good, Icon::CHECK),
        Stage::Decided {
            outcome: Outcome::Refused { .. },
            ..
        } => (word::refused(), Tone::Bad, Icon::CLOSE),
        Stage::Withdrawn { .. } => (word::withdrawn(), Tone::Neutral, Icon::MINUS),
        Stage::Asked { .. } | Stage::Open => (word::closed(), Tone::Neutral, Icon::MINUS),
    };
    let when = intl::date(case.submitted.0);
    row(id, subject, chosen, state, None, word::submitted_on(when))
}

fn row(
    id: CaseId,
    subject: String,
    chosen: Memo<Option<CaseId>>,
    (state, tone, icon): (Text, Tone, Icon),
    claimed: Option<AnyView>,
    age: Text,
) -> AnyView {
    let href = Route::Desk(DeskRoute::Case(id)).href();
    let mark = match id {
        CaseId::Registration(_) => {
            view! { <OrgMark name=Signal::stored(subject.clone()) /> }.into_any()
        }
        CaseId::Identity(_) => {
            view! { <span class="org-mark tint-7">{Icon::PERSON}</span> }.into_any()
        }
    };
    let is_here = move || (chosen.get() == Some(id)).then_some("page");
    view! {
        <li>
            <a class="list-row" href=href aria-current=is_here>
                {mark}
                <span class="list-text">
                    <span class="list-line">
                        <bdi class="cut strong" title=subject.clone()>{subject.clone()}</bdi>
                    </span>
                    <span class="list-line muted small">
                        <span class="cut">{kind(id)} " · " {age}</span>
                    </span>
                    <span class="list-line small">
                        <Pill label=state tone=Signal::stored(tone) icon=icon /> {claimed}
                    </span>
                </span>
            </a>
        </li>
    }
    .into_any()
}

/// In business days; of the first nobody says that it is none.
pub fn age(days: u32) -> Text {
    match days {
        0 => word::new_today(),
        days => word::age(u64::from(days)),
    }
}

pub fn kind(id: CaseId) -> Text {
    match id {
        CaseId::Registration(_) => word::registration(),
        CaseId::Identity(_) => word::identity(),
    }
}

/// Who has the case in hand.
fn claimed(claim: Option<Claim>) -> Option<AnyView> {
    let by = claim?.by;
    let db = use_db();
    let name = db.live(move |view, _| {
        let reviewer = view.find(&reviewers().at(by)).ok().flatten();
        (
            view.actor() == Actor::Account(by),
            reviewer.map(|one| one.name.to_string()).unwrap_or_default(),
        )
    });
    let text = move || match name.get() {
        (true, _) => word::yours(),
        (false, name) => name.into(),
    };
    Some(view! { <span class="list-end cut"><bdi>{text}</bdi></span> }.into_any())
}
