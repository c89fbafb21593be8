//! An administrator decides whether colleagues become contacts without asking (POL 2). Members see it.

use serde::{Deserialize, Serialize};

use super::{ColleaguePolicy, PolicyChange, colleague_policy, set_external::yes_or_no};
use crate::{
    account::profile_of,
    audit::{Fact, What},
    command::{Act, Tx},
    id::OrganizationId,
    limits,
    organization::{company, must_administer},
    refusal::Field,
    row::{ReadRows, WriteRows},
    space::Space,
    store::Stop,
    text::Prose,
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
        let me = tx.me()?;
        must_administer(tx, me, self.organization)?;
        let why = Prose::optional(Field::Reason, &self.why, limits::REASON)?;
        let key = colleague_policy(self.organization).at(());
        let before = tx.find(&key)?.unwrap_or_default().automatic;
        if before == self.automatic {
            return Ok(());
        }
        let changed = PolicyChange {
            at: tx.now,
            by: profile_of(tx, me)?.name,
            why: why.clone(),
        };
        tx.put(
            &key,
            &ColleaguePolicy {
                automatic: self.automatic,
                changed: Some(changed),
            },
        )?;
        let about = tx
            .find(&company(self.organization).at(()))?
            .map(|company| company.display_name.to_string());
        let fact = Fact::new(What::ColleaguePolicyChanged, about.unwrap_or_default())
            .changed(
                Field::AutomaticAcceptance,
                Some(yes_or_no(before)),
                Some(yes_or_no(self.automatic)),
            )
            .because(why.map(|why| why.to_string()));
        tx.note(Space::Console(self.organization), fact);
        Ok(())
    }
}
