//! An administrator names an organization as partner, by its corporate ID (POL 1).

use serde::{Deserialize, Serialize};

use super::{Partner, partners};
use crate::{
    audit::{Fact, What},
    command::{Act, Tx},
    id::OrganizationId,
    limits,
    organization::{CorporateId, company, corporate_ids, must_administer},
    refusal::{Field, Problem, Refusal},
    row::{ReadRows, WriteRows},
    space::Space,
    store::Stop,
    text::Prose,
    time::Time,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AddPartner {
    pub organization: OrganizationId,
    pub corporate_id: String,
    pub until: Option<Time>,
    pub why: String,
}

impl Act for AddPartner {
    type Done = OrganizationId;

    fn decide(&self, tx: &mut Tx) -> Result<OrganizationId, Stop> {
        let me = tx.me()?;
        must_administer(tx, me, self.organization)?;
        let why = Prose::optional(Field::Reason, &self.why, limits::REASON)?;
        let wrong = |problem| Refusal::Input(Field::CorporateId, problem);
        if self.corporate_id.trim().is_empty() {
            return Err(wrong(Problem::Missing).into());
        }
        let corporate_id = CorporateId::parse(&self.corporate_id).ok_or(wrong(Problem::Form))?;
        let other = tx
            .find(&corporate_ids().at(corporate_id))?
            .ok_or(wrong(Problem::Unknown))?
            .organization;
        if other == self.organization {
            return Err(wrong(Problem::Own).into());
        }
        if self.until.is_some_and(|until| until <= tx.now) {
            return Err(Refusal::Input(Field::Until, Problem::Expired).into());
        }
        let key = partners(self.organization).at(other);
        if tx
            .find(&key)?
            .is_some_and(|partner| partner.until == self.until)
        {
            return Err(wrong(Problem::Taken).into());
        }
        let name = tx
            .find(&company(other).at(()))?
            .ok_or(Refusal::NotThere)?
            .display_name;
        let added = tx.now;
        tx.put(
            &key,
            &Partner {
                name: name.clone(),
                corporate_id,
                added,
                added_by: me,
                until: self.until,
            },
        )?;
        let fact = Fact::new(What::PartnerAdded, name.to_string())
            .changed(
                Field::CorporateId,
                None::<String>,
                Some(corporate_id.to_string()),
            )
            .because(why.map(|why| why.to_string()));
        tx.note(Space::Console(self.organization), fact);
        Ok(other)
    }
}
