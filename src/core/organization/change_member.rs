//! An administrator changes what is said of a member (ORG 2).

use serde::{Deserialize, Serialize};

use super::{
    MemberRecord, administrator, department,
    details::{Details, SoundDetails},
    import::people::path_cell,
    member::{self, Member, member_of},
    roles,
};
use crate::{
    account::{refresh_cards, seats},
    audit::{Changed, Fact, What},
    command::{Act, Tx},
    id::{DepartmentId, MemberId, OrganizationId},
    refusal::Field,
    row::{ReadRows, WriteRows},
    space::Space,
    store::{Read, Stop},
    text::Line,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ChangeMember {
    pub organization: OrganizationId,
    pub member: MemberId,
    pub details: Details,
}

impl Act for ChangeMember {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        administrator(tx, self.organization)?;
        let member = member_of(tx, self.organization, self.member)?;
        let details = self.details.check()?;
        let name = details.name.clone();
        let changes = change(tx, self.organization, &member, details)?;
        note(tx, self.organization, &name, changes);
        Ok(())
    }
}

/// Notes what changed, if anything did.
pub(super) fn note(tx: &mut Tx, organization: OrganizationId, name: &Line, changes: Vec<Changed>) {
    if !changes.is_empty() {
        let fact = Fact {
            changes,
            ..Fact::new(What::MemberChanged, &**name)
        };
        tx.note(Space::Console(organization), fact);
    }
}

/// Writes what is said of a member anew, where it fits. The card moves when the main department is another.
pub(super) fn change(
    tx: &mut Tx,
    organization: OrganizationId,
    member: &Member,
    details: SoundDetails,
) -> Result<Vec<Changed>, Stop> {
    member::must_fit(tx, organization, &details, Some(member))?;
    rewrite(tx, organization, member, details)
}

/// The same for details that fit.
pub(super) fn rewrite(
    tx: &mut Tx,
    organization: OrganizationId,
    before: &Member,
    details: SoundDetails,
) -> Result<Vec<Changed>, Stop> {
    let changes = differences(tx, organization, &before.details(), &details)?;
    if changes.is_empty() {
        return Ok(changes);
    }
    let mut member = before.clone();
    member.card.name = details.name;
    member.card.employee_id = details.employee_id;
    member.card.title = details.title;
    member.record = MemberRecord {
        mobile: details.mobile,
        email: details.email,
        departments: details.departments,
        manager: details.manager,
    };
    member::write(tx, organization, Some(before), Some(&member))?;
    move_seat(tx, organization, &member)?;
    Ok(changes)
}

/// Tells those who look for the card where it stands, and what the outside may see of it.
fn move_seat(tx: &mut Tx, organization: OrganizationId, member: &Member) -> Result<(), Stop> {
    let department = member.record.main_department();
    if let Some(mut role) = tx.find(&roles(organization).at(member.id))?
        && role.department != department
    {
        role.department = department;
        tx.put(&roles(organization).at(member.id), &role)?;
    }
    let Some(account) = member.card.account else {
        return Ok(());
    };
    if let Some(mut seat) = tx.find(&seats(account).at(organization))?
        && seat.department != department
    {
        seat.department = department;
        tx.put(&seats(account).at(organization), &seat)?;
    }
    refresh_cards(tx, account)
}

/// What changes, as the audit keeps it.
fn differences(
    store: &dyn Read,
    organization: OrganizationId,
    before: &SoundDetails,
    after: &SoundDetails,
) -> Result<Vec<Changed>, Stop> {
    let mut changes = Vec::new();
    let mut changed = |field, before: Option<String>, after: Option<String>| {
        changes.push(Changed {
            field,
            before,
            after,
        });
    };
    let text = |line: &Option<Line>| line.as_ref().map(Line::to_string);
    if before.name != after.name {
        let [before, after] = [before, after].map(|details| Some(details.name.to_string()));
        changed(Field::Name, before, after);
    }
    if before.employee_id != after.employee_id {
        let [before, after] = [before, after].map(|details| Some(details.employee_id.to_string()));
        changed(Field::EmployeeId, before, after);
    }
    if before.mobile != after.mobile {
        let [before, after] = [before, after].map(|details| Some(details.mobile.to_string()));
        changed(Field::Mobile, before, after);
    }
    if before.email != after.email {
        changed(Field::Email, text(&before.email), text(&after.email));
    }
    if before.departments != after.departments {
        let before = paths(store, organization, &before.departments)?;
        let after = paths(store, organization, &after.departments)?;
        changed(Field::Department, before, after);
    }
    if before.title != after.title {
        changed(Field::Title, text(&before.title), text(&after.title));
    }
    if before.manager != after.manager {
        let before = name(store, organization, before.manager)?;
        let after = name(store, organization, after.manager)?;
        changed(Field::Manager, before, after);
    }
    Ok(changes)
}

fn paths(
    store: &dyn Read,
    organization: OrganizationId,
    departments: &[DepartmentId],
) -> Result<Option<String>, Stop> {
    let mut cells = Vec::new();
    for department in departments {
        let path = department::path_of(store, organization, *department)?;
        cells.push(path_cell(path.iter()));
    }
    Ok(Some(cells.join("; ")))
}

fn name(
    store: &dyn Read,
    organization: OrganizationId,
    member: Option<MemberId>,
) -> Result<Option<String>, Stop> {
    match member {
        Some(member) => Ok(Some(
            member_of(store, organization, member)?
                .card
                .name
                .to_string(),
        )),
        None => Ok(None),
    }
}
