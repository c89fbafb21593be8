//! An administrator moves a department, and all that stands below it, under another (ORG 1).

use serde::{Deserialize, Serialize};

use super::{
    OrganizationRefusal, administrator,
    department::{self, UNPLACED},
    department_names,
};
use crate::{
    audit::{Fact, What},
    command::{Act, Tx},
    id::{DepartmentId, OrganizationId},
    limits,
    refusal::{Field, Refusal},
    row::WriteRows,
    space::Space,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MoveDepartment {
    pub organization: OrganizationId,
    pub department: DepartmentId,
    pub to: DepartmentId,
}

impl Act for MoveDepartment {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        administrator(tx, self.organization)?;
        let mut row = department::department_of(tx, self.organization, self.department)?;
        let target = department::department_of(tx, self.organization, self.to)?;
        let Some(parent) = row.parent else {
            return Err(Refusal::Organization(OrganizationRefusal::TopDepartmentStays).into());
        };
        if parent == self.to {
            return Ok(());
        }
        let above = department::upwards(tx, self.organization, self.to)?;
        if above.iter().any(|(id, _)| *id == self.department) {
            return Err(Refusal::Organization(OrganizationRefusal::DepartmentLoop).into());
        }
        let depth = above.len() - 1;
        let height = department::height_of(tx, self.organization, self.department)?;
        if depth + height > limits::DEPARTMENT_DEPTH {
            return Err(Refusal::Organization(OrganizationRefusal::DepartmentTooDeep).into());
        }
        department::must_be_free(tx, self.organization, self.to, &row.name)?;

        let before = department::department_of(tx, self.organization, parent)?;
        let fact = Fact::new(What::DepartmentMoved, &*row.name).changed(
            Field::ParentDepartment,
            Some(&*before.name),
            Some(&*target.name),
        );
        tx.remove(&department_names(self.organization).at((parent, row.name.folded())))?;
        row.parent = Some(self.to);
        row.order = UNPLACED;
        department::stand(tx, self.organization, self.department, &row)?;
        tx.note(Space::Console(self.organization), fact);
        Ok(())
    }
}
