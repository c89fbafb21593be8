//! A person hears nothing more from another, or hears again. The other is never told (CON 5).
//! It holds in every seat that the two have met in.

use serde::{Deserialize, Serialize};

use super::{Pair, RelationState, relations, relations_with, withdraw::take_back};
use crate::{
    command::{Act, Tx},
    refusal::Refusal,
    row::WriteRows,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetBlocked {
    pub pair: Pair,
    pub blocked: bool,
}

impl Act for SetBlocked {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let all = relations_with(tx, me, self.pair.theirs.account)?;
        if all.is_empty() {
            return Err(Refusal::NotThere.into());
        }
        for (pair, mut relation) in all {
            relation.blocked = self.blocked;
            let waits = matches!(relation.state, RelationState::Sent { .. })
                && !relation.state.is_expired(tx.now);
            match self.blocked && waits {
                // Nobody waits for an answer that they would not hear.
                true => take_back(tx, me, pair, relation)?,
                false => tx.put(&relations(me).at(pair), &relation)?,
            }
        }
        Ok(())
    }
}
