//! The whole store as numbered pages and a manifest that names them.
//!
//! A page on disk is: format byte, XXH32 of the rest, then the page's own bytes. A page never changes under its
//! number: what changed gets a new number, and the manifest names the numbers that count.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh32::xxh32;

use super::{MemoryStore, Page, Stretch, page};
use crate::time::Time;

const FORMAT: u8 = 1;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PageNumber(pub u64);

/// Which pages make the state after `commits` commits, in their order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    pub commits: u64,
    pub last: Time,
    pub pages: Vec<PageNumber>,
    pub next_page: u64,
}

/// What a compaction writes: pages that are not on disk yet, and the manifest.
pub struct Snapshot {
    pub fresh: Vec<(PageNumber, Vec<u8>)>,
    pub manifest: Manifest,
}

impl Manifest {
    pub fn to_bytes(&self) -> Vec<u8> {
        sealed(&postcard::to_extend(self, Vec::new()).expect("numbers are always written"))
    }

    /// `None` when the bytes are damaged.
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        postcard::from_bytes(&unsealed(bytes)?).ok()
    }
}

impl MemoryStore {
    /// Folds all fresh rows into pages and says what has to be written.
    pub fn snapshot(&mut self) -> Snapshot {
        self.stretches = std::mem::take(&mut self.stretches)
            .into_iter()
            .flat_map(|mut stretch| {
                if stretch.fresh.is_empty() {
                    vec![stretch]
                } else {
                    stretch.rewritten()
                }
            })
            .collect();
        self.stretches.retain(|stretch| !stretch.page.is_empty());
        match self.stretches.first_mut() {
            Some(first) => first.low = None,
            None => self.stretches.push(Stretch::new(None, Page::empty())),
        }
        let mut fresh = Vec::new();
        for stretch in &mut self.stretches {
            if stretch.written.is_none() {
                let number = PageNumber(self.next_page);
                self.next_page += 1;
                fresh.push((number, sealed(stretch.page.bytes())));
                stretch.written = Some(number);
            }
        }
        let pages = self
            .stretches
            .iter()
            .filter_map(|stretch| stretch.written)
            .collect();
        let manifest = Manifest {
            commits: self.commits,
            last: self.last,
            pages,
            next_page: self.next_page,
        };
        Snapshot { fresh, manifest }
    }

    /// Takes no page for written: the last snapshot did not reach the disk, or somebody else has replaced it since. The
    /// next one writes everything, under numbers that are not below `next_page`.
    pub fn forget_snapshot(&mut self, next_page: u64) {
        self.next_page = self.next_page.max(next_page);
        for stretch in &mut self.stretches {
            stretch.written = None;
        }
    }

    /// The state that the manifest names, from pages given in its order. `Err` names the first page that is damaged.
    pub fn open(manifest: &Manifest, pages: Vec<Vec<u8>>) -> Result<Self, PageNumber> {
        let mut pages = pages.into_iter();
        let (store, damaged) = Self::open_what_is_left(manifest, |_| pages.next());
        damaged.first().map_or(Ok(store), |page| Err(*page))
    }

    /// The same without the pages that are missing or damaged, which are named.
    pub fn open_what_is_left(
        manifest: &Manifest,
        mut page_of: impl FnMut(PageNumber) -> Option<Vec<u8>>,
    ) -> (Self, Vec<PageNumber>) {
        let mut stretches = Vec::with_capacity(manifest.pages.len());
        let mut damaged = Vec::new();
        for number in &manifest.pages {
            let bytes = page_of(*number).and_then(unsealed);
            let Some(page) = bytes.and_then(|bytes| Page::adopt(bytes.into())) else {
                damaged.push(*number);
                continue;
            };
            let low: Option<page::Place> = if stretches.is_empty() {
                None
            } else {
                page.low()
            };
            stretches.push(Stretch {
                written: Some(*number),
                ..Stretch::new(low, page)
            });
        }
        if stretches.is_empty() {
            stretches.push(Stretch::new(None, Page::empty()));
        }
        let store = Self {
            stretches,
            commits: manifest.commits,
            last: manifest.last,
            next_page: manifest.next_page,
        };
        (store, damaged)
    }
}

/// Against damage, not against people.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    xxh32(bytes, 0)
}

fn sealed(page: &[u8]) -> Vec<u8> {
    let mut bytes = vec![FORMAT];
    bytes.extend_from_slice(&checksum(page).to_le_bytes());
    bytes.extend_from_slice(page);
    bytes
}

/// In place: there can be many of them.
fn unsealed(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let (head, page) = bytes.split_first_chunk::<5>()?;
    let written = u32::from_le_bytes([head[1], head[2], head[3], head[4]]);
    if head[0] != FORMAT || checksum(page) != written {
        return None;
    }
    bytes.drain(..head.len());
    Some(bytes)
}
