//! What one command changed, and how it stands in the journal.
//!
//! A journal record is: format byte, XXH32 of the rest, then postcard of number, time and the rows after the change.

use serde::{Deserialize, Serialize};

use super::snapshot::checksum;
use crate::{order, space::Space, time::Time};

const FORMAT: u8 = 1;

/// A row's bytes; `None` is a row that is not there.
type Value = Option<Box<[u8]>>;

#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub space: Space,
    pub key: Box<[u8]>,
    pub before: Value,
    pub after: Value,
}

impl Change {
    fn place(&self) -> (Space, &[u8]) {
        (self.space, &self.key)
    }
}

/// One change per row, none of them idle.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes(pub Vec<Change>);

impl Changes {
    /// Folds several changes of one row into one and drops those that changed nothing.
    pub fn squashed(mut changes: Vec<Change>) -> Self {
        order::sort_by(&mut changes, |a, b| a.place().cmp(&b.place()));
        // The first change of a row knows what was before, the last what is after.
        changes.dedup_by(|later, first| {
            let same = later.place() == first.place();
            if same {
                first.after = later.after.take();
            }
            same
        });
        changes.retain(|change| change.before != change.after);
        Self(changes)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The `number`th commit of a world. `before` is not on disk: what is read from a journal cannot be undone.
#[derive(Clone, Debug, PartialEq)]
pub struct Commit {
    pub number: u64,
    pub time: Time,
    pub changes: Changes,
}

#[derive(Serialize, Deserialize)]
struct Record<'a> {
    number: u64,
    time: Time,
    #[serde(borrow)]
    rows: Vec<RowAfter<'a>>,
}

type RowAfter<'a> = (Space, &'a [u8], Option<&'a [u8]>);

impl Commit {
    pub fn to_bytes(&self) -> Vec<u8> {
        let rows = self
            .changes
            .0
            .iter()
            .map(|change| (change.space, &*change.key, change.after.as_deref()))
            .collect();
        let record = Record {
            number: self.number,
            time: self.time,
            rows,
        };
        let mut bytes = postcard::to_extend(&record, vec![FORMAT, 0, 0, 0, 0])
            .expect("numbers, ids and bytes are always written");
        let sum = checksum(&bytes[5..]);
        bytes[1..5].copy_from_slice(&sum.to_le_bytes());
        bytes
    }

    /// `None` when the bytes are damaged or from a version that writes another format.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (head, body) = bytes.split_first_chunk::<5>()?;
        let written = u32::from_le_bytes([head[1], head[2], head[3], head[4]]);
        if head[0] != FORMAT || checksum(body) != written {
            return None;
        }
        let record: Record = postcard::from_bytes(body).ok()?;
        let changes = record.rows.into_iter().map(|(space, key, after)| Change {
            space,
            key: key.into(),
            before: None,
            after: after.map(Into::into),
        });
        Some(Self {
            number: record.number,
            time: record.time,
            changes: Changes(changes.collect()),
        })
    }
}
