//! An administrator imports rows of a file: one command, one transaction, one fact (ORG 3). A row that cannot be used
//! keeps no other from being written.

use serde::{Deserialize, Serialize};

use super::{
    Column,
    row::{Cells, RowError},
    writer::Writer,
};
use crate::{
    command::{Act, Outcome, Tx},
    id::{MemberId, OrganizationId},
    limits,
    numbers::Region,
    organization::{administrator, headcount},
    refusal::{Field, Problem, Refusal},
    row::ReadRows,
    space::Space,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ImportBatch {
    pub organization: OrganizationId,
    /// The name of the file.
    pub source: String,
    /// Where numbers without a calling code are dialled.
    pub region: Option<Region>,
    pub rows: Vec<ImportRow>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportRow {
    /// As the spreadsheet counts.
    pub number: u32,
    /// By column; none where the file has no such column.
    pub cells: [Option<String>; Column::ALL.len()],
}

/// What became of each row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Imported {
    pub rows: Vec<ImportedRow>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportedRow {
    pub number: u32,
    pub result: RowResult,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RowResult {
    Added(MemberId),
    Changed(MemberId),
    Same,
    Error(Vec<RowError>),
}

impl Outcome for Imported {}

impl Act for ImportBatch {
    type Done = Imported;

    fn decide(&self, tx: &mut Tx) -> Result<Imported, Stop> {
        administrator(tx, self.organization)?;
        if self.rows.len() > limits::IMPORT_ROWS {
            let most = limits::IMPORT_ROWS as u32;
            return Err(Refusal::Input(Field::Row, Problem::TooMany { most }).into());
        }
        let key = headcount(self.organization).at(());
        let before = tx.find(&key)?.unwrap_or_default().members();
        let mut writer = Writer::new(tx, self.organization, self.region);
        let mut rows = Vec::new();
        for row in &self.rows {
            let cells = row
                .cells
                .each_ref()
                .map(|cell| cell.as_deref().map(str::trim));
            let number = row.number;
            let result = writer.write(Cells(cells))?;
            rows.push(ImportedRow { number, result });
        }
        let log = writer.finish()?;
        let after = tx.find(&key)?.unwrap_or_default().members();
        if let Some(fact) = log.fact(&self.source, before, after) {
            tx.note(Space::Console(self.organization), fact);
        }
        Ok(Imported { rows })
    }
}
