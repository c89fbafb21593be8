//! An administrator decides with whom the organization's people may speak (POL 1). It holds at once, for existing
//! contacts too, and deletes nothing (POL 6).

use serde::{Deserialize, Serialize};

use super::{
    ExternalMode, ExternalPolicy, Permitted, PolicyChange, Serving, change::yes_or_no,
    external_policy, serving,
};
use crate::{
    audit::What,
    command::{Act, Tx},
    id::OrganizationId,
    organization::{departments, records},
    refusal::{Field, Problem, Refusal},
    row::{ReadRows, WriteRows},
    space::Space,
    store::{Read, Stop},
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetExternalPolicy {
    pub organization: OrganizationId,
    pub mode: ExternalMode,
    pub permitted: Permitted,
    pub people_without_organization: bool,
    /// Who of ours may serve these; none when they are the same who may speak with organizations.
    pub served_by: Option<Permitted>,
    pub why: String,
}

impl Act for SetExternalPolicy {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let changed = PolicyChange::begin(tx, self.organization, &self.why)?;
        let key = external_policy(self.organization).at(());
        let before = tx.find(&key)?.unwrap_or_default();
        let after = ExternalPolicy {
            mode: self.mode,
            permitted: who_is_there(tx, self.organization, &self.permitted, Field::Permitted)?,
            people_without_organization: self.people_without_organization,
            changed: Some(changed.clone()),
        };
        let serving_key = serving(self.organization).at(());
        let served_before = tx.find(&serving_key)?.map(|serving| serving.by);
        let served_after = match &self.served_by {
            Some(by) => match who_is_there(tx, self.organization, by, Field::Serving) {
                // Nobody is to be served, so it does not matter that nobody is left who would.
                Err(Stop::Refused(_)) if !self.people_without_organization => None,
                there => Some(there?),
            },
            None => None,
        };
        let is_unchanged = before.mode == after.mode
            && before.permitted == after.permitted
            && before.people_without_organization == after.people_without_organization
            && served_before == served_after;
        if is_unchanged {
            return Ok(());
        }
        let served = |served: &Option<Permitted>, permitted: &Permitted| {
            said(tx, served.as_ref().unwrap_or(permitted), self.organization)
        };
        let fact = changed
            .fact(tx, self.organization, What::ExternalPolicyChanged)?
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
            .changed(
                Field::Serving,
                Some(served(&served_before, &before.permitted)?),
                Some(served(&served_after, &after.permitted)?),
            );
        tx.note(Space::Console(self.organization), fact);
        match served_after {
            Some(by) => tx.put(&serving_key, &Serving { by })?,
            None => tx.remove(&serving_key)?,
        }
        tx.put(&key, &after)
    }
}

/// The choice without departments and members that are there no more: whoever saves a form of yesterday does not have to
/// find them.
fn who_is_there(
    tx: &Tx,
    organization: OrganizationId,
    permitted: &Permitted,
    field: Field,
) -> Result<Permitted, Stop> {
    let Permitted::Chosen {
        departments: chosen,
        members: named,
    } = permitted
    else {
        return Ok(permitted.clone());
    };
    let (mut there, mut members) = (Vec::new(), Vec::new());
    for department in chosen {
        if tx.has(&departments(organization).at(*department))? {
            there.push(*department);
        }
    }
    for member in named {
        if tx.has(&records(organization).at(*member))? {
            members.push(*member);
        }
    }
    if there.is_empty() && members.is_empty() {
        return Err(Refusal::Input(field, Problem::Missing).into());
    }
    Ok(Permitted::Chosen {
        departments: there,
        members,
    })
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
    if parts.is_empty() {
        return Ok("nobody".into());
    }
    Ok(parts.join(", "))
}
