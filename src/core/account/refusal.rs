use serde::{Deserialize, Serialize};

use crate::{
    refusal::{Next, Owner, Side, Told, told},
    time::Time,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AccountRefusal {
    /// The number already belongs to an account (ACC 1).
    MobileHasAccount,
    WrongCode {
        tries_left: u8,
    },
    /// A wrong code, and the last try for it.
    NoTryLeft,
    CodeExpired,
    TooManyCodes {
        again: Time,
    },
    /// The region is already this one.
    SameRegion,
}

impl AccountRefusal {
    pub fn told(&self) -> Told {
        use AccountRefusal::*;
        match self {
            MobileHasAccount => told(Side::Platform, Owner::You, Next::SignIn),
            WrongCode { .. } => told(Side::Yours, Owner::You, Next::Correct),
            NoTryLeft => told(Side::Yours, Owner::You, Next::SendCodeAgain),
            CodeExpired => told(Side::Platform, Owner::Nobody, Next::SendCodeAgain),
            TooManyCodes { .. } => told(Side::Platform, Owner::Operator, Next::TryLater),
            SameRegion => told(Side::Yours, Owner::You, Next::Correct),
        }
    }
}
