//! A person is verified (IDV): the account name becomes the real name.

mod count;
pub mod read;
mod refusal;
mod region;
pub mod set_verification_way;
mod standing;
pub mod submit_documents;
pub mod submit_number;

use serde::{Deserialize, Serialize};

pub use refusal::IdentityRefusal;
pub use region::{RegionWay, built_in_ways, region_ways, way_of, ways};
pub use standing::{NextStep, Standing, standing};

use crate::{
    account::{Notice, notify, profile, profile_of, refresh_cards},
    command::Tx,
    desk::{Correction, SubmittedIdentity},
    id::{AccountId, SubmissionId},
    limits,
    numbers::DocumentKind,
    refusal::Refusal,
    row::{ReadRows, WriteRows, rows},
    space::Space,
    store::{Read, Stop},
    text::{Line, Prose},
    time::Time,
};

/// What the person sees at *Identity Verification*. No row is *Not verified*.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Identity {
    pub state: IdentityState,
    /// When the person submitted, for the limit of attempts (IDV 6).
    pub attempts: Vec<Time>,
    /// What stands, also while a correction is under review or after one was refused (IDV 7).
    pub verified: Option<Verified>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum IdentityState {
    NotVerified,
    Pending {
        submission: SubmissionId,
        since: Time,
    },
    Verified,
    Refused {
        at: Time,
        reason: Prose,
    },
}

/// What stays when the decision is made: the outcome, never the pictures or the full number (IDV 7).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verified {
    pub name: Line,
    pub at: Time,
    pub kind: DocumentKind,
    /// The last four signs of the document's number.
    pub last_four: String,
}

/// Which accounts an identity number has verified, under a keyed hash (IDV 8).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IdentityCount {
    pub accounts: Vec<AccountId>,
}

rows! {
    identity(account: AccountId) in Space::Account(account) => Identity, by (), IDENTITY v 1;
    identity_counts() in Space::Vault => IdentityCount, by [u8; 32], IDENTITY_COUNT v 1;
}

impl Identity {
    const NONE: Self = Self {
        state: IdentityState::NotVerified,
        attempts: Vec::new(),
        verified: None,
    };
}

/// How far a person is.
pub fn identity_of(store: &dyn Read, account: AccountId) -> Result<Identity, Stop> {
    let row = store.find(&identity(account).at(()))?;
    Ok(row.unwrap_or(Identity::NONE))
}

/// The real name, once it is proved.
pub fn verified_name(store: &dyn Read, account: AccountId) -> Result<Option<Line>, Stop> {
    let identity = store.find(&identity(account).at(()))?;
    Ok(identity
        .and_then(|identity| identity.verified)
        .map(|verified| verified.name))
}

/// Stops unless the person may submit: not twice at once, not too often, and again after a success only to correct it.
fn must_be_free(identity: &Identity, is_correction: bool, now: Time) -> Result<(), Refusal> {
    let refusal = if let IdentityState::Pending { .. } = identity.state {
        IdentityRefusal::AlreadyPending
    } else if identity.verified.is_some() && !is_correction {
        IdentityRefusal::AlreadyVerified
    } else if let Some(again) = identity.again(now) {
        IdentityRefusal::TooManyAttempts { again }
    } else {
        return Ok(());
    };
    Err(Refusal::Identity(refusal))
}

/// Why a verified name should change; nothing for who is not verified.
fn correction(identity: &Identity, reason: Option<Prose>) -> Option<Correction> {
    let from = identity.verified.as_ref()?.name.clone();
    Some(Correction {
        from,
        reason: reason?,
    })
}

/// From now on the person waits for the desk.
fn pend(tx: &mut Tx, submission: SubmissionId) -> Result<(), Stop> {
    let me = tx.me()?;
    let mut mine = identity_of(tx, me)?;
    let now = tx.now;
    mine.attempts
        .retain(|at| now.since(*at) < limits::IDENTITY_ATTEMPTS_WITHIN_MS);
    mine.attempts.push(now);
    mine.state = IdentityState::Pending {
        submission,
        since: now,
    };
    tx.put(&identity(me).at(()), &mine)
}

/// The desk found that the person is who they say.
pub fn verify(tx: &mut Tx, submitted: &SubmittedIdentity) -> Result<(), Stop> {
    let account = submitted.account;
    let shown = submitted.evidence.as_ref().ok_or(Refusal::NotThere)?;
    count::count(
        tx,
        account,
        submitted.kind,
        submitted.country,
        &shown.number,
    )?;
    let name = shown.name.clone();
    let row = Identity {
        state: IdentityState::Verified,
        verified: Some(Verified {
            name: name.clone(),
            at: tx.now,
            kind: submitted.kind,
            last_four: submitted.last_four.clone(),
        }),
        ..identity_of(tx, account)?
    };
    tx.put(&identity(account).at(()), &row)?;
    let mut person = profile_of(tx, account)?;
    person.name = name.clone();
    tx.put(&profile(account).at(()), &person)?;
    refresh_cards(tx, account)?;
    let switch_back = person.home_region.is_some();
    notify(tx, account, Notice::IdentityVerified { name, switch_back })
}

/// The desk did not. What was verified before still stands.
pub fn refuse(tx: &mut Tx, account: AccountId, reason: Prose) -> Result<(), Stop> {
    let mut row = identity_of(tx, account)?;
    row.state = IdentityState::Refused {
        at: tx.now,
        reason: reason.clone(),
    };
    tx.put(&identity(account).at(()), &row)?;
    notify(tx, account, Notice::IdentityRefused { reason })
}
