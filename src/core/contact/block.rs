//! A person hears nothing more from another, or hears again. The other is never told (CON 5).

use serde::{Deserialize, Serialize};

use super::{Pair, relation_of, relations};
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
        let mut relation = relation_of(tx, me, self.pair)?;
        relation.blocked = self.blocked;
        tx.put(&relations(me).at(self.pair), &relation)
    }
}
