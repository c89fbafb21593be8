//! Policy decides who may connect (POL). The decision is one function over one table of rules.

pub mod add_partner;
pub mod concerning;
#[cfg(test)]
mod exhaustive;
mod facts;
pub mod preview;
pub mod remove_partner;
mod rule;
pub mod set_colleague;
pub mod set_external;

use serde::{Deserialize, Serialize};

pub use facts::{Facts, Half, Moment, Standing};
pub use rule::{Rule, TABLE, judge};

use crate::{
    id::{AccountId, DepartmentId, MemberId, OrganizationId},
    organization::CorporateId,
    row::rows,
    space::Space,
    text::{Line, Prose},
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
    /// People without an organization.
    pub people_without_organization: bool,
    /// When it changed last, by whom, and why: its members may see that (POL 7).
    pub changed: Option<PolicyChange>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PolicyChange {
    pub at: Time,
    pub by: Line,
    pub why: Option<Prose>,
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

rows! {
    external_policy(organization: OrganizationId) in Space::Organization(organization) => ExternalPolicy, by (), EXTERNAL_POLICY v 1;
    partners(organization: OrganizationId) in Space::Organization(organization) => Partner, by OrganizationId, PARTNER v 1;
    colleague_policy(organization: OrganizationId) in Space::Organization(organization) => ColleaguePolicy, by (), COLLEAGUE_POLICY v 1;
}
