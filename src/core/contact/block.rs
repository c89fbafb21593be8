//! A person hears nothing more from another, or hears again. The other is never told (CON 5).
//! It holds in every seat that the two have met in.

use serde::{Deserialize, Serialize};

use super::{Pair, RelationState, relation_of, relations, relations_with, withdraw::take_back};
use crate::{
    command::{Act, Tx},
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
        relation_of(tx, me, self.pair)?;
        for (pair, mut relation) in relations_with(tx, me, self.pair.theirs.account)? {
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
