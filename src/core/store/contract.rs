//! What every store must keep: memory, the browser's database, and later the server's.

use super::{Read, Write};
use crate::{space::Space, time::Time};

/// A store under test. Opening again must give what was committed, and nothing that was not.
pub trait Subject {
    /// Runs `change` and commits it when it says so, else takes it back.
    fn commit(
        &mut self,
        now: Time,
        change: &mut dyn FnMut(&mut dyn Write) -> bool,
    ) -> impl Future<Output = ()>;
    fn read(&self) -> &dyn Read;
    /// Closes and opens again, from what is kept.
    fn reopen(&mut self) -> impl Future<Output = ()>;
}

/// Panics with the sentence that does not hold.
pub async fn check<S: Subject>(mut subject: S) {
    keeps_what_was_committed(&mut subject).await;
    drops_what_was_not_committed(&mut subject).await;
    orders_and_limits_scans(&mut subject).await;
    keeps_spaces_apart(&mut subject).await;
    holds_many_and_large_rows(&mut subject).await;
}

async fn keeps_what_was_committed(subject: &mut impl Subject) {
    set(
        subject,
        &[(b"a", Some(b"1")), (b"b", Some(b"")), (b"c", Some(b"3"))],
    )
    .await;
    set(
        subject,
        &[(b"c", None), (b"a", Some(b"11")), (b"never", None)],
    )
    .await;
    for _ in 0..2 {
        assert_eq!(
            get(subject, Space::Desk, b"a"),
            Some(b"11".to_vec()),
            "the last value counts"
        );
        assert_eq!(
            get(subject, Space::Desk, b"b"),
            Some(Vec::new()),
            "an empty value is a value"
        );
        assert_eq!(
            get(subject, Space::Desk, b"c"),
            None,
            "a removed row is gone"
        );
        subject.reopen().await;
    }
}

async fn drops_what_was_not_committed(subject: &mut impl Subject) {
    subject
        .commit(Time(3), &mut |tx| {
            tx.set(&Space::Desk, b"a", None)
                .expect("memory takes every write");
            tx.set(&Space::Desk, b"x", Some(vec![1]))
                .expect("memory takes every write");
            assert!(
                tx.get(&Space::Desk, b"a").expect("held").is_none(),
                "a transaction reads its own writes"
            );
            false
        })
        .await;
    for _ in 0..2 {
        assert_eq!(
            get(subject, Space::Desk, b"a"),
            Some(b"11".to_vec()),
            "nothing of it stays"
        );
        assert_eq!(get(subject, Space::Desk, b"x"), None, "nothing of it stays");
        subject.reopen().await;
    }
}

async fn orders_and_limits_scans(subject: &mut impl Subject) {
    set(
        subject,
        &[
            (b"", Some(b"first")),
            (b"a\0", Some(b"2")),
            (b"\xff\xff", Some(b"last")),
        ],
    )
    .await;
    for _ in 0..2 {
        assert_eq!(
            scan(subject, b"", b"\xff\xff\xff", 99),
            [&b""[..], b"a", b"a\0", b"b", b"\xff\xff"],
            "by key"
        );
        assert_eq!(
            scan(subject, b"a", b"b", 99),
            [&b"a"[..], b"a\0"],
            "the start is in, the end is not"
        );
        assert_eq!(
            scan(subject, b"a", b"\xff", 1),
            [b"a"],
            "not more than asked for"
        );
        assert_eq!(
            scan(subject, b"b", b"a", 99),
            Vec::<Vec<u8>>::new(),
            "a range that ends before it begins"
        );
        subject.reopen().await;
    }
}

async fn keeps_spaces_apart(subject: &mut impl Subject) {
    subject
        .commit(Time(4), &mut |tx| {
            tx.set(&Space::Vault, b"a", Some(b"vault".to_vec()))
                .expect("memory takes every write");
            true
        })
        .await;
    subject.reopen().await;
    assert_eq!(get(subject, Space::Vault, b"a"), Some(b"vault".to_vec()));
    assert_eq!(get(subject, Space::Desk, b"a"), Some(b"11".to_vec()));
    assert_eq!(get(subject, Space::Vault, b"b"), None);
}

async fn holds_many_and_large_rows(subject: &mut impl Subject) {
    let value = |n: u32| {
        n.to_be_bytes()
            .repeat(if n.is_multiple_of(997) { 40_000 } else { 20 })
    };
    for batch in 0..8u32 {
        subject
            .commit(Time(u64::from(batch) + 5), &mut |tx| {
                for n in batch * 500..(batch + 1) * 500 {
                    let key = n.wrapping_mul(0x9e37_79b9).to_be_bytes();
                    tx.set(&Space::Vault, &key, Some(value(n)))
                        .expect("memory takes every write");
                }
                true
            })
            .await;
    }
    subject.reopen().await;
    for n in 0..4000u32 {
        let key = n.wrapping_mul(0x9e37_79b9).to_be_bytes();
        assert!(
            get(subject, Space::Vault, &key) == Some(value(n)),
            "row {n} came back as it was written"
        );
    }
}

async fn set(subject: &mut impl Subject, rows: &[(&[u8], Option<&[u8]>)]) {
    subject
        .commit(Time(2), &mut |tx| {
            for (key, value) in rows {
                tx.set(&Space::Desk, key, value.map(<[u8]>::to_vec))
                    .expect("memory takes every write");
            }
            true
        })
        .await;
}

fn get(subject: &impl Subject, space: Space, key: &[u8]) -> Option<Vec<u8>> {
    subject
        .read()
        .get(&space, key)
        .expect("held")
        .map(|value| value.into_owned())
}

fn scan(subject: &impl Subject, from: &[u8], to: &[u8], limit: usize) -> Vec<Vec<u8>> {
    let found = subject
        .read()
        .scan(&Space::Desk, from..to, limit)
        .expect("held");
    found.into_iter().map(|(key, _)| key.into_owned()).collect()
}
