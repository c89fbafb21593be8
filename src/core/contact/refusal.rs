use serde::{Deserialize, Serialize};

use crate::{
    refusal::{Next, Owner, Side, Told, told},
    time::Time,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ContactRefusal {
    Yourself,
    AlreadyContacts,
    AlreadyAsked,
    /// Provisioned, but nobody sits in the seat yet.
    NotJoinedYet,
    /// The colleague's seat is suspended.
    ColleagueSuspended,
    /// They asked first: answer that instead of asking back.
    TheyAskedYou,
    /// A declined or expired request can be renewed once a week (CON 5).
    RenewLater {
        at: Time,
    },
    /// 30 outside requests a day (CON 9).
    DailyLimit {
        most: u32,
        resets: Time,
    },
    /// Phone searches per hour and day (CON 3).
    SearchLimit {
        most: u32,
        resets: Time,
    },
    /// Withdrawn, answered or expired in the meantime.
    RequestGone,
    /// The answer to a code or number holds for ten minutes.
    AnswerTooOld,
}

impl ContactRefusal {
    pub fn told(&self) -> Told {
        use ContactRefusal::*;
        match self {
            Yourself => told(Side::Yours, Owner::Nobody, Next::Nothing),
            AlreadyContacts | AlreadyAsked => told(Side::Yours, Owner::Nobody, Next::Nothing),
            NotJoinedYet => told(Side::Yours, Owner::TheOtherPerson, Next::Wait),
            ColleagueSuspended => told(
                Side::Yours,
                Owner::YourAdministrators,
                Next::AskYourAdministrators,
            ),
            TheyAskedYou => told(Side::Yours, Owner::You, Next::AnswerRequest),
            RenewLater { .. } | DailyLimit { .. } | SearchLimit { .. } => {
                told(Side::Platform, Owner::Operator, Next::TryLater)
            }
            RequestGone => told(Side::Theirs, Owner::TheOtherPerson, Next::LookAgain),
            AnswerTooOld => told(Side::Platform, Owner::Nobody, Next::LookAgain),
        }
    }
}
