//! An administrator decides with whom the organization's people may speak (POL 1). It holds at once, for existing
//! contacts too, and deletes nothing (POL 6).

use serde::{Deserialize, Serialize};

use super::{ExternalMode, ExternalPolicy, Permitted, PolicyChange, external_policy};
use crate::{
    account::profile_of,
    audit::{Fact, What},
    command::{Act, Tx},
    id::OrganizationId,
    limits,
    organization::{company, departments, must_administer, records},
    refusal::{Field, Problem, Refusal},
    row::{ReadRows, WriteRows},
    space::Space,
    store::{Read, Stop},
    text::Prose,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetExternalPolicy {
    pub organization: OrganizationId,
    pub mode: ExternalMode,
    pub permitted: Permitted,
    pub people_without_organization: bool,
    pub why: String,
}

impl Act for SetExternalPolicy {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        must_administer(tx, me, self.organization)?;
        let why = Prose::optional(Field::Reason, &self.why, limits::REASON)?;
        self.everybody_chosen_is_ours(tx)?;
        let key = external_policy(self.organization).at(());
        let before = tx.find(&key)?.unwrap_or_default();
        let changed = PolicyChange {
            at: tx.now,
            by: profile_of(tx, me)?.name,
            why: why.clone(),
        };
        let after = ExternalPolicy {
            mode: self.mode,
            permitted: self.permitted.clone(),
            people_without_organization: self.people_without_organization,
            changed: Some(changed),
        };
        let about = tx
            .find(&company(self.organization).at(()))?
            .map(|company| company.display_name.to_string());
        let fact = Fact::new(What::ExternalPolicyChanged, about.unwrap_or_default())
            .changed(
                Field::ExternalMode,
                Some(before.mode.key()),
                Some(after.mode.key()),
            )
            .changed(
                Field::Permitted,
                Some(said(tx, &before.permitted, self.organization)?),
                Some(said(tx, &after.permitted, self.organization)?),
            )
            .changed(
                Field::WithoutOrganization,
                Some(yes_or_no(before.people_without_organization)),
                Some(yes_or_no(after.people_without_organization)),
            )
            .because(why.map(|why| why.to_string()));
        tx.note(Space::Console(self.organization), fact);
        tx.put(&key, &after)
    }
}

impl SetExternalPolicy {
    fn everybody_chosen_is_ours(&self, tx: &Tx) -> Result<(), Stop> {
        let Permitted::Chosen {
            departments: chosen,
            members,
        } = &self.permitted
        else {
            return Ok(());
        };
        if chosen.is_empty() && members.is_empty() {
            return Err(Refusal::Input(Field::Permitted, Problem::Missing).into());
        }
        for department in chosen {
            if !tx.has(&departments(self.organization).at(*department))? {
                return Err(Refusal::NotThere.into());
            }
        }
        for member in members {
            if !tx.has(&records(self.organization).at(*member))? {
                return Err(Refusal::NotThere.into());
            }
        }
        Ok(())
    }
}

impl ExternalMode {
    /// As it stands in the trail; the locales word it.
    pub fn key(self) -> &'static str {
        match self {
            ExternalMode::Closed => "closed",
            ExternalMode::Partners => "partners",
            ExternalMode::Open => "open",
        }
    }
}

pub(super) fn yes_or_no(answer: bool) -> &'static str {
    if answer { "yes" } else { "no" }
}

/// Who may, by the names that departments have now and by the number of members.
fn said(
    store: &dyn Read,
    permitted: &Permitted,
    organization: OrganizationId,
) -> Result<String, Stop> {
    let (chosen, members) = match permitted {
        Permitted::Everyone => return Ok("everyone".into()),
        Permitted::Nobody => return Ok("nobody".into()),
        Permitted::Chosen {
            departments,
            members,
        } => (departments, members),
    };
    let mut parts = Vec::new();
    for id in chosen {
        if let Some(department) = store.find(&departments(organization).at(*id))? {
            parts.push(department.name.to_string());
        }
    }
    for id in members {
        if let Some(record) = store.find(&records(organization).at(*id))?
            && let Some(card) = store
                .find(&crate::organization::cards(organization, record.main_department()).at(*id))?
        {
            parts.push(card.name.to_string());
        }
    }
    Ok(parts.join(", "))
}
