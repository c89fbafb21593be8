//! Reading that follows the world.

use liaison_core::{
    ask::{Question, ask},
    command::Actor,
    store::{Read, Stop},
    time::Time,
    view::View,
};
use reactive_graph::{
    signal::ArcTrigger,
    traits::{Get, Track},
};
use send_wrapper::SendWrapper;

use crate::{
    db::{Db, Inner},
    memo::Memo,
    readers::{ReaderId, Tracked},
};

/// The time, for those who need it: asking makes the reader run again with every minute.
pub struct Now<'a> {
    time: Time,
    minute: &'a ArcTrigger,
}

impl Now<'_> {
    pub fn time(&self) -> Time {
        self.minute.track();
        self.time
    }
}

impl Db {
    /// What this tab's person may see, read by `read`. It is read again when a row or a range that it looked at has
    /// changed, when the tab becomes somebody else, and, if it asked for the time, every minute.
    ///
    /// `read` only reads: running an act in it is a mistake, and panics.
    #[track_caller]
    pub fn live<T>(self, read: impl Fn(&View, &Now) -> T + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        self.follow(move |store, actor, now| read(&View::new(store, actor), now))
    }

    /// The answer of the authority to a question of this tab's person, followed like [`Db::live`]. `question` may read
    /// signals.
    #[track_caller]
    pub fn live_ask<Q: Question>(
        self,
        question: impl Fn() -> Q + 'static,
    ) -> Memo<Result<Q::Answer, Stop>>
    where
        Q::Answer: PartialEq + Send + Sync + 'static,
    {
        self.follow(move |store, actor, now| ask(&store, actor, now.time(), &question()))
    }

    /// What nobody but the operator of this browser may see, past all visibility: the demo bar's phones and its list of
    /// persons. No other screen has business here.
    #[track_caller]
    pub fn authority_live<T>(self, read: impl Fn(&dyn Read, &Now) -> T + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        self.follow(move |store, _, now| read(store, now))
    }

    #[track_caller]
    fn follow<T>(self, read: impl Fn(&dyn Read, Actor, &Now) -> T + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let reader = Reader::new(self.0);
        let parts = SendWrapper::new((reader, read));
        Memo::new(move |_| {
            let (reader, read) = &*parts;
            let mut value = None;
            reader.look(&mut |store, actor, now| value = Some(read(store, actor, now)));
            value.expect("a look calls its reader")
        })
    }
}

/// A place among the readers, given back when the memo is no more.
struct Reader {
    id: ReaderId,
    trigger: ArcTrigger,
    inner: &'static Inner,
}

impl Reader {
    fn new(inner: &'static Inner) -> Self {
        let trigger = ArcTrigger::new();
        let id = inner.readers.borrow_mut().add(trigger.clone());
        Self { id, trigger, inner }
    }

    /// Not generic, so that it is compiled once and not for every screen.
    fn look(&self, read: &mut dyn FnMut(&dyn Read, Actor, &Now)) {
        let inner = self.inner;
        self.trigger.track();
        let actor = inner.actor.get();
        let ledger = inner.ledger.borrow();
        let tracked = Tracked::new(&ledger.store);
        let now = Now {
            time: inner.now(&ledger),
            minute: &inner.minute,
        };
        read(&tracked, actor, &now);
        let looks = tracked.into_looks();
        inner.readers.borrow_mut().looked(self.id, looks);
        inner.tell_unreadable();
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.inner.readers.borrow_mut().remove(self.id);
        self.inner.tell_unreadable();
    }
}
