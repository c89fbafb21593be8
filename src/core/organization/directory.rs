//! The directory as colleagues see it (CON 1): who stands in a department, and who keeps it. Searching it is
//! [`super::roster`]'s.

use super::{MemberCard, MemberStatus, Role, cards, pointers, roles};
use crate::{
    id::{DepartmentId, MemberId, OrganizationId},
    order,
    row::ReadRows,
    store::{Read, Stop},
    text::Line,
};

/// A member where they are found: the card stands in `department`, the main one.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub department: DepartmentId,
    pub member: MemberId,
    pub card: MemberCard,
}

/// Everybody in a department, also those whose main department is another one.
pub fn in_department(
    store: &dyn Read,
    organization: OrganizationId,
    department: DepartmentId,
) -> Result<Vec<Listed>, Stop> {
    let mut listed = Vec::new();
    for (member, card) in store.list(&cards(organization, department))? {
        listed.push(Listed {
            department,
            member,
            card,
        });
    }
    for (member, pointer) in store.list(&pointers(organization, department))? {
        if let Some(card) = store.find(&cards(organization, pointer.main).at(member))? {
            listed.push(Listed {
                department: pointer.main,
                member,
                card,
            });
        }
    }
    Ok(listed)
}

/// The owner and the administrators by name, as long as they see the console: whom to ask about the directory.
pub fn keepers(store: &dyn Read, organization: OrganizationId) -> Result<Vec<(Role, Line)>, Stop> {
    let mut keepers = Vec::new();
    for (member, row) in store.list(&roles(organization))? {
        if row.role == Role::Auditor {
            continue;
        }
        let card = store.find(&cards(organization, row.department).at(member))?;
        if let Some(card) = card.filter(|card| card.status == MemberStatus::Active) {
            keepers.push((row.role, card.name));
        }
    }
    order::sort(&mut keepers);
    Ok(keepers)
}
