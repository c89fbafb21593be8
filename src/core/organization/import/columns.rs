use super::{Column, FileTrouble, Sheet, csv, row::Cells};
use crate::text::folded;

/// Where each column stands in a file, if it does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    places: [Option<usize>; Column::ALL.len()],
    /// What the file has besides.
    pub ignored: Vec<String>,
}

impl Columns {
    /// Reads the first row of a file. A column may bear its English name or any of the names that the screen passes.
    pub fn of(sheet: &Sheet, names: &[(&str, Column)]) -> Result<Self, FileTrouble> {
        if sheet.len() < 2 {
            return Err(FileTrouble::Empty);
        }
        let english = Column::ALL.map(|column| (column.english(), column));
        let mut columns = Self::default();
        for (place, cell) in sheet.cells(0).enumerate() {
            let name = bare(cell);
            let mut known = english.iter().chain(names);
            match known.find(|(known, _)| bare(known) == name) {
                Some((_, column)) => {
                    let before = columns.places[*column as usize].replace(place);
                    if before.is_some() {
                        return Err(FileTrouble::ColumnTwice(*column));
                    }
                }
                None if name.is_empty() => {}
                None => columns.ignored.push(cell.trim().to_owned()),
            }
        }
        if !columns.has(Column::EmployeeId) {
            return Err(FileTrouble::ColumnMissing(Column::EmployeeId));
        }
        Ok(columns)
    }

    pub fn has(&self, column: Column) -> bool {
        self.places[column as usize].is_some()
    }

    /// What stands in a place of a row, as far as it is known.
    pub fn at(&self, place: usize) -> Option<Column> {
        Column::ALL
            .into_iter()
            .find(|column| self.places[*column as usize] == Some(place))
    }

    pub fn cells<'a>(&self, sheet: &'a Sheet, row: usize) -> Cells<'a> {
        let cell =
            |place: Option<usize>| place.map(|place| csv::unmarked(sheet.cell(row, place)).trim());
        Cells(self.places.map(cell))
    }
}

/// A header's name without what templates add to it: a star, a remark in brackets.
fn bare(name: &str) -> String {
    let name = folded(name);
    let name = name.split_once('(').map_or(&*name, |(name, _)| name);
    name.trim_matches(|sign: char| sign == '*' || sign.is_whitespace())
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(header: &[&str]) -> Result<Columns, FileTrouble> {
        let mut sheet = Sheet::default();
        sheet.push_row(1, header.iter().copied());
        sheet.push_row(2, ["x"]);
        Columns::of(
            &sheet,
            &[("姓名", Column::Name), ("账号", Column::EmployeeId)],
        )
    }

    #[test]
    fn a_header_is_read_in_english_and_in_the_words_of_the_screen() {
        let found =
            columns(&["ＮＡＭＥ*", "employee  id (required)", "Shoe size", ""]).expect("readable");
        assert_eq!(found.places[..2], [Some(0), Some(1)]);
        assert_eq!(found.ignored, ["Shoe size"]);
        let found = columns(&["账号（必填）", "姓名"]).expect("readable");
        assert_eq!(found.places[..2], [Some(1), Some(0)]);
    }

    #[test]
    fn a_header_that_cannot_be_used_is_refused() {
        use FileTrouble::*;
        assert_eq!(
            columns(&["Name", "Mobile"]),
            Err(ColumnMissing(Column::EmployeeId))
        );
        assert_eq!(
            columns(&["Name", "姓名", "账号"]),
            Err(ColumnTwice(Column::Name))
        );
    }
}
