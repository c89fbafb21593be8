//! A reviewer finds that a person is who they say: the account name becomes the real name (IDV 7).

use serde::{Deserialize, Serialize};

use super::{
    CaseId, Outcome,
    case::{case_in_hand, decide},
    log::note,
    subject, submitted_identities,
};
use crate::{
    audit::{Fact, What},
    command::{Act, Tx},
    id::SubmissionId,
    identity,
    refusal::Refusal,
    row::ReadRows,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ApproveIdentity {
    pub submission: SubmissionId,
}

impl Act for ApproveIdentity {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let id = CaseId::Identity(self.submission);
        let case = case_in_hand(tx, id, 0)?;
        let submitted = tx
            .find(&submitted_identities().at(self.submission))?
            .ok_or(Refusal::NotThere)?;
        let fact = Fact::new(What::IdentityApproved, subject(tx, id)?);
        identity::verify(tx, &submitted)?;
        super::erase_evidence(tx, self.submission)?;
        decide(tx, id, case, Outcome::Approved)?;
        note(tx, id, fact)
    }
}
