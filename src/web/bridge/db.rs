//! The one way in which screens reach the world: read through memos, write through one function.

use std::{
    any::Any,
    cell::{Cell, RefCell},
};

use liaison_core::{
    ask::{Question, ask},
    command::{Act, Actor, Ctx},
    id::BlobId,
    memory::MemoryStore,
    store::{Fault, Stop},
    time::Time,
};
use reactive_graph::{
    graph::Observer,
    owner::expect_context,
    signal::{ArcRwSignal, ArcTrigger},
    traits::{Get, GetUntracked, Notify, Set, Update},
};
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::spawn_local;

use crate::{
    chance, clock,
    fault::StorageFault,
    folding::Folding,
    idb::{self, Birth},
    journal::{Journal, WorldId},
    keeper::Keeping,
    ledger::{ChangedOutcome, Decide, Keep, Ledger, READ_ONLY},
    limits,
    load::Loaded,
    persona,
    readers::{Readers, Touched},
    tabs::Tabs,
};

/// The world of this browser, as one tab has it. Copied freely: a page opens one and keeps it until it is closed, which
/// is why it is never freed.
#[derive(Clone, Copy)]
pub struct Db(pub(crate) &'static SendWrapper<Inner>);

pub(crate) struct Inner {
    pub name: String,
    pub ledger: RefCell<Ledger>,
    pub readers: RefCell<Readers>,
    /// What screens look at and cannot be read.
    pub unreadable: ArcRwSignal<Option<Fault>>,
    pub journal: Journal,
    pub keeping: Keeping,
    pub tabs: RefCell<Option<Tabs>>,
    pub actor: ArcRwSignal<Actor>,
    pub saving: ArcRwSignal<SaveState>,
    pub outcomes: ArcRwSignal<Vec<ChangedOutcome>>,
    pub minute: ArcTrigger,
    pub is_closed: Cell<bool>,
}

/// What became of what was done in this tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// All of it is on the disk.
    Saved,
    Saving,
    /// Some of it is only in memory. It is tried again, unless [`StorageFault::is_final`].
    CannotSave(StorageFault),
}

/// What was found on opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opened {
    pub world: WorldId,
    /// There was nothing: the first visit, or a browser that was told to forget.
    pub is_new: bool,
    /// There had been something that the browser could not read and has thrown away.
    pub lost_everything: bool,
}

/// The world, from the context that the app provides.
pub fn use_db() -> Db {
    expect_context()
}

impl Db {
    /// Opens the world of that name, or begins one. A damaged one stays as it is: see [`Db::open_what_is_left`].
    pub async fn open(name: &str) -> Result<(Self, Opened), StorageFault> {
        let (journal, birth, loaded) = Journal::open(name).await?;
        if let Some(damage) = loaded.damage {
            journal.close();
            return Err(StorageFault::Damaged(damage));
        }
        Ok(Self::with(name, journal, birth, loaded))
    }

    /// Opens a damaged world without what cannot be read. What was lost is lost from then on.
    pub async fn open_what_is_left(name: &str) -> Result<(Self, Opened), StorageFault> {
        let (journal, birth, mut loaded) = Journal::open(name).await?;
        if loaded.damage.is_some() {
            // More than any tab knows of: one that is still open will read all of it anew.
            loaded.store.commits = loaded.commits_there + 1;
            loaded.store.forget_snapshot(0);
            let snapshot = loaded.store.snapshot();
            journal.replace(journal.world(), &snapshot, &[]).await?;
            journal.erase_ownerless(&loaded.store).await?;
            loaded.manifest = Some(snapshot.manifest);
            loaded.journal = Default::default();
        }
        Ok(Self::with(name, journal, birth, loaded))
    }

    /// Deletes the world of that name, in whatever state it is.
    pub async fn delete(name: &str) -> Result<(), StorageFault> {
        idb::delete(name).await
    }

    fn with(name: &str, journal: Journal, birth: Birth, loaded: Loaded) -> (Self, Opened) {
        let opened = Opened {
            world: journal.world(),
            is_new: birth != Birth::Found || loaded.store.commits == 0,
            lost_everything: birth == Birth::MadeAfterLoss,
        };
        let inner = Inner {
            name: name.to_owned(),
            ledger: RefCell::new(Ledger::new(loaded.store)),
            readers: RefCell::default(),
            unreadable: ArcRwSignal::new(None),
            journal,
            keeping: Keeping::new(Folding::new(loaded.manifest, loaded.journal)),
            tabs: RefCell::default(),
            actor: ArcRwSignal::new(persona::of_this_tab()),
            saving: ArcRwSignal::new(SaveState::Saved),
            outcomes: ArcRwSignal::new(Vec::new()),
            minute: ArcTrigger::new(),
            is_closed: Cell::new(false),
        };
        let db = Self(Box::leak(Box::new(SendWrapper::new(inner))));
        db.start();
        (db, opened)
    }

    fn start(self) {
        let tabs = Tabs::listen(&self.0.name, move |commits| {
            if commits.is_none_or(|commits| commits != self.0.ledger.borrow().kept()) {
                self.0.look();
            }
        });
        self.0.tabs.replace(Some(tabs));
        self.0.listen_for_closing();
        // Another tab may have written between reading and listening.
        self.0.look();
        // Whoever left a long journal may not have rested before going.
        self.0.fold_when_idle();
        spawn_local(async move {
            // What cannot be swept does no harm, and is tried again at the next opening.
            _ = self.0.sweep_blobs().await;
        });
        spawn_local(async move {
            while !self.0.is_closed.get() {
                clock::next_minute().await;
                self.0.minute.notify();
            }
        });
    }

    /// Does something as this tab's person. It is decided at once, shown at once, and saved behind that.
    pub fn run<A: Act + 'static>(self, act: A) -> Result<A::Done, Stop> {
        self.run_as(self.0.actor.get_untracked(), act)
    }

    /// The same for a draft: a power cut may take it.
    pub fn run_relaxed<A: Act + 'static>(self, act: A) -> Result<A::Done, Stop> {
        self.decide(self.0.actor.get_untracked(), act, Keep::Relaxed)
    }

    /// Does something as somebody else: for the demo bar, and for the operator's own acts.
    pub fn run_as<A: Act + 'static>(self, actor: Actor, act: A) -> Result<A::Done, Stop> {
        self.decide(actor, act, Keep::Strictly)
    }

    fn decide<A: Act + 'static>(self, actor: Actor, act: A, keep: Keep) -> Result<A::Done, Stop> {
        let mut given = None::<A::Done>;
        self.decide_into(&mut given, actor, Box::new(act), keep)?;
        Ok(given.expect("an act that was decided has given something"))
    }

    /// Not generic, so that it is compiled once and not for every act.
    #[inline(never)]
    fn decide_into(
        self,
        given: &mut dyn Any,
        actor: Actor,
        act: Box<dyn Decide>,
        keep: Keep,
    ) -> Result<(), Stop> {
        let mut touched = Touched::default();
        {
            let mut ledger = self.0.ledger.borrow_mut();
            if self.0.takes_no_more(&ledger) {
                return Err(READ_ONLY);
            }
            let ctx = Ctx {
                actor,
                now: clock::now(),
                chance: chance::command(),
            };
            ledger.run(ctx, act, given, keep, &mut touched)?;
        }
        self.0.redraw(&touched);
        self.0.keep_what_waits();
        Ok(())
    }

    /// The number of the act that was done last, by which its [`ChangedOutcome`] is known.
    pub fn last_act(self) -> u64 {
        self.0.ledger.borrow().last_ticket()
    }

    /// Asks the authority something as this tab's person. For a screen, [`Db::live_ask`] follows the answer.
    pub fn ask<Q: Question>(self, question: &Q) -> Result<Q::Answer, Stop> {
        let ledger = self.0.ledger.borrow();
        let now = self.0.now(&ledger);
        ask(&ledger.store, self.0.actor.get_untracked(), now, question)
    }

    /// Who this tab is; reactive where somebody is looking.
    pub fn actor(self) -> Actor {
        seen(&self.0.actor)
    }

    /// Lets this tab be somebody else, until it is closed.
    pub fn act_as(self, actor: Actor) {
        persona::keep(actor);
        self.0.actor.set(actor);
    }

    /// The sign of saving; reactive where somebody is looking.
    pub fn saving(self) -> SaveState {
        seen(&self.0.saving)
    }

    /// Whether something that is looked at could not be read, so that what is shown may lack it; reactive where somebody
    /// is looking.
    pub fn unreadable(self) -> Option<Fault> {
        seen(&self.0.unreadable)
    }

    /// Whether something would be lost if the page went now and nothing can be done about it.
    pub fn would_lose(self) -> bool {
        let cannot_save = matches!(self.0.saving.get_untracked(), SaveState::CannotSave(_));
        cannot_save && !self.0.ledger.borrow().is_kept()
    }

    /// Waits until everything that was done so far is on the disk.
    pub async fn saved(self) -> Result<(), StorageFault> {
        self.0.saved().await
    }

    /// Waits until nothing that was removed so far can be found in the browser's database any more.
    pub async fn erased(self) -> Result<(), StorageFault> {
        self.0.erased().await
    }

    /// Tries to save at once, rather than after a while.
    pub fn retry(self) {
        self.0.keep_what_waits();
    }

    /// What came out otherwise than its person was told, oldest first; reactive where somebody is looking.
    pub fn changed_outcomes(self) -> Vec<ChangedOutcome> {
        seen(&self.0.outcomes)
    }

    pub fn forget_changed_outcomes(self) {
        self.0.outcomes.set(Vec::new());
    }

    pub fn world(self) -> WorldId {
        self.0.journal.world()
    }

    /// All that this tab has in memory, saved or not: for export, and for tests.
    pub fn copy(self) -> MemoryStore {
        self.0.ledger.borrow().store.clone()
    }

    /// Puts a whole world, with the bytes that its rows hold, in the place of this one, in every tab: the demo world, a
    /// reset, an import.
    pub async fn replace_world(
        self,
        store: MemoryStore,
        blobs: &[(BlobId, Vec<u8>)],
    ) -> Result<(), StorageFault> {
        self.0.replace_world(store, blobs).await
    }

    /// Closes the connection and listens no more. What waits is not saved.
    pub fn close(self) {
        self.0.is_closed.set(true);
        if let Some(tabs) = self.0.tabs.take() {
            tabs.close();
        }
        self.0.journal.close();
    }
}

/// The value now. Event handlers ask as well, once: that is no mistake and deserves no warning.
fn seen<T: Clone + Send + Sync + 'static>(signal: &ArcRwSignal<T>) -> T {
    match Observer::get() {
        Some(_) => signal.get(),
        None => signal.get_untracked(),
    }
}

impl Inner {
    pub fn listen_for_closing(&'static self) {
        self.journal.database().on_closed(|| self.look());
    }

    /// Never before the last commit.
    pub fn now(&self, ledger: &Ledger) -> Time {
        clock::now().max(ledger.store.last)
    }

    fn takes_no_more(&self, ledger: &Ledger) -> bool {
        match self.saving.get_untracked() {
            SaveState::Saved | SaveState::Saving => false,
            SaveState::CannotSave(fault) => {
                fault.is_final() || ledger.unsaved_bytes() > limits::UNSAVED_BYTES
            }
        }
    }

    /// Lets those run again who looked at what has changed.
    pub fn redraw(&self, touched: &Touched) {
        let triggers = self.readers.borrow_mut().touch(touched);
        for trigger in triggers {
            trigger.notify();
        }
    }

    /// Told a little later: whoever looks is in the middle of being drawn.
    pub fn tell_unreadable(&'static self) {
        if self.readers.borrow().fault() == self.unreadable.get_untracked() {
            return;
        }
        spawn_local(async move {
            let fault = self.readers.borrow().fault();
            if fault != self.unreadable.get_untracked() {
                self.unreadable.set(fault);
            }
        });
    }

    pub fn tell_outcomes(&self, changed: Vec<ChangedOutcome>) {
        if changed.is_empty() {
            return;
        }
        self.outcomes.update(|outcomes| {
            outcomes.extend(changed);
            let too_many = outcomes.len().saturating_sub(limits::OUTCOMES);
            outcomes.drain(..too_many);
        });
    }
}
