use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::registration::{Application, State, Step, Stepped};
use liaison_ui::{Point, Text, Timeline, TimelineEntry, intl};

use crate::words::register::{history, timeline as word};

/// What happened, and what comes next.
#[component]
pub fn History(application: Memo<Option<Application>>) -> impl IntoView {
    let now = use_db().live(|_, now| now.time());
    let entries = move || {
        application.with(|application| {
            let Some(application) = application else {
                return Vec::new();
            };
            let now = now.get();
            let steps = application.timeline(now);
            let last = steps.len() - 1;
            let mut entries: Vec<_> = steps
                .into_iter()
                .enumerate()
                .map(|(at, step)| entry(step, at == last))
                .collect();
            if let State::Submitted { due, .. }
            | State::InReview { due, .. }
            | State::Resubmitted { due, .. } = application.state_at(now)
            {
                let when = word::by(intl::date(due.0));
                entries.push(
                    view! { <TimelineEntry point=Point::Ahead title=word::decision() when=when /> }
                        .into_any(),
                );
            }
            entries
        })
    };
    view! { <Timeline label=history()>{entries}</Timeline> }.into_any()
}

fn entry(step: Step, is_last: bool) -> AnyView {
    let (title, point) = told(&step.what);
    let point = match point {
        Point::Done if is_last => Point::Here,
        point => point,
    };
    view! { <TimelineEntry point=point title=title when=intl::date_time(step.at.0) /> }.into_any()
}

fn told(what: &Stepped) -> (Text, Point) {
    match what {
        Stepped::Begun => (word::begun(), Point::Done),
        Stepped::Submitted => (word::submitted(), Point::Done),
        Stepped::TakenUp => (word::taken_up(), Point::Done),
        Stepped::Asked(_) => (word::asked(), Point::Asked),
        Stepped::Answered => (word::answered(), Point::Done),
        Stepped::Approved(_) => (word::approved(), Point::Done),
        Stepped::Rejected(_) => (word::rejected(), Point::Refused),
        Stepped::Withdrawn => (word::withdrawn(), Point::Refused),
        Stepped::Closed => (word::closed(), Point::Refused),
    }
}
