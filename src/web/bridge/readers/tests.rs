use liaison_core::{
    account::{Profile, profile},
    command::Actor,
    id::{AccountId, Id},
    memory::MemoryStore,
    row::{ReadRows, Row},
    store::Write,
    time::Time,
    view::View,
};
use reactive_graph::traits::Track;

use super::*;

/// Who runs again, of a reader for each of the looks, when these keys of the desk change.
fn hit(looks: &[fn(&dyn Read)], changed: &[&[u8]]) -> Vec<usize> {
    let mut store = MemoryStore::default();
    let mut tx = store.begin();
    for key in [&b"a"[..], b"b", b"c", b"d"] {
        tx.set(&Space::Desk, key, Some(key.to_vec())).unwrap();
    }
    tx.commit(Time(1));
    let mut readers = Readers::default();
    let ids: Vec<ReaderId> = looks
        .iter()
        .map(|look| {
            let id = readers.add(ArcTrigger::new());
            let tracked = Tracked::new(&store);
            look(&tracked);
            let looks = tracked.into_looks();
            readers.looked(id, looks);
            id
        })
        .collect();
    let mut tx = store.begin();
    for key in changed {
        tx.set(&Space::Desk, key, Some(vec![9])).unwrap();
    }
    let mut touched = Touched::default();
    touched.add(&tx.commit(Time(2)));
    let hit = readers.touch(&touched).len();
    let run_again: Vec<usize> = ids
        .iter()
        .enumerate()
        .filter(|(_, id)| readers.readers[id].looks.rows.is_empty())
        .filter(|(_, id)| readers.readers[id].looks.ranges.is_empty())
        .map(|(index, _)| index)
        .collect();
    assert_eq!(hit, run_again.len());
    assert!(
        readers.touch(&touched).is_empty(),
        "told once, until it looks again"
    );
    run_again
}

#[test]
fn a_reader_runs_again_when_what_it_looked_at_has_changed_and_only_then() {
    let looks: &[fn(&dyn Read)] = &[
        |read| _ = read.get(&Space::Desk, b"a"),
        |read| _ = read.get(&Space::Desk, b"never there"),
        |read| _ = read.get(&Space::Vault, b"a"),
        |read| _ = read.scan(&Space::Desk, b"b"..b"d", 99),
        // Full with "b" and "c": what comes behind "c" was not seen.
        |read| _ = read.scan(&Space::Desk, b"b"..b"z", 2),
        |read| _ = read.scan(&Space::Vault, b""..b"z", 99),
    ];
    for (changed, expected) in [
        (&[&b"a"[..]][..], vec![0]),
        (&[b"never there"], vec![1]),
        (&[b"b"], vec![3, 4]),
        (&[b"bb"], vec![3, 4]),
        (&[b"c"], vec![3, 4]),
        (&[b"cc"], vec![3]),
        (&[b"d"], vec![]),
        (&[b"a", b"c"], vec![0, 3, 4]),
        (&[b""], vec![]),
    ] {
        assert_eq!(hit(looks, changed), expected, "{changed:?}");
    }
}

#[test]
fn nothing_is_remembered_of_a_reader_that_is_gone() {
    let store = MemoryStore::default();
    let mut readers = Readers::default();
    let id = readers.add(ArcTrigger::new());
    for _ in 0..3 {
        let tracked = Tracked::new(&store);
        _ = tracked.get(&Space::Desk, b"a");
        _ = tracked.get(&Space::Desk, b"a");
        _ = tracked.scan(&Space::Vault, b"a"..b"b", 9);
        readers.looked(id, tracked.into_looks());
        assert_eq!(readers.spaces[&Space::Desk].rows.len(), 1);
        assert_eq!(readers.spaces[&Space::Vault].ranges.len(), 1);
    }
    readers.remove(id);
    assert!(readers.spaces.is_empty() && readers.readers.is_empty());
}

#[test]
fn another_world_lets_everybody_run_again() {
    let mut readers = Readers::default();
    let trigger = ArcTrigger::new();
    trigger.track();
    for _ in 0..3 {
        readers.add(trigger.clone());
    }
    let mut touched = Touched::default();
    touched.everything();
    assert_eq!(readers.touch(&touched).len(), 3);
}

#[test]
fn what_cannot_be_read_is_known_until_its_reader_looks_again_without_it_or_goes() {
    let account = AccountId::from_bytes([7; 16]);
    let key = profile(account).at(());
    let mut store = MemoryStore::default();
    let mut tx = store.begin();
    let no_row = vec![Profile::VERSION, 0xff];
    tx.set(&key.space, &key.bytes, Some(no_row)).unwrap();
    tx.commit(Time(1));
    let mut readers = Readers::default();
    let id = readers.add(ArcTrigger::new());
    let look = |store: &MemoryStore| {
        let tracked = Tracked::new(store);
        let view = View::new(&tracked, Actor::Account(account));
        // As screens do where nothing is to be seen.
        let shown = view.list(&profile(account)).unwrap_or_default();
        assert_eq!(shown, []);
        tracked.into_looks()
    };
    readers.looked(id, look(&store));
    assert_eq!(
        readers.fault(),
        Some(Fault::Unreadable {
            table: Profile::TABLE
        })
    );
    let mut tx = store.begin();
    tx.set(&key.space, &key.bytes, None).unwrap();
    tx.commit(Time(2));
    let other = readers.add(ArcTrigger::new());
    readers.looked(other, look(&store));
    assert!(readers.fault().is_some(), "the first has not looked again");
    readers.looked(id, look(&store));
    assert_eq!(readers.fault(), None);
}
