//! What is true of registrations, cases, identities and their bytes after every command. For seeded worlds.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Case, CaseId, Logged, Outcome, Stage, cases, log_of, newest_statement, submitted_applications,
    submitted_identities,
};
use crate::{
    account::mobile_owners,
    audit::What,
    blob::{Holder, blobs},
    id::{AccountId, BlobId, RegistrationId},
    identity::{IdentityState, identity_counts, identity_of},
    limits,
    organization::company,
    registration::{Application, State, applications, registered_entities},
    row::ReadRows,
    store::{Read, Stop},
    time::Time,
};

/// Every sentence that does not hold.
pub fn broken(store: &dyn Read, now: Time) -> Result<Vec<String>, Stop> {
    let mut found = Vec::new();
    let mut held = Held::default();
    let mut entities = BTreeSet::new();
    let mut known = BTreeSet::new();
    for (_, owner) in store.list(&mobile_owners())? {
        let account = owner.account;
        for (registration, application) in store.list(&applications(account))? {
            known.insert(CaseId::Registration(registration));
            let holder = Holder::Application(account, registration);
            for document in &application.documents {
                held.add(document.file.blob, holder);
            }
            let state = application.state_at(now);
            both_sides_agree(store, registration, &application, &state, now, &mut found)?;
            if state.holds_entity() {
                holds_its_entity(store, account, registration, &mut entities, &mut found)?;
            }
        }
        a_person_waits_for_an_open_case(store, account, now, &mut found)?;
    }
    the_desk_holds_what_it_decides(store, &known, &mut held, &mut found)?;
    let rows = store.list(&blobs())?.into_iter();
    let rows: BTreeMap<_, BTreeSet<_>> = rows
        .map(|(blob, row)| (blob, row.holders.into_iter().collect()))
        .collect();
    if rows != held.0 {
        found.push("bytes are kept for exactly those who need them".into());
    }
    for (_, counted) in store.list(&identity_counts())? {
        if counted.accounts.len() > limits::ACCOUNTS_PER_IDENTITY {
            found.push("a number verifies at most five accounts".into());
        }
    }
    Ok(found)
}

#[derive(Default)]
struct Held(BTreeMap<BlobId, BTreeSet<Holder>>);

impl Held {
    fn add(&mut self, blob: BlobId, holder: Holder) {
        self.0.entry(blob).or_default().insert(holder);
    }
}

/// What the applicant sees is what the desk sees.
fn both_sides_agree(
    store: &dyn Read,
    registration: RegistrationId,
    application: &Application,
    state: &State,
    now: Time,
    found: &mut Vec<String>,
) -> Result<(), Stop> {
    let case = store.find(&cases().at(CaseId::Registration(registration)))?;
    let Some(case) = case else {
        if *state != State::Draft {
            found.push(format!("{registration} was submitted and is no case"));
        }
        return Ok(());
    };
    let asked = case.answer_until(now);
    let agree = match state {
        State::Draft => false,
        State::Submitted { .. } => case.stage == Stage::Open && case.attempts == 1,
        State::InReview { .. } => case.stage == Stage::Open && case.attempts == 1,
        State::Resubmitted { .. } => case.stage == Stage::Open && case.attempts > 1,
        State::QuestionOpen { until, .. } => asked == Some(*until),
        State::Closed { at } => case.ended(now) == Some(*at),
        State::Withdrawn { at } => case.stage == Stage::Withdrawn { at: *at },
        State::Approved { organization, .. } => {
            let opened = store.find(&company(*organization).at(()))?;
            let newest = newest_statement(store, registration)?;
            let names = opened.map(|company| (company.legal_name, company.display_name));
            let stated = newest.map(|newest| (newest.legal_name, newest.display_name));
            decided(&case, |outcome| *outcome == Outcome::Approved)
                && names.is_some()
                && names == stated
        }
        State::Rejected { reason, .. } => decided(
            &case,
            |outcome| matches!(outcome, Outcome::Refused { reason: given } if given == reason),
        ),
    };
    let used = u64::from(limits::RESUBMISSIONS - application.resubmissions_left());
    if !agree || case.attempts != used + 1 {
        found.push(format!("{registration} is {state:?} and {:?}", case.stage));
    }
    Ok(())
}

fn decided(case: &Case, as_seen: impl Fn(&Outcome) -> bool) -> bool {
    matches!(&case.stage, Stage::Decided { outcome, .. } if as_seen(outcome))
}

/// One legal entity, one application that holds it (REG 8).
fn holds_its_entity(
    store: &dyn Read,
    account: AccountId,
    registration: RegistrationId,
    entities: &mut BTreeSet<String>,
    found: &mut Vec<String>,
) -> Result<(), Stop> {
    let Some(statement) = newest_statement(store, registration)? else {
        return Ok(());
    };
    let entity = statement.entity();
    let row = store.find(&registered_entities().at(entity.clone()))?;
    let mine = row.is_some_and(|row| (row.account, row.registration) == (account, registration));
    if !mine || !entities.insert(entity) {
        found.push(format!(
            "{registration} does not hold its legal entity alone"
        ));
    }
    Ok(())
}

fn a_person_waits_for_an_open_case(
    store: &dyn Read,
    account: AccountId,
    now: Time,
    found: &mut Vec<String>,
) -> Result<(), Stop> {
    let mine = identity_of(store, account)?;
    if let IdentityState::Pending { submission, .. } = mine.state {
        let case = store.find(&cases().at(CaseId::Identity(submission)))?;
        if !case.is_some_and(|case| case.account == account && case.stage == Stage::Open) {
            found.push(format!("{account} waits for nobody"));
        }
    }
    if (mine.state == IdentityState::Verified) && mine.verified.is_none() {
        found.push(format!("{account} is verified and has no real name"));
    }
    if mine.attempts_left(now) + mine.attempts.len() < limits::IDENTITY_ATTEMPTS {
        found.push(format!("{account} has lost an attempt"));
    }
    Ok(())
}

fn is_submission(logged: &Logged) -> bool {
    let what = logged.fact.what;
    matches!(what, What::RegistrationSubmitted | What::IdentitySubmitted)
}

/// Every case has its log, and its copy, whole while it is open; what a person showed is gone when it is decided (IDV 7).
fn the_desk_holds_what_it_decides(
    store: &dyn Read,
    known: &BTreeSet<CaseId>,
    held: &mut Held,
    found: &mut Vec<String>,
) -> Result<(), Stop> {
    for (id, case) in store.list(&cases())? {
        if !log_of(store, id)?.last().is_some_and(is_submission) {
            found.push(format!(
                "the log of {id:?} does not begin with its submission"
            ));
        }
        match id {
            CaseId::Registration(registration) => {
                let attempts = store.under(&submitted_applications(), &registration)?;
                let numbers = attempts.iter().map(|((_, number), _)| *number);
                if !numbers.eq(0..case.attempts) || !known.contains(&id) {
                    found.push(format!("the attempts of {registration} are not all there"));
                }
                for (_, attempt) in &attempts {
                    for proof in &attempt.statement.evidence {
                        held.add(proof.file.blob, Holder::Registration(registration));
                    }
                }
            }
            CaseId::Identity(submission) => {
                let row = store.find(&submitted_identities().at(submission))?;
                let evidence = row.and_then(|row| row.evidence);
                if evidence.is_some() != (case.stage == Stage::Open) {
                    found.push(format!("{submission} shows too much or too little"));
                }
                if let Some(pictures) = evidence.and_then(|shown| shown.pictures) {
                    let holder = Holder::Identity(submission);
                    held.add(pictures.certificate.blob, holder);
                    held.add(pictures.statement.blob, holder);
                }
            }
        }
    }
    Ok(())
}
