//! An administrator renames a department (ORG 1).

use serde::{Deserialize, Serialize};

use super::{
    OrganizationRefusal, administrator,
    department::{self, show_on_cards},
    department_names,
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
pub struct RenameDepartment {
    pub organization: OrganizationId,
    pub department: DepartmentId,
    pub name: String,
}

impl Act for RenameDepartment {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        administrator(tx, self.organization)?;
        let mut row = department::department_of(tx, self.organization, self.department)?;
        let name = department::check_name(Field::Department, &self.name)?;
        let Some(parent) = row.parent else {
            return Err(Refusal::Organization(OrganizationRefusal::TopDepartmentStays).into());
        };
        if row.name == name {
            return Ok(());
        }
        if row.name.folded() != name.folded() {
            department::must_be_free(tx, self.organization, parent, &name)?;
            tx.remove(&department_names(self.organization).at((parent, row.name.folded())))?;
        }
        let fact = Fact::new(What::DepartmentRenamed, &*name).changed(
            Field::Department,
            Some(&*row.name),
            Some(&*name),
        );
        row.name = name;
        department::stand(tx, self.organization, self.department, &row)?;
        show_on_cards(tx, self.organization, self.department)?;
        tx.note(Space::Console(self.organization), fact);
        Ok(())
    }
}
