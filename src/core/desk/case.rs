//! A case: one thing to decide, for one reviewer at a time.

use serde::{Deserialize, Serialize};

use super::{DeskRefusal, SubmittedApplication, is_reviewer};
use crate::{
    account::seats,
    command::Tx,
    id::{AccountId, RegistrationId, SubmissionId},
    limits,
    organization::Realm,
    refusal::Refusal,
    registration::Question,
    row::{KeyPart, ReadRows, WriteRows},
    store::{Read, Stop},
    text::Prose,
    time::{DAY, Time},
};

/// What is to be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CaseId {
    Registration(RegistrationId),
    Identity(SubmissionId),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// Who submitted.
    pub account: AccountId,
    /// Whose business days count.
    pub realm: Realm,
    /// How often it was submitted. Attempts are numbered from 0.
    pub attempts: u64,
    /// The last time.
    pub submitted: Time,
    pub claim: Option<Claim>,
    pub stage: Stage,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    pub by: AccountId,
    pub at: Time,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Stage {
    /// The desk has the word.
    Open,
    /// The applicant has the word.
    Asked {
        at: Time,
        question: Question,
    },
    Decided {
        at: Time,
        by: AccountId,
        outcome: Outcome,
    },
    Withdrawn {
        at: Time,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    Approved,
    Refused { reason: Prose },
}

impl KeyPart for CaseId {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Registration(id) => {
                out.push(0);
                id.write(out);
            }
            Self::Identity(id) => {
                out.push(1);
                id.write(out);
            }
        }
    }
    fn read(bytes: &mut &[u8]) -> Option<Self> {
        match <[u8; 1]>::read(bytes)? {
            [0] => RegistrationId::read(bytes).map(Self::Registration),
            [1] => SubmissionId::read(bytes).map(Self::Identity),
            _ => None,
        }
    }
}

impl Case {
    pub fn newest_attempt(&self) -> u64 {
        self.attempts.saturating_sub(1)
    }

    /// How often the applicant may still be asked (REG 5).
    pub fn questions_left(&self) -> u64 {
        u64::from(limits::RESUBMISSIONS).saturating_sub(self.newest_attempt())
    }

    /// The applicant has the word, and until when.
    pub fn answer_until(&self, now: Time) -> Option<Time> {
        match &self.stage {
            Stage::Asked { at, .. } => Some(answer_until(*at)).filter(|until| now < *until),
            _ => None,
        }
    }

    /// When it was over, if it is.
    pub fn ended(&self, now: Time) -> Option<Time> {
        match &self.stage {
            Stage::Decided { at, .. } | Stage::Withdrawn { at } => Some(*at),
            Stage::Asked { at, .. } => Some(answer_until(*at)).filter(|until| now >= *until),
            Stage::Open => None,
        }
    }

    /// Stops unless the desk has the word.
    pub fn must_be_open(&self, now: Time) -> Result<(), Refusal> {
        let refusal = match &self.stage {
            Stage::Open => return Ok(()),
            Stage::Asked { .. } if self.answer_until(now).is_some() => {
                DeskRefusal::WaitingForApplicant
            }
            Stage::Asked { .. } => DeskRefusal::Closed,
            Stage::Decided { .. } => DeskRefusal::AlreadyDecided,
            Stage::Withdrawn { .. } => DeskRefusal::Withdrawn,
        };
        Err(Refusal::Desk(refusal))
    }
}

/// The reviewer who asks.
pub fn must_review(tx: &Tx) -> Result<AccountId, Stop> {
    let me = tx.me()?;
    if is_reviewer(tx, me)? {
        Ok(me)
    } else {
        Err(Refusal::NotThere.into())
    }
}

pub fn case_of(tx: &Tx, id: CaseId) -> Result<Case, Stop> {
    let case = tx.find(&super::cases().at(id))?;
    case.ok_or(Refusal::NotThere.into())
}

/// A case that the reviewer who asks may have in hand: not their own, nor a colleague's (DESK 1).
pub fn case_in_reach(tx: &Tx, id: CaseId) -> Result<Case, Stop> {
    case_in_reach_of(tx, tx.me()?, id)
}

/// The same, for what is only asked.
pub fn case_in_reach_of(store: &dyn Read, me: AccountId, id: CaseId) -> Result<Case, Stop> {
    if !is_reviewer(store, me)? {
        return Err(Refusal::NotThere.into());
    }
    let case = store.find(&super::cases().at(id))?;
    let case = case.ok_or(Refusal::NotThere)?;
    if is_own_case(store, &case, me)? {
        return Err(Refusal::Desk(DeskRefusal::OwnCase).into());
    }
    Ok(case)
}

/// A case that is not over and that the reviewer who asks has claimed. It may have become their own since: they can let
/// it go, and no more.
pub fn case_claimed(tx: &Tx, id: CaseId) -> Result<Case, Stop> {
    let me = must_review(tx)?;
    let case = case_that_is_claimed(tx, id)?;
    if case.claim.as_ref().is_some_and(|claim| claim.by != me) {
        return Err(Refusal::Desk(DeskRefusal::ClaimedByAnother).into());
    }
    Ok(case)
}

/// A case that is not over and that somebody has claimed.
pub fn case_that_is_claimed(tx: &Tx, id: CaseId) -> Result<Case, Stop> {
    let case = case_of(tx, id)?;
    if case.ended(tx.now).is_some() {
        case.must_be_open(tx.now)?;
    }
    match case.claim {
        None => Err(Refusal::Desk(DeskRefusal::ClaimFirst).into()),
        Some(_) => Ok(case),
    }
}

/// A case that the reviewer who asks can decide. `attempt` is what they see, and only that is decided.
pub fn case_in_hand(tx: &Tx, id: CaseId, attempt: u64) -> Result<Case, Stop> {
    case_in_reach(tx, id)?;
    let case = case_claimed(tx, id)?;
    case.must_be_open(tx.now)?;
    if attempt != case.newest_attempt() {
        return Err(Refusal::Desk(DeskRefusal::NewerAttempt).into());
    }
    Ok(case)
}

/// What a reviewer read.
pub fn attempt_of(
    tx: &Tx,
    registration: RegistrationId,
    attempt: u64,
) -> Result<SubmittedApplication, Stop> {
    let key = super::submitted_applications().at((registration, attempt));
    tx.find(&key)?.ok_or(Refusal::NotThere.into())
}

/// Writes down the decision. Nobody can decide after it.
pub fn decide(tx: &mut Tx, id: CaseId, mut case: Case, outcome: Outcome) -> Result<(), Stop> {
    let (at, by) = (tx.now, tx.me()?);
    case.stage = Stage::Decided { at, by, outcome };
    tx.put(&super::cases().at(id), &case)
}

/// Whether the reviewer submitted it, or sits in one organization with whoever did.
pub fn is_own_case(store: &dyn Read, case: &Case, reviewer: AccountId) -> Result<bool, Stop> {
    if case.account == reviewer {
        return Ok(true);
    }
    for (organization, _) in store.list(&seats(reviewer))? {
        if store.has(&seats(case.account).at(organization))? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn answer_until(asked: Time) -> Time {
    asked.plus(limits::QUESTION_DAYS * DAY)
}
