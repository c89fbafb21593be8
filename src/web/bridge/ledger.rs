//! Memory ahead of the disk: acts are decided here at once and wait, in order, until the journal has them.
//!
//! Nothing in here waits or knows a browser. When another tab was first, the acts that wait are taken back, what was
//! missed goes below them, and they are decided again with the same chance.

use std::{any::Any, collections::VecDeque};

use liaison_core::{
    command::{Act, Actor, Ctx, Outcome, execute},
    id::{BlobId, Id},
    memory::{Changes, Commit, MemoryStore, Snapshot},
    refusal::Refusal,
    space::Space,
    store::{Fault, Stop, Write},
    tables,
    time::Time,
};

use crate::{limits, readers::Touched};

/// Whether *saved* must survive a power cut. Drafts need not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    Strictly,
    Relaxed,
}

/// An act came out otherwise than its person was told, because another tab was first.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedOutcome {
    /// Which act it was, by the number that [`crate::Db::last_act`] gave.
    pub act: u64,
    pub actor: Actor,
    pub before: Result<(), Refusal>,
    pub after: Result<(), Stop>,
}

#[derive(Default)]
pub(crate) struct Ledger {
    pub store: MemoryStore,
    waiting: VecDeque<Waiting>,
    taken: u64,
    unsaved_bytes: usize,
}

struct Waiting {
    ticket: u64,
    act: Box<dyn Decide>,
    ctx: Ctx,
    keep: Keep,
    refused: Option<Refusal>,
    last_before: Time,
    commit: Commit,
}

/// An act of any kind: what is the same for all of them is in the download once.
pub(crate) trait Decide {
    /// What the act gives is put into `given` if that is an `Option` of just this.
    fn decide_into(
        &self,
        given: &mut dyn Any,
        store: &mut dyn Write,
        ctx: &Ctx,
    ) -> Result<Option<Refusal>, Stop>;
}

impl<A: Act + 'static> Decide for A {
    fn decide_into(
        &self,
        given: &mut dyn Any,
        store: &mut dyn Write,
        ctx: &Ctx,
    ) -> Result<Option<Refusal>, Stop> {
        let done = execute(store, ctx, self)?;
        let refused = done.refused();
        if let Some(given) = given.downcast_mut() {
            *given = Some(done);
        }
        Ok(refused)
    }
}

/// What the journal is to take in one go.
pub(crate) struct Batch {
    /// How many commits the journal has before it.
    pub after: u64,
    pub records: Vec<Vec<u8>>,
    /// Bytes whose owning row these commits remove.
    pub erased: Vec<BlobId>,
    pub keep: Keep,
}

/// What another tab has made.
pub(crate) enum Missed {
    /// The commits that follow the kept ones, in order.
    Commits(Vec<Commit>),
    /// Another state altogether.
    Whole(Box<MemoryStore>),
}

impl Ledger {
    pub fn new(store: MemoryStore) -> Self {
        Self {
            store,
            ..Self::default()
        }
    }

    /// How many commits the journal is known to have.
    pub fn kept(&self) -> u64 {
        self.store.commits - self.waiting.len() as u64
    }

    pub fn is_kept(&self) -> bool {
        self.waiting.is_empty()
    }

    /// The number of the last act that was taken, waiting or not.
    pub fn last_ticket(&self) -> u64 {
        self.taken
    }

    /// The first act that still waits.
    pub fn first_waiting(&self) -> Option<u64> {
        self.waiting.front().map(|waiting| waiting.ticket)
    }

    pub fn unsaved_bytes(&self) -> usize {
        self.unsaved_bytes
    }

    /// Decides an act. One that changes nothing is done, and leaves no trace.
    pub fn run(
        &mut self,
        ctx: Ctx,
        act: Box<dyn Decide>,
        given: &mut dyn Any,
        keep: Keep,
        touched: &mut Touched,
    ) -> Result<(), Stop> {
        let (refused, last_before, commit) = self.decide(&ctx, &*act, given)?;
        if let Some(commit) = commit {
            touched.add(&commit.changes);
            self.taken += 1;
            self.unsaved_bytes += weight(&commit.changes);
            self.waiting.push_back(Waiting {
                ticket: self.taken,
                act,
                ctx,
                keep,
                refused,
                last_before,
                commit,
            });
        }
        Ok(())
    }

    fn decide(
        &mut self,
        ctx: &Ctx,
        act: &dyn Decide,
        given: &mut dyn Any,
    ) -> Result<(Option<Refusal>, Time, Option<Commit>), Stop> {
        let last_before = self.store.last;
        let ctx = Ctx {
            now: ctx.now.max(last_before),
            ..*ctx
        };
        let mut tx = self.store.begin();
        let refused = act.decide_into(given, &mut tx, &ctx)?;
        let changes = tx.commit(ctx.now);
        if changes.is_empty() {
            self.store.undo(&changes, last_before);
            return Ok((refused, last_before, None));
        }
        let commit = Commit {
            number: self.store.commits,
            time: ctx.now,
            changes,
        };
        Ok((refused, last_before, Some(commit)))
    }

    /// The first acts that wait, as many as fit.
    pub fn batch(&self) -> Option<Batch> {
        let mut batch = Batch {
            after: self.kept(),
            records: Vec::new(),
            erased: Vec::new(),
            keep: Keep::Relaxed,
        };
        let mut bytes = 0;
        for waiting in &self.waiting {
            if bytes >= limits::BATCH_BYTES {
                break;
            }
            let record = waiting.commit.to_bytes();
            bytes += record.len();
            batch.records.push(record);
            batch.erased.extend(erased(&waiting.commit.changes));
            if waiting.keep == Keep::Strictly {
                batch.keep = Keep::Strictly;
            }
        }
        (!batch.records.is_empty()).then_some(batch)
    }

    /// The journal has the first `count` acts that waited.
    pub fn journaled(&mut self, count: usize) {
        for waiting in self.waiting.drain(..count) {
            self.unsaved_bytes -= weight(&waiting.commit.changes);
        }
    }

    /// Puts what another tab has made below the acts that wait, and decides these again.
    pub fn rebase(&mut self, missed: Missed, touched: &mut Touched) -> Vec<ChangedOutcome> {
        let waiting = std::mem::take(&mut self.waiting);
        match missed {
            Missed::Commits(commits) => {
                for late in waiting.iter().rev() {
                    touched.add(&late.commit.changes);
                    self.store.undo(&late.commit.changes, late.last_before);
                }
                for commit in commits {
                    touched.add(&commit.changes);
                    self.store.apply(&commit);
                }
            }
            Missed::Whole(store) => {
                touched.everything();
                self.store = *store;
            }
        }
        self.unsaved_bytes = 0;
        waiting
            .into_iter()
            .filter_map(|late| self.decide_again(late, touched))
            .collect()
    }

    fn decide_again(&mut self, late: Waiting, touched: &mut Touched) -> Option<ChangedOutcome> {
        let decided = self.decide(&late.ctx, &*late.act, &mut ());
        let before = told(late.refused);
        let (act, actor, after) = (
            late.ticket,
            late.ctx.actor,
            decided.as_ref().map(|(refused, ..)| *refused),
        );
        let after = match after {
            Ok(refused) => told(refused).map_err(Stop::Refused),
            Err(stop) => Err(stop.clone()),
        };
        if let Ok((refused, last_before, Some(commit))) = decided {
            touched.add(&commit.changes);
            self.unsaved_bytes += weight(&commit.changes);
            self.waiting.push_back(Waiting {
                refused,
                last_before,
                commit,
                ..late
            });
        }
        (before.map_err(Stop::Refused) != after).then_some(ChangedOutcome {
            act,
            actor,
            before,
            after,
        })
    }

    /// The whole state as pages, unless something in it is not in the journal yet.
    pub fn snapshot(&mut self) -> Option<Snapshot> {
        self.is_kept().then(|| self.store.snapshot())
    }
}

fn told(refused: Option<Refusal>) -> Result<(), Refusal> {
    refused.map_or(Ok(()), Err)
}

fn weight(changes: &Changes) -> usize {
    changes
        .0
        .iter()
        .map(|change| change.key.len() + change.after.as_ref().map_or(0, |after| after.len()))
        .sum()
}

fn erased(changes: &Changes) -> impl Iterator<Item = BlobId> {
    changes
        .0
        .iter()
        .filter(|change| change.after.is_none())
        .filter_map(|change| blob_of(&change.space, &change.key))
}

/// The bytes that a row owns, if it owns any.
pub(crate) fn blob_of(space: &Space, key: &[u8]) -> Option<BlobId> {
    let (table, id) = key.split_first()?;
    let id = <[u8; 16]>::try_from(id).ok()?;
    (*space == Space::Vault && *table == tables::BLOB).then(|| BlobId::from_bytes(id))
}

/// Nothing more is decided once the store is beyond repair, or cannot hold what waits.
pub(crate) const READ_ONLY: Stop = Stop::Fault(Fault::ReadOnly);

#[cfg(test)]
mod tests;
