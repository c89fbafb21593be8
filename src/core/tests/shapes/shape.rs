//! One kind of row, with samples of it.

use std::fmt::{Debug, Write};

use liaison_core::{
    row::{Key, KeyPart, Row, decode, encode},
    store::Stop,
    tables,
};

pub struct Shape {
    pub table: u8,
    pub version: u8,
    pub key: Vec<u8>,
    pub samples: Vec<(String, Sample)>,
    pub read: fn(&[u8]) -> Result<String, Stop>,
    pub read_key: fn(&[u8]) -> Option<()>,
}

pub struct Sample {
    pub bytes: Vec<u8>,
    /// The row as Rust prints it.
    pub shown: String,
}

impl Shape {
    pub fn of<R: Row + Debug>(key: Key<R>, samples: impl IntoIterator<Item = (String, R)>) -> Self {
        let samples: Vec<_> = samples.into_iter().map(sample).collect();
        assert!(!samples.is_empty());
        Self {
            table: R::TABLE,
            version: R::VERSION,
            key: key.bytes,
            samples,
            read: |bytes| decode::<R>(bytes).map(|row| format!("{row:?}")),
            read_key: |key| {
                let mut rest = key.strip_prefix(&[R::TABLE])?;
                R::Id::read(&mut rest)?;
                rest.is_empty().then_some(())
            },
        }
    }

    /// A row that has the same fields whatever it says.
    pub fn one<R: Row + Debug>(key: Key<R>, row: R) -> Self {
        Self::of(key, [("row".to_owned(), row)])
    }

    pub fn heading(&self) -> String {
        let (number, name, space) = tables::ALL
            .iter()
            .find(|(number, ..)| *number == self.table)
            .expect("a table that is listed");
        format!("## {number} {name} in {space}, version {}", self.version)
    }

    pub fn drawn(&self) -> String {
        let mut text = format!("{}\nkey: {}\n", self.heading(), hex(&self.key));
        for (name, sample) in &self.samples {
            let _ = writeln!(text, "{name}: {}", hex(&sample.bytes));
        }
        text.push('\n');
        text
    }
}

fn sample<R: Row + Debug>((name, row): (String, R)) -> (String, Sample) {
    let sample = Sample {
        bytes: encode(&row).expect("a row that can be written"),
        shown: format!("{row:?}"),
    };
    (name, sample)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What stands behind the colon of a kept line.
pub fn bytes(line: &str) -> Vec<u8> {
    let (_, digits) = line.split_once(": ").expect("a name and bytes");
    let byte = |at| u8::from_str_radix(&digits[at..at + 2], 16).expect("hexadecimal digits");
    (0..digits.len()).step_by(2).map(byte).collect()
}
