//! An administrator decides whether colleagues become contacts without asking (POL 2). Members see it.

use serde::{Deserialize, Serialize};

use super::{ColleaguePolicy, PolicyChange, change::yes_or_no, colleague_policy};
use crate::{
    audit::What,
    command::{Act, Tx},
    id::OrganizationId,
    refusal::Field,
    row::{ReadRows, WriteRows},
    space::Space,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetColleaguePolicy {
    pub organization: OrganizationId,
    pub automatic: bool,
    pub why: String,
}

impl Act for SetColleaguePolicy {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let changed = PolicyChange::begin(tx, self.organization, &self.why)?;
        let key = colleague_policy(self.organization).at(());
        let before = tx.find(&key)?.unwrap_or_default().automatic;
        if before == self.automatic {
            return Ok(());
        }
        let fact = changed
            .fact(tx, self.organization, What::ColleaguePolicyChanged)?
            .changed(
                Field::AutomaticAcceptance,
                Some(yes_or_no(before)),
                Some(yes_or_no(self.automatic)),
            );
        tx.note(Space::Console(self.organization), fact);
        tx.put(
            &key,
            &ColleaguePolicy {
                automatic: self.automatic,
                changed: Some(changed),
            },
        )
    }
}
