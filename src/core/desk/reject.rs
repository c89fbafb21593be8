//! A reviewer rejects a registration, with a reason on which the applicant can act (REG 7).

use serde::{Deserialize, Serialize};

use super::{
    CaseId, Outcome,
    case::{attempt_of, case_in_hand, decide},
    log::note,
};
use crate::{
    account::{Notice, notify},
    audit::{Fact, What},
    command::{Act, Tx},
    id::RegistrationId,
    limits,
    refusal::Field,
    registration::{Happened, happen},
    store::Stop,
    text::Prose,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RejectRegistration {
    pub registration: RegistrationId,
    /// What the reviewer read.
    pub attempt: u64,
    pub reason: String,
}

impl Act for RejectRegistration {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let registration = self.registration;
        let id = CaseId::Registration(registration);
        let case = case_in_hand(tx, id, self.attempt)?;
        let reason = Prose::check(Field::Reason, &self.reason, limits::REASON)?;
        let company = attempt_of(tx, registration, self.attempt)?
            .statement
            .legal_name;
        let applicant = case.account;
        let refused = Outcome::Refused {
            reason: reason.clone(),
        };
        decide(tx, id, case, refused)?;
        let rejected = Happened::Rejected {
            reason: reason.clone(),
        };
        happen(tx, applicant, registration, rejected)?;
        let fact =
            Fact::new(What::RegistrationRejected, &*company).because(Some(reason.to_string()));
        note(tx, id, fact)?;
        notify(
            tx,
            applicant,
            Notice::RegistrationRejected {
                registration,
                company,
                reason,
            },
        )
    }
}
