//! A company registers (REG): from draft to decision, as the applicant sees it. The desk has its own copy of what was
//! submitted, because what was submitted is what is decided.

pub mod answer;
pub mod attach_document;
pub mod begin;
pub mod change_document;
pub mod check;
pub mod data_facts;
pub mod discard;
mod document;
mod entity_number;
mod form;
mod industry;
mod mine;
mod question;
mod refusal;
pub mod remove_document;
pub mod save_draft;
pub mod start_anew;
mod state;
mod statement;
pub mod submit;
pub mod withdraw;

use serde::{Deserialize, Serialize};

pub use document::{Document, DocumentKind, Says, Wanted};
pub use entity_number::EntityNumber;
pub use form::{ApplicantRole, DataRegion, Form, Jurisdiction, Plan, Scale};
pub use industry::{Industry, Sector};
pub(crate) use mine::closings;
pub use mine::{Mine, Step, Stepped, mine};
pub use question::{Answered, Question};
pub use refusal::RegistrationRefusal;
pub use state::{State, due, is_overdue};
pub use statement::{Applicant, Evidence, Statement};

use crate::{
    command::Tx,
    id::{AccountId, OrganizationId, RegistrationId},
    refusal::Refusal,
    row::{ReadRows, WriteRows, rows},
    space::Space,
    store::{Read, Stop},
    text::Prose,
    time::Time,
};

/// One application of a company. Its state is derived from what happened: see [`Application::state_at`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Application {
    pub begun: Time,
    pub saved: Time,
    pub form: Form,
    pub documents: Vec<Document>,
    /// The oldest first. None: a draft.
    pub events: Vec<Event>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    pub at: Time,
    pub what: Happened,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Happened {
    Submitted,
    /// A reviewer took the case.
    TakenUp,
    Asked(Question),
    /// A question was answered and the application submitted again.
    Answered,
    Approved {
        organization: OrganizationId,
    },
    Rejected {
        reason: Prose,
    },
    Withdrawn,
}

/// Who claimed a legal entity last. Whether it still holds follows from the application's state (REG 8).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RegisteredEntity {
    pub account: AccountId,
    pub registration: RegistrationId,
}

rows! {
    applications(account: AccountId) in Space::Account(account) => Application, by RegistrationId, APPLICATION v 1;
    /// By [`Statement::entity`]; before names belonged to it, by [`EntityNumber::place`].
    registered_entities() in Space::Vault => RegisteredEntity, by String, REGISTERED_ENTITY v 1;
}

/// One's own application.
pub fn application_of(
    store: &dyn Read,
    account: AccountId,
    registration: RegistrationId,
) -> Result<Application, Stop> {
    store
        .find(&applications(account).at(registration))?
        .ok_or(Refusal::NotThere.into())
}

/// Writes down that something happened to an application.
pub fn happen(
    tx: &mut Tx,
    account: AccountId,
    registration: RegistrationId,
    what: Happened,
) -> Result<(), Stop> {
    let mut application = application_of(tx, account, registration)?;
    let at = tx.now;
    application.events.push(Event { at, what });
    tx.put(&applications(account).at(registration), &application)
}
