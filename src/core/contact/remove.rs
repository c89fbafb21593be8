//! A person removes a contact: one-sided, and told to nobody (CON 6). The conversation stays where it is, read-only.

use serde::{Deserialize, Serialize};

use super::{Pair, RelationState, relation_of, relations};
use crate::{
    command::{Act, Tx},
    refusal::Refusal,
    row::WriteRows,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RemoveContact {
    pub pair: Pair,
}

impl Act for RemoveContact {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let relation = relation_of(tx, me, self.pair)?;
        if !relation.state.is_contact() {
            return Err(Refusal::NotThere.into());
        }
        let at = tx.now;
        tx.put(
            &relations(me).at(self.pair),
            &relation.turned(RelationState::RemovedByMe { at }),
        )
    }
}
