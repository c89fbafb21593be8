//! An administrator names an organization as partner, by its corporate ID (POL 1). Named again, it gets another end.

use serde::{Deserialize, Serialize};

use super::{Partner, Rule, partners};
use crate::{
    audit::{Fact, What},
    command::{Act, Tx},
    id::OrganizationId,
    limits,
    organization::{CorporateId, company_of, corporate_ids, must_administer},
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
        let theirs = company_of(tx, other)?;
        if theirs.realm != company_of(tx, self.organization)?.realm {
            return Err(Refusal::Policy(Rule::OtherRealm).into());
        }
        let key = partners(self.organization).at(other);
        let before = tx.find(&key)?;
        if before
            .as_ref()
            .is_some_and(|partner| partner.until == self.until)
        {
            return Err(wrong(Problem::Taken).into());
        }
        let (added, added_by) = match &before {
            Some(partner) => (partner.added, partner.added_by),
            None => (tx.now, me),
        };
        let partner = Partner {
            name: theirs.display_name,
            corporate_id,
            added,
            added_by,
            until: self.until,
        };
        tx.put(&key, &partner)?;
        let id = |partner: &Partner| partner.corporate_id.to_string();
        let fact = Fact::new(What::PartnerAdded, partner.name.to_string())
            .changed(
                Field::CorporateId,
                before.as_ref().map(id),
                Some(id(&partner)),
            )
            .changed(
                Field::Until,
                before.as_ref().and_then(Partner::end),
                partner.end(),
            )
            .because(why.map(|why| why.to_string()));
        tx.note(Space::Console(self.organization), fact);
        Ok(other)
    }
}

impl Partner {
    /// Until when, as the audit keeps it.
    pub(super) fn end(&self) -> Option<String> {
        self.until.map(|until| until.0.to_string())
    }
}
