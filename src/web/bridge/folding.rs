//! The journal is folded into pages now and then: when it has grown, or when something must be gone from it.

use std::cell::{Cell, RefCell};

use futures::{channel::oneshot, lock::MutexGuard};
use liaison_core::memory::{Manifest, Snapshot};
use wasm_bindgen_futures::spawn_local;

use crate::{
    clock, db::Inner, fault::StorageFault, journal::Folded, limits, load::JournalSize, tabs,
};

type Answer = oneshot::Sender<Result<(), StorageFault>>;

#[derive(Default)]
pub(crate) struct Folding {
    /// The manifest that the pages in memory are written under.
    manifest: RefCell<Option<Manifest>>,
    journal: Cell<JournalSize>,
    /// Another tab was the last to fold: this one would have to write everything.
    would_write_all: Cell<bool>,
    /// How often the disk did not take it since it last did.
    failures: Cell<usize>,
    /// There has been nothing to do for a while.
    is_idle: Cell<bool>,
    waits_for_idle: Cell<bool>,
    /// Those who wait for what was removed to be gone.
    waiting: RefCell<Vec<Answer>>,
}

impl Folding {
    pub fn new(manifest: Option<Manifest>, journal: JournalSize) -> Self {
        let folding = Self::default();
        folding.manifest.replace(manifest);
        folding.journal.set(journal);
        folding
    }

    pub fn grow(&self, by: JournalSize) {
        let is = self.journal.get();
        self.journal.set(JournalSize {
            records: is.records + by.records,
            bytes: is.bytes + by.bytes,
        });
    }

    /// The disk is as it was, and another tab may have folded.
    fn failed(&self, manifest: Option<Manifest>) {
        self.manifest.replace(manifest);
        self.would_write_all.set(true);
    }

    /// Whether the journal holds a commit that may have what was removed.
    fn has_commits(&self) -> bool {
        self.journal.get().records > 0
    }

    /// Another tab has folded.
    pub fn found(&self, manifest: Option<Manifest>, journal: JournalSize) {
        self.manifest.replace(manifest);
        self.journal.set(journal);
        self.would_write_all.set(true);
    }

    /// This tab has folded.
    pub fn done(&self, manifest: Manifest) {
        self.manifest.replace(Some(manifest));
        self.journal.set(JournalSize::default());
        self.would_write_all.set(false);
        self.failures.set(0);
    }

    pub fn answer(&self, result: &Result<(), StorageFault>) {
        for answer in self.waiting.take() {
            // Whoever asked may have gone.
            _ = answer.send(result.clone());
        }
    }

    pub fn must(&self) -> bool {
        !self.waiting.borrow().is_empty()
    }

    /// Whether to fold, with so many bytes in pages.
    fn is_due(&self, pages: usize) -> bool {
        let share = if self.is_idle.get() {
            0
        } else {
            pages / limits::JOURNAL_SHARE_OF_PAGES
        };
        self.must() || self.journal.get().bytes > limits::JOURNAL_BYTES.max(share) * self.patience()
    }

    /// Whether it would be due if there were nothing to do for a while.
    fn is_worth_it(&self) -> bool {
        self.journal.get().bytes > limits::JOURNAL_BYTES * self.patience()
    }

    /// The first move is for the tab that has less to write; and what the disk did not take is not tried all the time.
    fn patience(&self) -> usize {
        1 + usize::from(self.would_write_all.get()) + self.failures.get()
    }
}

impl Inner {
    /// Waits until nothing that was removed before can be found in the journal or in pages.
    pub async fn erased(&'static self) -> Result<(), StorageFault> {
        // Pages hold what there is; only commits hold what there was.
        if self.ledger.borrow().is_kept() && !self.keeping.folding.has_commits() {
            return Ok(());
        }
        let (answer, answered) = oneshot::channel();
        self.keeping.folding.waiting.borrow_mut().push(answer);
        self.keep_what_waits();
        answered.await.unwrap_or(Err(StorageFault::Gone))
    }

    /// To be called when nothing waits, so that the pages hold what the journal holds.
    pub async fn fold_if_due(&self, _: &MutexGuard<'_, ()>) -> Result<(), StorageFault> {
        let folding = &self.keeping.folding;
        if !folding.is_due(self.ledger.borrow().store.size()) {
            return Ok(());
        }
        let must = folding.must();
        let Some(_lock) = tabs::lock(&format!("{} folds", self.name), must).await else {
            return Ok(());
        };
        let Some(snapshot) = self.ledger.borrow_mut().snapshot() else {
            // An act came in while we waited for the lock; its turn is first.
            return Ok(());
        };
        folding.is_idle.set(false);
        let known = folding.manifest.borrow().clone();
        match self.journal.fold(known.as_ref(), &snapshot).await {
            Ok(Folded::Done) => {
                folding.done(snapshot.manifest);
                folding.answer(&Ok(()));
            }
            Ok(Folded::Outpaced(there)) => {
                let next_page = there.as_ref().map_or(0, |manifest| manifest.next_page);
                self.forget(next_page, there);
                self.keeping.look_again();
            }
            Err(fault) => {
                let Snapshot { manifest, .. } = snapshot;
                self.forget(manifest.next_page, known);
                folding.failures.update(|failures| failures + 1);
                folding.answer(&Err(fault.clone()));
                if fault.is_final() {
                    return Err(fault);
                }
            }
        }
        Ok(())
    }

    /// Nothing was written. All acts are in the journal, so there is no haste.
    fn forget(&self, next_page: u64, there: Option<Manifest>) {
        self.ledger.borrow_mut().store.forget_snapshot(next_page);
        self.keeping.folding.failed(there);
    }

    /// Folds a journal that is worth it when no tab has done anything for a while.
    pub fn fold_when_idle(&'static self) {
        let folding = &self.keeping.folding;
        if !folding.is_worth_it() || folding.waits_for_idle.replace(true) {
            return;
        }
        spawn_local(async {
            let commits = || self.ledger.borrow().store.commits;
            let mut before = None;
            while before != Some(commits()) && !self.is_closed.get() {
                before = Some(commits());
                clock::wait(limits::IDLE_MS).await;
            }
            folding.waits_for_idle.set(false);
            folding.is_idle.set(true);
            self.keep_what_waits();
        });
    }
}
