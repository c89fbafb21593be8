//! Keeping a roster up to date with what changes.

use std::collections::BTreeMap;

use super::{Entry, Roster, RosterLine};
use crate::{
    id::{MemberId, OrganizationId},
    memory::Changes,
    order,
    organization::MemberCard,
    row::{KeyPart, decode},
    space::Space,
    store::Stop,
    tables,
};

impl Roster {
    /// Takes in what a commit changed. Whose name and employee ID stayed is found and changed in place; others are
    /// merged in with one walk over all lines.
    pub fn follow(&mut self, organization: OrganizationId, changes: &Changes) -> Result<(), Stop> {
        let mut changed: BTreeMap<MemberId, Option<Entry>> = BTreeMap::new();
        for change in &changes.0 {
            let Space::Department(at, department) = change.space else {
                continue;
            };
            let Some((&tables::MEMBER_CARD, mut key)) = change.key.split_first() else {
                continue;
            };
            let Some(member) = MemberId::read(&mut key).filter(|_| at == organization) else {
                continue;
            };
            match &change.after {
                Some(card) => {
                    let card: MemberCard = decode(card)?;
                    changed.insert(member, Some(Entry::new(member, department, &card)));
                }
                // The card may have moved to another department.
                None => {
                    changed.entry(member).or_default();
                }
            }
        }
        changed.retain(|_, entry| !entry.as_ref().is_some_and(|entry| self.replaced(entry)));
        if !changed.is_empty() {
            self.merge(&changed);
        }
        Ok(())
    }

    /// Changes the line of a member in place, if it reads the same.
    fn replaced(&mut self, entry: &Entry) -> bool {
        let (text, member) = (entry.text.as_bytes(), entry.member);
        let mut low = 0;
        let mut high = self.len();
        while low < high {
            let middle = low + (high - low) / 2;
            if (self.text_of(middle), self.lines[middle].member) < (text, member) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let there =
            low < self.len() && self.text_of(low) == text && self.lines[low].member == member;
        if there {
            self.lines[low] = RosterLine {
                member,
                department: entry.department,
                status: entry.status,
            };
        }
        there
    }

    fn merge(&mut self, changed: &BTreeMap<MemberId, Option<Entry>>) {
        let mut entries: Vec<&Entry> = changed.values().flatten().collect();
        order::sort(&mut entries);
        let mut entries = entries.into_iter().peekable();
        let more: usize = changed
            .values()
            .flatten()
            .map(|entry| entry.text.len() + 1)
            .sum();
        let mut merged = Self::with_room(self.len() + changed.len(), self.text.len() + more);
        for index in 0..self.len() {
            let line = self.lines[index];
            if changed.contains_key(&line.member) {
                continue;
            }
            let text = self.text_of(index);
            while let Some(entry) =
                entries.next_if(|entry| (entry.text.as_bytes(), entry.member) < (text, line.member))
            {
                merged.push(entry);
            }
            merged.push_line(text, line);
        }
        for entry in entries {
            merged.push(entry);
        }
        *self = merged;
    }
}
