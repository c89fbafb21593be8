//! A whole world as one file: to keep a copy, and to carry it into another browser (DEMO 2).
//!
//! The head is [`HEAD`] and a format byte. Then come blocks, each with its length before it as four bytes, little end
//! first: the manifest, its pages in their order, and for each document its id and its bytes. The last four bytes are the
//! XXH32 of everything before them.

use super::{Manifest, MemoryStore, snapshot::checksum};
use crate::{
    blob::blobs,
    id::{BlobId, Id},
    row::ReadRows,
    store::Stop,
};

/// The first bytes of such a file.
const HEAD: &[u8] = b"Liaison world\n";
const FORMAT: u8 = 1;

/// A world with the bytes that its rows hold.
pub struct WorldFile {
    pub store: MemoryStore,
    pub documents: Vec<(BlobId, Vec<u8>)>,
}

/// Why a file cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorldFileFault {
    /// It is something else.
    Other,
    /// A newer Liaison wrote it.
    Newer,
    /// It was cut or changed on its way.
    Damaged,
}

impl MemoryStore {
    /// Whose bytes belong into a copy.
    pub fn documents(&self) -> Result<Vec<BlobId>, Stop> {
        let rows = self.list(&blobs())?;
        Ok(rows.into_iter().map(|(blob, _)| blob).collect())
    }
}

impl WorldFile {
    pub fn into_bytes(mut self) -> Vec<u8> {
        self.store.forget_snapshot(0);
        let snapshot = self.store.snapshot();
        let mut bytes = [HEAD, &[FORMAT]].concat();
        push(&mut bytes, &snapshot.manifest.to_bytes());
        for (_, page) in &snapshot.fresh {
            push(&mut bytes, page);
        }
        for (blob, document) in &self.documents {
            push(&mut bytes, &blob.bytes());
            push(&mut bytes, document);
        }
        let sum = checksum(&bytes);
        bytes.extend_from_slice(&sum.to_le_bytes());
        bytes
    }

    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WorldFileFault> {
        let rest = bytes.strip_prefix(HEAD).ok_or(WorldFileFault::Other)?;
        match rest.first() {
            Some(&FORMAT) => {}
            Some(newer) if *newer > FORMAT => return Err(WorldFileFault::Newer),
            _ => return Err(WorldFileFault::Damaged),
        }
        read(bytes, &rest[1..]).ok_or(WorldFileFault::Damaged)
    }
}

fn read(whole: &[u8], rest: &[u8]) -> Option<WorldFile> {
    let (mut rest, sum) = rest.split_last_chunk::<4>()?;
    if checksum(&whole[..whole.len() - 4]) != u32::from_le_bytes(*sum) {
        return None;
    }
    let manifest = Manifest::from_bytes(pull(&mut rest)?.to_vec())?;
    let mut pages = Vec::new();
    for _ in &manifest.pages {
        pages.push(pull(&mut rest)?.to_vec());
    }
    let store = MemoryStore::open(&manifest, pages).ok()?;
    let mut documents = Vec::new();
    while !rest.is_empty() {
        let blob = BlobId::from_bytes(pull(&mut rest)?.try_into().ok()?);
        documents.push((blob, pull(&mut rest)?.to_vec()));
    }
    Some(WorldFile { store, documents })
}

/// Nothing in a world is longer than four gigabytes: documents and pages have bounds far below.
fn push(bytes: &mut Vec<u8>, block: &[u8]) {
    bytes.extend_from_slice(&(block.len() as u32).to_le_bytes());
    bytes.extend_from_slice(block);
}

fn pull<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, behind) = rest.split_first_chunk::<4>()?;
    let (block, behind) = behind.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *rest = behind;
    Some(block)
}

#[cfg(test)]
mod tests {
    use super::{FORMAT, HEAD, WorldFile, WorldFileFault};
    use crate::{
        demo::{demo_world, papers},
        memory::MemoryStore,
        time::Time,
    };

    fn demo() -> WorldFile {
        let store = demo_world(Time(1_700_000_000_000));
        let papers = papers(&store).expect("the demo has papers");
        WorldFile {
            store,
            documents: papers.into_iter().collect(),
        }
    }

    #[test]
    fn what_was_kept_comes_back() {
        for world in [
            demo(),
            WorldFile {
                store: MemoryStore::default(),
                documents: Vec::new(),
            },
        ] {
            let before: Vec<_> = world.store.rows().collect();
            let (commits, last) = (world.store.commits, world.store.last);
            let documents = world.documents.clone();
            let again = WorldFile::from_bytes(&world.into_bytes()).expect("just written");
            assert!(before.into_iter().eq(again.store.rows()));
            assert_eq!((again.store.commits, again.store.last), (commits, last));
            assert_eq!(again.documents, documents);
        }
    }

    #[test]
    fn the_documents_of_the_demo_are_those_that_its_rows_hold() {
        let demo = demo();
        let held = demo.store.documents().expect("they can be read");
        let given: Vec<_> = demo.documents.into_iter().map(|(blob, _)| blob).collect();
        assert_eq!(given, held);
    }

    #[test]
    fn a_file_that_is_cut_or_changed_anywhere_is_not_taken() {
        let whole = demo().into_bytes();
        let fault = |bytes: &[u8]| WorldFile::from_bytes(bytes).err();
        assert_eq!(fault(&whole), None);
        let body = HEAD.len() + 1..whole.len();
        for place in body.step_by(whole.len() / 40) {
            assert_eq!(fault(&whole[..place]), Some(WorldFileFault::Damaged));
            let mut changed = whole.clone();
            changed[place] ^= 1;
            assert_eq!(fault(&changed), Some(WorldFileFault::Damaged), "{place}");
        }
    }

    #[test]
    fn what_else_a_file_can_be_is_told_apart() {
        let fault = |bytes: &[u8]| WorldFile::from_bytes(bytes).err();
        assert_eq!(fault(b""), Some(WorldFileFault::Other));
        assert_eq!(fault(b"%PDF-1.7"), Some(WorldFileFault::Other));
        assert_eq!(fault(HEAD), Some(WorldFileFault::Damaged));
        let newer = [HEAD, &[FORMAT + 1], b"..."].concat();
        assert_eq!(fault(&newer), Some(WorldFileFault::Newer));
    }
}
