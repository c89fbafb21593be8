//! A person notes for themselves who a contact is (CON 6). Nobody else sees it.

use serde::{Deserialize, Serialize};

use super::{Pair, relation_of, relations};
use crate::{
    command::{Act, Tx},
    limits,
    refusal::Field,
    row::WriteRows,
    store::Stop,
    text::{Line, Prose},
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DescribeContact {
    pub pair: Pair,
    /// Shown in place of the name; empty for none.
    pub remark: String,
    pub description: String,
}

impl Act for DescribeContact {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let mut relation = relation_of(tx, me, self.pair)?;
        relation.remark = Line::optional(Field::Remark, &self.remark, limits::REMARK)?;
        relation.description =
            Prose::optional(Field::Description, &self.description, limits::DESCRIPTION)?;
        tx.put(&relations(me).at(self.pair), &relation)
    }
}
