use serde::{Deserialize, Serialize};

use crate::{
    refusal::{Next, Owner, Side, Told, told},
    time::Time,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum IdentityRefusal {
    /// The account's region has no way of verification (IDV 5).
    NoWayInRegion,
    AlreadyPending,
    AlreadyVerified,
    /// Three attempts in 30 days (IDV 6).
    TooManyAttempts {
        again: Time,
    },
    /// The account's region is verified in another way (IDV 3).
    OtherWay,
    /// One identity number verifies at most five accounts (IDV 8).
    NumberUsedUp,
}

impl IdentityRefusal {
    pub fn told(&self) -> Told {
        use IdentityRefusal::*;
        match self {
            NoWayInRegion => told(Side::Platform, Owner::You, Next::ChangeRegion),
            AlreadyPending => told(Side::Platform, Owner::Reviewers, Next::Wait),
            AlreadyVerified => told(Side::Platform, Owner::Nobody, Next::Nothing),
            TooManyAttempts { .. } => told(Side::Platform, Owner::Operator, Next::TryLater),
            OtherWay => told(Side::Platform, Owner::Nobody, Next::LookAgain),
            NumberUsedUp => told(Side::Platform, Owner::Operator, Next::AskSupport),
        }
    }
}
