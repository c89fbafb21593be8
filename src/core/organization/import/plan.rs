//! The dry run: what an import would do, row by row, before anything happens (ORG 3).
//!
//! First every row is looked at by itself and beside the rows before it. Then managers and departments are settled
//! (`settle`), each manager before those below, which is also the order in which the import writes. So the authority,
//! which decides row after row, comes to what the dry run said.

mod settle;

use std::collections::{HashMap, HashSet};

use settle::{Departments, State};

use super::{
    Column, Columns, Sheet,
    batch::{ImportBatch, ImportRow},
    people::People,
    row::{self, Cells, CheckedRow, RowError},
};
use crate::{
    id::{MemberId, OrganizationId},
    limits,
    numbers::Region,
    organization::{OrganizationRefusal, remove_members::RemoveMembers},
    refusal::{Problem, Refusal},
    text::{Line, folded},
};

#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Where numbers without a calling code are dialled.
    pub region: Option<Region>,
    /// Members who are not in the file leave.
    pub absent_leave: bool,
}

/// What an import would do with a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    Add,
    /// What would be another than it is.
    Change(Vec<Column>),
    Same,
    Error(Vec<RowError>),
}

/// How many rows come to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub add: usize,
    pub change: usize,
    pub same: usize,
    pub error: usize,
    pub leave: usize,
    /// Departments that would be created.
    pub departments: usize,
}

/// A member who is not in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Absent {
    pub member: MemberId,
    pub name: String,
    pub employee_id: String,
}

/// What an import would do, and the commands that do it.
#[derive(Clone, Debug)]
pub struct Plan {
    sheet: Sheet,
    columns: Columns,
    region: Option<Region>,
    verdicts: Vec<Verdict>,
    /// Rows to write, each manager before those below.
    order: Vec<usize>,
    leave: Vec<Absent>,
    pub summary: Summary,
    /// Why nothing of it may be done.
    pub refusal: Option<Refusal>,
}

impl Plan {
    /// Without the header.
    pub fn len(&self) -> usize {
        self.verdicts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.verdicts.is_empty()
    }

    pub fn verdict(&self, row: usize) -> &Verdict {
        &self.verdicts[row]
    }

    /// As the spreadsheet counts.
    pub fn number(&self, row: usize) -> u32 {
        self.sheet.number(row + 1)
    }

    pub fn cell(&self, row: usize, column: Column) -> Option<&str> {
        self.columns.cells(&self.sheet, row + 1).get(column)
    }

    /// What stands in each column of the file, as far as an import knows it.
    pub fn columns(&self) -> impl Iterator<Item = Option<Column>> {
        (0..self.sheet.width(0)).map(|place| self.columns.at(place))
    }

    /// The file as it was read, the header first.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Who would leave, in the order of their ids.
    pub fn leave(&self) -> &[Absent] {
        &self.leave
    }

    /// One command for at most [`limits::IMPORT_ROWS`] rows, in the order in which they are to be run.
    pub fn batches(
        &self,
        organization: OrganizationId,
        source: &str,
    ) -> impl ExactSizeIterator<Item = ImportBatch> {
        let source = source.to_owned();
        self.order
            .chunks(limits::IMPORT_ROWS)
            .map(move |rows| ImportBatch {
                organization,
                source: source.clone(),
                region: self.region,
                rows: rows.iter().map(|row| self.row(*row)).collect(),
            })
    }

    /// To be run when every batch is in.
    pub fn departures(
        &self,
        organization: OrganizationId,
    ) -> impl ExactSizeIterator<Item = RemoveMembers> {
        self.leave
            .chunks(limits::IMPORT_ROWS)
            .map(move |leaving| RemoveMembers {
                organization,
                members: leaving.iter().map(|absent| absent.member).collect(),
            })
    }

    fn row(&self, row: usize) -> ImportRow {
        let cells = self.columns.cells(&self.sheet, row + 1);
        ImportRow {
            number: self.number(row),
            cells: cells.0.map(|cell| cell.map(str::to_owned)),
        }
    }
}

/// Makes a [`Plan`] bit by bit, so that a screen can breathe in between.
pub struct Planner {
    sheet: Sheet,
    columns: Columns,
    people: People,
    options: Options,
    known: Index,
    filed: Index,
    verdicts: Vec<Verdict>,
    /// Which row is about a member, where it stands alone.
    row_of: HashMap<usize, usize>,
    /// Whom a row is about; none is somebody new.
    member_of: Vec<Option<usize>>,
    /// Members whom the file mentions, even where the row cannot be used.
    mentioned: HashSet<usize>,
    departments: Departments,
    state: Vec<State>,
    order: Vec<usize>,
    done: usize,
}

/// Who, or which row, has an employee ID or a mobile number.
#[derive(Default)]
struct Index {
    employee_ids: HashMap<String, usize>,
    mobiles: HashMap<u64, usize>,
}

impl Planner {
    pub fn new(sheet: Sheet, columns: Columns, people: People, options: Options) -> Self {
        let rows = sheet.len().saturating_sub(1);
        Self {
            departments: Departments::new(&people.tree),
            sheet,
            columns,
            people,
            options,
            known: Index::default(),
            filed: Index::default(),
            verdicts: Vec::with_capacity(rows),
            row_of: HashMap::new(),
            member_of: Vec::with_capacity(rows),
            mentioned: HashSet::new(),
            state: vec![State::Waiting; rows],
            order: Vec::new(),
            done: 0,
        }
    }

    /// How much there is to do, in steps.
    pub fn steps(&self) -> usize {
        self.people.len() + 2 * self.state.len()
    }

    pub fn done(&self) -> usize {
        self.done
    }

    /// Does at most `limit` steps more; says whether some are left.
    pub fn step(&mut self, limit: usize) -> bool {
        let end = self.steps().min(self.done + limit);
        let (people, rows) = (self.people.len(), self.state.len());
        while self.done < end {
            match self.done {
                at if at < people => self.index(at),
                at if at < people + rows => self.look(at - people),
                at => self.settle(at - people - rows),
            }
            self.done += 1;
        }
        self.done < self.steps()
    }

    /// The plan, when every step is done.
    pub fn finish(mut self) -> Plan {
        while self.step(usize::MAX / 2) {}
        let mut summary = Summary {
            departments: self.departments.added(),
            ..Summary::default()
        };
        for verdict in &self.verdicts {
            match verdict {
                Verdict::Add => summary.add += 1,
                Verdict::Change(_) => summary.change += 1,
                Verdict::Same => summary.same += 1,
                Verdict::Error(_) => summary.error += 1,
            }
        }
        let mut leave = Vec::new();
        if self.options.absent_leave {
            let absent =
                |index: &usize| !self.mentioned.contains(index) && !self.people.is_owner(*index);
            let absent = (0..self.people.len()).filter(absent);
            leave = absent.map(|index| self.absent(index)).collect();
        }
        summary.leave = leave.len();
        let most = limits::IMPORT_REMOVES_AT_MOST * self.people.len() as f64;
        let too_many = leave.len() as f64 > most;
        Plan {
            sheet: self.sheet,
            columns: self.columns,
            region: self.options.region,
            verdicts: self.verdicts,
            order: self.order,
            leave,
            summary,
            refusal: too_many.then_some(Refusal::Organization(
                OrganizationRefusal::ImportRemovesTooMany,
            )),
        }
    }

    fn absent(&self, index: usize) -> Absent {
        let cell = |column| self.people.cell(index, column).to_owned();
        Absent {
            member: self.people.member(index),
            name: cell(Column::Name),
            employee_id: cell(Column::EmployeeId),
        }
    }

    fn index(&mut self, member: usize) {
        let id = folded(self.people.cell(member, Column::EmployeeId));
        self.known.employee_ids.insert(id, member);
        self.known
            .mobiles
            .insert(self.people.mobile(member), member);
    }

    /// Looks at a row by itself and beside the rows before it.
    fn look(&mut self, row: usize) {
        let cells = self.columns.cells(&self.sheet, row + 1);
        let id = folded(cells.get(Column::EmployeeId).unwrap_or_default());
        let member = self.known.employee_ids.get(&id).copied();
        self.member_of.push(member);
        self.mentioned.extend(member);
        self.mentioned.extend(self.holder(&cells));
        let cells = match member {
            Some(member) => cells.without(|column| self.people.cell(member, column)),
            None => cells,
        };
        let verdict = match cells.check(self.options.region) {
            Ok(checked) => {
                let errors = self.clashes(&id, &checked, member);
                if errors.is_empty() {
                    self.filed.employee_ids.insert(id, row);
                    self.filed
                        .mobiles
                        .extend(checked.mobile.map(|mobile| (mobile.digits(), row)));
                    self.row_of.extend(member.map(|member| (member, row)));
                    match member {
                        None => Verdict::Add,
                        Some(member) => self.compare(&checked, member),
                    }
                } else {
                    Verdict::Error(errors)
                }
            }
            Err(errors) => Verdict::Error(errors),
        };
        self.verdicts.push(verdict);
    }

    /// Whose mobile number stands in a row: its employee ID may be mistyped, and the row means them all the same.
    fn holder(&self, cells: &Cells) -> Option<usize> {
        let mobile = cells.mobile(self.options.region)?.ok()?;
        self.known.mobiles.get(&mobile.digits()).copied()
    }

    /// What a row has that belongs to somebody else, or lacks.
    fn clashes(&self, id: &str, checked: &CheckedRow, member: Option<usize>) -> Vec<RowError> {
        let mut errors = Vec::new();
        let mut error = |column, problem| errors.push(RowError::input(column, problem));
        let repeats = |row: usize| Problem::Repeats {
            row: self.sheet.number(row + 1),
        };
        if let Some(row) = self.filed.employee_ids.get(id) {
            error(Column::EmployeeId, repeats(*row));
        }
        if let Some(mobile) = checked.mobile.map(|mobile| mobile.digits()) {
            let holder = self.known.mobiles.get(&mobile).copied();
            if holder.is_some() && holder != member {
                error(Column::Mobile, Problem::Taken);
            } else if let Some(row) = self.filed.mobiles.get(&mobile) {
                error(Column::Mobile, repeats(*row));
            }
        }
        if member.is_none() && checked.name.is_none() {
            error(Column::Name, Problem::Missing);
        }
        if member.is_none() && checked.mobile.is_none() {
            error(Column::Mobile, Problem::Missing);
        }
        errors
    }

    fn compare(&self, checked: &CheckedRow, member: usize) -> Verdict {
        let is = |column| self.people.cell(member, column);
        let text = |line: &Option<Line>| line.as_deref().unwrap_or_default().to_owned();
        let mut changed = Vec::new();
        if checked
            .name
            .as_deref()
            .is_some_and(|name| name != is(Column::Name))
        {
            changed.push(Column::Name);
        }
        if &*checked.employee_id != is(Column::EmployeeId) {
            changed.push(Column::EmployeeId);
        }
        let mobile = self.people.mobile(member);
        if checked.mobile.is_some_and(|other| other.digits() != mobile) {
            changed.push(Column::Mobile);
        }
        if let Some(paths) = &checked.departments {
            let before = is(Column::Departments)
                .split(';')
                .map(|path| folded(path.trim_start_matches('/')));
            if !before.eq(paths.iter().map(|path| row::folded(path))) {
                changed.push(Column::Departments);
            }
        }
        if checked
            .title
            .as_ref()
            .is_some_and(|title| text(title) != is(Column::Title))
        {
            changed.push(Column::Title);
        }
        if checked
            .email
            .as_ref()
            .is_some_and(|email| text(email) != is(Column::Email))
        {
            changed.push(Column::Email);
        }
        if let Some(manager) = &checked.manager {
            let manager = manager
                .as_ref()
                .map(|manager| manager.folded())
                .unwrap_or_default();
            if manager != folded(is(Column::Manager)) {
                changed.push(Column::Manager);
            }
        }
        if changed.is_empty() {
            Verdict::Same
        } else {
            Verdict::Change(changed)
        }
    }
}
