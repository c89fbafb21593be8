//! An administrator gives members another main department (ORG 9). Their other departments stay.

use serde::{Deserialize, Serialize};

use super::{
    administrator,
    change_member::{change, note},
    department,
    member::{check_bulk, member_of},
};
use crate::{
    command::{Act, Tx},
    id::{DepartmentId, MemberId, OrganizationId},
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MoveMembers {
    pub organization: OrganizationId,
    pub members: Vec<MemberId>,
    pub to: DepartmentId,
}

impl Act for MoveMembers {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        administrator(tx, self.organization)?;
        department::department_of(tx, self.organization, self.to)?;
        for member in check_bulk(&self.members)? {
            let member = member_of(tx, self.organization, member)?;
            let mut details = member.details();
            details.departments[0] = self.to;
            let mut others = details.departments.split_off(1);
            others.retain(|department| *department != self.to);
            details.departments.extend(others);
            let name = details.name.clone();
            let changes = change(tx, self.organization, &member, details)?;
            note(tx, self.organization, &name, changes);
        }
        Ok(())
    }
}
