//! People who join a company, and people who meet.

use super::{company_of, id_number, join, member, person, run, verify};
use crate::{
    account::personal_codes,
    command::Actor,
    contact::{
        Pair,
        accept::AcceptRequest,
        open_code::OpenCode,
        send_request::{Recipient, SendRequest, Sent},
    },
    id::{AccountId, ConversationId, DepartmentId, OrganizationId},
    policy::{ExternalMode, Permitted, set_external::SetExternalPolicy},
    row::ReadRows,
    world::World,
};

/// A person who is provisioned and takes the seat.
pub fn colleague(
    world: &mut World,
    owner: AccountId,
    organization: OrganizationId,
    name: &str,
    employee_id: &str,
    number: &str,
    department: DepartmentId,
) -> AccountId {
    let account = person(world, name, number);
    member(
        world,
        owner,
        organization,
        name,
        employee_id,
        number,
        department,
    );
    join(world, account, organization);
    account
}

/// Lets everybody of an organization speak with every verified organization.
pub fn open_to_everybody(world: &mut World, owner: AccountId, organization: OrganizationId) {
    let open = SetExternalPolicy {
        organization,
        mode: ExternalMode::Open,
        permitted: Permitted::Everyone,
        people_without_organization: false,
        served_by: None,
        why: String::new(),
    };
    run(world, Actor::Account(owner), &open);
}

/// Two owners of companies that are open to everybody, who have become contacts: the first of them, and where they talk.
pub fn two_who_talk(world: &mut World) -> (AccountId, ConversationId) {
    let [ann, ben] = [("Ann", "Acme", 1), ("Ben", "Bolt", 2)].map(|(name, company, n)| {
        let owner = person(world, name, &format!("+861380000000{n}"));
        let organization = company_of(world, owner, company);
        verify(world, owner, &id_number(n));
        open_to_everybody(world, owner, organization);
        (owner, organization)
    });
    let pair = ask_by_code(world, ann, ben, "");
    let conversation = run(world, Actor::Account(ben.0), &AcceptRequest { pair });
    (ann.0, conversation)
}

/// Somebody opens another one's code and asks, each in a seat. What comes back is the relation as the other holds it.
pub fn ask_by_code(
    world: &mut World,
    (from, from_seat): (AccountId, OrganizationId),
    (to, to_seat): (AccountId, OrganizationId),
    greeting: &str,
) -> Pair {
    let code = world.store.find(&personal_codes(to).at(Some(to_seat)));
    let open = OpenCode {
        token: code.expect("readable").expect("a code").token,
        seat: Some(from_seat),
    };
    let answer = run(world, Actor::Account(from), &open);
    let ask = SendRequest {
        to: Recipient::Answer(answer),
        greeting: greeting.into(),
    };
    match run(world, Actor::Account(from), &ask) {
        Sent::Waiting(pair) | Sent::Contacts(pair) => pair.mirrored(from),
    }
}
