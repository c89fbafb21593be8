use serde::{Deserialize, Serialize};

use crate::refusal::{Next, Owner, Side, Told, told};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DeskRefusal {
    /// Another reviewer has claimed the case.
    ClaimedByAnother,
    /// A case is claimed before it is decided.
    ClaimFirst,
    AlreadyDecided,
    /// Nobody decides a case of their own organization or account (DESK 1).
    OwnCase,
    /// Nor is it given to whom it would be their own.
    OwnCaseOfReceiver,
    /// The applicant has the word.
    WaitingForApplicant,
    /// The applicant did not answer in 30 days (REG 5).
    Closed,
    Withdrawn,
    /// What the reviewer sees is not what was submitted last.
    NewerAttempt,
    /// The applicant has used all resubmissions: the case is approved or rejected (REG 5).
    NoQuestionLeft,
    /// Not a reviewer to whom a case can be passed on.
    NoSuchReviewer,
    AlreadyReviewer,
}

impl DeskRefusal {
    pub fn told(&self) -> Told {
        use DeskRefusal::*;
        match self {
            ClaimedByAnother => told(Side::Yours, Owner::Reviewers, Next::LookAgain),
            ClaimFirst | NoQuestionLeft | OwnCaseOfReceiver | NoSuchReviewer | AlreadyReviewer => {
                told(Side::Yours, Owner::You, Next::Correct)
            }
            AlreadyDecided | Closed => told(Side::Platform, Owner::Nobody, Next::LookAgain),
            OwnCase => told(Side::Platform, Owner::Nobody, Next::Nothing),
            WaitingForApplicant => told(Side::Theirs, Owner::TheOtherPerson, Next::Wait),
            Withdrawn => told(Side::Theirs, Owner::TheOtherPerson, Next::LookAgain),
            NewerAttempt => told(Side::Platform, Owner::Nobody, Next::LookAgain),
        }
    }
}
