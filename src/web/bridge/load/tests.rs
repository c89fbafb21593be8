use liaison_core::{
    memory::Snapshot,
    space::Space,
    store::{Read, Write},
    time::Time,
};

use super::*;

/// A world of which `folded` commits of `commits` stand in pages. Each commit writes one row.
fn disk(folded: u64, commits: u64) -> OnDisk {
    let mut store = MemoryStore::default();
    let mut disk = OnDisk {
        folded: Some(0),
        ..OnDisk::default()
    };
    for number in 1..=commits {
        let mut tx = store.begin();
        let row = vec![number as u8; 5000];
        tx.set(&Space::Desk, &number.to_be_bytes(), Some(row))
            .unwrap();
        let time = Time(100 + number);
        let changes = tx.commit(time);
        let commit = Commit {
            number,
            time,
            changes,
        };
        if number > folded {
            disk.records.push(commit.to_bytes());
        }
        if number == folded {
            let Snapshot { fresh, manifest } = store.snapshot();
            disk.folded = Some(folded);
            disk.manifest = Some(manifest.to_bytes());
            disk.pages.extend(fresh);
        }
    }
    disk
}

fn numbers(store: &MemoryStore) -> Vec<u64> {
    let found = store.scan(&Space::Desk, b""..&[9], usize::MAX).unwrap();
    let keys = found.into_iter().map(|(key, _)| key.into_owned());
    keys.map(|key| u64::from_be_bytes(key.try_into().unwrap()))
        .collect()
}

#[test]
fn pages_and_journal_together_make_the_world() {
    for (folded, commits) in [(0, 0), (0, 3), (40, 40), (60, 64)] {
        let disk = disk(folded, commits);
        let records = disk.records.len();
        let loaded = load(disk);
        assert_eq!(loaded.damage, None);
        assert_eq!(numbers(&loaded.store), (1..=commits).collect::<Vec<_>>());
        assert_eq!(loaded.store.commits, commits);
        assert_eq!(loaded.journal.records, records);
        assert_eq!(loaded.manifest.is_some(), folded > 0);
    }
}

#[test]
fn behind_a_damaged_record_nothing_is_read() {
    for break_it in [
        (|records| records[2][9] ^= 1) as fn(&mut Vec<Vec<u8>>),
        |records| records[2].truncate(4),
        |records| _ = records.remove(2),
    ] {
        let mut disk = disk(4, 10);
        break_it(&mut disk.records);
        let left = disk.records.len() as u64 - 2;
        let loaded = load(disk);
        let damage = loaded.damage.unwrap();
        assert_eq!(numbers(&loaded.store), [1, 2, 3, 4, 5, 6]);
        assert_eq!((damage.acts, damage.pages), (left, 0));
        assert_eq!(damage.whole_until, Some(Time(106)));
    }
}

#[test]
fn a_page_that_cannot_be_read_is_named_and_the_others_are_kept() {
    let whole = disk(200, 204);
    let pages = whole.pages.len();
    assert!(pages > 3);
    for lose in [false, true] {
        let mut disk = disk(200, 204);
        let second = *disk.pages.keys().nth(1).unwrap();
        if lose {
            disk.pages.remove(&second);
        } else {
            disk.pages.get_mut(&second).unwrap()[700] ^= 1;
        }
        let loaded = load(disk);
        let damage = loaded.damage.unwrap();
        assert_eq!((damage.acts, damage.pages, damage.of_pages), (0, 1, pages));
        assert_eq!(damage.whole_until, None, "a hole can be anywhere in time");
        let left = numbers(&loaded.store);
        assert!(left.len() > 100 && left.len() < 204 && left.ends_with(&[201, 202, 203, 204]));
        assert_eq!(loaded.store.commits, 204);
    }
}

#[test]
fn without_a_manifest_only_the_journal_is_left() {
    for manifest in [None, Some(vec![1, 2, 3])] {
        let mut disk = disk(40, 42);
        let pages = disk.pages.len();
        disk.manifest = manifest;
        let loaded = load(disk);
        let damage = loaded.damage.unwrap();
        assert_eq!(
            (damage.pages, damage.of_pages, damage.acts),
            (pages, pages, 0)
        );
        assert_eq!(numbers(&loaded.store), [41, 42]);
        assert!(loaded.manifest.is_none());
    }
}

#[test]
fn how_much_is_folded_is_read_elsewhere_when_it_was_lost() {
    for (folded, commits) in [(0, 3), (40, 42), (40, 40)] {
        let mut disk = disk(folded, commits);
        disk.folded = None;
        let loaded = load(disk);
        assert!(loaded.damage.is_some());
        assert_eq!(numbers(&loaded.store), (1..=commits).collect::<Vec<_>>());
        assert_eq!(
            (loaded.store.commits, loaded.commits_there),
            (commits, commits)
        );
    }
}
