//! Many members from a file at once, and back (ORG 3).
//!
//! A file becomes a [`Sheet`] ([`csv`]), its header says which column is what ([`Columns`]), and a [`plan::Planner`]
//! compares every row with the members as they are ([`people::People`]): *add*, *change*, *same* or *error*, before
//! anything happens. What is left to do goes to the authority in batches ([`batch::ImportBatch`]), which decides each
//! row again by the same checks ([`row`]).

pub mod batch;
mod columns;
pub mod csv;
pub mod people;
pub mod plan;
pub mod report;
pub mod row;
mod sheet;
mod writer;

use serde::{Deserialize, Serialize};

pub use columns::Columns;
pub use sheet::Sheet;

use crate::field::Field;

/// The columns of template, import and export, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Column {
    Name,
    /// Which member a row is about.
    EmployeeId,
    Mobile,
    /// Paths from below the top, `Sales/North`, the main one first, parted by `;`. The top itself is `/`.
    Departments,
    Title,
    Email,
    /// The employee ID of the direct manager.
    Manager,
}

impl Column {
    pub const ALL: [Column; 7] = [
        Column::Name,
        Column::EmployeeId,
        Column::Mobile,
        Column::Departments,
        Column::Title,
        Column::Email,
        Column::Manager,
    ];

    pub fn field(self) -> Field {
        match self {
            Column::Name => Field::Name,
            Column::EmployeeId => Field::EmployeeId,
            Column::Mobile => Field::Mobile,
            Column::Departments => Field::Department,
            Column::Title => Field::Title,
            Column::Email => Field::Email,
            Column::Manager => Field::Manager,
        }
    }

    /// The name that a header may bear whatever the language of the screen.
    pub fn english(self) -> &'static str {
        match self {
            Column::Name => "Name",
            Column::EmployeeId => "Employee ID",
            Column::Mobile => "Mobile",
            Column::Departments => "Departments",
            Column::Title => "Title",
            Column::Email => "E-mail",
            Column::Manager => "Direct manager",
        }
    }
}

/// Why a file as a whole cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileTrouble {
    /// No row, or none but the header.
    Empty,
    ColumnMissing(Column),
    ColumnTwice(Column),
    /// A quotation mark in this row is never closed.
    QuoteOpen {
        row: u32,
    },
    CellTooLong {
        row: u32,
        most: u32,
    },
    TooManyColumns {
        row: u32,
        most: u32,
    },
    TooManyRows {
        most: u32,
    },
}
