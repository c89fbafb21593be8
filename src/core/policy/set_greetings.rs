//! An administrator decides whether requests carry a greeting (CON 4). Members see it.

use serde::{Deserialize, Serialize};

use super::{GreetingPolicy, PolicyChange, greeting_policy, set_external::yes_or_no};
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
pub struct SetGreetingPolicy {
    pub organization: OrganizationId,
    pub allowed: bool,
    pub why: String,
}

impl Act for SetGreetingPolicy {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        must_administer(tx, me, self.organization)?;
        let why = Prose::optional(Field::Reason, &self.why, limits::REASON)?;
        let key = greeting_policy(self.organization).at(());
        let before = tx.find(&key)?.unwrap_or_default().allowed;
        if before == self.allowed {
            return Ok(());
        }
        let changed = PolicyChange {
            at: tx.now,
            by: profile_of(tx, me)?.name,
            why: why.clone(),
        };
        tx.put(
            &key,
            &GreetingPolicy {
                allowed: self.allowed,
                changed: Some(changed),
            },
        )?;
        let about = tx
            .find(&company(self.organization).at(()))?
            .map(|company| company.display_name.to_string());
        let fact = Fact::new(What::GreetingPolicyChanged, about.unwrap_or_default())
            .changed(
                Field::Greetings,
                Some(yes_or_no(before)),
                Some(yes_or_no(self.allowed)),
            )
            .because(why.map(|why| why.to_string()));
        tx.note(Space::Console(self.organization), fact);
        Ok(())
    }
}
