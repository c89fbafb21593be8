//! The members of an organization as rows of the template: for the export, and for a plan to compare a file with.

use std::collections::HashMap;

use super::{Column, Sheet, csv};
use crate::{
    id::{DepartmentId, Id, MemberId, OrganizationId},
    order,
    organization::{Role, cards, records, roles, tree::Tree},
    row::ReadRows,
    store::{Fault, Read, Stop},
    text::{Line, folded},
};

/// Every member that the console shows, packed.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// In the order of the members' ids; the managers' column is empty.
    sheet: Sheet,
    members: Vec<MemberId>,
    managers: Vec<Option<MemberId>>,
    mobiles: Vec<u64>,
    places: HashMap<MemberId, u32>,
    /// Cannot leave by an import.
    owner: Option<MemberId>,
    pub tree: Tree,
}

impl People {
    pub fn len(&self) -> usize {
        self.members.len()
    }

    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    pub fn member(&self, index: usize) -> MemberId {
        self.members[index]
    }

    pub fn mobile(&self, index: usize) -> u64 {
        self.mobiles[index]
    }

    pub fn is_owner(&self, index: usize) -> bool {
        self.owner == Some(self.members[index])
    }

    /// The direct manager, while they are a member.
    pub fn manager(&self, index: usize) -> Option<usize> {
        let manager = self.managers[index]?;
        self.places.get(&manager).map(|place| *place as usize)
    }

    pub fn cell(&self, index: usize, column: Column) -> &str {
        match column {
            Column::Manager => self
                .manager(index)
                .map_or("", |manager| self.sheet.at(manager, Column::EmployeeId)),
            _ => self.sheet.at(index, column),
        }
    }

    /// In which order they are exported: by employee ID, which is how people look for a line.
    pub fn by_employee_id(&self) -> Vec<usize> {
        let mut sorted: Vec<_> = (0..self.len()).collect();
        order::sort_by_kept_key(&mut sorted, |index| {
            folded(self.cell(*index, Column::EmployeeId))
        });
        sorted
    }

    pub fn write_csv(&self, out: &mut String, index: usize) {
        csv::write_row(out, Column::ALL.map(|column| self.cell(index, column)));
    }
}

/// Reads [`People`] bit by bit, so that a screen can breathe in between.
pub struct PeopleReader {
    organization: OrganizationId,
    people: People,
    paths: HashMap<DepartmentId, String>,
    next: Option<MemberId>,
}

impl PeopleReader {
    pub fn new(read: &dyn Read, organization: OrganizationId) -> Result<Self, Stop> {
        let roles = read.list(&roles(organization))?;
        let owner = roles.into_iter().find(|(_, row)| row.role == Role::Owner);
        let people = People {
            owner: owner.map(|(member, _)| member),
            tree: Tree::read(read, organization)?,
            ..People::default()
        };
        Ok(Self {
            organization,
            people,
            paths: HashMap::new(),
            next: Some(MemberId::from_bytes([0; 16])),
        })
    }

    /// Reads at most `limit` members more; says whether some are left.
    pub fn step(&mut self, read: &dyn Read, limit: usize) -> Result<bool, Stop> {
        let Some(from) = self.next else {
            return Ok(false);
        };
        let found = read.page(&records(self.organization), from, limit)?;
        self.next = match found.last() {
            Some((last, _)) if found.len() == limit => last.next(),
            _ => None,
        };
        for (member, record) in found {
            let key = cards(self.organization, record.main_department()).at(member);
            let card = read.find(&key)?.ok_or(Stop::Fault(Fault::Broken {
                table: crate::tables::MEMBER_CARD,
            }))?;
            let departments = self.departments(&record.departments);
            let people = &mut self.people;
            people.places.insert(member, people.members.len() as u32);
            people.members.push(member);
            people.managers.push(record.manager);
            people.mobiles.push(record.mobile.digits());
            people.sheet.push_row(
                0,
                [
                    &*card.name,
                    &*card.employee_id,
                    &record.mobile.spaced(),
                    &departments,
                    card.title.as_deref().unwrap_or_default(),
                    record.email.as_deref().unwrap_or_default(),
                ],
            );
        }
        Ok(self.next.is_some())
    }

    pub fn finish(self) -> People {
        self.people
    }

    fn departments(&mut self, departments: &[DepartmentId]) -> String {
        let mut cell = String::new();
        for department in departments {
            if !cell.is_empty() {
                cell.push(';');
            }
            let tree = &self.people.tree;
            let path = self
                .paths
                .entry(*department)
                .or_insert_with(|| cell_in(tree, *department));
            cell.push_str(path);
        }
        cell
    }
}

/// Everybody at once.
pub fn read_people(read: &dyn Read, organization: OrganizationId) -> Result<People, Stop> {
    let mut reader = PeopleReader::new(read, organization)?;
    while reader.step(read, 1000)? {}
    Ok(reader.finish())
}

/// How a department is written in a cell, by the names from below the top.
pub fn path_cell<'a>(path: impl Iterator<Item = &'a Line>) -> String {
    let names: Vec<&str> = path.map(|name| &**name).collect();
    if names.is_empty() {
        "/".into()
    } else {
        names.join("/")
    }
}

/// The same for a department in a tree.
pub fn cell_in(tree: &Tree, department: DepartmentId) -> String {
    path_cell(tree.path(department).iter().filter_map(|id| tree.name(*id)))
}
