//! A store with a clock and a fixed chance: where the demo world, tests, seeded worlds and benches run real commands.

use crate::{
    ask::{Question, ask},
    command::{Act, Actor, Ctx, execute},
    id::keyed_hash,
    memory::{Changes, MemoryStore},
    store::Stop,
    time::Time,
    view::View,
};

#[derive(Clone)]
pub struct World {
    pub store: MemoryStore,
    pub now: Time,
    seed: [u8; 32],
    executed: u64,
}

impl World {
    pub fn new(now: Time, seed: u64) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_be_bytes());
        Self {
            store: MemoryStore::default(),
            now,
            seed: bytes,
            executed: 0,
        }
    }

    /// Executes and keeps.
    pub fn run<A: Act>(&mut self, actor: Actor, act: &A) -> Result<A::Done, Stop> {
        self.run_changes(actor, act).map(|(done, _)| done)
    }

    /// Executes, keeps, and says what changed.
    pub fn run_changes<A: Act>(
        &mut self,
        actor: Actor,
        act: &A,
    ) -> Result<(A::Done, Changes), Stop> {
        let ctx = self.ctx(actor);
        let mut tx = self.store.begin();
        let done = execute(&mut tx, &ctx, act)?;
        Ok((done, tx.commit(ctx.now)))
    }

    /// Executes and takes back: what would happen.
    pub fn dry<A: Act>(&mut self, actor: Actor, act: &A) -> Result<A::Done, Stop> {
        let ctx = self.ctx(actor);
        execute(&mut self.store.begin(), &ctx, act)
    }

    pub fn ask<Q: Question>(&self, actor: Actor, question: &Q) -> Result<Q::Answer, Stop> {
        ask(&self.store, actor, self.now, question)
    }

    pub fn view(&self, actor: Actor) -> View<'_> {
        View::new(&self.store, actor)
    }

    pub fn wait(&mut self, milliseconds: u64) {
        self.now = self.now.plus(milliseconds);
    }

    fn ctx(&mut self, actor: Actor) -> Ctx {
        self.executed += 1;
        let now = self.now.max(self.store.last);
        Ctx {
            actor,
            now,
            chance: keyed_hash(&self.seed, &self.executed.to_be_bytes()),
        }
    }
}
