//! Policy decides who may connect (POL). The decision is one function over one table of rules.

pub mod add_partner;
mod change;
pub mod concerning;
#[cfg(test)]
mod exhaustive;
mod facts;
pub mod preview;
pub mod remove_partner;
mod rule;
pub mod set_colleague;
pub mod set_external;
pub mod set_greetings;

use serde::{Deserialize, Serialize};

pub use change::PolicyChange;
pub use facts::{Agreement, Facts, Half, Moment, Standing};
pub use rule::{Rule, TABLE, judge};

use crate::{
    contact::Pair,
    id::{AccountId, DepartmentId, MemberId, OrganizationId},
    organization::CorporateId,
    row::{ReadRows, rows},
    space::Space,
    store::{Read, Stop},
    text::Line,
    time::Time,
};

/// With whom an organization lets its people speak (POL 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ExternalMode {
    /// Nobody outside.
    Closed,
    /// Named organizations.
    Partners,
    /// Every verified organization.
    Open,
}

/// Which of our own members that concerns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Permitted {
    Everyone,
    /// Members of these departments (and of those below them), and these members.
    Chosen {
        departments: Vec<DepartmentId>,
        members: Vec<MemberId>,
    },
    Nobody,
}

/// An organization's rules for the outside. No row is the rule of a new organization: closed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExternalPolicy {
    pub mode: ExternalMode,
    pub permitted: Permitted,
    /// People without an organization. Who of ours may serve them is a row of its own, [`Serving`].
    pub people_without_organization: bool,
    /// When it changed last, by whom, and why: its members may see that (POL 7).
    pub changed: Option<PolicyChange>,
}

impl Default for ExternalPolicy {
    fn default() -> Self {
        Self {
            mode: ExternalMode::Closed,
            permitted: Permitted::Everyone,
            people_without_organization: false,
            changed: None,
        }
    }
}

/// An organization that ours may speak with in the mode [`ExternalMode::Partners`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Partner {
    /// As it was called when it was added.
    pub name: Line,
    pub corporate_id: CorporateId,
    pub added: Time,
    pub added_by: AccountId,
    pub until: Option<Time>,
}

/// Whether colleagues become contacts without asking (POL 2). No row: they ask.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ColleaguePolicy {
    pub automatic: bool,
    pub changed: Option<PolicyChange>,
}

/// Who of our members may serve people without an organization (POL 1). No row: whoever may speak with organizations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Serving {
    pub by: Permitted,
}

/// Whether requests from and to our members carry a greeting (CON 4). No row: they do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GreetingPolicy {
    pub allowed: bool,
    pub changed: Option<PolicyChange>,
}

impl Default for GreetingPolicy {
    fn default() -> Self {
        Self {
            allowed: true,
            changed: None,
        }
    }
}

/// Whether a request between two seats may carry a greeting: neither organization has switched them off.
pub fn greeting_goes(store: &dyn Read, pair: Pair) -> Result<bool, Stop> {
    for organization in [pair.seat, pair.theirs.seat].into_iter().flatten() {
        let policy = store.find(&greeting_policy(organization).at(()))?;
        if !policy.unwrap_or_default().allowed {
            return Ok(false);
        }
    }
    Ok(true)
}

rows! {
    serving(organization: OrganizationId) in Space::Organization(organization) => Serving, by (), SERVING v 1;
    greeting_policy(organization: OrganizationId) in Space::Organization(organization) => GreetingPolicy, by (), GREETING_POLICY v 1;
    external_policy(organization: OrganizationId) in Space::Organization(organization) => ExternalPolicy, by (), EXTERNAL_POLICY v 1;
    partners(organization: OrganizationId) in Space::Organization(organization) => Partner, by OrganizationId, PARTNER v 1;
    colleague_policy(organization: OrganizationId) in Space::Organization(organization) => ColleaguePolicy, by (), COLLEAGUE_POLICY v 1;
}
