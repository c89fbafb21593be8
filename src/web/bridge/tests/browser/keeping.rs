//! What was saved is there again.

use liaison_bridge::{Db, SaveState};
use liaison_core::{
    command::{Act, Tx},
    memory::{Changes, MemoryStore},
    store::{
        Read, Stop, Write,
        contract::{self, Subject},
    },
    time::Time,
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{acts::*, raw::search};

#[wasm_bindgen_test]
async fn what_was_saved_is_there_when_the_page_is_opened_again() {
    let (db, opened) = Db::open("opened again").await.unwrap();
    assert!(opened.is_new && !opened.lost_everything);
    run(db, put("a", "one")).unwrap();
    assert_eq!(db.saving(), SaveState::Saving);
    assert_eq!(
        row(db, "a").as_deref(),
        Some("one"),
        "shown before it is saved"
    );
    db.saved().await.unwrap();
    db.close();

    let (db, again) = Db::open("opened again").await.unwrap();
    assert_eq!((again.world, again.is_new), (opened.world, false));
    assert_eq!(row(db, "a").as_deref(), Some("one"));
    assert_eq!(db.saving(), SaveState::Saved);
    db.close();
}

#[wasm_bindgen_test]
async fn every_state_on_the_way_is_found_again() {
    for fold_at in [usize::MAX, 3, 7] {
        let name = format!("on the way, folded at {fold_at}");
        for n in 0..12 {
            let db = open(&name).await;
            for earlier in 0..n {
                assert_eq!(row(db, &format!("k{earlier}")), Some(format!("v{earlier}")));
            }
            run(db, put(&format!("k{n}"), &format!("v{n}"))).unwrap();
            if n == fold_at {
                db.erased().await.unwrap();
            }
            db.saved().await.unwrap();
            db.close();
        }
    }
}

#[wasm_bindgen_test]
async fn a_long_journal_is_folded_by_whoever_only_opens_it() {
    let name = "long journal";
    let db = open(name).await;
    run(db, put("long", &"row".repeat(250_000))).unwrap();
    db.saved().await.unwrap();
    db.close();
    assert_eq!(search(name, b"rowrowrow").await, ["journal"]);
    let db = open(name).await;
    for _ in 0..20 {
        if search(name, b"rowrowrow").await == ["pages"] {
            break;
        }
        pause(500).await;
    }
    assert_eq!(search(name, b"rowrowrow").await, ["pages"]);
    db.close();
}

#[wasm_bindgen_test]
async fn the_browsers_store_passes_the_store_contract() {
    for folds in [false, true] {
        let name = format!("contract, folding {folds}");
        let db = open(&name).await;
        let copy = db.copy();
        let kept = Kept {
            name,
            db,
            copy,
            folds,
        };
        contract::check(kept).await;
    }
}

/// The browser's store, and a copy of what it has in memory, because the contract reads without waiting.
struct Kept {
    name: String,
    db: Db,
    copy: MemoryStore,
    folds: bool,
}

impl Subject for Kept {
    async fn commit(&mut self, now: Time, change: &mut dyn FnMut(&mut dyn Write) -> bool) {
        let mut tx = self.copy.begin();
        if !change(&mut tx) {
            return;
        }
        let changes = tx.commit(now);
        run(self.db, Replay(changes)).unwrap();
        self.copy = self.db.copy();
    }

    fn read(&self) -> &dyn Read {
        &self.copy
    }

    async fn reopen(&mut self) {
        if self.folds {
            self.db.erased().await.unwrap();
        }
        self.db.saved().await.unwrap();
        self.db.close();
        self.db = open(&self.name).await;
        self.copy = self.db.copy();
    }
}

/// Writes what was changed elsewhere.
struct Replay(Changes);

impl Act for Replay {
    type Done = ();
    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        for change in &self.0.0 {
            let after = change.after.as_deref().map(<[u8]>::to_vec);
            tx.set(&change.space, &change.key, after)?;
        }
        Ok(())
    }
}
