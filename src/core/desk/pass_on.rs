//! A reviewer gives a case to another reviewer.

use serde::{Deserialize, Serialize};

use super::{
    Case, CaseId, Claim, DeskRefusal,
    case::{case_claimed, is_own_case},
    cases,
    log::note,
    reviewers, subject,
};
use crate::{
    audit::{Fact, What},
    command::{Act, Tx},
    id::AccountId,
    refusal::{Field, Refusal},
    row::{ReadRows, WriteRows},
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PassOnCase {
    pub case: CaseId,
    pub to: AccountId,
}

impl Act for PassOnCase {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let case = case_claimed(tx, self.case)?;
        let to = tx.find(&reviewers().at(self.to))?;
        let Some(to) = to.filter(|_| self.to != me) else {
            return Err(Refusal::Desk(DeskRefusal::NoSuchReviewer).into());
        };
        if is_own_case(tx, &case, self.to)? {
            return Err(Refusal::Desk(DeskRefusal::OwnCaseOfReceiver).into());
        }
        let from = tx
            .find(&reviewers().at(me))?
            .map(|from| from.name.to_string());
        let fact = Fact::new(What::CasePassedOn, subject(tx, self.case)?).changed(
            Field::Name,
            from,
            Some(to.name.to_string()),
        );
        note(tx, self.case, fact)?;
        let claim = Some(Claim {
            by: self.to,
            at: tx.now,
        });
        tx.put(&cases().at(self.case), &Case { claim, ..case })
    }
}
