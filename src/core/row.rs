//! Rows and where they stand: a [`Table`] is one kind of row in one space, a [`Key`] is one row's place in it.
//!
//! On disk a row is a version byte and then postcard. `VERSION` rises with the row's shape; every shape has a byte
//! snapshot in `tests/shapes/`.

use std::{borrow::Cow, marker::PhantomData, ops::Range};

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    space::Space,
    store::{Fault, Read, Stop, Write},
};

/// A kind of row. `TABLE` is the first byte of its keys and belongs to no other kind; see [`crate::tables`].
pub trait Row: Serialize + DeserializeOwned {
    type Id: KeyPart;
    const TABLE: u8;
    const VERSION: u8;
}

/// All rows of one kind in one space, in the order of their ids.
pub struct Table<R> {
    space: Space,
    row: PhantomData<fn() -> R>,
}

/// The place of one row.
pub struct Key<R> {
    pub space: Space,
    pub bytes: Vec<u8>,
    row: PhantomData<fn() -> R>,
}

impl<R: Row> Table<R> {
    pub fn of(space: Space) -> Self {
        Self {
            space,
            row: PhantomData,
        }
    }

    pub fn at(&self, id: R::Id) -> Key<R> {
        let mut bytes = vec![R::TABLE];
        id.write(&mut bytes);
        Key {
            space: self.space,
            bytes,
            row: PhantomData,
        }
    }

    pub fn space(&self) -> Space {
        self.space
    }
}

/// Declares rows: for each its table as a function, its place, its id, its number and its version.
///
/// `seats(account: AccountId) in Space::Account(account) => Seat, by OrganizationId, SEAT v 1;`
macro_rules! rows {
    ($($(#[$doc:meta])* $table:ident($($arg:ident: $type:ty),*) in $space:expr => $row:ty, by $id:ty, $number:ident v $version:literal;)*) => {$(
        impl $crate::row::Row for $row {
            type Id = $id;
            const TABLE: u8 = $crate::tables::$number;
            const VERSION: u8 = $version;
        }

        $(#[$doc])*
        pub fn $table($($arg: $type),*) -> $crate::row::Table<$row> {
            $crate::row::Table::of($space)
        }
    )*};
}

pub(crate) use rows;

/// What a key is made of. The written order is the order of the values, and what is read is what was written.
pub trait KeyPart: Sized {
    fn write(&self, out: &mut Vec<u8>);
    fn read(bytes: &mut &[u8]) -> Option<Self>;
}

impl<const N: usize> KeyPart for [u8; N] {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self);
    }
    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let (head, rest) = bytes.split_first_chunk::<N>()?;
        *bytes = rest;
        Some(*head)
    }
}

impl KeyPart for () {
    fn write(&self, _: &mut Vec<u8>) {}
    fn read(_: &mut &[u8]) -> Option<Self> {
        Some(())
    }
}

impl KeyPart for u64 {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_be_bytes());
    }
    fn read(bytes: &mut &[u8]) -> Option<Self> {
        <[u8; 8]>::read(bytes).map(u64::from_be_bytes)
    }
}

/// Text ends with a zero byte, which no checked text contains.
impl KeyPart for String {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.as_bytes());
        out.push(0);
    }
    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let end = bytes.iter().position(|byte| *byte == 0)?;
        let text = String::from_utf8(bytes[..end].to_vec()).ok()?;
        *bytes = &bytes[end + 1..];
        Some(text)
    }
}

impl<T: KeyPart> KeyPart for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            None => out.push(0),
            Some(part) => {
                out.push(1);
                part.write(out);
            }
        }
    }
    fn read(bytes: &mut &[u8]) -> Option<Self> {
        match <[u8; 1]>::read(bytes)? {
            [0] => Some(None),
            [1] => T::read(bytes).map(Some),
            _ => None,
        }
    }
}

impl<A: KeyPart, B: KeyPart> KeyPart for (A, B) {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
        self.1.write(out);
    }
    fn read(bytes: &mut &[u8]) -> Option<Self> {
        Some((A::read(bytes)?, B::read(bytes)?))
    }
}

impl KeyPart for crate::space::Party {
    fn write(&self, out: &mut Vec<u8>) {
        self.account.write(out);
        self.seat.write(out);
    }
    fn read(bytes: &mut &[u8]) -> Option<Self> {
        Some(Self {
            account: KeyPart::read(bytes)?,
            seat: KeyPart::read(bytes)?,
        })
    }
}

/// Reading typed rows from anything that can be read. The work is done once per kind of row and not once per kind of
/// store.
pub trait ReadRows: Read {
    fn find<R: Row>(&self, key: &Key<R>) -> Result<Option<R>, Stop> {
        find(self.as_dyn(), key)
    }

    fn has<R: Row>(&self, key: &Key<R>) -> Result<bool, Stop> {
        Ok(self.get(&key.space, &key.bytes)?.is_some())
    }

    /// Every row of the table. For tables that are bounded by their nature; others are read by [`ReadRows::page`].
    fn list<R: Row>(&self, table: &Table<R>) -> Result<Vec<(R::Id, R)>, Stop> {
        rows_from(
            self.as_dyn(),
            table.space,
            &[R::TABLE],
            &[R::TABLE + 1],
            usize::MAX,
        )
    }

    /// At most `limit` rows whose id is not before `from`.
    fn page<R: Row>(
        &self,
        table: &Table<R>,
        from: R::Id,
        limit: usize,
    ) -> Result<Vec<(R::Id, R)>, Stop> {
        rows_from(
            self.as_dyn(),
            table.space,
            &table.at(from).bytes,
            &[R::TABLE + 1],
            limit,
        )
    }

    /// Every row whose id begins with `part`.
    fn under<R: Row>(
        &self,
        table: &Table<R>,
        part: &impl KeyPart,
    ) -> Result<Vec<(R::Id, R)>, Stop> {
        let mut from = vec![R::TABLE];
        part.write(&mut from);
        let Some(to) = after_all_that_begin_with(&from) else {
            return Ok(Vec::new());
        };
        rows_from(self.as_dyn(), table.space, &from, &to, usize::MAX)
    }
}

impl<T: Read + ?Sized> ReadRows for T {}

fn find<R: Row>(store: &dyn Read, key: &Key<R>) -> Result<Option<R>, Stop> {
    let row = match get_body(store, &key.space, &key.bytes, R::VERSION) {
        Ok(Some(body)) => read(&body).map(Some),
        Ok(None) => return Ok(None),
        Err(stop) => Err(stop),
    };
    row.inspect_err(|stop| heard(store, stop))
}

/// No fault goes by unheard, even where a reader takes it for nothing.
#[inline(never)]
fn heard(store: &dyn Read, stop: &Stop) {
    if let Stop::Fault(fault) = stop {
        store.hear_of(*fault);
    }
}

/// What is the same for every kind of row is in the download once, here and below.
#[inline(never)]
fn get_body<'a>(
    store: &'a dyn Read,
    space: &Space,
    key: &[u8],
    version: u8,
) -> Result<Option<Cow<'a, [u8]>>, Stop> {
    let Some(mut row) = store.get(space, key)? else {
        return Ok(None);
    };
    body_of(&row, key[0], version)?;
    match &mut row {
        Cow::Borrowed(row) => *row = &row[1..],
        Cow::Owned(row) => drop(row.drain(..1)),
    }
    Ok(Some(row))
}

fn rows_from<R: Row>(
    store: &dyn Read,
    space: Space,
    from: &[u8],
    to: &[u8],
    limit: usize,
) -> Result<Vec<(R::Id, R)>, Stop> {
    let mut rows = Vec::new();
    scan_dyn(store, &space, from..to, limit, &mut |key, value| {
        rows.push((id_of::<R>(key)?, decode(value)?));
        Ok(())
    })?;
    Ok(rows)
}

/// What is done with a key and its value.
type Each<'a> = &'a mut dyn FnMut(&[u8], &[u8]) -> Result<(), Stop>;

#[inline(never)]
fn scan_dyn(
    store: &dyn Read,
    space: &Space,
    range: Range<&[u8]>,
    limit: usize,
    each: Each,
) -> Result<(), Stop> {
    for (key, value) in store.scan(space, range, limit)? {
        each(&key, &value).inspect_err(|stop| heard(store, stop))?;
    }
    Ok(())
}

/// Writing typed rows.
pub trait WriteRows: Write {
    fn put<R: Row>(&mut self, key: &Key<R>, row: &R) -> Result<(), Stop> {
        self.set(&key.space, &key.bytes, Some(encode(row)?))
    }

    fn remove<R: Row>(&mut self, key: &Key<R>) -> Result<(), Stop> {
        self.set(&key.space, &key.bytes, None)
    }
}

impl<T: Write + ?Sized> WriteRows for T {}

pub fn encode<R: Row>(row: &R) -> Result<Vec<u8>, Stop> {
    postcard::to_extend(row, vec![R::VERSION])
        .map_err(|_| Stop::Fault(Fault::Unwritable { table: R::TABLE }))
}

pub fn decode<R: Row>(bytes: &[u8]) -> Result<R, Stop> {
    read(body_of(bytes, R::TABLE, R::VERSION)?)
}

fn read<R: Row>(body: &[u8]) -> Result<R, Stop> {
    postcard::from_bytes(body).map_err(|_| unreadable(R::TABLE))
}

/// What stands behind the version.
#[inline(never)]
fn body_of(bytes: &[u8], table: u8, expected: u8) -> Result<&[u8], Stop> {
    match bytes.split_first() {
        Some((version, body)) if *version == expected => Ok(body),
        Some((version, _)) => Err(Stop::Fault(Fault::OtherShape {
            table,
            version: *version,
        })),
        None => Err(unreadable(table)),
    }
}

fn unreadable(table: u8) -> Stop {
    Stop::Fault(Fault::Unreadable { table })
}

fn id_of<R: Row>(key: &[u8]) -> Result<R::Id, Stop> {
    let mut rest = key.get(1..).unwrap_or_default();
    R::Id::read(&mut rest).ok_or(unreadable(R::TABLE))
}

/// The smallest key behind every key that begins with `prefix`; none when the prefix is all `0xff`.
pub fn after_all_that_begin_with(prefix: &[u8]) -> Option<Vec<u8>> {
    let last = prefix.iter().rposition(|byte| *byte != u8::MAX)?;
    let mut end = prefix[..=last].to_vec();
    end[last] += 1;
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(part: &impl KeyPart) -> Vec<u8> {
        let mut out = Vec::new();
        part.write(&mut out);
        out
    }

    #[test]
    fn the_order_of_keys_is_the_order_of_values() {
        let texts = ["", "a", "ab", "b", "é", "李"].map(|text| written(&text.to_owned()));
        let numbers = [0, 1, 255, 256, u64::MAX].map(|n: u64| written(&n));
        let maybe = [None, Some(1), Some(2)].map(|n: Option<u64>| written(&n));
        assert!(texts.is_sorted() && numbers.is_sorted() && maybe.is_sorted());
    }

    #[test]
    fn a_prefix_ends_where_the_next_begins() {
        assert_eq!(after_all_that_begin_with(&[1, 2]), Some(vec![1, 3]));
        assert_eq!(after_all_that_begin_with(&[1, 255]), Some(vec![2]));
        assert_eq!(after_all_that_begin_with(&[255, 255]), None);
    }
}
