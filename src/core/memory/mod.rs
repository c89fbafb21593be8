//! The reference store: all rows in memory, in a form close to the disk.
//!
//! The store is a list of stretches in the order of (space, key). A stretch is one immutable [`Page`] and the few rows
//! that changed since it was written; when those grow, the page is written anew, and split when it is too large. So a
//! change costs the rewriting of at most one page now and then, and a snapshot only writes the pages that changed.

mod commit;
mod file;
mod page;
mod snapshot;

use std::{borrow::Cow, collections::BTreeMap, ops::Range};

pub use commit::{Change, Changes, Commit};
pub use file::{WorldFile, WorldFileFault};
pub use page::{Page, PageWriter, Place};
pub use snapshot::{Manifest, PageNumber, Snapshot};

use crate::{
    limits,
    space::Space,
    store::{Entry, Read, Stop, Write},
    time::Time,
};

#[derive(Clone)]
pub struct MemoryStore {
    stretches: Vec<Stretch>,
    /// How many commits made this state.
    pub commits: u64,
    /// The time of the last commit; time never runs backwards.
    pub last: Time,
    next_page: u64,
}

#[derive(Clone)]
struct Stretch {
    /// No row of this stretch stands before it. The first stretch has none.
    low: Option<Place>,
    page: Page,
    /// What differs from the page; `None` is a removed row.
    fresh: BTreeMap<Place, Option<Box<[u8]>>>,
    fresh_bytes: usize,
    /// The page's number in the last snapshot, while nothing in the stretch differs from it.
    written: Option<PageNumber>,
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self {
            stretches: vec![Stretch::new(None, Page::empty())],
            commits: 0,
            last: Time(0),
            next_page: 0,
        }
    }
}

impl MemoryStore {
    pub fn begin(&mut self) -> MemoryTx<'_> {
        MemoryTx {
            store: self,
            changes: Vec::new(),
        }
    }

    /// Applies what another tab or the journal has committed.
    pub fn apply(&mut self, commit: &Commit) {
        for change in &commit.changes.0 {
            self.write(change.space, &change.key, change.after.clone());
        }
        self.commits = commit.number;
        self.last = commit.time;
    }

    /// Takes a commit back that this store made last.
    pub fn undo(&mut self, changes: &Changes, last: Time) {
        for change in changes.0.iter().rev() {
            self.write(change.space, &change.key, change.before.clone());
        }
        self.commits -= 1;
        self.last = last;
    }

    /// Bytes held by pages and fresh rows, without the allocator's overhead.
    pub fn size(&self) -> usize {
        self.stretches
            .iter()
            .map(|stretch| stretch.page.bytes().len() + stretch.fresh_bytes)
            .sum()
    }

    /// Every row, for invariants and export.
    pub fn rows(&self) -> impl Iterator<Item = (Space, Vec<u8>, Vec<u8>)> + '_ {
        self.stretches.iter().flat_map(|stretch| {
            let mut rows = Vec::new();
            merge(&stretch.page, &stretch.fresh, |space, key, value| {
                rows.push((space, key.to_vec(), value.to_vec()));
            });
            rows
        })
    }

    fn stretch_of(&self, space: &Space, key: &[u8]) -> usize {
        self.stretches
            .partition_point(|stretch| {
                stretch
                    .low
                    .as_ref()
                    .is_none_or(|(s, k)| (s, &**k) <= (space, key))
            })
            .saturating_sub(1)
    }

    fn write(&mut self, space: Space, key: &[u8], value: Option<Box<[u8]>>) -> Option<Box<[u8]>> {
        let index = self.stretch_of(&space, key);
        let stretch = &mut self.stretches[index];
        let before = stretch.get(&space, key).map(Into::into);
        stretch.set(space, key, value);
        if stretch.is_heavy() {
            let pieces = stretch.rewritten();
            self.stretches.splice(index..=index, pieces);
        }
        before
    }
}

impl Stretch {
    fn new(low: Option<Place>, page: Page) -> Self {
        Self {
            low,
            page,
            fresh: BTreeMap::new(),
            fresh_bytes: 0,
            written: None,
        }
    }

    fn get(&self, space: &Space, key: &[u8]) -> Option<&[u8]> {
        if !self.fresh.is_empty()
            && let Some(value) = self.fresh.get(&(*space, key.into()))
        {
            return value.as_deref();
        }
        self.page.get(space, key)
    }

    fn set(&mut self, space: Space, key: &[u8], value: Option<Box<[u8]>>) {
        let weight =
            |value: &Option<Box<[u8]>>| key.len() + value.as_ref().map_or(0, |value| value.len());
        self.fresh_bytes += weight(&value);
        if let Some(old) = self.fresh.insert((space, key.into()), value) {
            self.fresh_bytes -= weight(&old);
        }
        self.written = None;
    }

    fn is_heavy(&self) -> bool {
        self.fresh.len() >= limits::FRESH_ROWS || self.fresh_bytes >= limits::FRESH_BYTES
    }

    /// The same rows as pages without fresh rows, split where a page would be too large.
    fn rewritten(&mut self) -> Vec<Stretch> {
        let mut pieces = Vec::new();
        let mut writer = PageWriter::default();
        let mut low = self.low.take();
        let split = self.page.bytes().len() + self.fresh_bytes > limits::PAGE_BYTES;
        let limit = if split {
            limits::PAGE_BYTES / 2
        } else {
            usize::MAX
        };
        merge(&self.page, &self.fresh, |space, key, value| {
            if writer.size() >= limit {
                pieces.push(Stretch::new(
                    low.take(),
                    std::mem::take(&mut writer).finish(),
                ));
                low = Some((space, key.into()));
            }
            writer.push(space, key, value);
        });
        pieces.push(Stretch::new(low, writer.finish()));
        pieces
    }
}

/// Calls `each` with what stands on the page and in the fresh rows together, in order.
fn merge(
    page: &Page,
    fresh: &BTreeMap<Place, Option<Box<[u8]>>>,
    mut each: impl FnMut(Space, &[u8], &[u8]),
) {
    let mut fresh = fresh.iter().peekable();
    for (space, key, value) in page.entries() {
        while let Some(((s, k), new)) = fresh.next_if(|((s, k), _)| (s, &**k) < (&space, key)) {
            if let Some(new) = new {
                each(*s, k, new);
            }
        }
        match fresh.next_if(|((s, k), _)| (s, &**k) == (&space, key)) {
            Some((_, Some(new))) => each(space, key, new),
            Some((_, None)) => {}
            None => each(space, key, value),
        }
    }
    for ((space, key), new) in fresh {
        if let Some(new) = new {
            each(*space, key, new);
        }
    }
}

impl Read for MemoryStore {
    fn as_dyn(&self) -> &dyn Read {
        self
    }

    fn holds(&self, _: &Space) -> bool {
        true
    }

    fn get(&self, space: &Space, key: &[u8]) -> Result<Option<Cow<'_, [u8]>>, Stop> {
        Ok(self.stretches[self.stretch_of(space, key)]
            .get(space, key)
            .map(Cow::Borrowed))
    }

    fn scan(
        &self,
        space: &Space,
        range: Range<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry<'_>>, Stop> {
        let mut found = Vec::new();
        for stretch in &self.stretches[self.stretch_of(space, range.start)..] {
            if found.len() >= limit
                || stretch
                    .low
                    .as_ref()
                    .is_some_and(|(s, k)| (s, &**k) >= (space, range.end))
            {
                break;
            }
            stretch.scan_into(&mut found, space, &range, limit);
        }
        Ok(found)
    }
}

impl Stretch {
    fn scan_into<'a>(
        &'a self,
        found: &mut Vec<Entry<'a>>,
        space: &Space,
        range: &Range<&[u8]>,
        limit: usize,
    ) {
        let mut old = self
            .page
            .from(space, range.start)
            .take_while(|(key, _)| *key < range.end)
            .peekable();
        let low = (*space, Box::from(range.start));
        let mut new = self
            .fresh
            .range(low..)
            .map(|((space, key), value)| (space, &**key, value.as_deref()))
            .take_while(|(s, key, _)| *s == space && *key < range.end)
            .peekable();
        while found.len() < limit {
            let next = match (old.peek(), new.peek()) {
                (None, None) => return,
                (Some((a, _)), Some((_, b, _))) if a < b => old.next(),
                (Some(_), None) => old.next(),
                (both, Some((_, b, _))) => {
                    if both.is_some_and(|(a, _)| a == b) {
                        old.next();
                    }
                    new.next().and_then(|(_, key, value)| Some((key, value?)))
                }
            };
            found.extend(next.map(|(key, value)| (Cow::Borrowed(key), Cow::Borrowed(value))));
        }
    }
}

/// Changes made in one go: all of them stay, or none.
pub struct MemoryTx<'a> {
    store: &'a mut MemoryStore,
    changes: Vec<Change>,
}

impl MemoryTx<'_> {
    /// Keeps the changes. Without it they are taken back.
    pub fn commit(mut self, time: Time) -> Changes {
        let changes = Changes::squashed(std::mem::take(&mut self.changes));
        self.store.commits += 1;
        self.store.last = time;
        changes
    }
}

impl Drop for MemoryTx<'_> {
    fn drop(&mut self) {
        for change in std::mem::take(&mut self.changes).into_iter().rev() {
            self.store.write(change.space, &change.key, change.before);
        }
    }
}

impl Read for MemoryTx<'_> {
    fn as_dyn(&self) -> &dyn Read {
        self
    }

    fn holds(&self, space: &Space) -> bool {
        self.store.holds(space)
    }
    fn get(&self, space: &Space, key: &[u8]) -> Result<Option<Cow<'_, [u8]>>, Stop> {
        self.store.get(space, key)
    }
    fn scan(
        &self,
        space: &Space,
        range: Range<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry<'_>>, Stop> {
        self.store.scan(space, range, limit)
    }
}

impl Write for MemoryTx<'_> {
    fn set(&mut self, space: &Space, key: &[u8], value: Option<Vec<u8>>) -> Result<(), Stop> {
        let after: Option<Box<[u8]>> = value.map(Into::into);
        let before = self.store.write(*space, key, after.clone());
        self.changes.push(Change {
            space: *space,
            key: key.into(),
            before,
            after,
        });
        Ok(())
    }
}

#[cfg(test)]
mod tests;
