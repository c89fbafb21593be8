//! A case goes back into the queue. The operator can release what an absent reviewer holds.

use serde::{Deserialize, Serialize};

use super::{
    Case, CaseId,
    case::{case_claimed, case_that_is_claimed},
    cases,
    log::note,
    subject,
};
use crate::{
    audit::{Fact, What},
    command::{Act, Actor, Tx},
    row::WriteRows,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReleaseCase {
    pub case: CaseId,
}

impl Act for ReleaseCase {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let case = match tx.actor() {
            Actor::Operator => case_that_is_claimed(tx, self.case)?,
            _ => case_claimed(tx, self.case)?,
        };
        let fact = Fact::new(What::CaseReleased, subject(tx, self.case)?);
        note(tx, self.case, fact)?;
        let claim = None;
        tx.put(&cases().at(self.case), &Case { claim, ..case })
    }
}
