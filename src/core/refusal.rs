//! Refusals are data: which rule, whose side, who can change it, what to do next (POL 4). The words are in the locales.

use serde::{Deserialize, Serialize};

use crate::{
    account::AccountRefusal, contact::ContactRefusal, desk::DeskRefusal, identity::IdentityRefusal,
    numbers, organization::OrganizationRefusal, policy, registration::RegistrationRefusal,
};

pub use crate::field::Field;

/// A rule that said no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Refusal {
    /// It does not exist, or it is none of this person's business: the answer is the same.
    NotThere,
    /// Nobody is signed in.
    SignIn,
    /// A field cannot stay as it is.
    Input(Field, Problem),
    Account(AccountRefusal),
    Registration(RegistrationRefusal),
    Desk(DeskRefusal),
    Organization(OrganizationRefusal),
    Identity(IdentityRefusal),
    Policy(policy::Rule),
    Contact(ContactRefusal),
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Problem {
    Missing,
    TooShort {
        least: u32,
    },
    TooLong {
        most: u32,
        is: u32,
    },
    /// A control sign or a direction override.
    HiddenSign,
    /// Not of the form that is asked: an e-mail without `@`, an employee ID with a space.
    Form,
    /// Of the right form, but nothing has it.
    Unknown,
    /// It is one's own.
    Own,
    /// Somebody or something else has it.
    Taken,
    /// An earlier row of the same file has it.
    Repeats {
        row: u32,
    },
    /// Too many of them.
    TooMany {
        most: u32,
    },
    /// A day that no calendar has, or no date at all.
    NoSuchDay,
    /// A date that has passed.
    Expired,
    /// A date that is too old to prove anything.
    TooOld {
        months: u32,
    },
    /// A date that has not come yet.
    InFuture,
    /// A document that is not asked for here.
    NotWanted,
    /// Bytes that are none of the kinds of file that are taken, whatever the name says.
    FileType,
    /// In bytes.
    TooLarge {
        most: u64,
        is: u64,
    },
    /// Two places that must say the same do not; the other one is named.
    Differs(Field),
    Number(numbers::Problem),
}

/// Whose rule it is, as the person who is refused sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Side {
    Yours,
    Theirs,
    Platform,
}

/// Who can change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Owner {
    You,
    YourAdministrators,
    /// The owner of your organization, and no other administrator.
    YourOwner,
    TheOtherPerson,
    TheirAdministrators,
    Reviewers,
    Operator,
    /// A public standard, the calendar, or logic: nobody can.
    Nobody,
}

/// What to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Next {
    /// Mend the field.
    Correct,
    /// Look again: it has changed, or the link is not right.
    LookAgain,
    SignIn,
    /// Ask whoever gave you the link or code for a new one.
    AskForNewCode,
    /// Ask whoever invited you.
    AskWhoInvited,
    /// Have another code sent to your own number.
    SendCodeAgain,
    AskYourAdministrators,
    AskYourOwner,
    /// Their company decides; speak with the person by other means.
    AskThemToAskTheirs,
    VerifyIdentity,
    ChangeRegion,
    Wait,
    /// Wait, and send it again when the time has come.
    TryLater,
    /// Send a request; it must be accepted first.
    SendRequest,
    /// Begin anew from the seat that one has.
    ActFromSeat,
    /// Hear from the person again.
    Unblock,
    /// Answer the request that waits for you.
    AnswerRequest,
    StartAnew,
    /// Discard a draft or withdraw an application, of one's own.
    EndApplication,
    AskSupport,
    Nothing,
}

/// The three things besides the rule itself that every refusal says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    pub side: Side,
    pub owner: Owner,
    pub next: Next,
}

pub const fn told(side: Side, owner: Owner, next: Next) -> Told {
    Told { side, owner, next }
}

impl Refusal {
    pub fn told(&self) -> Told {
        match self {
            Refusal::NotThere => told(Side::Platform, Owner::Nobody, Next::LookAgain),
            Refusal::SignIn => told(Side::Platform, Owner::You, Next::SignIn),
            Refusal::Input(..) => told(Side::Yours, Owner::You, Next::Correct),
            Refusal::Account(refusal) => refusal.told(),
            Refusal::Registration(refusal) => refusal.told(),
            Refusal::Desk(refusal) => refusal.told(),
            Refusal::Organization(refusal) => refusal.told(),
            Refusal::Identity(refusal) => refusal.told(),
            Refusal::Policy(rule) => rule.told(),
            Refusal::Contact(refusal) => refusal.told(),
        }
    }
}
