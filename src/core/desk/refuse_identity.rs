//! A reviewer does not find that a person is who they say, and says why (IDV 6).

use serde::{Deserialize, Serialize};

use super::{
    CaseId, Outcome,
    case::{case_in_hand, decide},
    log::note,
    subject,
};
use crate::{
    audit::{Fact, What},
    command::{Act, Tx},
    id::SubmissionId,
    identity, limits,
    refusal::Field,
    store::Stop,
    text::Prose,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RefuseIdentity {
    pub submission: SubmissionId,
    pub reason: String,
}

impl Act for RefuseIdentity {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let id = CaseId::Identity(self.submission);
        let case = case_in_hand(tx, id, 0)?;
        let reason = Prose::check(Field::Reason, &self.reason, limits::REASON)?;
        let fact =
            Fact::new(What::IdentityRefused, subject(tx, id)?).because(Some(reason.to_string()));
        identity::refuse(tx, case.account, reason.clone())?;
        super::erase_evidence(tx, self.submission)?;
        decide(tx, id, case, Outcome::Refused { reason })?;
        note(tx, id, fact)
    }
}
