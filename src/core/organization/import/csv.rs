//! Comma-separated values (RFC 4180), as spreadsheets write them: comma, semicolon or tab, quoted cells with anything in
//! them, any line end, a byte-order mark. Text comes in slices of any size, so that a screen can read a file bit by bit.

use super::{FileTrouble, Sheet};
use crate::limits;

pub struct CsvReader {
    sheet: Sheet,
    /// Text from before the separator was known.
    held: String,
    separator: Option<u8>,
    place: Place,
    row: u32,
    began: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    RowStart,
    /// Behind a carriage return: a line feed belongs to it.
    AfterReturn,
    CellStart,
    Plain,
    Quoted,
    /// Behind a quotation mark within a quoted cell: the end of it, or one half of a pair.
    AfterQuote,
}

impl Default for CsvReader {
    fn default() -> Self {
        Self {
            sheet: Sheet::default(),
            held: String::new(),
            separator: None,
            place: Place::RowStart,
            row: 0,
            began: false,
        }
    }
}

impl CsvReader {
    pub fn feed(&mut self, text: &str) -> Result<(), FileTrouble> {
        let mut text = text;
        if !self.began && !text.is_empty() {
            self.began = true;
            text = text.strip_prefix('\u{feff}').unwrap_or(text);
        }
        if let Some(separator) = self.separator {
            return self.read(text, separator);
        }
        self.held.push_str(text);
        if first_line(&self.held).is_some() || self.held.len() > limits::IMPORT_CELL {
            return self.begin();
        }
        Ok(())
    }

    /// Every row that is not blank, the header too.
    pub fn finish(mut self) -> Result<Sheet, FileTrouble> {
        if self.separator.is_none() {
            self.begin()?;
        }
        match self.place {
            Place::Quoted => return Err(FileTrouble::QuoteOpen { row: self.row }),
            Place::RowStart | Place::AfterReturn => {}
            Place::CellStart | Place::Plain | Place::AfterQuote => self.end_row()?,
        }
        Ok(self.sheet)
    }

    fn begin(&mut self) -> Result<(), FileTrouble> {
        let held = std::mem::take(&mut self.held);
        let line = first_line(&held).unwrap_or(&held);
        // Excel's own way of saying it.
        if let Some(&[separator]) = line.strip_prefix("sep=").map(str::as_bytes) {
            self.separator = Some(separator);
            self.row = 1;
            self.place = match held.as_bytes().get(line.len()) {
                Some(b'\r') => Place::AfterReturn,
                _ => Place::RowStart,
            };
            return self.read(held.get(line.len() + 1..).unwrap_or_default(), separator);
        }
        let separator = separator_of(line);
        self.separator = Some(separator);
        self.read(&held, separator)
    }

    fn read(&mut self, text: &str, separator: u8) -> Result<(), FileTrouble> {
        let bytes = text.as_bytes();
        // What stands between `from` and `at` belongs to the cell and is not yet written. Only ASCII signs end a piece.
        let mut from = 0;
        for (at, byte) in bytes.iter().copied().enumerate() {
            if self.place == Place::AfterReturn {
                self.place = Place::RowStart;
                if byte == b'\n' {
                    from = at + 1;
                    continue;
                }
            }
            if self.place == Place::RowStart {
                self.row += 1;
                if self.sheet.len() > limits::IMPORT_FILE_ROWS {
                    let most = limits::IMPORT_FILE_ROWS as u32;
                    return Err(FileTrouble::TooManyRows { most });
                }
                self.sheet.begin_row(self.row);
                self.place = Place::CellStart;
            }
            match (self.place, byte) {
                (Place::Quoted, b'"') => {
                    self.write(&text[from..at])?;
                    from = at + 1;
                    self.place = Place::AfterQuote;
                }
                (Place::Quoted, _) => {}
                (Place::AfterQuote, b'"') => {
                    from = at;
                    self.place = Place::Quoted;
                }
                (Place::CellStart, b'"') => {
                    from = at + 1;
                    self.place = Place::Quoted;
                }
                (_, b'\r' | b'\n') => {
                    self.write(&text[from..at])?;
                    from = at + 1;
                    self.end_row()?;
                    self.place = match byte {
                        b'\r' => Place::AfterReturn,
                        _ => Place::RowStart,
                    };
                }
                (_, byte) if byte == separator => {
                    self.write(&text[from..at])?;
                    from = at + 1;
                    self.end_cell()?;
                    self.place = Place::CellStart;
                }
                // What stands behind a closing quotation mark is taken as it stands.
                (Place::CellStart | Place::AfterQuote, _) => {
                    from = at;
                    self.place = Place::Plain;
                }
                _ => {}
            }
        }
        match self.place {
            Place::Plain | Place::Quoted => self.write(&text[from..]),
            _ => Ok(()),
        }
    }

    fn write(&mut self, text: &str) -> Result<(), FileTrouble> {
        self.sheet.write(text);
        if self.sheet.written() <= limits::IMPORT_CELL {
            return Ok(());
        }
        Err(FileTrouble::CellTooLong {
            row: self.row,
            most: limits::IMPORT_CELL as u32,
        })
    }

    fn end_cell(&mut self) -> Result<(), FileTrouble> {
        self.sheet.end_cell();
        if self.sheet.width(self.sheet.len() - 1) <= limits::IMPORT_COLUMNS {
            return Ok(());
        }
        Err(FileTrouble::TooManyColumns {
            row: self.row,
            most: limits::IMPORT_COLUMNS as u32,
        })
    }

    fn end_row(&mut self) -> Result<(), FileTrouble> {
        self.end_cell()?;
        let last = self.sheet.len() - 1;
        if self.sheet.cells(last).all(|cell| cell.trim().is_empty()) {
            self.sheet.drop_row();
        }
        Ok(())
    }
}

/// Up to the first line end outside quotation marks.
fn first_line(text: &str) -> Option<&str> {
    let mut quoted = false;
    let end = text.bytes().position(|byte| {
        quoted ^= byte == b'"';
        !quoted && matches!(byte, b'\r' | b'\n')
    })?;
    Some(&text[..end])
}

/// Whichever parts the first line most often.
fn separator_of(line: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(0, b','), (0, b';'), (0, b'\t')];
    for byte in line.bytes() {
        quoted ^= byte == b'"';
        for (count, separator) in &mut counts {
            *count += usize::from(!quoted && byte == *separator);
        }
    }
    // Of equals the last is the greatest: the comma.
    counts
        .into_iter()
        .rev()
        .max_by_key(|(count, _)| *count)
        .map_or(b',', |(_, sign)| sign)
}

/// Writes a row with commas, so that every spreadsheet reads back the same cells and takes none for a formula.
pub fn write_row<'a>(out: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        let mark = if needs_mark(cell) { "'" } else { "" };
        if cell.contains(['"', ',', ';', '\t', '\r', '\n']) || cell.trim() != cell {
            out.push('"');
            out.push_str(mark);
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(mark);
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

/// What a file begins with, so that spreadsheets take it for UTF-8.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// With what a formula may begin (OWASP, CSV Injection); the wide ones where Chinese and Japanese are written.
const FORMULA_SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Spreadsheets take a cell that begins like this for a formula, which could fetch and send. A mobile number is none.
fn is_formula(cell: &str) -> bool {
    let number = |sign: char| sign.is_ascii_digit() || sign == ' ';
    cell.starts_with(FORMULA_SIGNS)
        && !cell.trim().is_empty()
        && !cell
            .strip_prefix('+')
            .is_some_and(|rest| rest.chars().all(number))
}

/// A formula, or a cell that would be read as if it had been marked.
fn needs_mark(cell: &str) -> bool {
    is_formula(cell) || unmarked(cell) != cell
}

/// A cell as it was before [`write_row`] marked it.
pub fn unmarked(cell: &str) -> &str {
    let bare = cell.trim_start_matches('\'');
    match cell.strip_prefix('\'') {
        Some(rest) if bare.starts_with('+') || is_formula(bare) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str, slice: usize) -> Result<Vec<(u32, Vec<String>)>, FileTrouble> {
        let mut reader = CsvReader::default();
        let signs: Vec<char> = text.chars().collect();
        for piece in signs.chunks(slice) {
            reader.feed(&piece.iter().collect::<String>())?;
        }
        let sheet = reader.finish()?;
        let row = |row| {
            (
                sheet.number(row),
                sheet.cells(row).map(str::to_owned).collect(),
            )
        };
        Ok((0..sheet.len()).map(row).collect())
    }

    fn check(text: &str, rows: &[(u32, &[&str])]) {
        for slice in [1, 2, 3, 1000] {
            let found = read(text, slice).expect("readable");
            let found: Vec<(u32, Vec<&str>)> = found
                .iter()
                .map(|(number, cells)| (*number, cells.iter().map(String::as_str).collect()))
                .collect();
            let rows: Vec<_> = rows
                .iter()
                .map(|(number, cells)| (*number, cells.to_vec()))
                .collect();
            assert_eq!(found, rows, "{text:?} in slices of {slice}");
        }
    }

    #[test]
    fn cells_are_parted_by_whatever_parts_the_header() {
        check("a,b;c\n1,2", &[(1, &["a", "b;c"]), (2, &["1", "2"])]);
        check(
            "a;b,c;d\n1;2;",
            &[(1, &["a", "b,c", "d"]), (2, &["1", "2", ""])],
        );
        check("a\tb\r1\t2\r", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("\"a,,,\";b\n1;2", &[(1, &["a,,,", "b"]), (2, &["1", "2"])]);
        check("sep=;\r\na;b\r\n", &[(2, &["a", "b"])]);
        check("only", &[(1, &["only"])]);
        check("", &[]);
    }

    #[test]
    fn quotes_hold_line_ends_separators_and_quotes() {
        check(
            "\u{feff}a,b\r\n\"x\r\ny\",\"1 \"\"2\"\"\"\r\n",
            &[(1, &["a", "b"]), (2, &["x\r\ny", "1 \"2\""])],
        );
        check(
            "a,b\n\"\",\"李, 雷\"z\n",
            &[(1, &["a", "b"]), (2, &["", "李, 雷z"])],
        );
        check(
            "a,b\n5\" pipe,x\n",
            &[(1, &["a", "b"]), (2, &["5\" pipe", "x"])],
        );
    }

    #[test]
    fn blank_rows_are_counted_and_left_out() {
        check("a,b\n\n , \n1,2\n\n", &[(1, &["a", "b"]), (4, &["1", "2"])]);
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_row() {
        assert_eq!(
            read("a,b\n1,\"2\n3,4\n", 4),
            Err(FileTrouble::QuoteOpen { row: 2 })
        );
        let long = format!("a,b\n1,{}\n", "x".repeat(limits::IMPORT_CELL + 1));
        let most = limits::IMPORT_CELL as u32;
        assert_eq!(
            read(&long, 500),
            Err(FileTrouble::CellTooLong { row: 2, most })
        );
        let wide = format!("a,b\n{}\n", ",".repeat(limits::IMPORT_COLUMNS));
        let most = limits::IMPORT_COLUMNS as u32;
        assert_eq!(
            read(&wide, 500),
            Err(FileTrouble::TooManyColumns { row: 2, most })
        );
    }

    #[test]
    fn no_cell_is_written_as_a_formula() {
        let mut out = String::new();
        let cells = [
            "=1+1",
            "@x",
            "-3",
            "+86 138 0013 8000",
            "+1-1",
            "it's",
            " a ",
            "＝1",
            "'=1",
        ];
        write_row(&mut out, cells);
        assert_eq!(
            out,
            "'=1+1,'@x,'-3,+86 138 0013 8000,'+1-1,it's,\" a \",'＝1,''=1\r\n"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_was_written_is_read_back(
            rows in prop::collection::vec(prop::collection::vec("[a-c=+@＝',;\"\\t\\r\\n 李-]{0,6}", 2..4), 1..6),
            slice in 1..9usize,
        ) {
            let mut text = String::from(BYTE_ORDER_MARK);
            write_row(&mut text, ["first", "second", "third"]);
            for row in &rows {
                write_row(&mut text, row.iter().map(String::as_str));
            }
            let found = read(&text, slice).unwrap();
            let found: Vec<Vec<&str>> =
                found[1..].iter().map(|(_, cells)| cells.iter().map(|cell| unmarked(cell)).collect()).collect();
            let blank = |row: &&Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
            let rows: Vec<Vec<&str>> = rows.iter().filter(|row| !blank(row))
                .map(|row| row.iter().map(String::as_str).collect()).collect();
            prop_assert_eq!(found, rows);
        }
    }
}
