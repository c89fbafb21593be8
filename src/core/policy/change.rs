//! What all changes of an organization's policies have in common: who may make them, and what is told of them (POL 7).

use serde::{Deserialize, Serialize};

use crate::{
    account::profile_of,
    audit::{Fact, What},
    command::Tx,
    id::OrganizationId,
    limits,
    organization::{company_of, must_administer},
    refusal::Field,
    store::Stop,
    text::{Line, Prose},
    time::Time,
};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PolicyChange {
    pub at: Time,
    pub by: Line,
    pub why: Option<Prose>,
}

impl PolicyChange {
    /// Stops whoever may not change the organization's policies.
    pub(super) fn begin(tx: &Tx, organization: OrganizationId, why: &str) -> Result<Self, Stop> {
        let me = tx.me()?;
        must_administer(tx, me, organization)?;
        Ok(Self {
            at: tx.now,
            by: profile_of(tx, me)?.name,
            why: Prose::optional(Field::Reason, why, limits::REASON)?,
        })
    }

    pub(super) fn fact(
        &self,
        tx: &Tx,
        organization: OrganizationId,
        what: What,
    ) -> Result<Fact, Stop> {
        let about = company_of(tx, organization)?.display_name.to_string();
        let why = self.why.as_ref().map(|why| why.to_string());
        Ok(Fact::new(what, about).because(why))
    }
}

/// As it stands in the trail; the locales word it.
pub(super) fn yes_or_no(answer: bool) -> &'static str {
    match answer {
        true => "yes",
        false => "no",
    }
}
