//! A member's rows, written together: the card in the main department, pointers in the others, the record in the
//! console, employee ID and mobile number in the vault. Four rows for a member of one department.

use std::collections::BTreeSet;

use super::{
    EmployeeId, Headcount, MemberCard, MemberMobile, MemberPointer, MemberRecord, MemberRef,
    MemberStatus, OrganizationRefusal, Role, RoleRow, cards, department, details::SoundDetails,
    employee_ids, former_members, headcount, join, member_mobiles, pointers, records, roles,
};
use crate::{
    account::{SeatState, profile_of, seats},
    command::Tx,
    id::{AccountId, MemberId, OrganizationId},
    limits,
    numbers::Mobile,
    order::gathered,
    refusal::{Field, Problem, Refusal},
    row::{Key, ReadRows, Row, WriteRows, encode},
    space::Space,
    store::{Fault, Read, Stop, Write},
    text::Line,
};

/// A member with both rows that describe them. A manager who left is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub id: MemberId,
    pub card: MemberCard,
    pub record: MemberRecord,
}

impl Member {
    pub fn details(&self) -> SoundDetails {
        SoundDetails {
            name: self.card.name.clone(),
            employee_id: self.card.employee_id.clone(),
            mobile: self.record.mobile,
            email: self.record.email.clone(),
            departments: self.record.departments.clone(),
            title: self.card.title.clone(),
            manager: self.record.manager,
        }
    }
}

/// A member who must be there.
pub fn member_of(
    store: &dyn Read,
    organization: OrganizationId,
    member: MemberId,
) -> Result<Member, Stop> {
    find_member(store, organization, member)?.ok_or(Refusal::NotThere.into())
}

/// The same for somebody who may have left, and is none then.
pub fn find_member(
    store: &dyn Read,
    organization: OrganizationId,
    member: MemberId,
) -> Result<Option<Member>, Stop> {
    let Some(mut record) = store.find(&records(organization).at(member))? else {
        return Ok(None);
    };
    if let Some(manager) = record.manager
        && !store.has(&records(organization).at(manager))?
    {
        record.manager = None;
    }
    let card = store
        .find(&cards(organization, record.main_department()).at(member))?
        .ok_or(broken())?;
    Ok(Some(Member {
        id: member,
        card,
        record,
    }))
}

/// The name of somebody who is a member or was one.
pub fn name_of(
    store: &dyn Read,
    organization: OrganizationId,
    member: MemberId,
) -> Result<Line, Stop> {
    if let Some(member) = find_member(store, organization, member)? {
        return Ok(member.card.name);
    }
    let former = store.find(&former_members(organization).at(member))?;
    Ok(former.ok_or(Refusal::NotThere)?.name)
}

pub fn with_employee_id(
    store: &dyn Read,
    organization: OrganizationId,
    employee_id: &EmployeeId,
) -> Result<Option<MemberId>, Stop> {
    let found = store.find(&employee_ids().at((organization, employee_id.folded())))?;
    Ok(found.map(|found| found.member))
}

pub fn with_mobile(
    store: &dyn Read,
    organization: OrganizationId,
    mobile: Mobile,
) -> Result<Option<MemberId>, Stop> {
    let found = store.find(&member_mobiles().at((mobile.digits(), organization)))?;
    Ok(found.map(|found| found.member))
}

/// Writes a new member, invited, where the details fit.
pub(super) fn add(
    tx: &mut Tx,
    organization: OrganizationId,
    details: SoundDetails,
) -> Result<MemberId, Stop> {
    must_fit(tx, organization, &details, None)?;
    count(tx, organization, |count| {
        *count.of(MemberStatus::Invited) += 1
    })?;
    write_new(tx, organization, details)
}

/// The same for details that fit, uncounted.
pub(super) fn write_new(
    tx: &mut Tx,
    organization: OrganizationId,
    details: SoundDetails,
) -> Result<MemberId, Stop> {
    let member = Member {
        id: tx.mint(),
        card: MemberCard {
            name: details.name,
            employee_id: details.employee_id,
            title: details.title,
            status: MemberStatus::Invited,
            account: None,
        },
        record: MemberRecord {
            mobile: details.mobile,
            email: details.email,
            departments: details.departments,
            manager: details.manager,
        },
    };
    write(tx, organization, None, Some(&member))?;
    Ok(member.id)
}

/// Seats the account for which an organization was opened as its owner, in the top department.
pub(crate) fn seat_owner(
    tx: &mut Tx,
    organization: OrganizationId,
    owner: AccountId,
    name: &Line,
    title: &Line,
) -> Result<MemberId, Stop> {
    let person = profile_of(tx, owner)?;
    let top = department::top(organization);
    let details = SoundDetails {
        name: name.clone(),
        employee_id: EmployeeId::check(FIRST_EMPLOYEE_ID)?,
        mobile: person.mobile,
        email: None,
        departments: vec![top],
        title: Some(title.clone()),
        manager: None,
    };
    let id = add(tx, organization, details)?;
    let role = RoleRow {
        role: Role::Owner,
        department: top,
    };
    tx.put(&roles(organization).at(id), &role)?;
    let member = member_of(tx, organization, id)?;
    join::take_seat(tx, organization, member, owner)?;
    Ok(id)
}

/// The employee ID of the owner until somebody gives another.
const FIRST_EMPLOYEE_ID: &str = "1";

/// The employee ID and the mobile number are nobody else's, the departments and the manager are there, and nobody
/// becomes their own manager's manager.
pub(super) fn must_fit(
    tx: &Tx,
    organization: OrganizationId,
    details: &SoundDetails,
    before: Option<&Member>,
) -> Result<(), Stop> {
    must_be_unique(tx, organization, details, before)?;
    for department in &details.departments {
        department::department_of(tx, organization, *department)?;
    }
    must_lead(tx, organization, details.manager, before)
}

/// The employee ID and the mobile number are nobody else's.
pub(super) fn must_be_unique(
    tx: &Tx,
    organization: OrganizationId,
    details: &SoundDetails,
    before: Option<&Member>,
) -> Result<(), Stop> {
    let folded = details.employee_id.folded();
    if before.is_none_or(|before| before.card.employee_id.folded() != folded)
        && tx.has(&employee_ids().at((organization, folded)))?
    {
        return Err(Refusal::Input(Field::EmployeeId, Problem::Taken).into());
    }
    if before.is_none_or(|before| before.record.mobile != details.mobile)
        && with_mobile(tx, organization, details.mobile)?.is_some()
    {
        return Err(Refusal::Input(Field::Mobile, Problem::Taken).into());
    }
    Ok(())
}

/// The manager is there and does not stand below the member. Nobody stands below a member who is being added.
pub(super) fn must_lead(
    tx: &Tx,
    organization: OrganizationId,
    manager: Option<MemberId>,
    before: Option<&Member>,
) -> Result<(), Stop> {
    let Some(manager) = manager else {
        return Ok(());
    };
    if before.is_some_and(|before| before.record.manager == Some(manager)) {
        return Ok(());
    }
    if !tx.has(&records(organization).at(manager))? {
        return Err(Refusal::NotThere.into());
    }
    let mut above = before.and(Some(manager));
    while let Some(manager) = above {
        if before.is_some_and(|before| before.id == manager) {
            return Err(Refusal::Organization(OrganizationRefusal::ManagerLoop).into());
        }
        let record = tx.find(&records(organization).at(manager))?;
        above = record.and_then(|record| record.manager);
    }
    Ok(())
}

/// Writes the rows of a member who is new, changes or leaves: those that differ.
pub(super) fn write(
    tx: &mut Tx,
    organization: OrganizationId,
    before: Option<&Member>,
    after: Option<&Member>,
) -> Result<(), Stop> {
    let rows = |member: Option<&Member>| match member {
        Some(member) => rows_of(organization, member),
        None => Ok(Vec::new()),
    };
    let (before, after) = (rows(before)?, rows(after)?);
    let same_place = |a: &PlacedRow, b: &PlacedRow| a.space == b.space && a.key == b.key;
    for row in &before {
        if !after.iter().any(|other| same_place(row, other)) {
            tx.set(&row.space, &row.key, None)?;
        }
    }
    for row in after {
        if !before.contains(&row) {
            tx.set(&row.space, &row.key, Some(row.value))?;
        }
    }
    Ok(())
}

#[derive(PartialEq)]
struct PlacedRow {
    space: Space,
    key: Vec<u8>,
    value: Vec<u8>,
}

impl PlacedRow {
    fn new<R: Row>(key: Key<R>, row: &R) -> Result<Self, Stop> {
        Ok(Self {
            space: key.space,
            key: key.bytes,
            value: encode(row)?,
        })
    }
}

/// The rows that a member consists of.
fn rows_of(organization: OrganizationId, member: &Member) -> Result<Vec<PlacedRow>, Stop> {
    let (id, card, record) = (member.id, &member.card, &member.record);
    let main = record.main_department();
    let employee_id = employee_ids().at((organization, card.employee_id.folded()));
    let mobile = member_mobiles().at((record.mobile.digits(), organization));
    let mut rows = vec![
        PlacedRow::new(cards(organization, main).at(id), card)?,
        PlacedRow::new(records(organization).at(id), record)?,
        PlacedRow::new(employee_id, &MemberRef { member: id })?,
        PlacedRow::new(mobile, &MemberMobile { member: id })?,
    ];
    for other in &record.departments[1..] {
        let pointer = pointers(organization, *other).at(id);
        rows.push(PlacedRow::new(pointer, &MemberPointer { main })?);
    }
    Ok(rows)
}

/// Writes a member's status and, where they have a seat, whether it is active.
pub(super) fn set_status(
    tx: &mut Tx,
    organization: OrganizationId,
    mut member: Member,
    status: MemberStatus,
) -> Result<(), Stop> {
    count(tx, organization, |count| {
        *count.of(member.card.status) -= 1;
        *count.of(status) += 1;
    })?;
    member.card.status = status;
    let department = member.record.main_department();
    tx.put(&cards(organization, department).at(member.id), &member.card)?;
    let Some(account) = member.card.account else {
        return Ok(());
    };
    let key = seats(account).at(organization);
    let mut seat = tx.find(&key)?.ok_or(broken())?;
    seat.state = match status {
        MemberStatus::Active => SeatState::Active,
        MemberStatus::Invited | MemberStatus::Suspended => SeatState::Suspended,
    };
    tx.put(&key, &seat)
}

/// The owner cannot be suspended, removed or given another role (ORG 5).
pub(super) fn must_not_own(
    tx: &Tx,
    organization: OrganizationId,
    member: MemberId,
) -> Result<(), Stop> {
    match tx.find(&roles(organization).at(member))? {
        Some(row) if row.role == Role::Owner => {
            Err(Refusal::Organization(OrganizationRefusal::OwnerStays).into())
        }
        _ => Ok(()),
    }
}

/// Whom a command means that is for many at once: each once, and not more than fit.
pub(super) fn check_bulk(members: &[MemberId]) -> Result<BTreeSet<MemberId>, Refusal> {
    if members.len() > limits::IMPORT_ROWS {
        let most = limits::IMPORT_ROWS as u32;
        return Err(Refusal::Input(Field::Row, Problem::TooMany { most }));
    }
    Ok(gathered(members.iter().copied()))
}

/// Keeps the headcount.
pub(super) fn count(
    tx: &mut Tx,
    organization: OrganizationId,
    change: impl FnOnce(&mut Headcount),
) -> Result<(), Stop> {
    let key = headcount(organization).at(());
    let mut count = tx.find(&key)?.unwrap_or_default();
    change(&mut count);
    tx.put(&key, &count)
}

fn broken() -> Stop {
    Stop::Fault(Fault::Broken {
        table: crate::tables::MEMBER_CARD,
    })
}
