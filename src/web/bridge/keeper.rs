//! Behind every act: the journal takes what waits, in order; other tabs are told; what they made is read. One thing at a
//! time. When nothing waits, the journal may be folded.

use std::cell::{Cell, RefCell};

use futures::{
    channel::oneshot,
    lock::{Mutex, MutexGuard},
};
use liaison_core::{id::BlobId, memory::MemoryStore};
use reactive_graph::traits::{GetUntracked, Set};
use wasm_bindgen_futures::spawn_local;

use crate::{
    chance, clock,
    db::{Inner, SaveState},
    fault::StorageFault,
    folding::Folding,
    journal::{Appended, Behind, WorldId},
    ledger::Missed,
    limits,
    load::JournalSize,
    readers::Touched,
};

type Answer = oneshot::Sender<Result<(), StorageFault>>;

pub(crate) struct Keeping {
    /// Whoever holds it may touch the database's journal.
    turn: Mutex<()>,
    is_at_work: Cell<bool>,
    /// Another tab may have written.
    must_look: Cell<bool>,
    failures: Cell<usize>,
    will_retry: Cell<bool>,
    waiting: RefCell<Vec<(u64, Answer)>>,
    pub folding: Folding,
}

impl Keeping {
    pub fn new(folding: Folding) -> Self {
        Self {
            turn: Mutex::default(),
            is_at_work: Cell::default(),
            must_look: Cell::default(),
            failures: Cell::default(),
            will_retry: Cell::default(),
            waiting: RefCell::default(),
            folding,
        }
    }

    pub fn look_again(&self) {
        self.must_look.set(true);
    }
}

impl Inner {
    /// Another tab may have written.
    pub fn look(&'static self) {
        self.keeping.must_look.set(true);
        self.keep_what_waits();
    }

    /// Sees to it that somebody works until nothing waits. To be called after every act.
    pub fn keep_what_waits(&'static self) {
        if !self.ledger.borrow().is_kept() {
            self.show_saving();
        }
        if !self.keeping.is_at_work.replace(true) {
            spawn_local(self.work());
        }
    }

    fn show_saving(&self) {
        if self.saving.get_untracked() == SaveState::Saved {
            self.saving.set(SaveState::Saving);
        }
    }

    async fn work(&'static self) {
        let turn = self.keeping.turn.lock().await;
        let mut result = self.until_nothing_waits(&turn).await;
        if result == Err(StorageFault::Gone) && !self.is_closed.get() {
            // The browser closes connections for reasons of its own.
            result = match self.journal.reopen().await {
                Ok(()) => {
                    self.listen_for_closing();
                    self.until_nothing_waits(&turn).await
                }
                Err(fault) => Err(fault),
            };
        }
        self.keeping.is_at_work.set(false);
        drop(turn);
        match result {
            _ if self.is_closed.get() => {}
            Ok(()) => self.rest(),
            Err(fault) => self.cannot_save(fault),
        }
    }

    async fn until_nothing_waits(&self, turn: &MutexGuard<'_, ()>) -> Result<(), StorageFault> {
        loop {
            if self.keeping.must_look.replace(false)
                && let Err(fault) = self.catch_up(turn).await
            {
                self.keeping.look_again();
                return Err(fault);
            }
            let batch = self.ledger.borrow().batch();
            if let Some(batch) = batch {
                match self.journal.append(&batch).await? {
                    Appended::Done => self.journaled(&batch.records),
                    Appended::Taken => self.catch_up(turn).await?,
                }
            } else {
                self.fold_if_due(turn).await?;
            }
            // An act may have come in while something was awaited.
            let is_kept = self.ledger.borrow().is_kept();
            if is_kept && !self.keeping.must_look.get() && !self.keeping.folding.must() {
                return Ok(());
            }
        }
    }

    fn journaled(&self, records: &[Vec<u8>]) {
        self.keeping.failures.set(0);
        self.keeping.folding.grow(JournalSize::of(records));
        let kept = {
            let mut ledger = self.ledger.borrow_mut();
            ledger.journaled(records.len());
            ledger.kept()
        };
        if let Some(tabs) = &*self.tabs.borrow() {
            tabs.tell(kept);
        }
        self.answer_saved();
    }

    /// Reads what other tabs have written, and decides again what waits.
    async fn catch_up(&self, _: &MutexGuard<'_, ()>) -> Result<(), StorageFault> {
        let kept = self.ledger.borrow().kept();
        let missed = match self.journal.behind(kept).await? {
            Behind::Commits(commits, _) if commits.is_empty() => return Ok(()),
            Behind::Commits(commits, size) => {
                self.keeping.folding.grow(size);
                Missed::Commits(commits)
            }
            Behind::TooFar => {
                let loaded = self.journal.load().await?;
                if let Some(damage) = loaded.damage {
                    return Err(StorageFault::Damaged(damage));
                }
                self.keeping.folding.found(loaded.manifest, loaded.journal);
                Missed::Whole(Box::new(loaded.store))
            }
        };
        self.rebase(missed);
        Ok(())
    }

    /// Nothing is awaited in here, so no act comes in between.
    fn rebase(&self, missed: Missed) {
        let mut touched = Touched::default();
        let changed = self.ledger.borrow_mut().rebase(missed, &mut touched);
        self.redraw(&touched);
        self.tell_outcomes(changed);
        self.answer_saved();
    }

    fn rest(&'static self) {
        if self.saving.get_untracked() != SaveState::Saved {
            self.saving.set(SaveState::Saved);
        }
        self.fold_when_idle();
    }

    fn cannot_save(&'static self, fault: StorageFault) {
        for (_, answer) in self.keeping.waiting.take() {
            // Whoever asked may have gone.
            _ = answer.send(Err(fault.clone()));
        }
        self.keeping.folding.answer(&Err(fault.clone()));
        if !fault.is_final() && !self.keeping.will_retry.replace(true) {
            let failures = self.keeping.failures.get();
            self.keeping.failures.set(failures + 1);
            let delay = limits::RETRY_MS[failures.min(limits::RETRY_MS.len() - 1)];
            spawn_local(async move {
                clock::wait(delay).await;
                self.keeping.will_retry.set(false);
                self.keep_what_waits();
            });
        }
        self.saving.set(SaveState::CannotSave(fault));
    }

    pub async fn saved(&'static self) -> Result<(), StorageFault> {
        let (answer, answered) = oneshot::channel();
        {
            let ledger = self.ledger.borrow();
            if ledger.is_kept() {
                return Ok(());
            }
            let ticket = ledger.last_ticket();
            self.keeping.waiting.borrow_mut().push((ticket, answer));
        }
        self.keep_what_waits();
        answered.await.unwrap_or(Err(StorageFault::Gone))
    }

    fn answer_saved(&self) {
        let first = self.ledger.borrow().first_waiting();
        let waiting = self.keeping.waiting.take();
        let (done, waiting): (Vec<_>, Vec<_>) = waiting
            .into_iter()
            .partition(|(ticket, _)| first.is_none_or(|first| first > *ticket));
        self.keeping.waiting.replace(waiting);
        for (_, answer) in done {
            // Whoever asked may have gone.
            _ = answer.send(Ok(()));
        }
    }

    pub async fn replace_world(
        &self,
        mut store: MemoryStore,
        blobs: &[(BlobId, Vec<u8>)],
    ) -> Result<(), StorageFault> {
        let _turn = self.keeping.turn.lock().await;
        store.forget_snapshot(0);
        let snapshot = store.snapshot();
        self.journal
            .replace(WorldId(chance::id()), &snapshot, blobs)
            .await?;
        self.keeping.folding.done(snapshot.manifest);
        self.rebase(Missed::Whole(Box::new(store)));
        if let Some(tabs) = &*self.tabs.borrow() {
            tabs.tell_of_another_world();
        }
        Ok(())
    }
}
