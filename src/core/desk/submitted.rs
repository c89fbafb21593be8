//! What the desk received: its own copies, so that what was submitted is what is decided.

use serde::{Deserialize, Serialize};

use super::{Case, CaseId, Stage, cases, log::note};
use crate::{
    audit::{Fact, What},
    blob::{self, File, Holder},
    command::Tx,
    id::{AccountId, BlobId, RegistrationId, SubmissionId},
    numbers::{DocumentKind, DocumentNumber, Region},
    organization::Realm,
    refusal::{Field, Refusal},
    registration::{Answered, Statement},
    row::{ReadRows, WriteRows, rows},
    space::Space,
    store::{Read, Stop},
    text::{Line, Prose},
    time::{Date, Time},
};

/// One attempt of a company. It never changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SubmittedApplication {
    pub account: AccountId,
    pub at: Time,
    pub statement: Statement,
    /// What was asked before, and what the applicant said to it.
    pub answered: Option<Answered>,
}

/// One attempt of a person to be verified.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SubmittedIdentity {
    pub account: AccountId,
    pub at: Time,
    /// Which region issued the document.
    pub country: Region,
    pub kind: DocumentKind,
    pub last_four: String,
    /// Until the decision (IDV 7).
    pub evidence: Option<Shown>,
}

/// What a person showed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    pub name: Line,
    pub number: DocumentNumber,
    /// None where the number alone is asked.
    pub pictures: Option<Pictures>,
    /// Why a verified name should change, and from which.
    pub correction: Option<Correction>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pictures {
    pub certificate: File,
    pub expires: Option<Date>,
    pub statement: File,
    pub statement_date: Date,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    pub from: Line,
    pub reason: Prose,
}

rows! {
    /// With the number of the attempt.
    submitted_applications() in Space::Desk => SubmittedApplication, by (RegistrationId, u64), SUBMITTED_APPLICATION v 1;
    submitted_identities() in Space::Desk => SubmittedIdentity, by SubmissionId, SUBMITTED_IDENTITY v 1;
}

/// Takes an attempt of a company into the queue. Who had claimed the case goes on with it.
pub fn receive_registration(
    tx: &mut Tx,
    account: AccountId,
    registration: RegistrationId,
    statement: Statement,
    answered: Option<Answered>,
) -> Result<(), Stop> {
    let id = CaseId::Registration(registration);
    let before = tx.find(&cases().at(id))?;
    let attempt = before.as_ref().map_or(0, |case| case.attempts);
    let case = Case {
        account,
        realm: statement.realm(),
        attempts: attempt + 1,
        submitted: tx.now,
        claim: before.and_then(|case| case.claim),
        stage: Stage::Open,
    };
    tx.put(&cases().at(id), &case)?;
    for proof in &statement.evidence {
        blob::hold(tx, proof.file.blob, Holder::Registration(registration))?;
    }
    let fact = received(tx, registration, attempt, &statement)?;
    note(tx, id, fact)?;
    let at = tx.now;
    let row = SubmittedApplication {
        account,
        at,
        statement,
        answered,
    };
    tx.put(&submitted_applications().at((registration, attempt)), &row)
}

/// A later attempt is told by what it changes.
fn received(
    tx: &Tx,
    registration: RegistrationId,
    attempt: u64,
    statement: &Statement,
) -> Result<Fact, Stop> {
    let about = &*statement.legal_name;
    let Some(before) = newest_statement(tx, registration)?.filter(|_| attempt > 0) else {
        return Ok(Fact::new(What::RegistrationSubmitted, about));
    };
    let fact = Fact::new(What::QuestionAnswered, about);
    let pairs = before.said().into_iter().zip(statement.said());
    Ok(pairs.fold(fact, |fact, ((field, before), (_, after))| {
        fact.changed(field, Some(before), Some(after))
    }))
}

/// Takes an identity into the queue.
pub fn receive_identity(
    tx: &mut Tx,
    submission: SubmissionId,
    realm: Realm,
    submitted: SubmittedIdentity,
) -> Result<(), Stop> {
    let id = CaseId::Identity(submission);
    let case = Case {
        account: submitted.account,
        realm,
        attempts: 1,
        submitted: tx.now,
        claim: None,
        stage: Stage::Open,
    };
    tx.put(&cases().at(id), &case)?;
    tx.put(&submitted_identities().at(submission), &submitted)?;
    let fact = Fact::new(What::IdentitySubmitted, subject(tx, id)?);
    note(tx, id, fact)
}

/// Pictures and the whole number go when the decision is made (IDV 7).
pub fn erase_evidence(tx: &mut Tx, submission: SubmissionId) -> Result<(), Stop> {
    let key = submitted_identities().at(submission);
    let mut row = tx.find(&key)?.ok_or(Refusal::NotThere)?;
    let shown = row.evidence.take();
    if let Some(pictures) = shown.and_then(|shown| shown.pictures) {
        for picture in [pictures.certificate, pictures.statement] {
            blob::let_go(tx, picture.blob, Holder::Identity(submission))?;
        }
    }
    tx.put(&key, &row)
}

/// The applicant took the application back.
pub fn withdraw_registration(tx: &mut Tx, registration: RegistrationId) -> Result<(), Stop> {
    let id = CaseId::Registration(registration);
    let mut case = tx.find(&cases().at(id))?.ok_or(Refusal::NotThere)?;
    case.stage = Stage::Withdrawn { at: tx.now };
    let fact = Fact::new(What::RegistrationWithdrawn, subject(tx, id)?);
    note(tx, id, fact)?;
    tx.put(&cases().at(id), &case)
}

/// What was submitted last.
pub fn newest_statement(
    store: &dyn Read,
    registration: RegistrationId,
) -> Result<Option<Statement>, Stop> {
    let attempts = store.under(&submitted_applications(), &registration)?;
    let newest = attempts.into_iter().last();
    Ok(newest.map(|(_, attempt)| attempt.statement))
}

/// What a case is about: a company by the name that it stated last, a person by the end of their number, because names of
/// people do not outlive the decision at the desk.
pub fn subject(store: &dyn Read, case: CaseId) -> Result<String, Stop> {
    Ok(match case {
        CaseId::Registration(registration) => {
            newest_statement(store, registration)?.map(|statement| statement.legal_name.to_string())
        }
        CaseId::Identity(submission) => store
            .find(&submitted_identities().at(submission))?
            .map(|row| format!("{} ••••{}", row.country, row.last_four)),
    }
    .unwrap_or_default())
}

/// Where a document of a case was put.
pub(super) fn field_of(tx: &Tx, case: CaseId, blob: BlobId) -> Result<Option<Field>, Stop> {
    Ok(match case {
        CaseId::Registration(registration) => tx
            .under(&submitted_applications(), &registration)?
            .iter()
            .flat_map(|(_, attempt)| &attempt.statement.evidence)
            .find(|proof| proof.file.blob == blob)
            .map(|proof| proof.kind.field()),
        CaseId::Identity(submission) => tx
            .find(&submitted_identities().at(submission))?
            .and_then(|row| row.evidence)
            .and_then(|shown| shown.pictures)
            .map(|pictures| match pictures.certificate.blob == blob {
                true => Field::IdCertificate,
                false => Field::Statement,
            }),
    })
}
