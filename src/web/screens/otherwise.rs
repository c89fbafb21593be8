use leptos::prelude::*;
use liaison_bridge::{ChangedOutcome, Db};
use liaison_core::store::Stop;
use liaison_ui::{Text, notices};

use crate::{tell, words::app as word};

/// Says of an act when it came out otherwise than its person was told, because another tab was first.
pub fn tell_changed_outcomes(db: Db) {
    let notices = notices();
    Effect::new(move |told: Option<Vec<ChangedOutcome>>| {
        let told = told.unwrap_or_default();
        let all = db.changed_outcomes();
        for outcome in all.iter().filter(|outcome| !told.contains(outcome)) {
            notices.tell(otherwise(outcome));
        }
        all
    });
}

fn otherwise(outcome: &ChangedOutcome) -> Text {
    match &outcome.after {
        Ok(()) => word::done_after_all(),
        Err(Stop::Refused(refusal)) => word::not_done_after_all(tell::rule(*refusal)),
        Err(Stop::NeedsServer) => word::needs_server(),
        Err(Stop::Fault(_)) => word::fault(),
    }
}
