//! From what stands on the disk to a store in memory, and what of it cannot be read.

use std::collections::BTreeMap;

use liaison_core::memory::{Commit, Manifest, MemoryStore, PageNumber};

use crate::fault::Damage;

/// What was read from the disk in one transaction.
#[derive(Default)]
pub(crate) struct OnDisk {
    /// How many commits the pages contain; none when that cannot be read.
    pub folded: Option<u64>,
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
    /// How many commits were written, whether they can be read or not.
    pub commits_there: u64,
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
    let manifest = disk.manifest.map(Manifest::from_bytes);
    let folded = disk.folded.unwrap_or_else(|| match &manifest {
        Some(Some(manifest)) => manifest.commits,
        _ => before(&disk.records),
    });
    let (mut store, manifest) = pages(folded, manifest, disk.pages, &mut damage);
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
    let is_damaged = damage.acts > 0 || damage.pages > 0 || disk.folded.is_none();
    damage.whole_until = whole;
    Loaded {
        store,
        manifest,
        journal,
        commits_there: folded + disk.records.len() as u64,
        damage: is_damaged.then_some(damage),
    }
}

/// How many commits went before these records, going by the first of them.
fn before(records: &[Vec<u8>]) -> u64 {
    let first = records
        .first()
        .and_then(|record| Commit::from_bytes(record));
    first.map_or(0, |first| first.number.saturating_sub(1))
}

/// `manifest` is none when there is none, and inner none when it cannot be read.
fn pages(
    folded: u64,
    manifest: Option<Option<Manifest>>,
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
        None | Some(None) => return nothing(damage, pages.len()),
        Some(Some(manifest)) => manifest,
    };
    let (store, damaged) = MemoryStore::open_what_is_left(&manifest, |page| pages.remove(&page));
    (damage.pages, damage.of_pages) = (damaged.len(), manifest.pages.len());
    (store, Some(manifest))
}

#[cfg(test)]
mod tests;
