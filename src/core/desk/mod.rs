//! Reviewers decide (DESK): one queue for registrations and identity submissions.

pub mod appoint_reviewer;
pub mod approve;
pub mod approve_identity;
pub mod ask;
mod case;
pub mod claim;
pub mod invariants;
mod log;
pub mod open_document;
pub mod owner_to_be;
pub mod pass_on;
mod queue;
mod refusal;
pub mod refuse_identity;
pub mod reject;
pub mod release;
mod submitted;

use serde::{Deserialize, Serialize};

pub use case::{Case, CaseId, Claim, Outcome, Stage, case_in_reach_of, must_review};
pub use log::{CaseFact, Logged, log_of};
pub use queue::{
    IdentityFile, Match, Queued, RegistrationFile, archive, identity_file, queue, registration_file,
};
pub use refusal::DeskRefusal;
pub use submitted::{
    Correction, Pictures, Shown, SubmittedApplication, SubmittedIdentity, newest_statement,
    receive_identity, receive_registration, subject, submitted_applications, submitted_identities,
    withdraw_registration,
};
use submitted::{erase_evidence, field_of};

use crate::{
    id::AccountId,
    row::{ReadRows, rows},
    space::Space,
    store::{Read, Stop},
    text::Line,
    time::Time,
};

/// A person who works for the platform.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reviewer {
    /// As colleagues at the desk read it.
    pub name: Line,
    pub appointed: Time,
}

rows! {
    reviewers() in Space::Desk => Reviewer, by AccountId, REVIEWER v 1;
    cases() in Space::Desk => Case, by CaseId, CASE v 1;
    /// With the number that the fact has in the desk's log.
    case_facts() in Space::Desk => CaseFact, by (CaseId, u64), CASE_FACT v 1;
}

pub fn is_reviewer(store: &dyn Read, account: AccountId) -> Result<bool, Stop> {
    store.has(&reviewers().at(account))
}
