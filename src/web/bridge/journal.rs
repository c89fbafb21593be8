//! The world on the disk: a journal of commits, and pages into which it is folded now and then.
//!
//! One database holds one world. A commit stands in `journal` under its number and is written with `add`, so of two tabs
//! that were at the same state only one can write the next. Folding replaces pages, the manifest that names them, and
//! the journal up to there, in one transaction; the commits that follow are untouched. Invariant: behind the `folded`
//! commits of the manifest the journal has no gap.

use std::{
    cell::{Cell, RefCell},
    fmt,
    rc::Rc,
};

use futures::future::{try_join, try_join5};
use liaison_core::{
    blob::blobs,
    id::{BlobId, Id},
    memory::{Commit, Manifest, MemoryStore, PageNumber, Snapshot},
    order::{self, gathered},
    row::ReadRows,
    tables,
};
use wasm_bindgen::JsValue;

use crate::{
    chance,
    fault::{Damage, StorageFault},
    idb::{Birth, Database, EndedBy, Mode, Plan, Store, Transaction},
    ledger::{Batch, Keep},
    load::{JournalSize, Loaded, OnDisk, load},
};

/// Rises with the layout of the database. Its version rises with the shape of rows, too.
const LAYOUT: u32 = 1;

const JOURNAL: &str = "journal";
const PAGES: &str = "pages";
const MANIFEST: &str = "manifest";
const META: &str = "meta";
pub(crate) const BLOBS: &str = "blobs";
pub(crate) const STAGED: &str = "staged";
const STORES: &[&str] = &[JOURNAL, PAGES, MANIFEST, META, BLOBS, STAGED];

/// The only key of `manifest`.
const CURRENT: &str = "current";
/// In `meta`: which world this is and how much of it is folded.
const STANDING: &str = "standing";

/// Random bits that tell one world from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorldId(pub [u8; 16]);

/// As it stands in links.
impl fmt::Display for WorldId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[derive(Clone, Copy)]
struct Standing {
    world: WorldId,
    folded: u64,
}

pub(crate) struct Journal {
    name: String,
    database: RefCell<Rc<Database>>,
    world: Cell<WorldId>,
}

pub(crate) enum Appended {
    Done,
    /// Another tab has commits that this one does not know.
    Taken,
}

pub(crate) enum Folded {
    Done,
    /// Another tab has folded since, into these pages. Nothing was written.
    Outpaced(Option<Manifest>),
}

/// What another tab has written behind a commit.
pub(crate) enum Behind {
    Commits(Vec<Commit>, JournalSize),
    /// The commits are folded already, or it is another world: read all.
    TooFar,
}

impl Journal {
    pub async fn open(name: &str) -> Result<(Self, Birth, Loaded), StorageFault> {
        let first = Standing {
            world: WorldId(chance::id()),
            folded: 0,
        };
        let first = Some((META, STANDING, first.to_bytes()));
        let (database, birth) = Database::open(name, plan(first)).await?;
        let journal = Self {
            name: name.to_owned(),
            database: RefCell::new(Rc::new(database)),
            world: Cell::new(WorldId([0; 16])),
        };
        let loaded = journal.load().await?;
        Ok((journal, birth, loaded))
    }

    /// Opens the connection again after the browser has closed it.
    pub async fn reopen(&self) -> Result<(), StorageFault> {
        let (database, _) = Database::open(&self.name, plan(None)).await?;
        let meta = database.begin(&[META], Mode::Read)?;
        if sure_standing(&meta.store(META)?).await?.world != self.world() {
            return Err(StorageFault::Gone);
        }
        self.database.replace(Rc::new(database));
        Ok(())
    }

    pub fn close(&self) {
        self.database().close();
    }

    pub fn world(&self) -> WorldId {
        self.world.get()
    }

    pub fn database(&self) -> Rc<Database> {
        self.database.borrow().clone()
    }

    /// Reads all that is there.
    pub async fn load(&self) -> Result<Loaded, StorageFault> {
        let database = self.database();
        let tx = database.begin(&[META, MANIFEST, PAGES, JOURNAL], Mode::Read)?;
        let (meta, manifest, pages) = (tx.store(META)?, tx.store(MANIFEST)?, tx.store(PAGES)?);
        let (journal, current) = (tx.store(JOURNAL)?, CURRENT.into());
        let (standing, manifest, numbers, bytes, records) = try_join5(
            standing(&meta),
            manifest.get(&current),
            pages.keys(None),
            pages.all(None),
            journal.all(None),
        )
        .await?;
        let numbers = numbers
            .iter()
            .map(|key| PageNumber(key.as_f64().unwrap_or_default() as u64));
        let disk = OnDisk {
            folded: standing.map(|standing| standing.folded),
            manifest,
            pages: gathered(numbers.zip(bytes)),
            records,
        };
        // A world whose number was lost goes on under another one.
        let world = standing.map_or_else(|| WorldId(chance::id()), |standing| standing.world);
        self.world.set(world);
        Ok(load(disk))
    }

    /// What stands behind the first `kept` commits.
    pub async fn behind(&self, kept: u64) -> Result<Behind, StorageFault> {
        let database = self.database();
        let tx = database.begin(&[META, JOURNAL], Mode::Read)?;
        let (meta, journal, next) = (tx.store(META)?, tx.store(JOURNAL)?, number(kept + 1));
        let (standing, records) = try_join(sure_standing(&meta), journal.all(Some(&next))).await?;
        if standing.world != self.world() || standing.folded > kept {
            return Ok(Behind::TooFar);
        }
        let size = JournalSize::of(&records);
        let commits = records.iter().zip(kept + 1..).map(|(record, number)| {
            Commit::from_bytes(record).filter(|commit| commit.number == number)
        });
        match commits.collect() {
            Some(commits) => Ok(Behind::Commits(commits, size)),
            None => Err(StorageFault::Damaged(Damage::default())),
        }
    }

    /// Adds commits, and erases the bytes that they leave without an owner.
    pub async fn append(&self, batch: &Batch) -> Result<Appended, StorageFault> {
        let database = self.database();
        let stores: &[&str] = if batch.erased.is_empty() {
            &[META, JOURNAL]
        } else {
            &[META, JOURNAL, BLOBS, STAGED]
        };
        let mode = match batch.keep {
            Keep::Strictly => Mode::Strict,
            Keep::Relaxed => Mode::Relaxed,
        };
        let tx = database.begin(stores, mode)?;
        let (meta, journal, before) = (tx.store(META)?, tx.store(JOURNAL)?, number(batch.after));
        let (standing, has_before) = try_join(sure_standing(&meta), journal.has(&before)).await?;
        if standing.world != self.world() || standing.folded > batch.after {
            tx.abort();
            return Ok(Appended::Taken);
        }
        if standing.folded < batch.after && !has_before {
            tx.abort();
            return Err(StorageFault::Damaged(Damage::default()));
        }
        for (record, at) in batch.records.iter().zip(batch.after + 1..) {
            journal.add(&number(at), record)?;
        }
        for blob in &batch.erased {
            let key = blob_key(blob);
            tx.store(BLOBS)?.delete(&key)?;
            tx.store(STAGED)?.delete(&key)?;
        }
        match tx.done().await {
            Ok(()) => Ok(Appended::Done),
            Err(EndedBy::KeyTaken) => Ok(Appended::Taken),
            Err(EndedBy::Fault(fault)) => Err(fault),
        }
    }

    /// Puts pages in the place of the journal up to there. `known` is the manifest on which the snapshot builds.
    pub async fn fold(
        &self,
        known: Option<&Manifest>,
        snapshot: &Snapshot,
    ) -> Result<Folded, StorageFault> {
        let database = self.database();
        let tx = database.begin(&[META, MANIFEST, PAGES, JOURNAL], Mode::Strict)?;
        let (meta, manifest, current) = (tx.store(META)?, tx.store(MANIFEST)?, CURRENT.into());
        let (standing, there) = try_join(sure_standing(&meta), manifest.get(&current)).await?;
        let there = there.and_then(Manifest::from_bytes);
        if standing.world != self.world() || there.as_ref() != known {
            tx.abort();
            return Ok(Folded::Outpaced(there));
        }
        let pages = tx.store(PAGES)?;
        let mut named = snapshot.manifest.pages.clone();
        order::sort(&mut named);
        let before = known.iter().flat_map(|known| &known.pages);
        for page in before.filter(|page| named.binary_search(page).is_err()) {
            pages.delete(&number(page.0))?;
        }
        self.write(&tx, standing.world, snapshot)?;
        let folded = number(snapshot.manifest.commits);
        tx.store(JOURNAL)?.delete_up_to(&folded)?;
        tx.done().await?;
        Ok(Folded::Done)
    }

    /// Puts a whole world in the place of what is there.
    pub async fn replace(
        &self,
        world: WorldId,
        snapshot: &Snapshot,
        blobs: &[(BlobId, Vec<u8>)],
    ) -> Result<(), StorageFault> {
        let database = self.database();
        let tx = database.begin(STORES, Mode::Strict)?;
        for store in [PAGES, JOURNAL] {
            tx.store(store)?.clear()?;
        }
        if world != self.world() {
            for store in [BLOBS, STAGED] {
                tx.store(store)?.clear()?;
            }
        }
        for (blob, bytes) in blobs {
            tx.store(BLOBS)?.put(&blob_key(blob), bytes)?;
        }
        self.write(&tx, world, snapshot)?;
        tx.done().await?;
        self.world.set(world);
        Ok(())
    }

    /// Erases the bytes that no row of the store owns, whoever may be about to use them.
    pub async fn erase_ownerless(&self, store: &MemoryStore) -> Result<(), StorageFault> {
        let database = self.database();
        let tx = database.begin(&[BLOBS, STAGED], Mode::Strict)?;
        let (kept, staged) = (tx.store(BLOBS)?, tx.store(STAGED)?);
        for key in kept.keys(None).await? {
            if !is_owned(store, &key) {
                kept.delete(&key)?;
                staged.delete(&key)?;
            }
        }
        tx.done().await?;
        Ok(())
    }

    fn write(
        &self,
        tx: &Transaction,
        world: WorldId,
        snapshot: &Snapshot,
    ) -> Result<(), StorageFault> {
        let pages = tx.store(PAGES)?;
        for (page, bytes) in &snapshot.fresh {
            pages.put(&number(page.0), bytes)?;
        }
        tx.store(MANIFEST)?
            .put(&CURRENT.into(), &snapshot.manifest.to_bytes())?;
        let folded = snapshot.manifest.commits;
        tx.store(META)?
            .put(&STANDING.into(), &Standing { world, folded }.to_bytes())
    }
}

impl Standing {
    fn to_bytes(self) -> Vec<u8> {
        [&self.world.0[..], &self.folded.to_le_bytes()].concat()
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (world, folded) = bytes.split_first_chunk::<16>()?;
        Some(Self {
            world: WorldId(*world),
            folded: u64::from_le_bytes(folded.try_into().ok()?),
        })
    }
}

/// None when it cannot be read as it was written.
async fn standing(meta: &Store) -> Result<Option<Standing>, StorageFault> {
    let bytes = meta.get(&STANDING.into()).await?;
    Ok(bytes.as_deref().and_then(Standing::from_bytes))
}

async fn sure_standing(meta: &Store) -> Result<Standing, StorageFault> {
    let standing = standing(meta).await?;
    standing.ok_or(StorageFault::Damaged(Damage::default()))
}

fn plan(first: Option<(&'static str, &'static str, Vec<u8>)>) -> Plan {
    Plan {
        version: LAYOUT + tables::CHANGES_OF_SHAPE,
        stores: STORES,
        first,
    }
}

/// Numbers in IndexedDB are `f64`; 2^53 commits are enough.
fn number(number: u64) -> JsValue {
    JsValue::from_f64(number as f64)
}

/// Whether a row owns the bytes under a key.
pub(crate) fn is_owned(store: &MemoryStore, key: &JsValue) -> bool {
    let id = key.as_string().and_then(|text| BlobId::parse(&text));
    // A row that cannot be read is not one that is not there.
    id.is_some_and(|id| store.has(&blobs().at(id)).unwrap_or(true))
}

pub(crate) fn blob_key(blob: &BlobId) -> JsValue {
    blob.to_string().into()
}
