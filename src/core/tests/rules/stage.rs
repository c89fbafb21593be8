//! Two companies and the people around them, for the tables of policy, contacts and conversations.

use liaison_core::{
    account::{self, Seat, SeatState, mobile_codes, request_code::RequestCode, sign_up::SignUp},
    command::Actor,
    id::{AccountId, DepartmentId, Id, MemberId, OrganizationId},
    identity::{Identity, IdentityState, Verified, identity},
    numbers::{Mobile, Region},
    organization::{
        Company, CorporateId, Department, EmployeeId, MemberCard, MemberRecord, MemberStatus,
        Realm, Role, RoleRow, cards, company, corporate_ids, departments, records, roles,
    },
    policy::{ExternalMode, Permitted, set_external::SetExternalPolicy},
    refusal::Field,
    row::{ReadRows, WriteRows},
    text::Line,
    time::{DAY, Time},
    world::World,
};

pub fn world() -> World {
    World::new(Time(20_000 * DAY), 7)
}

pub fn mobile(number: u32) -> Mobile {
    Mobile::parse(&format!("+86138{number:08}"), None).expect("a sound number")
}

pub fn person(world: &mut World, name: &str, number: u32) -> AccountId {
    world
        .run(
            Actor::Visitor,
            &RequestCode {
                mobile: mobile(number),
            },
        )
        .expect("a code");
    let sent = world
        .store
        .find(&mobile_codes().at(mobile(number).to_string()))
        .expect("readable")
        .expect("sent");
    let region = Region::parse("CN").expect("a region");
    let act = SignUp {
        name: name.into(),
        region,
        mobile: mobile(number),
        code: sent.digits,
    };
    world
        .run(Actor::Visitor, &act)
        .expect("decided")
        .expect("the right code")
}

pub fn verify(world: &mut World, account: AccountId) {
    write(world, |tx| {
        let name = account::profile_of(tx, account).expect("a profile").name;
        let verified = Verified {
            name,
            at: Time(1),
            kind: liaison_core::numbers::DocumentKind::IdentityCard,
            last_four: "002X".into(),
        };
        let row = Identity {
            state: IdentityState::Verified,
            attempts: Vec::new(),
            verified: Some(verified),
        };
        tx.put(&identity(account).at(()), &row).expect("written");
    });
}

/// As if their name had never been shown.
pub fn unverify(world: &mut World, account: AccountId) {
    write(world, |tx| {
        tx.remove(&identity(account).at(())).expect("written");
    });
}

/// As the operator alone could.
pub fn move_realm(world: &mut World, firm: Firm, realm: Realm) {
    write(world, |tx| {
        let key = company(firm.id).at(());
        let row = tx.find(&key).expect("readable").expect("a company");
        tx.put(&key, &Company { realm, ..row }).expect("written");
    });
}

#[derive(Clone, Copy)]
pub struct Firm {
    pub id: OrganizationId,
    pub top: DepartmentId,
    pub corporate_id: CorporateId,
}

pub fn firm(world: &mut World, number: u8, name: &str, realm: Realm) -> Firm {
    let firm = Firm {
        id: OrganizationId::from_bytes([number; 16]),
        top: DepartmentId::from_bytes([number; 16]),
        corporate_id: CorporateId([number; 8]),
    };
    let line = |text: &str| Line::check(Field::LegalName, text, 1..=99).expect("a name");
    write(world, |tx| {
        let row = Company {
            corporate_id: firm.corporate_id,
            legal_name: line(name),
            display_name: line(name),
            realm,
            verified: Time(1),
        };
        tx.put(&company(firm.id).at(()), &row).expect("written");
        let row = liaison_core::organization::OrganizationRef {
            organization: firm.id,
        };
        tx.put(&corporate_ids().at(firm.corporate_id), &row)
            .expect("written");
        let row = Department {
            name: line(name),
            parent: None,
            order: 0,
        };
        tx.put(&departments(firm.id).at(firm.top), &row)
            .expect("written");
    });
    firm
}

/// Puts a person into the seat of a firm.
pub fn sit(world: &mut World, firm: Firm, account: AccountId, role: Option<Role>) -> MemberId {
    let member = MemberId::from_bytes(account.bytes());
    write(world, |tx| {
        let profile = account::profile_of(tx, account).expect("a profile");
        let employee_id = EmployeeId::check(&account.to_string()).expect("an id");
        let card = MemberCard {
            name: profile.name,
            employee_id,
            title: None,
            status: MemberStatus::Active,
            account: Some(account),
        };
        tx.put(&cards(firm.id, firm.top).at(member), &card)
            .expect("written");
        let record = MemberRecord {
            mobile: profile.mobile,
            email: None,
            departments: vec![firm.top],
            manager: None,
        };
        tx.put(&records(firm.id).at(member), &record)
            .expect("written");
        let seat = Seat {
            member,
            department: firm.top,
            state: SeatState::Active,
            joined: Time(1),
        };
        tx.put(&account::seats(account).at(firm.id), &seat)
            .expect("written");
        if let Some(role) = role {
            tx.put(
                &roles(firm.id).at(member),
                &RoleRow {
                    role,
                    department: firm.top,
                },
            )
            .expect("written");
        }
    });
    let act = account::reset_code::ResetCode {
        seat: Some(firm.id),
        expires: None,
    };
    world.run(Actor::Account(account), &act).expect("a code");
    member
}

pub fn suspend(world: &mut World, firm: Firm, account: AccountId) {
    write(world, |tx| {
        let key = account::seats(account).at(firm.id);
        let seat = tx.find(&key).expect("readable").expect("seated");
        tx.put(
            &key,
            &Seat {
                state: SeatState::Suspended,
                ..seat
            },
        )
        .expect("written");
    });
}

pub fn leave(world: &mut World, firm: Firm, account: AccountId) {
    write(world, |tx| {
        let seat = tx
            .find(&account::seats(account).at(firm.id))
            .expect("readable")
            .expect("seated");
        tx.remove(&account::seats(account).at(firm.id))
            .expect("written");
        tx.remove(&cards(firm.id, firm.top).at(seat.member))
            .expect("written");
        tx.remove(&records(firm.id).at(seat.member))
            .expect("written");
    });
}

pub fn open_to_all(world: &mut World, firm: Firm, administrator: AccountId) {
    let act = SetExternalPolicy {
        organization: firm.id,
        mode: ExternalMode::Open,
        permitted: Permitted::Everyone,
        people_without_organization: true,
        served_by: None,
        why: String::new(),
    };
    world
        .run(Actor::Account(administrator), &act)
        .expect("an administrator may");
}

/// For companies alone, and for everyone of ours or nobody.
pub fn set_outside(
    world: &mut World,
    firm: Firm,
    administrator: AccountId,
    mode: ExternalMode,
    everyone: bool,
) {
    let act = SetExternalPolicy {
        organization: firm.id,
        mode,
        permitted: if everyone {
            Permitted::Everyone
        } else {
            Permitted::Nobody
        },
        people_without_organization: false,
        served_by: None,
        why: String::new(),
    };
    world
        .run(Actor::Account(administrator), &act)
        .expect("an administrator may");
}

fn write(world: &mut World, change: impl FnOnce(&mut liaison_core::memory::MemoryTx)) {
    let mut tx = world.store.begin();
    change(&mut tx);
    let now = world.now;
    tx.commit(now);
}

/// Open to all, with a list of its own for people without an organization.
pub fn set_serving(
    world: &mut World,
    firm: Firm,
    administrator: AccountId,
    served_by: Option<Permitted>,
) {
    let act = SetExternalPolicy {
        organization: firm.id,
        mode: ExternalMode::Open,
        permitted: Permitted::Everyone,
        people_without_organization: true,
        served_by,
        why: String::new(),
    };
    world
        .run(Actor::Account(administrator), &act)
        .expect("an administrator may");
}
