//! A reviewer approves a registration: the organization opens, with the applicant as its owner (REG 7).

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
    id::{OrganizationId, RegistrationId},
    organization::open::{Opening, open},
    registration::{Happened, happen},
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ApproveRegistration {
    pub registration: RegistrationId,
    /// What the reviewer read.
    pub attempt: u64,
}

impl Act for ApproveRegistration {
    type Done = OrganizationId;

    fn decide(&self, tx: &mut Tx) -> Result<OrganizationId, Stop> {
        let registration = self.registration;
        let id = CaseId::Registration(registration);
        let case = case_in_hand(tx, id, self.attempt)?;
        let statement = attempt_of(tx, registration, self.attempt)?.statement;
        let (applicant, company) = (case.account, statement.legal_name.clone());
        let opening = Opening {
            legal_name: statement.legal_name,
            display_name: statement.display_name,
            realm: statement.jurisdiction.realm(),
            owner: applicant,
            owner_name: statement.applicant.name,
            owner_title: statement.applicant.position,
        };
        let organization = open(tx, &opening)?;
        decide(tx, id, case, Outcome::Approved)?;
        let approved = Happened::Approved { organization };
        happen(tx, applicant, registration, approved)?;
        let fact = Fact::new(What::RegistrationApproved, &*company);
        note(tx, id, fact)?;
        notify(
            tx,
            applicant,
            Notice::RegistrationApproved {
                registration,
                company,
                organization,
            },
        )?;
        Ok(organization)
    }
}
