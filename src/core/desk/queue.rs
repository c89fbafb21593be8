//! What reviewers look at: the queue, and one case with everything that belongs to it (DESK 1, DESK 2).

use super::{
    Case, CaseId, Claim, SubmittedApplication, SubmittedIdentity, cases, subject,
    submitted_applications, submitted_identities,
};
use crate::{
    id::{AccountId, RegistrationId, SubmissionId},
    order,
    registration::{Statement, due, is_overdue},
    row::ReadRows,
    store::{Read, Stop},
    text::folded,
    time::{Time, business_days_between},
};

/// One line of the queue.
#[derive(Clone, Debug, PartialEq)]
pub struct Queued {
    pub id: CaseId,
    pub subject: String,
    pub account: AccountId,
    pub attempts: u64,
    pub submitted: Time,
    pub claim: Option<Claim>,
    /// The applicant has the word until then.
    pub answer_until: Option<Time>,
    /// Business days since submission.
    pub age: u32,
    pub due: Time,
    pub overdue: bool,
    /// Business days until due; 0 on the day itself and after.
    pub days_left: u32,
    /// Business days since it was due.
    pub days_over: u32,
}

/// What waits for a decision, overdue first; then what waits for its applicant.
pub fn queue(store: &dyn Read, now: Time) -> Result<Vec<Queued>, Stop> {
    let mut queue = Vec::new();
    for (id, case) in store.list(&cases())? {
        let answer_until = case.answer_until(now);
        if case.must_be_open(now).is_ok() || answer_until.is_some() {
            queue.push(queued(store, id, case, answer_until, now)?);
        }
    }
    order::sort_by_key(&mut queue, |line| {
        (line.answer_until.is_some(), line.due, line.id)
    });
    Ok(queue)
}

fn queued(
    store: &dyn Read,
    id: CaseId,
    case: Case,
    answer_until: Option<Time>,
    now: Time,
) -> Result<Queued, Stop> {
    let offset = case.realm.offset();
    let due = due(case.submitted, case.realm);
    Ok(Queued {
        id,
        subject: subject(store, id)?,
        account: case.account,
        attempts: case.attempts,
        submitted: case.submitted,
        claim: case.claim,
        answer_until,
        age: business_days_between(case.submitted, now, offset),
        due,
        overdue: answer_until.is_none() && is_overdue(due, case.realm, now),
        days_left: business_days_between(now, due, offset),
        days_over: business_days_between(due, now, offset),
    })
}

/// What is over: decided, withdrawn or closed; the newest first.
pub fn archive(store: &dyn Read, now: Time) -> Result<Vec<(CaseId, Case)>, Stop> {
    let mut over = store.list(&cases())?;
    over.retain(|(_, case)| case.must_be_open(now).is_err() && case.answer_until(now).is_none());
    order::sort_by_key(&mut over, |(id, case)| {
        (std::cmp::Reverse(case.ended(now)), *id)
    });
    Ok(over)
}

/// A registration with its attempts, the newest last, and with what it resembles.
#[derive(Clone, Debug, PartialEq)]
pub struct RegistrationFile {
    pub case: Case,
    pub attempts: Vec<SubmittedApplication>,
    pub matching: Vec<Match>,
}

/// Another registration that looks like the same company.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    pub registration: RegistrationId,
    pub case: Case,
    pub statement: Statement,
    pub same_number: bool,
    pub same_name: bool,
}

pub fn registration_file(
    store: &dyn Read,
    registration: RegistrationId,
) -> Result<Option<RegistrationFile>, Stop> {
    let Some(case) = store.find(&cases().at(CaseId::Registration(registration)))? else {
        return Ok(None);
    };
    let attempts = store.under(&submitted_applications(), &registration)?;
    let attempts: Vec<_> = attempts.into_iter().map(|(_, attempt)| attempt).collect();
    let matching = match attempts.last() {
        Some(newest) => matching(store, registration, &newest.statement)?,
        None => Vec::new(),
    };
    Ok(Some(RegistrationFile {
        case,
        attempts,
        matching,
    }))
}

/// A submission of a person with earlier ones of the same account, the newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct IdentityFile {
    pub case: Case,
    pub submitted: SubmittedIdentity,
    pub earlier: Vec<(SubmissionId, Case, SubmittedIdentity)>,
}

pub fn identity_file(
    store: &dyn Read,
    submission: SubmissionId,
) -> Result<Option<IdentityFile>, Stop> {
    let case = store.find(&cases().at(CaseId::Identity(submission)))?;
    let submitted = store.find(&submitted_identities().at(submission))?;
    let (Some(case), Some(submitted)) = (case, submitted) else {
        return Ok(None);
    };
    let mut earlier = Vec::new();
    for (other, row) in store.list(&submitted_identities())? {
        if row.account == submitted.account
            && other != submission
            && row.at <= submitted.at
            && let Some(case) = store.find(&cases().at(CaseId::Identity(other)))?
        {
            earlier.push((other, case, row));
        }
    }
    order::sort_by_key(&mut earlier, |(other, _, row)| {
        (std::cmp::Reverse(row.at), *other)
    });
    Ok(Some(IdentityFile {
        case,
        submitted,
        earlier,
    }))
}

fn matching(
    store: &dyn Read,
    registration: RegistrationId,
    statement: &Statement,
) -> Result<Vec<Match>, Stop> {
    let mut newest = store.list(&submitted_applications())?;
    newest.retain(|((other, _), _)| *other != registration);
    newest.reverse();
    newest.dedup_by_key(|((other, _), _)| *other);
    let mut found = Vec::new();
    for ((other, _), attempt) in newest.into_iter().rev() {
        let theirs = attempt.statement;
        let same_number = theirs.number == statement.number;
        let same = |mine: &str, theirs: &str| folded(mine) == folded(theirs);
        let same_name = same(&statement.legal_name, &theirs.legal_name)
            || same(&statement.display_name, &theirs.display_name);
        if !same_number && !same_name {
            continue;
        }
        if let Some(case) = store.find(&cases().at(CaseId::Registration(other)))? {
            found.push(Match {
                registration: other,
                case,
                statement: theirs,
                same_number,
                same_name,
            });
        }
    }
    Ok(found)
}
