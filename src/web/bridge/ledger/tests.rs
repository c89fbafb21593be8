use liaison_core::{command::Tx, store::Read};

use super::*;

/// Puts a value where nothing is yet.
#[derive(Clone)]
struct Take(&'static str, &'static str);

impl Act for Take {
    type Done = ();
    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        if tx.get(&Space::Desk, self.0.as_bytes())?.is_some() {
            return Err(Refusal::NotThere.into());
        }
        tx.set(&Space::Desk, self.0.as_bytes(), Some(self.1.into()))
    }
}

/// Writes an id that chance gives, and the time, wherever it stands in the order.
struct Mint;

impl Act for Mint {
    type Done = BlobId;
    fn decide(&self, tx: &mut Tx) -> Result<BlobId, Stop> {
        let id: BlobId = tx.mint();
        let now = tx.now.0.to_be_bytes().to_vec();
        tx.set(&Space::Desk, &id.bytes(), Some(now))?;
        Ok(id)
    }
}

/// Counts a try, even when it is refused.
struct Try;

impl Act for Try {
    type Done = Result<(), Refusal>;
    fn decide(&self, tx: &mut Tx) -> Result<Self::Done, Stop> {
        let tries = tx.get(&Space::Desk, b"tries")?.map_or(0, |tries| tries[0]);
        tx.set(&Space::Desk, b"tries", Some(vec![tries + 1]))?;
        Ok(if tries < 2 {
            Ok(())
        } else {
            Err(Refusal::NotThere)
        })
    }
}

fn ctx(clock: u64) -> Ctx {
    Ctx {
        actor: Actor::Operator,
        now: Time(clock),
        chance: [clock as u8; 32],
    }
}

fn run<A: Act + 'static>(ledger: &mut Ledger, clock: u64, act: A) -> Result<A::Done, Stop> {
    let mut given = None::<A::Done>;
    let (act, mut touched) = (Box::new(act), Touched::default());
    ledger.run(ctx(clock), act, &mut given, Keep::Strictly, &mut touched)?;
    Ok(given.unwrap())
}

/// What the journal would have read back.
fn commits(ledger: &Ledger) -> Vec<Commit> {
    let batch = ledger.batch();
    let records = batch.iter().flat_map(|batch| &batch.records);
    records
        .map(|record| Commit::from_bytes(record).unwrap())
        .collect()
}

fn rebase(ledger: &mut Ledger, missed: Vec<Commit>) -> Vec<ChangedOutcome> {
    ledger.rebase(Missed::Commits(missed), &mut Touched::default())
}

#[test]
fn an_act_waits_until_the_journal_has_it() {
    let mut ledger = Ledger::default();
    run(&mut ledger, 5, Take("a", "1")).unwrap();
    run(&mut ledger, 6, Take("b", "2")).unwrap();
    assert_eq!((ledger.kept(), ledger.store.commits), (0, 2));
    let batch = ledger.batch().unwrap();
    assert_eq!(
        (batch.after, batch.records.len(), batch.keep),
        (0, 2, Keep::Strictly)
    );
    run(&mut ledger, 7, Take("c", "3")).unwrap();
    ledger.journaled(2);
    assert_eq!((ledger.kept(), ledger.first_waiting()), (2, Some(3)));
    assert!(
        ledger.snapshot().is_none(),
        "pages hold nothing that the journal does not have"
    );
    ledger.journaled(1);
    assert!(ledger.is_kept() && ledger.unsaved_bytes() == 0);
    assert!(ledger.batch().is_none() && ledger.snapshot().is_some());
}

#[test]
fn what_is_refused_or_changes_nothing_leaves_no_trace() {
    struct Idle;
    impl Act for Idle {
        type Done = ();
        fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
            tx.set(&Space::Desk, b"x", Some(vec![1]))?;
            tx.set(&Space::Desk, b"x", None)
        }
    }
    let mut ledger = Ledger::default();
    run(&mut ledger, 5, Take("a", "1")).unwrap();
    let before: Vec<_> = ledger.store.rows().collect();
    assert_eq!(
        run(&mut ledger, 6, Take("a", "2")),
        Err(Refusal::NotThere.into())
    );
    assert_eq!(run(&mut ledger, 7, Idle), Ok(()));
    assert_eq!(ledger.store.rows().collect::<Vec<_>>(), before);
    assert_eq!((ledger.store.commits, ledger.store.last), (1, Time(5)));
}

#[test]
fn acts_that_wait_are_decided_again_behind_what_was_missed() {
    let (mut mine, mut theirs) = (Ledger::default(), Ledger::default());
    run(&mut mine, 5, Take("mine", "1")).unwrap();
    run(&mut mine, 5, Take("both", "mine")).unwrap();
    let late = mine.last_ticket();
    let id = run(&mut mine, 6, Mint).unwrap();
    run(&mut theirs, 9, Take("both", "theirs")).unwrap();

    let changed = rebase(&mut mine, commits(&theirs));
    let refused = Err(Stop::Refused(Refusal::NotThere));
    assert_eq!(changed.len(), 1);
    assert_eq!((&changed[0].before, &changed[0].after), (&Ok(()), &refused));
    assert_eq!(changed[0].act, late);
    assert_eq!((mine.kept(), mine.store.commits), (1, 3));
    let get = |key: &[u8]| {
        mine.store
            .get(&Space::Desk, key)
            .unwrap()
            .map(|value| value.to_vec())
    };
    assert_eq!(get(b"both").unwrap(), b"theirs");
    assert_eq!(get(b"mine").unwrap(), b"1");
    assert_eq!(
        get(&id.bytes()).unwrap(),
        9u64.to_be_bytes(),
        "the same id, not before the last commit"
    );

    let numbers: Vec<u64> = commits(&mine).iter().map(|commit| commit.number).collect();
    assert_eq!(numbers, [2, 3]);
    for commit in commits(&mine) {
        theirs.store.apply(&commit);
    }
    assert!(mine.store.rows().eq(theirs.store.rows()));
}

#[test]
fn a_counted_refusal_that_was_none_before_is_told() {
    let (mut mine, mut theirs) = (Ledger::default(), Ledger::default());
    run(&mut mine, 1, Try).unwrap().unwrap();
    for clock in 2..4 {
        run(&mut theirs, clock, Try).unwrap().unwrap();
    }
    let changed = rebase(&mut mine, commits(&theirs));
    assert_eq!(changed[0].after, Err(Stop::Refused(Refusal::NotThere)));
    assert_eq!(mine.kept() + 1, mine.store.commits, "it still counts");
    let later = rebase(&mut mine, Vec::new());
    assert_eq!(later, [], "and is told once");
}

#[test]
fn another_world_takes_the_acts_that_wait_if_it_can() {
    let (mut mine, mut theirs) = (Ledger::default(), Ledger::default());
    run(&mut mine, 1, Take("a", "mine")).unwrap();
    run(&mut mine, 1, Take("b", "mine")).unwrap();
    run(&mut theirs, 1, Take("a", "theirs")).unwrap();
    let mut touched = Touched::default();
    let changed = mine.rebase(Missed::Whole(Box::new(theirs.store)), &mut touched);
    assert_eq!(changed.len(), 1);
    assert_eq!((mine.kept(), mine.store.commits), (1, 2));
}

#[test]
fn a_batch_ends_where_it_grows_too_large_and_names_the_bytes_that_lose_their_owner() {
    struct Own(BlobId, usize);
    impl Act for Own {
        type Done = ();
        fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
            let key = [&[tables::BLOB][..], &self.0.bytes()].concat();
            let row = (self.1 > 0).then(|| vec![7; self.1]);
            tx.set(&Space::Vault, &key, row)
        }
    }
    let mut ledger = Ledger::default();
    let blob = |n| BlobId::from_bytes([n; 16]);
    for n in 0..4 {
        run(&mut ledger, 1, Own(blob(n), limits::BATCH_BYTES / 2)).unwrap();
    }
    let batch = ledger.batch().unwrap();
    assert!(batch.records.len() == 2 && batch.erased.is_empty());
    ledger.journaled(4);
    run(&mut ledger, 1, Own(blob(2), 0)).unwrap();
    assert_eq!(ledger.batch().unwrap().erased, [blob(2)]);
}
