//! Whoever sees a console takes its trail with them as a file. That stands in the trail too (GOV 2).

use serde::{Deserialize, Serialize};

use super::{Fact, What};
use crate::{
    command::{Act, Tx},
    id::OrganizationId,
    organization::must_read,
    space::Space,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ExportTrail {
    pub organization: OrganizationId,
}

impl Act for ExportTrail {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        must_read(tx, tx.me()?, self.organization)?;
        let fact = Fact::new(What::TrailExported, "");
        tx.note(Space::Console(self.organization), fact);
        Ok(())
    }
}
