//! One step towards a world: a person, a company, a department, a member. Each runs the commands that a person would
//! run, and panics where they refuse: whoever builds a stage knows that they do not.

mod meeting;
mod registering;
mod verifying;

pub use meeting::{ask_by_code, colleague, open_to_everybody, two_who_talk};
pub use registering::{asked, company, company_of, draft, form, says, submitted, upload};
pub use verifying::{approve_identity, id_number, show_number, show_passport, verify};

use crate::{
    account::{mobile_codes, request_code::RequestCode, seats, sign_up::SignUp},
    command::{Act, Actor},
    desk::{appoint_reviewer::AppointReviewer, reviewers},
    id::{AccountId, DepartmentId, MemberId, OrganizationId},
    numbers::{Mobile, Region},
    organization::{
        add_member::AddMember,
        create_department::CreateDepartment,
        details::Details,
        join::{Join, JoinBy},
    },
    row::ReadRows,
    world::World,
};

pub fn mobile(number: &str) -> Mobile {
    Mobile::parse(number, None).expect("a sound number")
}

/// A person makes an account with a mainland region.
pub fn person(world: &mut World, name: &str, number: &str) -> AccountId {
    person_from(world, name, number, Region::CN)
}

/// A person makes an account.
pub fn person_from(world: &mut World, name: &str, number: &str, region: Region) -> AccountId {
    let mobile = mobile(number);
    run(world, Actor::Visitor, &RequestCode { mobile });
    let sent = world.store.find(&mobile_codes().at(mobile.to_string()));
    let sign_up = SignUp {
        name: name.into(),
        region,
        mobile,
        code: sent.expect("readable").expect("sent").digits,
    };
    run(world, Actor::Visitor, &sign_up).expect("the right code")
}

/// Lets a person decide at the desk.
pub fn reviewer(world: &mut World, name: &str, number: &str) -> AccountId {
    let account = person(world, name, number);
    let name = name.into();
    run(world, Actor::Operator, &AppointReviewer { account, name });
    account
}

fn some_reviewer(world: &mut World) -> AccountId {
    let there = world.store.list(&reviewers()).expect("readable");
    match there.first() {
        Some((account, _)) => *account,
        None => reviewer(world, "Reviewer", "+8613900000000"),
    }
}

pub fn department(
    world: &mut World,
    owner: AccountId,
    organization: OrganizationId,
    name: &str,
    parent: DepartmentId,
) -> DepartmentId {
    let create = CreateDepartment {
        organization,
        parent,
        name: name.into(),
    };
    run(world, Actor::Account(owner), &create)
}

pub fn member(
    world: &mut World,
    owner: AccountId,
    organization: OrganizationId,
    name: &str,
    employee_id: &str,
    number: &str,
    department: DepartmentId,
) -> MemberId {
    let add = AddMember {
        organization,
        details: Details {
            name: name.into(),
            employee_id: employee_id.into(),
            mobile: mobile(number),
            email: String::new(),
            departments: vec![department],
            title: String::new(),
            manager: None,
        },
    };
    run(world, Actor::Account(owner), &add)
}

/// Which member an account is.
pub fn member_of(world: &World, account: AccountId, organization: OrganizationId) -> MemberId {
    let seat = world.store.find(&seats(account).at(organization));
    seat.expect("readable").expect("a seat").member
}

/// A provisioned person takes their seat.
pub fn join(world: &mut World, account: AccountId, organization: OrganizationId) {
    let join = Join {
        by: JoinBy::Number(organization),
    };
    run(world, Actor::Account(account), &join);
}

/// Something that a person does and that is let through.
pub fn act<A: Act>(world: &mut World, account: AccountId, act: &A) -> A::Done {
    run(world, Actor::Account(account), act)
}

fn run<A: Act>(world: &mut World, actor: Actor, act: &A) -> A::Done {
    match world.run(actor, act) {
        Ok(done) => done,
        Err(stop) => panic!("a step of a stage was not done: {stop:?}"),
    }
}
