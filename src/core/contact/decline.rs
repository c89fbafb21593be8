//! A person declines a request. The sender is told, and may ask again in a week.

use serde::{Deserialize, Serialize};

use super::{ContactRefusal, Pair, RelationState, relation_of, relations, turn_theirs};
use crate::{
    command::{Act, Tx},
    refusal::Refusal,
    row::WriteRows,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DeclineRequest {
    pub pair: Pair,
}

impl Act for DeclineRequest {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let relation = relation_of(tx, me, self.pair)?;
        if !relation.state.waits_for_me(tx.now) {
            return Err(Refusal::Contact(ContactRefusal::RequestGone).into());
        }
        let at = tx.now;
        tx.put(
            &relations(me).at(self.pair),
            &relation.turned(RelationState::DeclinedByMe { at }),
        )?;
        turn_theirs(tx, me, self.pair, RelationState::Declined { at })
    }
}
