//! The account behind an application: it becomes the owner, whatever the application states of its applicant.

use super::{CaseId, case_in_reach_of};
use crate::{
    account::profile,
    ask::Question,
    command::Actor,
    id::RegistrationId,
    identity::verified_name,
    numbers::Mobile,
    refusal::Refusal,
    row::ReadRows,
    store::{Read, Stop},
    text::Line,
    time::Time,
};

/// Who gets the organization with the approval (REG 7). Reviewers ask, to hold it against what was stated, until the case
/// is over.
#[derive(Clone, Copy, Debug)]
pub struct OwnerToBe {
    pub registration: RegistrationId,
}

/// What is known of an account, and not only stated.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownAccount {
    /// What the person calls themselves.
    pub name: Line,
    /// Confirmed by a code (ACC 1).
    pub mobile: Mobile,
    /// The real name, if identity verification has found it (IDV 7).
    pub verified: Option<Line>,
}

impl Question for OwnerToBe {
    type Answer = KnownAccount;

    fn answer(&self, authority: &dyn Read, actor: Actor, now: Time) -> Result<Self::Answer, Stop> {
        let Actor::Account(me) = actor else {
            return Err(Refusal::SignIn.into());
        };
        let case = case_in_reach_of(authority, me, CaseId::Registration(self.registration))?;
        if case.ended(now).is_some() {
            return Err(Refusal::NotThere.into());
        }
        let account = authority.find(&profile(case.account).at(()))?;
        let account = account.ok_or(Refusal::NotThere)?;
        Ok(KnownAccount {
            name: account.name,
            mobile: account.mobile,
            verified: verified_name(authority, case.account)?,
        })
    }
}
