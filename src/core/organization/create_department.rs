//! An administrator creates a department below another (ORG 1).

use serde::{Deserialize, Serialize};

use super::{administrator, department};
use crate::{
    audit::{Fact, What},
    command::{Act, Tx},
    id::{DepartmentId, OrganizationId},
    refusal::Field,
    space::Space,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CreateDepartment {
    pub organization: OrganizationId,
    pub parent: DepartmentId,
    pub name: String,
}

impl Act for CreateDepartment {
    type Done = DepartmentId;

    fn decide(&self, tx: &mut Tx) -> Result<DepartmentId, Stop> {
        administrator(tx, self.organization)?;
        let parent = department::department_of(tx, self.organization, self.parent)?;
        let name = department::check_name(Field::Department, &self.name)?;
        let made = department::create(tx, self.organization, self.parent, name.clone())?;
        let fact = Fact::new(What::DepartmentCreated, &*name).changed(
            Field::ParentDepartment,
            None::<&str>,
            Some(&*parent.name),
        );
        tx.note(Space::Console(self.organization), fact);
        Ok(made)
    }
}
