//! An administrator deletes a department in which nothing stands any more (ORG 1).

use serde::{Deserialize, Serialize};

use super::{
    OrganizationRefusal, administrator, department, department_names, departments, member::count,
};
use crate::{
    audit::{Fact, What},
    command::{Act, Tx},
    id::{DepartmentId, OrganizationId},
    refusal::{Field, Refusal},
    row::WriteRows,
    space::Space,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DeleteDepartment {
    pub organization: OrganizationId,
    pub department: DepartmentId,
}

impl Act for DeleteDepartment {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        administrator(tx, self.organization)?;
        let row = department::department_of(tx, self.organization, self.department)?;
        let Some(parent) = row.parent else {
            return Err(Refusal::Organization(OrganizationRefusal::TopDepartmentStays).into());
        };
        if !department::is_empty(tx, self.organization, self.department)? {
            return Err(Refusal::Organization(OrganizationRefusal::DepartmentNotEmpty).into());
        }
        tx.remove(&department_names(self.organization).at((parent, row.name.folded())))?;
        tx.remove(&departments(self.organization).at(self.department))?;
        count(tx, self.organization, |count| count.departments -= 1)?;
        let above = department::department_of(tx, self.organization, parent)?;
        let fact = Fact::new(What::DepartmentDeleted, &*row.name).changed(
            Field::ParentDepartment,
            Some(&*above.name),
            None::<&str>,
        );
        tx.note(Space::Console(self.organization), fact);
        Ok(())
    }
}
