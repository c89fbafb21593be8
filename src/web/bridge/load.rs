//! From what stands on the disk to a store in memory, and what of it cannot be read.

use std::collections::BTreeMap;

use liaison_core::memory::{Commit, Manifest, MemoryStore, PageNumber};

use crate::fault::Damage;

/// What was read from the disk in one transaction.
#[derive(Default)]
pub(crate) struct OnDisk {
    /// How many commits the pages contain.
    pub folded: u64,
    pub manifest: Option<Vec<u8>>,
    pub pages: BTreeMap<PageNumber, Vec<u8>>,
    /// The commits behind them, in order.
    pub records: Vec<Vec<u8>>,
}

pub(crate) struct Loaded {
    pub store: MemoryStore,
    /// The manifest that the pages of `store` are written under.
    pub manifest: Option<Manifest>,
    pub journal: JournalSize,
    pub damage: Option<Damage>,
}

/// How much of the journal is not folded into pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct JournalSize {
    pub records: usize,
    pub bytes: usize,
}

impl JournalSize {
    pub fn of(records: &[Vec<u8>]) -> Self {
        Self {
            records: records.len(),
            bytes: records.iter().map(Vec::len).sum(),
        }
    }
}

/// Reads as much as can be read.
pub(crate) fn load(disk: OnDisk) -> Loaded {
    let journal = JournalSize::of(&disk.records);
    let mut damage = Damage::default();
    let (mut store, manifest) = pages(disk.folded, disk.manifest, disk.pages, &mut damage);
    let whole = (store.commits > 0).then_some(store.last);
    let mut whole = whole.filter(|_| damage.pages == 0);
    for (index, record) in disk.records.iter().enumerate() {
        match Commit::from_bytes(record).filter(|commit| commit.number == store.commits + 1) {
            Some(commit) => store.apply(&commit),
            None => {
                damage.acts = (disk.records.len() - index) as u64;
                break;
            }
        }
        if damage.pages == 0 {
            whole = Some(store.last);
        }
    }
    let is_damaged = damage.acts > 0 || damage.pages > 0;
    damage.whole_until = whole;
    Loaded {
        store,
        manifest,
        journal,
        damage: is_damaged.then_some(damage),
    }
}

fn pages(
    folded: u64,
    manifest: Option<Vec<u8>>,
    mut pages: BTreeMap<PageNumber, Vec<u8>>,
    damage: &mut Damage,
) -> (MemoryStore, Option<Manifest>) {
    let nothing = |damage: &mut Damage, of_pages: usize| {
        (damage.pages, damage.of_pages) = (of_pages.max(1), of_pages.max(1));
        let mut store = MemoryStore::default();
        store.commits = folded;
        (store, None)
    };
    let manifest = match manifest {
        None if folded == 0 => return (MemoryStore::default(), None),
        None => return nothing(damage, pages.len()),
        Some(bytes) => match Manifest::from_bytes(bytes) {
            Some(manifest) => manifest,
            None => return nothing(damage, pages.len()),
        },
    };
    let (store, damaged) = MemoryStore::open_what_is_left(&manifest, |page| pages.remove(&page));
    (damage.pages, damage.of_pages) = (damaged.len(), manifest.pages.len());
    (store, Some(manifest))
}

#[cfg(test)]
mod tests;
