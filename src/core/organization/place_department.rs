//! An administrator chooses a department's place among its siblings (ORG 1).

use serde::{Deserialize, Serialize};

use super::{OrganizationRefusal, administrator, department, departments};
use crate::{
    audit::{Fact, What},
    command::{Act, Tx},
    id::{DepartmentId, OrganizationId},
    order,
    refusal::{Field, Refusal},
    row::WriteRows,
    space::Space,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PlaceDepartment {
    pub organization: OrganizationId,
    pub department: DepartmentId,
    /// The sibling before it; none to stand first.
    pub behind: Option<DepartmentId>,
}

impl Act for PlaceDepartment {
    type Done = ();

    /// From then on the siblings are numbered. Whoever comes later stands behind them, by name.
    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        administrator(tx, self.organization)?;
        let row = department::department_of(tx, self.organization, self.department)?;
        let Some(parent) = row.parent else {
            return Err(Refusal::Organization(OrganizationRefusal::TopDepartmentStays).into());
        };
        let mut siblings = Vec::new();
        for child in department::children_of(tx, self.organization, parent)? {
            let row = department::department_of(tx, self.organization, child)?;
            siblings.push((row.order, row.name.folded(), child, row));
        }
        order::sort_by(&mut siblings, |a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        let place_of = |id| {
            siblings
                .iter()
                .position(|(_, _, sibling, _)| *sibling == id)
        };
        let (Some(from), Some(to)) = (
            place_of(self.department),
            match self.behind {
                None => Some(0),
                Some(before) => place_of(before).map(|place| place + 1),
            },
        ) else {
            return Err(Refusal::NotThere.into());
        };
        if to == from || to == from + 1 {
            return Ok(());
        }
        let behind = |place: usize| {
            let before = siblings.get(place.checked_sub(1)?)?;
            Some(before.3.name.to_string())
        };
        let fact = Fact::new(What::DepartmentPlaced, &*row.name).changed(
            Field::Department,
            behind(from),
            behind(to),
        );
        let moved = siblings.remove(from);
        siblings.insert(if from < to { to - 1 } else { to }, moved);
        for (order, (_, _, sibling, mut row)) in (0..).zip(siblings) {
            if row.order != order {
                row.order = order;
                tx.put(&departments(self.organization).at(sibling), &row)?;
            }
        }
        tx.note(Space::Console(self.organization), fact);
        Ok(())
    }
}
