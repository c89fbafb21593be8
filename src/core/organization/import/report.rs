//! The result of an import as a file: the rows as they were, and what became of each. The words are the screen's.

use super::{
    Column,
    batch::{Imported, RowResult},
    csv,
    plan::{Absent, Plan, Verdict},
    row::RowError,
};
use crate::id::MemberId;

/// Writes the header of the report: the file's own and one more.
pub fn write_header(out: &mut String, plan: &Plan, result: &str) {
    out.push_str(csv::BYTE_ORDER_MARK);
    let cells = plan.sheet().cells(0).map(csv::unmarked);
    csv::write_row(out, cells.chain([result]));
}

/// Writes a row with what became of it.
pub fn write_row(out: &mut String, plan: &Plan, row: usize, result: &str) {
    let cells = plan.sheet().cells(row + 1).map(csv::unmarked);
    csv::write_row(out, cells.chain([result]));
}

/// Writes somebody who is not in the file: who it is, and what became of them.
pub fn write_absent(out: &mut String, plan: &Plan, absent: &Absent, result: &str) {
    let cell = |column| match column {
        Some(Column::Name) => absent.name.as_str(),
        Some(Column::EmployeeId) => absent.employee_id.as_str(),
        _ => "",
    };
    csv::write_row(out, plan.columns().map(cell).chain([result]));
}

/// What became of every row of a plan: what the dry run said of those that were not sent, what the authority said of
/// the others, and nothing of those that were not reached.
pub struct Results {
    rows: Vec<Option<RowResult>>,
    numbers: Vec<u32>,
    /// Who was to leave, in the order of their ids, and who has.
    leaving: Vec<(MemberId, bool)>,
}

impl Results {
    pub fn new(plan: &Plan) -> Self {
        let planned = |row| match plan.verdict(row) {
            Verdict::Same => Some(RowResult::Same),
            Verdict::Error(errors) => Some(RowResult::Error(errors.clone())),
            Verdict::Add | Verdict::Change(_) => None,
        };
        Self {
            rows: (0..plan.len()).map(planned).collect(),
            numbers: (0..plan.len()).map(|row| plan.number(row)).collect(),
            leaving: plan
                .leave()
                .iter()
                .map(|absent| (absent.member, false))
                .collect(),
        }
    }

    /// Notes what a batch brought.
    pub fn note(&mut self, imported: Imported) {
        for row in imported.rows {
            if let Ok(at) = self.numbers.binary_search(&row.number) {
                self.rows[at] = Some(row.result);
            }
        }
    }

    /// Notes who has left.
    pub fn note_left(&mut self, members: &[MemberId]) {
        for member in members {
            if let Ok(at) = self.leaving.binary_search_by_key(member, |(id, _)| *id) {
                self.leaving[at].1 = true;
            }
        }
    }

    /// Whether the one who stands there in [`Plan::leave`] has left.
    pub fn has_left(&self, absent: usize) -> bool {
        self.leaving[absent].1
    }

    /// None of a row that was not reached.
    pub fn of(&self, row: usize) -> Option<&RowResult> {
        self.rows[row].as_ref()
    }

    pub fn errors(&self) -> impl Iterator<Item = (usize, &[RowError])> {
        self.rows
            .iter()
            .enumerate()
            .filter_map(|(row, result)| match result {
                Some(RowResult::Error(errors)) => Some((row, errors.as_slice())),
                _ => None,
            })
    }
}
