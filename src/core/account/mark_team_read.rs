//! A person has seen their Team thread up to a number.

use serde::{Deserialize, Serialize};

use super::{TeamRead, seen_notices, team_read, thread};
use crate::{
    command::{Act, Tx},
    row::WriteRows,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MarkTeamRead {
    /// How many entries, counted from the first.
    pub seen: u64,
}

impl Act for MarkTeamRead {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let there = thread(tx, me, tx.now)?.len() as u64;
        let seen = self.seen.min(there).max(seen_notices(tx, me)?);
        tx.put(&team_read(me).at(()), &TeamRead { seen })
    }
}
