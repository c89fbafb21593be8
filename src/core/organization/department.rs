//! Where a department stands: its top, parent, children, depth. Each is found without reading the whole tree.

use std::collections::BTreeSet;

use super::{
    Department, DepartmentRef, OrganizationRefusal, cards, department_names, departments,
    headcount, pointers,
};
use crate::{
    account::{privacy, refresh_cards},
    command::Tx,
    id::{DepartmentId, Id, MemberId, OrganizationId},
    limits,
    refusal::{Field, Problem, Refusal},
    row::{ReadRows, WriteRows},
    store::{Fault, Read, Stop},
    text::Line,
};

/// The order of a department that nobody has placed: behind those that somebody has, among its like by name.
pub const UNPLACED: u32 = u32::MAX;

/// The department that is the organization itself. It bears the organization's id, so that nobody has to look for it.
pub fn top(organization: OrganizationId) -> DepartmentId {
    DepartmentId::from_bytes(organization.bytes())
}

pub fn department_of(
    store: &dyn Read,
    organization: OrganizationId,
    department: DepartmentId,
) -> Result<Department, Stop> {
    store
        .find(&departments(organization).at(department))?
        .ok_or(Refusal::NotThere.into())
}

/// The department itself and those above it, upwards to the top.
pub fn upwards(
    store: &dyn Read,
    organization: OrganizationId,
    department: DepartmentId,
) -> Result<Vec<(DepartmentId, Department)>, Stop> {
    let mut found = Vec::new();
    let mut at = Some(department);
    while let Some(id) = at {
        let row = department_of(store, organization, id)?;
        at = row.parent;
        found.push((id, row));
        if found.len() > limits::DEPARTMENT_DEPTH + 1 {
            return Err(Stop::Fault(Fault::Broken {
                table: crate::tables::DEPARTMENT,
            }));
        }
    }
    Ok(found)
}

/// The names from below the top down to the department; none for the top itself.
pub fn path_of(
    store: &dyn Read,
    organization: OrganizationId,
    department: DepartmentId,
) -> Result<Vec<Line>, Stop> {
    let mut above = upwards(store, organization, department)?;
    above.pop();
    Ok(above.into_iter().rev().map(|(_, row)| row.name).collect())
}

/// How many departments stand above it; 0 for the top.
pub fn depth_of(
    store: &dyn Read,
    organization: OrganizationId,
    department: DepartmentId,
) -> Result<usize, Stop> {
    Ok(upwards(store, organization, department)?.len() - 1)
}

/// How many levels stand here: 1 where nothing stands below.
pub fn height_of(
    store: &dyn Read,
    organization: OrganizationId,
    department: DepartmentId,
) -> Result<usize, Stop> {
    let mut height = 0;
    let mut level = vec![department];
    while !level.is_empty() {
        height += 1;
        let mut below = Vec::new();
        for department in level {
            below.extend(children_of(store, organization, department)?);
        }
        level = below;
    }
    Ok(height)
}

pub fn child_named(
    store: &dyn Read,
    organization: OrganizationId,
    parent: DepartmentId,
    name: &Line,
) -> Result<Option<DepartmentId>, Stop> {
    let found = store.find(&department_names(organization).at((parent, name.folded())))?;
    Ok(found.map(|child| child.department))
}

/// By folded name, not in the order in which they are shown.
pub fn children_of(
    store: &dyn Read,
    organization: OrganizationId,
    parent: DepartmentId,
) -> Result<Vec<DepartmentId>, Stop> {
    let found = store.under(&department_names(organization), &parent)?;
    Ok(found
        .into_iter()
        .map(|(_, child)| child.department)
        .collect())
}

/// Neither a department nor a member stands in it.
pub fn is_empty(
    store: &dyn Read,
    organization: OrganizationId,
    department: DepartmentId,
) -> Result<bool, Stop> {
    let first = MemberId::from_bytes([0; 16]);
    Ok(children_of(store, organization, department)?.is_empty()
        && store
            .page(&cards(organization, department), first, 1)?
            .is_empty()
        && store
            .page(&pointers(organization, department), first, 1)?
            .is_empty())
}

/// A name that may stand in a path: the signs that part a path, and paths, stay free.
pub fn check_name(field: Field, text: &str) -> Result<Line, Refusal> {
    let name = Line::check(field, text, limits::DEPARTMENT_NAME)?;
    if name.folded().contains(['/', ';']) {
        return Err(Refusal::Input(field, Problem::Form));
    }
    Ok(name)
}

/// Writes a new department, when there is a place for it.
pub(super) fn create(
    tx: &mut Tx,
    organization: OrganizationId,
    parent: DepartmentId,
    name: Line,
) -> Result<DepartmentId, Stop> {
    if depth_of(tx, organization, parent)? >= limits::DEPARTMENT_DEPTH {
        return Err(Refusal::Organization(OrganizationRefusal::DepartmentTooDeep).into());
    }
    must_be_free(tx, organization, parent, &name)?;
    let mut count = tx
        .find(&headcount(organization).at(()))?
        .unwrap_or_default();
    if count.departments as usize >= limits::DEPARTMENTS {
        return Err(Refusal::Organization(OrganizationRefusal::TooManyDepartments).into());
    }
    count.departments += 1;
    tx.put(&headcount(organization).at(()), &count)?;

    let department = tx.mint();
    let row = Department {
        name,
        parent: Some(parent),
        order: UNPLACED,
    };
    stand(tx, organization, department, &row)?;
    Ok(department)
}

/// However many of the departments on the paths have to be created, there is room for them.
pub(super) fn must_have_room(
    tx: &Tx,
    organization: OrganizationId,
    paths: &[Vec<Line>],
) -> Result<(), Stop> {
    let mut missing = BTreeSet::new();
    for path in paths {
        if path.len() > limits::DEPARTMENT_DEPTH {
            return Err(Refusal::Organization(OrganizationRefusal::DepartmentTooDeep).into());
        }
        let mut at = Some(top(organization));
        let mut names = Vec::new();
        for name in path {
            names.push(name.folded());
            at = match at {
                Some(parent) => child_named(tx, organization, parent, name)?,
                None => None,
            };
            if at.is_none() {
                missing.insert(names.clone());
            }
        }
    }
    let count = tx
        .find(&headcount(organization).at(()))?
        .unwrap_or_default();
    if count.departments as usize + missing.len() > limits::DEPARTMENTS {
        return Err(Refusal::Organization(OrganizationRefusal::TooManyDepartments).into());
    }
    Ok(())
}

/// Goes down a path from the top and creates what is not there; says the path of each that it created.
pub(super) fn open_path(
    tx: &mut Tx,
    organization: OrganizationId,
    path: &[Line],
    mut created: impl FnMut(&[Line]),
) -> Result<DepartmentId, Stop> {
    let mut at = top(organization);
    for (index, name) in path.iter().enumerate() {
        at = match child_named(tx, organization, at, name)? {
            Some(child) => child,
            None => {
                created(&path[..=index]);
                create(tx, organization, at, name.clone())?
            }
        };
    }
    Ok(at)
}

/// No sibling bears the name.
pub(super) fn must_be_free(
    tx: &Tx,
    organization: OrganizationId,
    parent: DepartmentId,
    name: &Line,
) -> Result<(), Stop> {
    match child_named(tx, organization, parent, name)? {
        None => Ok(()),
        Some(_) => Err(Refusal::Input(Field::Department, Problem::Taken).into()),
    }
}

/// Writes a department and its name's row.
pub(super) fn stand(
    tx: &mut Tx,
    organization: OrganizationId,
    department: DepartmentId,
    row: &Department,
) -> Result<(), Stop> {
    if let Some(parent) = row.parent {
        let name = department_names(organization).at((parent, row.name.folded()));
        tx.put(&name, &DepartmentRef { department })?;
    }
    tx.put(&departments(organization).at(department), row)
}

/// Writes the outside cards of those members anew who show in which department they are.
pub(super) fn show_on_cards(
    tx: &mut Tx,
    organization: OrganizationId,
    department: DepartmentId,
) -> Result<(), Stop> {
    for (_, card) in tx.list(&cards(organization, department))? {
        let Some(account) = card.account else {
            continue;
        };
        let privacy = tx.find(&privacy(account).at(()))?.unwrap_or_default();
        if privacy.shows_department_and_title {
            refresh_cards(tx, account)?;
        }
    }
    Ok(())
}
