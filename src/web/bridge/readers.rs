//! Which reader looked at what: a reader runs again when a row that it read, or a range that it scanned, has changed.

use std::{
    borrow::Cow,
    cell::RefCell,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    ops::Range,
};

use liaison_core::{
    memory::Changes,
    order,
    space::Space,
    store::{Entry, Fault, Read, Stop},
};
use reactive_graph::signal::ArcTrigger;

/// What a transaction changed.
#[derive(Default)]
pub(crate) struct Touched {
    everything: bool,
    rows: HashMap<Space, HashSet<Key>>,
}

impl Touched {
    pub fn add(&mut self, changes: &Changes) {
        for change in &changes.0 {
            self.rows
                .entry(change.space)
                .or_default()
                .insert(change.key.clone());
        }
    }

    pub fn everything(&mut self) {
        self.everything = true;
    }
}

type Key = Box<[u8]>;

/// What one reader looked at.
#[derive(Default)]
pub(crate) struct Looks {
    rows: HashSet<(Space, Key)>,
    ranges: BTreeSet<(Space, Stretch)>,
    /// Something was there and could not be read.
    fault: Option<Fault>,
}

/// From the first to before the second.
type Stretch = (Key, Key);

/// A store that remembers what it was asked for.
pub(crate) struct Tracked<'a> {
    store: &'a dyn Read,
    looks: RefCell<Looks>,
    last: RefCell<Option<(Space, Key)>>,
}

impl<'a> Tracked<'a> {
    pub fn new(store: &'a dyn Read) -> Self {
        Self {
            store,
            looks: RefCell::default(),
            last: RefCell::default(),
        }
    }

    pub fn into_looks(self) -> Looks {
        self.looks.into_inner()
    }
}

impl Read for Tracked<'_> {
    fn as_dyn(&self) -> &dyn Read {
        self
    }

    fn holds(&self, space: &Space) -> bool {
        self.store.holds(space)
    }

    fn get(&self, space: &Space, key: &[u8]) -> Result<Option<Cow<'_, [u8]>>, Stop> {
        let again = matches!(&*self.last.borrow(), Some((s, k)) if s == space && **k == *key);
        if !again {
            let place: (Space, Key) = (*space, key.into());
            self.last.replace(Some(place.clone()));
            self.looks.borrow_mut().rows.insert(place);
        }
        self.store.get(space, key)
    }

    fn scan(
        &self,
        space: &Space,
        range: Range<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry<'_>>, Stop> {
        let found = self.store.scan(space, range.clone(), limit)?;
        // Behind the last entry of a full answer nothing was seen.
        let end = match found.last() {
            Some((last, _)) if found.len() >= limit => [last, &[0][..]].concat().into(),
            _ => Box::from(range.end),
        };
        self.looks
            .borrow_mut()
            .ranges
            .insert((*space, (range.start.into(), end)));
        Ok(found)
    }

    fn hear_of(&self, fault: Fault) {
        self.looks.borrow_mut().fault.get_or_insert(fault);
    }
}

pub(crate) type ReaderId = u64;

/// All readers, found by what they looked at. A reader that is to run again is taken out until it has looked again.
#[derive(Default)]
pub(crate) struct Readers {
    next: ReaderId,
    readers: HashMap<ReaderId, Reader>,
    spaces: HashMap<Space, Watched>,
    faults: BTreeMap<ReaderId, Fault>,
}

struct Reader {
    trigger: ArcTrigger,
    looks: Looks,
}

#[derive(Default)]
struct Watched {
    rows: HashMap<Key, Vec<ReaderId>>,
    ranges: Vec<(Stretch, ReaderId)>,
}

impl Readers {
    pub fn add(&mut self, trigger: ArcTrigger) -> ReaderId {
        self.next += 1;
        let looks = Looks::default();
        self.readers.insert(self.next, Reader { trigger, looks });
        self.next
    }

    pub fn looked(&mut self, id: ReaderId, looks: Looks) {
        self.forget(id);
        match looks.fault {
            Some(fault) => _ = self.faults.insert(id, fault),
            None => _ = self.faults.remove(&id),
        }
        for (space, key) in &looks.rows {
            let rows = &mut self.spaces.entry(*space).or_default().rows;
            match rows.get_mut(key) {
                Some(readers) => readers.push(id),
                None => _ = rows.insert(key.clone(), vec![id]),
            }
        }
        for (space, stretch) in &looks.ranges {
            let ranges = &mut self.spaces.entry(*space).or_default().ranges;
            ranges.push((stretch.clone(), id));
        }
        if let Some(reader) = self.readers.get_mut(&id) {
            reader.looks = looks;
        }
    }

    pub fn remove(&mut self, id: ReaderId) {
        self.forget(id);
        self.faults.remove(&id);
        self.readers.remove(&id);
    }

    /// What could not be read when one of them looked last.
    pub fn fault(&self) -> Option<Fault> {
        self.faults.values().next().copied()
    }

    /// The readers that have to run again. To be notified when nothing of the bridge is borrowed.
    pub fn touch(&mut self, touched: &Touched) -> Vec<ArcTrigger> {
        let mut ids: Vec<ReaderId> = if touched.everything {
            self.readers.keys().copied().collect()
        } else {
            let watched = |(space, keys)| Some((self.spaces.get(space)?, keys));
            let hit = touched.rows.iter().filter_map(watched);
            hit.flat_map(|(watched, keys)| watched.hit_by(keys))
                .collect()
        };
        order::sort(&mut ids);
        ids.dedup();
        ids.into_iter()
            .filter_map(|id| {
                self.forget(id);
                Some(self.readers.get(&id)?.trigger.clone())
            })
            .collect()
    }

    fn forget(&mut self, id: ReaderId) {
        let Some(reader) = self.readers.get_mut(&id) else {
            return;
        };
        let looks = std::mem::take(&mut reader.looks);
        for (space, key) in &looks.rows {
            if let Some(watched) = self.spaces.get_mut(space)
                && let Some(readers) = watched.rows.get_mut(key)
            {
                readers.retain(|reader| *reader != id);
                if readers.is_empty() {
                    watched.rows.remove(key);
                }
            }
        }
        let in_rows = looks.rows.iter().map(|(space, _)| *space);
        let in_ranges = looks.ranges.iter().map(|(space, _)| *space);
        let mut spaces: Vec<Space> = in_rows.chain(in_ranges).collect();
        order::sort(&mut spaces);
        spaces.dedup();
        for space in spaces {
            if let Some(watched) = self.spaces.get_mut(&space) {
                watched.ranges.retain(|(_, reader)| *reader != id);
                if watched.rows.is_empty() && watched.ranges.is_empty() {
                    self.spaces.remove(&space);
                }
            }
        }
    }
}

impl Watched {
    fn hit_by(&self, keys: &HashSet<Key>) -> Vec<ReaderId> {
        let mut hit = Vec::new();
        for key in keys {
            hit.extend(self.rows.get(key).into_iter().flatten());
        }
        for ((start, end), reader) in &self.ranges {
            if keys.iter().any(|key| (start..end).contains(&key)) {
                hit.push(*reader);
            }
        }
        hit
    }
}

#[cfg(test)]
mod tests;
