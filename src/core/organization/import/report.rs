//! The result of an import as a file: the rows as they were, and what became of each. The words are the screen's.

use super::{
    batch::{Imported, RowResult},
    csv,
    plan::{Plan, Verdict},
    row::RowError,
};

/// Writes the header of the report: the file's own and one more.
pub fn write_header(out: &mut String, plan: &Plan, result: &str) {
    out.push_str(csv::BYTE_ORDER_MARK);
    csv::write_row(out, plan.sheet().cells(0).chain([result]));
}

/// Writes a row with what became of it.
pub fn write_row(out: &mut String, plan: &Plan, row: usize, result: &str) {
    csv::write_row(out, plan.sheet().cells(row + 1).chain([result]));
}

/// What became of every row of a plan: what the dry run said of those that were not sent, what the authority said of
/// the others, and nothing of those that were not reached.
pub struct Results {
    rows: Vec<Option<RowResult>>,
    numbers: Vec<u32>,
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
