//! Every row lives in a space; a space is what a person either sees whole or not at all.

use serde::{Deserialize, Serialize};

use crate::id::{AccountId, ConversationId, DepartmentId, OrganizationId};

/// A field's audience is the space of the row that it stands in. Who may hold a space is [`crate::view::may_hold`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Space {
    /// That person: profile, privacy, identity progress, relations, Team thread, answers to questions.
    Account(AccountId),
    /// Its members: departments, the policies in force, the plan.
    Organization(OrganizationId),
    /// Whoever deals with it: its public side.
    Company(OrganizationId),
    /// Members who may see it: the cards of the members whose main department it is.
    Department(OrganizationId, DepartmentId),
    /// Whoever has a request or contact with that person: the outside card.
    Card(Party),
    /// Its administrators and auditors: mobiles, invitations, roles, audit.
    Console(OrganizationId),
    /// Reviewers: registrations and identity submissions.
    Desk,
    /// Its participants.
    Conversation(ConversationId),
    /// Nobody but the authority: phone index, unique names, tokens, secrets, outbox, identity counters.
    Vault,
    /// Everybody, also who has not signed in: what the operator says of the platform.
    Platform,
}

/// A person as the other side meets them: an account, in the seat from which it acts. Without a seat the person stands
/// for nobody but themselves ("No organization").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Party {
    pub account: AccountId,
    pub seat: Option<OrganizationId>,
}
