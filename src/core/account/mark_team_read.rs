//! A person has seen their Team thread up to a number.

use serde::{Deserialize, Serialize};

use super::{TeamRead, team_read};
use crate::{
    command::{Act, Tx},
    row::{ReadRows, WriteRows},
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
        let before = tx.find(&team_read(me).at(()))?.map_or(0, |read| read.seen);
        tx.put(
            &team_read(me).at(()),
            &TeamRead {
                seen: before.max(self.seen),
            },
        )
    }
}
