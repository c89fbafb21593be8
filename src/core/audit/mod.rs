//! The trail: what was done, by whom, when, and what it changed (GOV 2).
//!
//! Each log (a console's, the desk's) is a chain. A link's hash covers the one before it, the header, and a salted hash
//! of the payload. Salt and payload are a row of their own, so a person can be erased from the trail (GOV 3) while every
//! link still verifies.

pub mod export_trail;
mod verify;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use verify::{Verdict, verify};

use crate::{
    command::{Actor, Tx},
    field::named,
    refusal::Field,
    row::{ReadRows, WriteRows, rows},
    space::Space,
    store::Stop,
    time::Time,
};

/// What happened, for the log of one space.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    pub what: What,
    /// What or whom it concerns, by the name it had then.
    pub about: String,
    pub changes: Vec<Changed>,
    /// Why, in the words of whoever did it.
    pub reason: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    pub field: Field,
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Fact {
    pub fn new(what: What, about: impl Into<String>) -> Self {
        Self {
            what,
            about: about.into(),
            changes: Vec::new(),
            reason: None,
        }
    }

    /// Notes a field unless it stayed as it was.
    pub fn changed(
        mut self,
        field: Field,
        before: Option<impl Into<String>>,
        after: Option<impl Into<String>>,
    ) -> Self {
        let (before, after) = (before.map(Into::into), after.map(Into::into));
        if before != after {
            self.changes.push(Changed {
                field,
                before,
                after,
            });
        }
        self
    }

    /// Names fields without their values.
    pub fn concerning(mut self, fields: &[Field]) -> Self {
        self.changes.extend(fields.iter().map(|field| Changed {
            field: *field,
            before: None,
            after: None,
        }));
        self
    }

    pub fn because(mut self, reason: Option<impl Into<String>>) -> Self {
        self.reason = reason.map(Into::into);
        self
    }
}

named! {
    /// The kinds of facts. Their words are in the locales.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    pub enum What {
        // Desk.
        RegistrationSubmitted,
        RegistrationWithdrawn,
        CaseClaimed,
        CaseReleased,
        CasePassedOn,
        QuestionAsked,
        QuestionAnswered,
        RegistrationApproved,
        RegistrationRejected,
        DocumentOpened,
        IdentitySubmitted,
        IdentityApproved,
        IdentityRefused,
        ReviewerAppointed,
        VerificationWayChanged,
        // Console.
        OrganizationOpened,
        DepartmentCreated,
        DepartmentRenamed,
        DepartmentMoved,
        DepartmentPlaced,
        DepartmentDeleted,
        MemberAdded,
        MemberChanged,
        MemberSuspended,
        MemberRestored,
        MemberLeft,
        MemberJoined,
        MembersImported,
        InvitationMade,
        InvitationRevoked,
        RoleGiven,
        RoleTaken,
        OwnershipHandedOver,
        ExternalPolicyChanged,
        ColleaguePolicyChanged,
        PartnerAdded,
        PartnerRemoved,
        OutsideContactAdded,
        TrailExported,
        GreetingPolicyChanged,
    }
}

/// The part of a link that stays for ever. It names the actor by id only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    pub time: Time,
    pub actor: Actor,
    pub what: What,
    /// SHA-256 of salt and payload.
    pub payload: [u8; 32],
    /// SHA-256 of the previous link's hash, the sequence number and this header.
    pub hash: [u8; 32],
}

/// The part of a link that can be erased.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Payload {
    pub salt: [u8; 32],
    pub fact: Fact,
}

/// Where a chain ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Head {
    pub links: u64,
    pub hash: [u8; 32],
}

rows! {
    /// The links of a space's log, numbered from 0.
    links(space: Space) in space => Link, by u64, AUDIT_LINK v 1;
    payloads(space: Space) in space => Payload, by u64, AUDIT_PAYLOAD v 1;
    head(space: Space) in space => Head, by (), AUDIT_HEAD v 1;
}

/// Chains the facts that the command noted.
pub(crate) fn chain(tx: &mut Tx) -> Result<(), Stop> {
    for (space, fact) in tx.take_facts() {
        let end = tx.find(&head(space).at(()))?.unwrap_or(Head {
            links: 0,
            hash: [0; 32],
        });
        let payload = Payload {
            salt: tx.random(),
            fact,
        };
        let mut link = Link {
            time: tx.now,
            actor: tx.actor(),
            what: payload.fact.what,
            payload: payload_hash(&payload),
            hash: [0; 32],
        };
        link.hash = link_hash(&end, &link);
        tx.put(&links(space).at(end.links), &link)?;
        tx.put(&payloads(space).at(end.links), &payload)?;
        tx.put(
            &head(space).at(()),
            &Head {
                links: end.links + 1,
                hash: link.hash,
            },
        )?;
    }
    Ok(())
}

/// Under which number the fact will stand that is noted next.
pub(crate) fn next(tx: &Tx, space: Space) -> Result<u64, Stop> {
    let end = tx.find(&head(space).at(()))?;
    Ok(end.map_or(0, |end| end.links) + tx.noted(space))
}

const ALWAYS_WRITTEN: &str = "postcard writes all values whose lengths are known";

fn payload_hash(payload: &Payload) -> [u8; 32] {
    let fact = postcard::to_extend(&payload.fact, Vec::new()).expect(ALWAYS_WRITTEN);
    Sha256::new()
        .chain_update(payload.salt)
        .chain_update(fact)
        .finalize()
        .into()
}

fn link_hash(before: &Head, link: &Link) -> [u8; 32] {
    let header = postcard::to_extend(
        &(link.time, link.actor, link.what, link.payload),
        Vec::new(),
    )
    .expect(ALWAYS_WRITTEN);
    Sha256::new()
        .chain_update(before.hash)
        .chain_update(before.links.to_be_bytes())
        .chain_update(header)
        .finalize()
        .into()
}
