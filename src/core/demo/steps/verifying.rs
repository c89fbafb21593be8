//! People are verified.

use super::{run, some_reviewer};
use crate::{
    account::profile_of,
    command::Actor,
    demo::paper,
    desk::{CaseId, approve_identity::ApproveIdentity, claim::ClaimCase},
    id::{AccountId, SubmissionId},
    identity::{submit_documents::SubmitDocuments, submit_number::SubmitNumber},
    numbers::{self, MainlandId, Region},
    time::{Date, UtcOffset},
    world::World,
};

/// Proves the mainland way that a person bears the name of their account.
pub fn verify(world: &mut World, account: AccountId, number: &str) {
    let submission = show_number(world, account, number);
    approve_identity(world, submission);
}

/// Submits the name of the account with a mainland identity number.
pub fn show_number(world: &mut World, account: AccountId, number: &str) -> SubmissionId {
    let name = profile_of(&world.store, account).expect("a profile").name;
    let submit = SubmitNumber {
        name: name.to_string(),
        number: number.into(),
        correction: None,
    };
    run(world, Actor::Account(account), &submit)
}

/// Submits the name of the account with a passport and a statement.
pub fn show_passport(
    world: &mut World,
    account: AccountId,
    country: Region,
    number: &str,
) -> SubmissionId {
    let name = profile_of(&world.store, account).expect("a profile").name;
    let today = world.now.date(UtcOffset::UTC);
    let picture = |title| paper::upload(&format!("{name} · {title}.pdf"), &account.to_string());
    let submit = SubmitDocuments {
        name: name.to_string(),
        country: Some(country),
        kind: Some(numbers::DocumentKind::Passport),
        number: number.into(),
        expires: String::new(),
        certificate: Some(picture("Passport")),
        statement: Some(picture("Statement")),
        statement_date: today.months_earlier(1).to_string(),
        correction: None,
    };
    run(world, Actor::Account(account), &submit)
}

/// Claims and approves.
pub fn approve_identity(world: &mut World, submission: SubmissionId) {
    let reviewer = Actor::Account(some_reviewer(world));
    let case = CaseId::Identity(submission);
    run(world, reviewer, &ClaimCase { case });
    run(world, reviewer, &ApproveIdentity { submission });
}

/// A sound mainland identity number for each `n` below a thousand.
pub fn id_number(n: u32) -> String {
    let body = format!("11010119900307{n:03}");
    let checks = "0123456789X".chars();
    let today = Date::new(2024, 1, 1).expect("a day");
    checks
        .map(|check| format!("{body}{check}"))
        .find(|number| MainlandId::parse(number, today).is_ok())
        .expect("one of the check signs fits")
}
