//! Several tabs on one journal, as in a browser: each decides in its own memory, and whoever is late takes its act back,
//! reads what it missed, and decides again.

use liaison_core::{
    command::{Actor, Command, Ctx, execute},
    id::keyed_hash,
    memory::{Changes, Commit, MemoryStore},
    store::Stop,
    time::Time,
};

const TABS: usize = 3;

pub struct Tabs {
    pub now: Time,
    tabs: Vec<MemoryStore>,
    /// The state in which the journal begins.
    ground: MemoryStore,
    journal: Vec<Vec<u8>>,
    /// The state after everything that was decided, always read from the journal's bytes.
    authority: MemoryStore,
    seed: [u8; 32],
    executed: u64,
}

impl Tabs {
    pub fn open(ground: MemoryStore, now: Time, seed: u64) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_be_bytes());
        Self {
            now,
            tabs: vec![ground.clone(); TABS],
            authority: ground.clone(),
            ground,
            journal: Vec::new(),
            seed: bytes,
            executed: 0,
        }
    }

    pub fn count(&self) -> usize {
        self.tabs.len()
    }

    /// What a tab has in memory, which may be behind.
    pub fn seen_by(&self, tab: usize) -> &MemoryStore {
        &self.tabs[tab]
    }

    /// The state after everything that was decided.
    pub fn authority(&self) -> &MemoryStore {
        &self.authority
    }

    /// Decides in the tab, then journals it; a tab that was late decides again.
    pub fn run(&mut self, tab: usize, actor: Actor, command: &Command) -> Result<Changes, Stop> {
        self.executed += 1;
        let chance = keyed_hash(&self.seed, &self.executed.to_be_bytes());
        let late = self.tabs[tab].commits < self.commits();
        if late {
            let store = &mut self.tabs[tab];
            let last = store.last;
            if let Ok((changes, _)) = decide(store, actor, self.now, chance, command) {
                store.undo(&changes, last);
            }
            let mut store = std::mem::take(&mut self.tabs[tab]);
            self.catch_up(&mut store);
            self.tabs[tab] = store;
        }
        let (changes, time) = decide(&mut self.tabs[tab], actor, self.now, chance, command)?;
        let number = self.tabs[tab].commits;
        self.journal.push(
            Commit {
                number,
                time,
                changes: changes.clone(),
            }
            .to_bytes(),
        );
        let mut authority = std::mem::take(&mut self.authority);
        self.catch_up(&mut authority);
        self.authority = authority;
        Ok(changes)
    }

    /// Forgets a tab's memory and reads it again, from the journal or from a snapshot of another tab.
    pub fn reload(&mut self, tab: usize, from_snapshot: bool) {
        let mut store = self.ground.clone();
        self.catch_up(&mut store);
        if from_snapshot {
            let snapshot = store.snapshot();
            let pages = snapshot.fresh.into_iter().map(|(_, bytes)| bytes).collect();
            let manifest = snapshot.manifest;
            // The ground's own pages are on disk already only in a browser; here every page is written anew.
            if let Ok(opened) = MemoryStore::open(&manifest, pages) {
                store = opened;
            }
        }
        self.tabs[tab] = store;
    }

    /// Every tab reads what it missed; then all are the same.
    pub fn settle(&mut self) {
        let mut fresh = self.ground.clone();
        self.catch_up(&mut fresh);
        let authority: Vec<_> = fresh.rows().collect();
        assert!(
            self.authority.rows().eq(authority.iter().cloned()),
            "what is stored is not what a fresh read gives"
        );
        for tab in 0..self.tabs.len() {
            let mut store = std::mem::take(&mut self.tabs[tab]);
            self.catch_up(&mut store);
            assert!(
                store.rows().eq(authority.iter().cloned()),
                "tab {tab} differs from what was decided"
            );
            self.tabs[tab] = store;
        }
    }

    fn commits(&self) -> u64 {
        self.ground.commits + self.journal.len() as u64
    }

    fn catch_up(&self, store: &mut MemoryStore) {
        let missed = (store.commits - self.ground.commits) as usize;
        for record in &self.journal[missed..] {
            store.apply(&Commit::from_bytes(record).expect("a record that was just written"));
        }
    }
}

fn decide(
    store: &mut MemoryStore,
    actor: Actor,
    now: Time,
    chance: [u8; 32],
    command: &Command,
) -> Result<(Changes, Time), Stop> {
    let ctx = Ctx {
        actor,
        now: now.max(store.last),
        chance,
    };
    let mut tx = store.begin();
    execute(&mut tx, &ctx, command)?;
    Ok((tx.commit(ctx.now), ctx.now))
}
