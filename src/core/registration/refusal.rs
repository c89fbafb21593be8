use serde::{Deserialize, Serialize};

use crate::refusal::{Next, Owner, Side, Told, told};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RegistrationRefusal {
    /// While in review nothing can be edited (REG 4).
    NotEditable,
    /// The reviewer did not ask about this field or document (REG 4).
    NotAsked,
    /// A question is open: it is answered, not submitted anew.
    AnswerInstead,
    /// Nobody asked.
    NothingAsked,
    /// A draft is discarded; only what was submitted is withdrawn.
    NotSubmitted,
    /// This legal entity is registered in this realm, or its application is under way (REG 8).
    EntityTaken,
    /// Decided or withdrawn.
    Ended,
    /// The 30 days are over (REG 5).
    Closed,
    /// A new application starts from one that has ended (REG 7).
    NotEnded,
    /// A person has only so many applications that have not ended.
    TooManyOpen,
}

impl RegistrationRefusal {
    pub fn told(&self) -> Told {
        use RegistrationRefusal::*;
        match self {
            NotEditable | NotAsked => told(Side::Platform, Owner::Reviewers, Next::Wait),
            AnswerInstead | NothingAsked | NotSubmitted => {
                told(Side::Yours, Owner::You, Next::LookAgain)
            }
            EntityTaken => told(Side::Platform, Owner::Reviewers, Next::AskSupport),
            Ended => told(Side::Platform, Owner::Nobody, Next::LookAgain),
            Closed => told(Side::Platform, Owner::Nobody, Next::StartAnew),
            NotEnded => told(Side::Yours, Owner::You, Next::Correct),
            TooManyOpen => told(Side::Yours, Owner::You, Next::EndApplication),
        }
    }
}
