//! A person takes a request back while it waits.

use serde::{Deserialize, Serialize};

use super::{ContactRefusal, Pair, Relation, RelationState, relation_of, relations};
use crate::{
    command::{Act, Tx},
    id::AccountId,
    refusal::Refusal,
    row::{ReadRows, WriteRows},
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct WithdrawRequest {
    pub pair: Pair,
}

impl Act for WithdrawRequest {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let relation = relation_of(tx, me, self.pair)?;
        if !matches!(relation.state, RelationState::Sent { .. })
            || relation.state.is_expired(tx.now)
        {
            return Err(Refusal::Contact(ContactRefusal::RequestGone).into());
        }
        take_back(tx, me, self.pair, relation)
    }
}

/// Ends a request of mine that waits.
pub(super) fn take_back(
    tx: &mut Tx,
    me: AccountId,
    pair: Pair,
    mine: Relation,
) -> Result<(), Stop> {
    let at = tx.now;
    tx.put(
        &relations(me).at(pair),
        &mine.turned(RelationState::WithdrawnByMe { at }),
    )?;
    // A request that met a block never arrived, so there may be nothing to take back on the other side.
    let theirs = relations(pair.theirs.account).at(pair.mirrored(me));
    match tx.find(&theirs)? {
        Some(relation) if matches!(relation.state, RelationState::Received { .. }) => {
            tx.put(&theirs, &relation.turned(RelationState::Withdrawn { at }))
        }
        _ => Ok(()),
    }
}
