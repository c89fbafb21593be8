//! The table of rules. [`judge`] asks them in order; the first that does not hold is the refusal.

use serde::{Deserialize, Serialize};

use super::facts::{Agreement, Facts, Moment, Standing};
use crate::{
    contact::Way,
    refusal::{Next, Owner, Side, Told, told},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Rule {
    /// The seat from which one acts is active; and whoever has seats has one to act from.
    YourSeat,
    /// Whoever has a seat makes contacts from there, so that no organization's policy is gone around.
    FromYourSeat,
    /// One's own name is verified before anything outside (IDV 1).
    YourIdentity,
    /// One's organization lets its people speak with somebody outside.
    YourOrganizationClosed,
    /// One is among those who may.
    YouNotPermitted,
    /// The person lets themselves be found this way. A no looks like a number or code that does not exist.
    NotFound,
    /// One's organization admits the other one: it is open, or has it among its partners.
    NotYourPartner,
    /// One's organization admits people without an organization.
    NobodyWithoutOrganization,
    /// One is among those who may serve them.
    YouDoNotServe,
    /// Their organization, whatever its reason: it is named only as not accepting requests from yours.
    TheirOrganization,
    /// The contact still sits in the seat in which they agreed.
    TheirSeat,
    /// The other person is verified too, from acceptance on.
    TheirIdentity,
    /// Both organizations are in one realm (GOV 1).
    OtherRealm,
    /// One has not shut the other out.
    YouBlock,
    /// One holds the other as a contact: has not removed them.
    YouRemoved,
    /// Both have agreed (CON 4, MSG 1).
    NotAContact,
}

/// One row of the table: the rule, and when it holds.
type Row = (Rule, fn(&Facts) -> bool);

/// POL 3. Own side first, before any lookup; then the other person's privacy, which looks like *not found*; then what
/// one's own side says about this very company, which only somebody who may be found can bring up; then their side; then
/// the platform; and at last whether both have agreed. Between colleagues the outside rules hold by themselves.
pub const TABLE: &[Row] = &[
    (Rule::YourSeat, |f| {
        !matches!(f.mine.seat, Standing::Inactive | Standing::Nowhere)
    }),
    (Rule::FromYourSeat, |f| f.mine.seat != Standing::Elsewhere),
    (Rule::YourIdentity, |f| f.stays_inside() || f.mine.verified),
    (Rule::YourOrganizationClosed, |f| {
        f.stays_inside() || f.mine.seat == Standing::Without || f.mine.speaks_with_anybody()
    }),
    (Rule::YouNotPermitted, |f| {
        f.stays_inside() || f.mine.seat == Standing::Without || f.mine.may_speak_with_anybody()
    }),
    (Rule::NotFound, |f| {
        !f.looks_for_somebody() || f.may_be_found()
    }),
    (Rule::NotYourPartner, |f| {
        !f.meets_an_organization() || f.mine.admits_organization()
    }),
    (Rule::YouNotPermitted, |f| {
        !f.meets_an_organization() || f.mine.permitted
    }),
    (Rule::NobodyWithoutOrganization, |f| {
        !f.meets_somebody_without() || f.mine.admits_people
    }),
    (Rule::YouDoNotServe, |f| {
        !f.meets_somebody_without() || f.mine.serves
    }),
    (Rule::TheirOrganization, |f| {
        f.colleagues || f.their_organization_admits_me()
    }),
    (Rule::TheirSeat, |f| f.theirs.is_there()),
    (Rule::TheirIdentity, |f| {
        f.colleagues || matches!(f.moment, Moment::Open | Moment::Request) || f.theirs.verified
    }),
    (Rule::OtherRealm, |f| f.same_realm),
    (Rule::YouBlock, |f| {
        f.moment != Moment::Message || f.agreement != Agreement::IBlock
    }),
    (Rule::YouRemoved, |f| {
        f.moment != Moment::Message || f.agreement != Agreement::IRemoved
    }),
    (Rule::NotAContact, |f| {
        f.moment != Moment::Message || f.agreement == Agreement::Both
    }),
];

/// The first rule that does not hold.
pub fn judge(facts: &Facts) -> Result<(), Rule> {
    match TABLE.iter().find(|(_, holds)| !holds(facts)) {
        Some((rule, _)) => Err(*rule),
        None => Ok(()),
    }
}

impl Facts {
    /// Privacy has its say until a request is on its way; from then on the two know each other.
    fn looks_for_somebody(&self) -> bool {
        matches!(self.moment, Moment::Open | Moment::Request)
    }

    /// The outside rules of one's own side do not ask about a colleague. One who is hidden from a code or number is none
    /// here: skipped rules would tell them from a number that nobody has (POL 4).
    fn stays_inside(&self) -> bool {
        self.colleagues && (self.moment != Moment::Open || self.may_be_found())
    }

    /// Somebody of ours and somebody of another organization.
    fn meets_an_organization(&self) -> bool {
        !self.colleagues
            && self.mine.seat != Standing::Without
            && matches!(self.theirs.seat, Standing::Active | Standing::Inactive)
    }

    /// Somebody of ours and somebody without an organization.
    fn meets_somebody_without(&self) -> bool {
        self.mine.seat != Standing::Without && self.theirs.seat == Standing::Without
    }

    fn may_be_found(&self) -> bool {
        self.exists
            && self.theirs.is_there()
            && match self.way {
                Way::Directory => self.colleagues,
                Way::Code => self.addable_by_code,
                Way::Phone => self.findable_by_phone,
            }
    }

    fn their_organization_admits_me(&self) -> bool {
        match (self.theirs.seat, self.mine.seat) {
            (Standing::Without | Standing::Inactive, _) => true,
            (Standing::Elsewhere | Standing::Nowhere, _) => true,
            (Standing::Active, Standing::Without) => {
                self.theirs.serves && self.theirs.admits_people
            }
            (Standing::Active, _) => self.theirs.permitted && self.theirs.admits_organization(),
        }
    }
}

impl Rule {
    pub fn told(self) -> Told {
        use Rule::*;
        match self {
            YourIdentity => told(Side::Yours, Owner::You, Next::VerifyIdentity),
            FromYourSeat => told(Side::Yours, Owner::You, Next::ActFromSeat),
            YourSeat
            | YourOrganizationClosed
            | YouNotPermitted
            | NotYourPartner
            | NobodyWithoutOrganization
            | YouDoNotServe => told(
                Side::Yours,
                Owner::YourAdministrators,
                Next::AskYourAdministrators,
            ),
            NotFound => told(Side::Theirs, Owner::TheOtherPerson, Next::AskForNewCode),
            TheirOrganization => told(
                Side::Theirs,
                Owner::TheirAdministrators,
                Next::AskThemToAskTheirs,
            ),
            TheirSeat => told(Side::Theirs, Owner::TheirAdministrators, Next::Nothing),
            TheirIdentity => told(Side::Theirs, Owner::TheOtherPerson, Next::Wait),
            OtherRealm => told(Side::Platform, Owner::Operator, Next::Nothing),
            YouBlock => told(Side::Yours, Owner::You, Next::Unblock),
            YouRemoved => told(Side::Yours, Owner::You, Next::SendRequest),
            NotAContact => told(Side::Theirs, Owner::TheOtherPerson, Next::SendRequest),
        }
    }
}
