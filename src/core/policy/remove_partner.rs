//! An administrator ends a partnership. Conversations with that organization become read-only (POL 6).

use serde::{Deserialize, Serialize};

use super::partners;
use crate::{
    audit::{Fact, What},
    command::{Act, Tx},
    id::OrganizationId,
    limits,
    organization::must_administer,
    refusal::{Field, Refusal},
    row::{ReadRows, WriteRows},
    space::Space,
    store::Stop,
    text::Prose,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RemovePartner {
    pub organization: OrganizationId,
    pub partner: OrganizationId,
    pub why: String,
}

impl Act for RemovePartner {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        must_administer(tx, tx.me()?, self.organization)?;
        let why = Prose::optional(Field::Reason, &self.why, limits::REASON)?;
        let key = partners(self.organization).at(self.partner);
        let partner = tx.find(&key)?.ok_or(Refusal::NotThere)?;
        let fact = Fact::new(What::PartnerRemoved, partner.name.to_string())
            .changed(
                Field::CorporateId,
                Some(partner.corporate_id.to_string()),
                None::<String>,
            )
            .changed(Field::Until, partner.end(), None::<String>)
            .because(why.map(|why| why.to_string()));
        tx.note(Space::Console(self.organization), fact);
        tx.remove(&key)
    }
}
