use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::id::{Id, OrganizationId};

/// The obvious store: one map.
#[derive(Default)]
struct Obvious(BTreeMap<(Space, Vec<u8>), Vec<u8>>);

fn space(number: u8) -> Space {
    match number % 3 {
        0 => Space::Vault,
        1 => Space::Desk,
        _ => Space::Company(OrganizationId::from_bytes([number; 16])),
    }
}

#[derive(Clone, Debug)]
enum Step {
    Set(u8, u16, Option<u16>),
    Abort(u8, u16),
    Reopen,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        20 => (any::<u8>(), 0..400u16, prop::option::weighted(0.8, any::<u16>())).prop_map(|(s, k, v)| Step::Set(s, k, v)),
        1 => (any::<u8>(), 0..400u16).prop_map(|(s, k)| Step::Abort(s, k)),
        1 => Just(Step::Reopen),
    ];
    prop::collection::vec(step, 1..600)
}

fn value(length: u16) -> Vec<u8> {
    length.to_be_bytes().repeat(1 + usize::from(length % 300))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_store_agrees_with_one_map(steps in steps()) {
        let (mut store, mut obvious, mut disk) = (MemoryStore::default(), Obvious::default(), BTreeMap::new());
        for step in steps {
            match step {
                Step::Set(s, k, v) => {
                    let after = v.map(value);
                    let mut tx = store.begin();
                    tx.set(&space(s), &k.to_be_bytes(), after.clone()).unwrap();
                    let changes = tx.commit(Time(1));
                    prop_assert!(changes.0.len() <= 1);
                    match after {
                        Some(after) => obvious.0.insert((space(s), k.to_be_bytes().to_vec()), after),
                        None => obvious.0.remove(&(space(s), k.to_be_bytes().to_vec())),
                    };
                }
                Step::Abort(s, k) => {
                    let mut tx = store.begin();
                    tx.set(&space(s), &k.to_be_bytes(), Some(vec![1])).unwrap();
                    tx.set(&space(s), &k.to_be_bytes(), None).unwrap();
                }
                Step::Reopen => {
                    let snapshot = store.snapshot();
                    disk.extend(snapshot.fresh);
                    let pages = snapshot.manifest.pages.iter().map(|page| disk[page].clone()).collect();
                    store = MemoryStore::open(&snapshot.manifest, pages).unwrap();
                }
            }
        }
        let rows: BTreeMap<_, _> = store.rows().map(|(space, key, value)| ((space, key), value)).collect();
        prop_assert_eq!(&rows, &obvious.0);
        for s in 0..6 {
            let range = 100u16.to_be_bytes()..300u16.to_be_bytes();
            let expected: Vec<_> = obvious.0.iter()
                .filter(|((at, key), _)| *at == space(s) && range.contains(&[key[0], key[1]]))
                .map(|((_, key), value)| (key.clone(), value.clone())).take(50).collect();
            let found: Vec<_> = store.scan(&space(s), &range.start[..]..&range.end[..], 50).unwrap()
                .into_iter().map(|(key, value)| (key.into_owned(), value.into_owned())).collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn what_is_undone_leaves_no_trace(sets in prop::collection::vec((any::<u8>(), 0..50u16, any::<u16>()), 1..40)) {
        let mut store = MemoryStore::default();
        for (s, k, v) in &sets {
            let mut tx = store.begin();
            tx.set(&space(*s), &k.to_be_bytes(), Some(value(*v))).unwrap();
            tx.commit(Time(5));
        }
        let before: Vec<_> = store.rows().collect();
        let mut tx = store.begin();
        for (s, k, v) in &sets {
            tx.set(&space(*s), &k.to_be_bytes(), (v % 2 == 0).then(|| vec![7])).unwrap();
        }
        let changes = tx.commit(Time(6));
        store.undo(&changes, Time(5));
        prop_assert_eq!(store.rows().collect::<Vec<_>>(), before);
        prop_assert_eq!(store.last, Time(5));
    }
}

#[test]
fn a_journal_record_is_read_back_and_a_damaged_one_is_not() {
    let mut store = MemoryStore::default();
    let mut tx = store.begin();
    tx.set(&Space::Desk, b"a", Some(b"one".to_vec())).unwrap();
    tx.set(&Space::Vault, b"b", Some(b"two".to_vec())).unwrap();
    let changes = tx.commit(Time(9));
    let bytes = Commit {
        number: 1,
        time: Time(9),
        changes,
    }
    .to_bytes();

    let mut other = MemoryStore::default();
    other.apply(&Commit::from_bytes(&bytes).unwrap());
    assert!(other.rows().eq(store.rows()));
    assert_eq!((other.commits, other.last), (1, Time(9)));
    for at in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x10;
        assert_eq!(Commit::from_bytes(&damaged), None, "byte {at}");
    }
}

#[test]
fn a_snapshot_that_was_forgotten_is_written_anew_under_other_numbers() {
    let mut store = MemoryStore::default();
    let mut tx = store.begin();
    tx.set(&Space::Desk, b"a", Some(b"one".to_vec())).unwrap();
    tx.commit(Time(9));
    let first = store.snapshot().manifest;
    assert!(store.snapshot().fresh.is_empty(), "nothing has changed");

    store.forget_snapshot(40);
    let again = store.snapshot();
    assert_eq!(again.fresh.len(), 1);
    assert_eq!(again.manifest.pages, [PageNumber(40)]);
    for manifest in [first, again.manifest] {
        assert_eq!(
            Manifest::from_bytes(manifest.to_bytes()),
            Some(manifest.clone())
        );
        let mut damaged = manifest.to_bytes();
        damaged[7] ^= 1;
        assert_eq!(Manifest::from_bytes(damaged), None);
    }
}

/// Memory kept by journal and snapshots, as the browser keeps it.
#[derive(Default)]
struct Kept {
    store: MemoryStore,
    journal: Vec<Vec<u8>>,
    pages: BTreeMap<PageNumber, Vec<u8>>,
    manifest: Option<Manifest>,
}

impl crate::store::contract::Subject for Kept {
    async fn commit(&mut self, now: Time, change: &mut dyn FnMut(&mut dyn Write) -> bool) {
        let mut tx = self.store.begin();
        if change(&mut tx) {
            let changes = tx.commit(now);
            self.journal.push(
                Commit {
                    number: self.store.commits,
                    time: now,
                    changes,
                }
                .to_bytes(),
            );
        }
    }

    fn read(&self) -> &dyn Read {
        &self.store
    }

    async fn reopen(&mut self) {
        self.store = match &self.manifest {
            Some(manifest) => {
                let pages = manifest
                    .pages
                    .iter()
                    .map(|page| self.pages[page].clone())
                    .collect();
                MemoryStore::open(manifest, pages).unwrap()
            }
            None => MemoryStore::default(),
        };
        for record in &self.journal {
            self.store.apply(&Commit::from_bytes(record).unwrap());
        }
        if self.journal.len().is_multiple_of(2) {
            let snapshot = self.store.snapshot();
            self.pages.extend(snapshot.fresh);
            self.manifest = Some(snapshot.manifest);
            self.journal.clear();
        }
    }
}

#[test]
fn memory_passes_the_store_contract() {
    let mut check = std::pin::pin!(crate::store::contract::check(Kept::default()));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(check.as_mut().poll(&mut context).is_ready());
}
