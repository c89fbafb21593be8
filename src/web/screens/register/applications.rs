use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    command::Actor,
    registration::{Mine, State, mine},
};
use liaison_ui::{
    ButtonKind, ButtonLink, EmptyState, Icon, Moment, OrgMark, PageHeader, Pill, Text, Tone,
};

use super::{RegisterRoute, route::Step, to};
use crate::{route::Route, screens::title, words::register as word};

/// One's own applications, the newest first.
#[component]
pub fn Applications() -> impl IntoView {
    title(word::mine());
    let db = use_db();
    let all = db.live(|view, now| match view.actor() {
        Actor::Account(me) => mine(view, me, now.time()).unwrap_or_default(),
        Actor::Visitor | Actor::Operator => Vec::new(),
    });
    let now = db.live(|_, now| now.time().0);
    let row = move |one: Mine| {
        let href = to(match one.state {
            State::Draft => RegisterRoute::Draft(one.registration, Step::Company),
            _ => RegisterRoute::Status(one.registration),
        });
        let name = match one.legal_name.trim() {
            "" => word::unnamed(),
            name => name.into(),
        };
        let mark = Signal::stored(one.legal_name.clone());
        let (state, tone) = state(&one.state);
        view! {
            <li>
                <a class="list-row" href=href>
                    <OrgMark name=mark />
                    <span class="list-text">
                        <span class="list-line">
                            <bdi class="cut">{name}</bdi>
                            <span class="list-end"><Pill label=state tone=Signal::stored(tone) /></span>
                        </span>
                        <span class="list-line muted small"><Moment at=Signal::stored(one.touched.0) now=now /></span>
                    </span>
                </a>
            </li>
        }
    };
    let list = move || {
        match all.with(Vec::is_empty) {
        true => view! {
            <EmptyState icon=Icon::BUILDING title=word::none_yet() text=word::none_yet_why()>
                <ButtonLink label=word::before_title() kind=ButtonKind::Primary href=to(RegisterRoute::Before) />
            </EmptyState>
        }
        .into_any(),
        false => view! {
            <ul class="rows">{move || all.get().into_iter().map(row).collect_view()}</ul>
            <div class="actions">
                <ButtonLink label=word::one_more() icon=Icon::ADD href=to(RegisterRoute::Before) />
            </div>
        }
        .into_any(),
    }
    };
    view! {
        <div class="task">
            <PageHeader title=word::mine() back=Signal::stored(Route::First.href()) />
            {list}
        </div>
    }
    .into_any()
}

/// A state in a word.
pub fn state(state: &State) -> (Text, Tone) {
    use word::state as word;
    match state {
        State::Draft => (word::draft(), Tone::Neutral),
        State::Submitted { .. } => (word::submitted(), Tone::Info),
        State::InReview { .. } => (word::in_review(), Tone::Info),
        State::QuestionOpen { .. } => (word::question_open(), Tone::Waiting),
        State::Resubmitted { .. } => (word::resubmitted(), Tone::Info),
        State::Approved { .. } => (word::approved(), Tone::Good),
        State::Rejected { .. } => (word::rejected(), Tone::Bad),
        State::Withdrawn { .. } => (word::withdrawn(), Tone::Neutral),
        State::Closed { .. } => (word::closed(), Tone::Bad),
    }
}
