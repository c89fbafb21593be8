use super::Column;

/// Rows of cells in one piece of text. A hundred thousand rows are three allocations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    text: String,
    /// Where each cell ends.
    ends: Vec<u32>,
    rows: Vec<Row>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Row {
    /// As a spreadsheet counts, the header being 1.
    number: u32,
    /// Its first cell.
    first: u32,
}

impl Sheet {
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn number(&self, row: usize) -> u32 {
        self.rows[row].number
    }

    pub fn width(&self, row: usize) -> usize {
        let next = self
            .rows
            .get(row + 1)
            .map_or(self.ends.len(), |next| next.first as usize);
        next - self.rows[row].first as usize
    }

    /// Nothing where the row has no such cell.
    pub fn cell(&self, row: usize, cell: usize) -> &str {
        if cell >= self.width(row) {
            return "";
        }
        let index = self.rows[row].first as usize + cell;
        let start = index
            .checked_sub(1)
            .map_or(0, |before| self.ends[before] as usize);
        &self.text[start..self.ends[index] as usize]
    }

    pub fn cells(&self, row: usize) -> impl Iterator<Item = &str> {
        (0..self.width(row)).map(move |cell| self.cell(row, cell))
    }

    /// In a sheet whose cells stand in the order of [`Column::ALL`].
    pub fn at(&self, row: usize, column: Column) -> &str {
        self.cell(row, column as usize)
    }

    pub fn push_row<'a>(&mut self, number: u32, cells: impl IntoIterator<Item = &'a str>) {
        self.begin_row(number);
        for cell in cells {
            self.write(cell);
            self.end_cell();
        }
    }

    pub fn begin_row(&mut self, number: u32) {
        let first = self.ends.len() as u32;
        self.rows.push(Row { number, first });
    }

    /// Adds text to the cell that is being written.
    pub fn write(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub fn end_cell(&mut self) {
        self.ends.push(self.text.len() as u32);
    }

    /// How long the cell that is being written has become, in bytes.
    pub fn written(&self) -> usize {
        self.text.len() - self.ends.last().map_or(0, |end| *end as usize)
    }

    /// Takes the last row back.
    pub fn drop_row(&mut self) {
        if let Some(row) = self.rows.pop() {
            self.ends.truncate(row.first as usize);
            self.text
                .truncate(self.ends.last().map_or(0, |end| *end as usize));
        }
    }
}
