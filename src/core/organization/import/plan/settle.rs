//! Settling managers and departments, each manager before those below.

use std::collections::HashSet;

use super::{Planner, Verdict};
use crate::{
    limits,
    organization::{
        OrganizationRefusal,
        import::{
            Column,
            people::cell_in,
            row::{self, RowError},
        },
        tree::Tree,
    },
    refusal::{Problem, Refusal},
    text::folded,
};

#[derive(Clone, Copy, PartialEq)]
pub(super) enum State {
    Waiting,
    /// Passed on the way up; who is met again stands in a loop.
    Open,
    Settled,
}

/// The paths that are there or will be, folded.
pub(super) struct Departments {
    paths: HashSet<String>,
    before: usize,
}

impl Departments {
    pub fn new(tree: &Tree) -> Self {
        let all = tree.top().map(|top| tree.within(top)).unwrap_or_default();
        let mut paths: HashSet<_> = all.iter().map(|id| folded(&cell_in(tree, *id))).collect();
        paths.remove("/");
        Self {
            before: paths.len(),
            paths,
        }
    }

    pub fn added(&self) -> usize {
        self.paths.len() - self.before
    }

    /// Creates what the paths need, unless it is too much.
    fn need(&mut self, paths: &[row::Path]) -> Result<(), Refusal> {
        let mut missing = HashSet::new();
        for path in paths {
            for end in 1..=path.len() {
                let path = row::folded(&path[..end]);
                if !self.paths.contains(&path) {
                    missing.insert(path);
                }
            }
        }
        if self.paths.len() + missing.len() > limits::DEPARTMENTS {
            return Err(Refusal::Organization(
                OrganizationRefusal::TooManyDepartments,
            ));
        }
        self.paths.extend(missing);
        Ok(())
    }
}

/// Somebody in the final organization: a member as they are, or the new one of a row.
#[derive(Clone, Copy, PartialEq)]
enum Who {
    Member(usize),
    New(usize),
}

impl Planner {
    /// Settles a row, after all those that stand above it.
    pub(super) fn settle(&mut self, row: usize) {
        let mut below = Vec::new();
        let mut at = Some(self.who(row));
        while let Some(who) = at {
            at = match self.row_about(who) {
                None => self.manager_before(who),
                Some(row) => match self.state[row] {
                    State::Settled => None,
                    State::Open => {
                        self.refuse_loop(&below, row);
                        None
                    }
                    State::Waiting => {
                        self.state[row] = State::Open;
                        below.push(row);
                        self.manager_wanted(row).unwrap_or_default()
                    }
                },
            };
        }
        // A row that cannot be used is about nobody, and is not found on the way.
        if self.state[row] == State::Waiting {
            below.push(row);
        }
        for row in below.into_iter().rev() {
            self.decide(row);
            self.state[row] = State::Settled;
            if matches!(self.verdicts[row], Verdict::Add | Verdict::Change(_)) {
                self.order.push(row);
            }
        }
    }

    fn decide(&mut self, row: usize) {
        if matches!(self.verdicts[row], Verdict::Error(_)) {
            return;
        }
        let mut errors = Vec::new();
        if let Err(refusal) = self.check_manager(row) {
            let column = Column::Manager;
            errors.push(RowError { column, refusal });
        }
        let cells = self.columns.cells(&self.sheet, row + 1);
        if errors.is_empty()
            && let Some(Ok(paths)) = cells.get(Column::Departments).map(row::paths)
            && let Err(refusal) = self.departments.need(&paths)
        {
            let column = Column::Departments;
            errors.push(RowError { column, refusal });
        }
        if !errors.is_empty() {
            self.verdicts[row] = Verdict::Error(errors);
        }
    }

    /// The manager is there by then, and does not stand below.
    fn check_manager(&self, row: usize) -> Result<(), Refusal> {
        let Some(manager) = self.manager_wanted(row)? else {
            return Ok(());
        };
        if let Who::New(manager) = manager
            && !matches!(self.verdicts[manager], Verdict::Add)
        {
            return Err(unknown());
        }
        let changes = matches!(&self.verdicts[row], Verdict::Change(columns) if columns.contains(&Column::Manager));
        let me = self.who(row);
        let mut above = Some(manager).filter(|_| changes);
        while let Some(who) = above {
            if who == me {
                return Err(Refusal::Organization(OrganizationRefusal::ManagerLoop));
            }
            above = match self.row_about(who) {
                Some(row)
                    if self.state[row] == State::Settled
                        && !matches!(self.verdicts[row], Verdict::Error(_)) =>
                {
                    self.manager_wanted(row)?
                }
                _ => self.manager_before(who),
            };
        }
        Ok(())
    }

    /// Whoever is met again, and all between, would stand above themselves.
    fn refuse_loop(&mut self, below: &[usize], met: usize) {
        let start = below.iter().position(|row| *row == met).unwrap_or_default();
        for row in &below[start..] {
            let refusal = Refusal::Organization(OrganizationRefusal::ManagerLoop);
            let column = Column::Manager;
            self.verdicts[*row] = Verdict::Error(vec![RowError { column, refusal }]);
        }
    }

    fn who(&self, row: usize) -> Who {
        self.member_of[row].map_or(Who::New(row), Who::Member)
    }

    /// The row that says something of a person, as long as it can be used.
    fn row_about(&self, who: Who) -> Option<usize> {
        let row = match who {
            Who::Member(member) => *self.row_of.get(&member)?,
            Who::New(row) => row,
        };
        let usable =
            !matches!(self.verdicts[row], Verdict::Error(_)) || self.state[row] != State::Waiting;
        usable.then_some(row)
    }

    /// The manager whom a person will have after the row.
    fn manager_wanted(&self, row: usize) -> Result<Option<Who>, Refusal> {
        let cells = self.columns.cells(&self.sheet, row + 1);
        match cells.get(Column::Manager) {
            None => Ok(self.manager_before(self.who(row))),
            Some("") => Ok(None),
            Some(id) => {
                let id = folded(id);
                let member = self.known.employee_ids.get(&id).copied().map(Who::Member);
                let new = || self.filed.employee_ids.get(&id).copied().map(Who::New);
                member.or_else(new).map(Some).ok_or(unknown())
            }
        }
    }

    fn manager_before(&self, who: Who) -> Option<Who> {
        match who {
            Who::Member(member) => self.people.manager(member).map(Who::Member),
            Who::New(_) => None,
        }
    }
}

fn unknown() -> Refusal {
    Refusal::Input(Column::Manager.field(), Problem::Unknown)
}
