//! An administrator decides whether requests carry a greeting (CON 4). Members see it.

use serde::{Deserialize, Serialize};

use super::{GreetingPolicy, PolicyChange, change::yes_or_no, greeting_policy};
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
pub struct SetGreetingPolicy {
    pub organization: OrganizationId,
    pub allowed: bool,
    pub why: String,
}

impl Act for SetGreetingPolicy {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let changed = PolicyChange::begin(tx, self.organization, &self.why)?;
        let key = greeting_policy(self.organization).at(());
        let before = tx.find(&key)?.unwrap_or_default().allowed;
        if before == self.allowed {
            return Ok(());
        }
        let fact = changed
            .fact(tx, self.organization, What::GreetingPolicyChanged)?
            .changed(
                Field::Greetings,
                Some(yes_or_no(before)),
                Some(yes_or_no(self.allowed)),
            );
        tx.note(Space::Console(self.organization), fact);
        tx.put(
            &key,
            &GreetingPolicy {
                allowed: self.allowed,
                changed: Some(changed),
            },
        )
    }
}
