//! Everybody whom a person may see in an organization, packed for search and for a long table.
//!
//! Search is a scan, not an index: one line per member, `name\temployee ID\n`, in one piece of memory and in the order
//! of the names. What changes is merged in; the order stays.

mod follow;
mod read;

use memchr::memmem;

pub use read::RosterReader;

use super::{MemberCard, MemberStatus, searchable::searchable};
use crate::{
    id::{DepartmentId, MemberId},
    order,
};

/// Who stands in a line, and where their card stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RosterLine {
    pub member: MemberId,
    pub department: DepartmentId,
    pub status: MemberStatus,
}

/// So many lines are ranked one by one; of more, the best are looked for by passes that stop when there are enough.
const FEW: usize = 1_000;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roster {
    text: Vec<u8>,
    /// Where each line begins.
    starts: Vec<u32>,
    lines: Vec<RosterLine>,
}

/// A member who is to stand in a roster.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    text: String,
    member: MemberId,
    department: DepartmentId,
    status: MemberStatus,
}

impl Entry {
    fn new(member: MemberId, department: DepartmentId, card: &MemberCard) -> Self {
        let mut text = searchable(&card.name);
        text.push('\t');
        text.push_str(&card.employee_id.folded());
        Self {
            text,
            member,
            department,
            status: card.status,
        }
    }
}

impl Roster {
    fn new(mut entries: Vec<Entry>) -> Self {
        order::sort(&mut entries);
        let mut roster = Self::with_room(
            entries.len(),
            entries.iter().map(|entry| entry.text.len() + 1).sum(),
        );
        for entry in &entries {
            roster.push(entry);
        }
        roster
    }

    fn with_room(lines: usize, bytes: usize) -> Self {
        Self {
            text: Vec::with_capacity(bytes),
            starts: Vec::with_capacity(lines),
            lines: Vec::with_capacity(lines),
        }
    }

    fn push(&mut self, entry: &Entry) {
        let line = RosterLine {
            member: entry.member,
            department: entry.department,
            status: entry.status,
        };
        self.push_line(entry.text.as_bytes(), line);
    }

    fn push_line(&mut self, text: &[u8], line: RosterLine) {
        self.starts.push(self.text.len() as u32);
        self.text.extend_from_slice(text);
        self.text.push(b'\n');
        self.lines.push(line);
    }

    pub fn len(&self) -> usize {
        self.lines.len()
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// In the order of folded names.
    pub fn line(&self, index: usize) -> RosterLine {
        self.lines[index]
    }

    /// Folded.
    pub fn name(&self, index: usize) -> &str {
        self.part(index, 0)
    }

    /// Folded.
    pub fn employee_id(&self, index: usize) -> &str {
        self.part(index, 1)
    }

    fn part(&self, index: usize, part: usize) -> &str {
        let text = std::str::from_utf8(self.text_of(index)).unwrap_or_default();
        text.split('\t').nth(part).unwrap_or_default()
    }

    fn text_of(&self, index: usize) -> &[u8] {
        let start = self.starts[index] as usize;
        let end = self
            .starts
            .get(index + 1)
            .map_or(self.text.len(), |next| *next as usize);
        &self.text[start..end - 1]
    }

    /// The best lines first: the employee ID itself, then names and IDs that begin so, then words that do, then any
    /// that contain it. Within each, by name. Nothing typed finds nobody.
    pub fn search(&self, typed: &str, limit: usize) -> Vec<usize> {
        let typed = searchable(typed);
        if typed.is_empty() || limit == 0 {
            return Vec::new();
        }
        let few: Vec<_> = self.lines_with(&typed).take(FEW + 1).collect();
        if few.len() <= FEW {
            let mut ranked: Vec<_> = few
                .into_iter()
                .map(|line| (self.rank(line, &typed), line))
                .collect();
            order::sort(&mut ranked);
            ranked.truncate(limit);
            return ranked.into_iter().map(|(_, line)| line).collect();
        }
        let mut found = Vec::new();
        let mut take = |lines: &mut dyn Iterator<Item = usize>| {
            for line in lines {
                if found.len() >= limit {
                    break;
                }
                if !found.contains(&line) {
                    found.push(line);
                }
            }
        };
        take(&mut self.lines_with(&format!("\t{typed}\n")));
        take(&mut self.names_from(&typed));
        for pattern in [format!("\t{typed}"), format!(" {typed}"), typed] {
            take(&mut self.lines_with(&pattern));
        }
        found
    }

    /// In which order a line that contains what was typed is shown.
    fn rank(&self, line: usize, typed: &str) -> u8 {
        let (name, id) = (self.name(line), self.employee_id(line));
        if id == typed {
            0
        } else if name.starts_with(typed) {
            1
        } else if id.starts_with(typed) {
            2
        } else if name
            .match_indices(typed)
            .any(|(at, _)| name[..at].ends_with(' '))
        {
            3
        } else {
            4
        }
    }

    /// The lines whose name begins so stand together.
    fn names_from(&self, typed: &str) -> std::ops::Range<usize> {
        let typed = typed.as_bytes();
        let begins = |line: &usize| self.text_of(*line).starts_with(typed);
        let place = |after: bool| {
            let (mut low, mut high) = (0, self.len());
            while low < high {
                let middle = low + (high - low) / 2;
                let before = self.text_of(middle) < typed || (after && begins(&middle));
                if before {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            low
        };
        place(false)..place(true)
    }

    /// Every line that contains what was typed, by name; every line when nothing was.
    pub fn matching(&self, typed: &str) -> Vec<usize> {
        let typed = searchable(typed);
        if typed.is_empty() {
            return (0..self.len()).collect();
        }
        self.lines_with(&typed).collect()
    }

    fn lines_with<'a>(&'a self, pattern: &'a str) -> impl Iterator<Item = usize> + 'a {
        let finder = memmem::Finder::new(pattern);
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = from + finder.find(&self.text[from..])?;
            let line = self
                .starts
                .partition_point(|start| *start as usize <= at)
                .checked_sub(1)?;
            let next = self
                .starts
                .get(line + 1)
                .map_or(self.text.len(), |next| *next as usize);
            from = next - 1;
            Some(line)
        })
    }

    /// Bytes held, without the allocator's overhead.
    pub fn size(&self) -> usize {
        self.text.capacity()
            + self.starts.capacity() * size_of::<u32>()
            + self.lines.capacity() * size_of::<RosterLine>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;

    fn roster(people: &[(&str, &str)]) -> Roster {
        let entry = |(number, (name, id)): (usize, &(&str, &str))| Entry {
            text: format!("{}\t{id}", searchable(name)),
            member: MemberId::from_bytes((number as u128).to_be_bytes()),
            department: DepartmentId::from_bytes([0; 16]),
            status: MemberStatus::Active,
        };
        Roster::new(people.iter().enumerate().map(entry).collect())
    }

    fn check(people: &[(&str, &str)], typed: &str, expected: &[&str]) {
        let roster = roster(people);
        let found: Vec<_> = roster
            .search(typed, 10)
            .into_iter()
            .map(|line| roster.name(line))
            .collect();
        assert_eq!(found, expected, "{typed}");
    }

    #[test]
    fn the_best_line_comes_first() {
        let people = [
            ("Zoe Lin", "e7"),
            ("Linda", "e1"),
            ("Berlin", "e2"),
            ("Émile Linné", "e3"),
            ("李雷", "lin-4"),
            ("X", "lin"),
        ];
        check(
            &people,
            "lin",
            &["x", "linda", "李雷", "emile linne", "zoe lin", "berlin"],
        );
        check(
            &people,
            " É ",
            &["emile linne", "berlin", "linda", "zoe lin"],
        );
        check(&people, "雷", &["李雷"]);
        check(&people, "E1", &["linda"]);
        check(&people, "lin\te", &[]);
        check(&people, "", &[]);
        check(&people, "nobody", &[]);
    }

    #[test]
    fn many_lines_are_found_in_the_same_order_as_few() {
        let people: Vec<_> = (0..3 * FEW)
            .map(|number| {
                (
                    format!("{} x{}", ["ann", "joann", "li ann"][number % 3], number % 7),
                    format!("ann{number}"),
                )
            })
            .collect();
        let people: Vec<_> = people.iter().map(|(name, id)| (&**name, &**id)).collect();
        let roster = roster(&people);
        for typed in ["ann", "ann1", "x", "nn", "ann2999"] {
            let mut ranked: Vec<_> = roster
                .matching(typed)
                .into_iter()
                .map(|line| (roster.rank(line, typed), line))
                .collect();
            order::sort(&mut ranked);
            let ranked: Vec<_> = ranked.into_iter().map(|(_, line)| line).take(40).collect();
            assert_eq!(roster.search(typed, 40), ranked, "{typed}");
        }
    }

    #[test]
    fn a_limit_keeps_the_best() {
        let people = [("bab", "1"), ("ab", "2"), ("aab", "3")];
        let roster = roster(&people);
        let found = roster.search("ab", 2);
        assert_eq!(
            found
                .iter()
                .map(|line| roster.name(*line))
                .collect::<Vec<_>>(),
            ["ab", "aab"]
        );
        assert_eq!(roster.matching("ab").len(), 3);
        assert_eq!(roster.matching("").len(), 3);
    }
}
