//! Looking into spaces and writing to them. What a store must keep is said by [`contract`], which every store passes.

pub mod contract;

use std::{borrow::Cow, ops::Range};

use serde::{Deserialize, Serialize};

use crate::{refusal::Refusal, space::Space};

/// A key and its value, in the order of the keys.
pub type Entry<'a> = (Cow<'a, [u8]>, Cow<'a, [u8]>);

pub trait Read {
    /// Itself, for what is written once for all stores.
    fn as_dyn(&self) -> &dyn Read;

    fn holds(&self, space: &Space) -> bool;

    /// Looking into a space that is not held stops with [`Stop::NeedsServer`].
    fn get(&self, space: &Space, key: &[u8]) -> Result<Option<Cow<'_, [u8]>>, Stop>;

    /// At most `limit` entries of `range`, ascending.
    fn scan(
        &self,
        space: &Space,
        range: Range<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry<'_>>, Stop>;

    /// Hears of every row that was found here and could not be read, whatever its reader makes of that.
    fn hear_of(&self, _: Fault) {}
}

pub trait Write: Read {
    /// Writing to a space that is not held is no stop: only the authority can keep it, a replica drops it.
    fn set(&mut self, space: &Space, key: &[u8], value: Option<Vec<u8>>) -> Result<(), Stop>;
}

/// Why something did not come about. Done, refused, needs the server, broke: four outcomes, never mixed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Stop {
    /// A rule said no: final, and shown with rule, side, owner and next step (POL 4).
    Refused(Refusal),
    /// This device cannot know: kept in order and shown as waiting.
    NeedsServer,
    /// Storage failed: retried, never mistaken for a rule.
    Fault(Fault),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// A row's bytes make no sense.
    Unreadable {
        table: u8,
    },
    /// A row was written by a version of Liaison with another shape.
    OtherShape {
        table: u8,
        version: u8,
    },
    Unwritable {
        table: u8,
    },
    /// Two rows that belong together disagree: a fault of this program, not of the person.
    Broken {
        table: u8,
    },
    /// The store can keep nothing more: what is there can still be read.
    ReadOnly,
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Stop::Refused(refusal)
    }
}

impl<T: Read + ?Sized> Read for &T {
    fn as_dyn(&self) -> &dyn Read {
        (**self).as_dyn()
    }
    fn holds(&self, space: &Space) -> bool {
        (**self).holds(space)
    }
    fn get(&self, space: &Space, key: &[u8]) -> Result<Option<Cow<'_, [u8]>>, Stop> {
        (**self).get(space, key)
    }
    fn scan(
        &self,
        space: &Space,
        range: Range<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry<'_>>, Stop> {
        (**self).scan(space, range, limit)
    }
    fn hear_of(&self, fault: Fault) {
        (**self).hear_of(fault);
    }
}
