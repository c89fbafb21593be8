//! An administrator provisions a member by mobile number (ORG 2).

use serde::{Deserialize, Serialize};

use super::{
    administrator,
    details::Details,
    member::{self},
};
use crate::{
    audit::{Fact, What},
    command::{Act, Tx},
    id::{MemberId, OrganizationId},
    refusal::Field,
    space::Space,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AddMember {
    pub organization: OrganizationId,
    pub details: Details,
}

impl Act for AddMember {
    type Done = MemberId;

    fn decide(&self, tx: &mut Tx) -> Result<MemberId, Stop> {
        administrator(tx, self.organization)?;
        let details = self.details.check()?;
        let fact = Fact::new(What::MemberAdded, &*details.name)
            .changed(
                Field::EmployeeId,
                None::<&str>,
                Some(details.employee_id.to_string()),
            )
            .changed(
                Field::Mobile,
                None::<&str>,
                Some(details.mobile.to_string()),
            );
        let member = member::add(tx, self.organization, details)?;
        tx.note(Space::Console(self.organization), fact);
        Ok(member)
    }
}
