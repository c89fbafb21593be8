use super::{Entry, Roster};
use crate::{
    id::{DepartmentId, Id, MemberId, OrganizationId},
    organization::{cards, departments},
    row::ReadRows,
    store::{Read, Stop},
};

/// Reads a [`Roster`] bit by bit, so that a screen can breathe in between.
pub struct RosterReader {
    organization: OrganizationId,
    departments: Vec<DepartmentId>,
    /// In the last of the departments.
    next: MemberId,
    entries: Vec<Entry>,
}

const FIRST: [u8; 16] = [0; 16];

impl RosterReader {
    pub fn new(read: &dyn Read, organization: OrganizationId) -> Result<Self, Stop> {
        let departments = read.list(&departments(organization))?;
        Ok(Self {
            organization,
            departments: departments.into_iter().map(|(id, _)| id).collect(),
            next: MemberId::from_bytes(FIRST),
            entries: Vec::new(),
        })
    }

    /// Reads at most about `limit` members more; says whether some are left.
    pub fn step(&mut self, read: &dyn Read, limit: usize) -> Result<bool, Stop> {
        let mut room = limit;
        while let Some(department) = self.departments.last().copied()
            && room > 0
        {
            let found = read.page(&cards(self.organization, department), self.next, room)?;
            let next = match found.last() {
                Some((last, _)) if found.len() == room => last.next(),
                _ => None,
            };
            // A department costs a look even where nobody stands in it.
            room = room.saturating_sub(found.len() + 1);
            let entry = |(member, card)| Entry::new(member, department, &card);
            self.entries.extend(found.into_iter().map(entry));
            self.next = next.unwrap_or(MemberId::from_bytes(FIRST));
            if next.is_none() {
                self.departments.pop();
            }
        }
        Ok(!self.departments.is_empty())
    }

    pub fn finish(self) -> Roster {
        Roster::new(self.entries)
    }
}

impl Roster {
    /// Everybody at once.
    pub fn read(read: &dyn Read, organization: OrganizationId) -> Result<Self, Stop> {
        let mut reader = RosterReader::new(read, organization)?;
        while reader.step(read, 10_000)? {}
        Ok(reader.finish())
    }
}
