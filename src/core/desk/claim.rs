//! A reviewer takes a case in hand, so that two do not decide it.

use serde::{Deserialize, Serialize};

use super::{Case, CaseId, Claim, DeskRefusal, case::case_in_reach, cases, log::note, subject};
use crate::{
    audit::{Fact, What},
    command::{Act, Tx},
    refusal::Refusal,
    registration::{Happened, State, application_of, happen},
    row::WriteRows,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ClaimCase {
    pub case: CaseId,
}

impl Act for ClaimCase {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let case = case_in_reach(tx, self.case)?;
        case.must_be_open(tx.now)?;
        match &case.claim {
            Some(claim) if claim.by == me => return Ok(()),
            Some(_) => return Err(Refusal::Desk(DeskRefusal::ClaimedByAnother).into()),
            None => {}
        }
        if let CaseId::Registration(registration) = self.case {
            let application = application_of(tx, case.account, registration)?;
            if matches!(application.state_at(tx.now), State::Submitted { .. }) {
                happen(tx, case.account, registration, Happened::TakenUp)?;
            }
        }
        let about = subject(tx, self.case)?;
        note(tx, self.case, Fact::new(What::CaseClaimed, about))?;
        let claim = Some(Claim { by: me, at: tx.now });
        tx.put(&cases().at(self.case), &Case { claim, ..case })
    }
}
