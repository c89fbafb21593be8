//! A draft is submitted: read strictly, claimed for its legal entity, and handed to the desk as a copy that nobody can
//! change.

use serde::{Deserialize, Serialize};

use super::{
    Happened, RegisteredEntity, RegistrationRefusal, State, Statement, application_of,
    applications, due, happen, registered_entities,
};
use crate::{
    account::{Notice, notify},
    command::{Act, Tx},
    desk,
    findings::first,
    id::{AccountId, RegistrationId},
    refusal::{Field, Problem, Refusal},
    row::{ReadRows, WriteRows},
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SubmitRegistration {
    pub registration: RegistrationId,
    /// The applicant declares all accurate and current (REG 3).
    pub declared: bool,
}

impl Act for SubmitRegistration {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let application = application_of(tx, me, self.registration)?;
        match application.state_at(tx.now) {
            State::Draft => {}
            State::QuestionOpen { .. } => {
                return Err(Refusal::Registration(RegistrationRefusal::AnswerInstead).into());
            }
            _ => return Err(application.refuses_edits(tx.now).into()),
        }
        let statement = application.statement(tx.now).map_err(first)?;
        if !self.declared {
            return Err(Refusal::Input(Field::Declaration, Problem::Missing).into());
        }
        claim_entity(tx, me, self.registration, &statement)?;
        happen(tx, me, self.registration, Happened::Submitted)?;
        let company = statement.legal_name.clone();
        let due = due(tx.now, statement.realm());
        desk::receive_registration(tx, me, self.registration, statement, None)?;
        let registration = self.registration;
        notify(
            tx,
            me,
            Notice::RegistrationSubmitted {
                registration,
                company,
                due,
            },
        )
    }
}

/// One legal entity registers once per realm (REG 8): it is taken while another application holds it.
pub(super) fn claim_entity(
    tx: &mut Tx,
    account: AccountId,
    registration: RegistrationId,
    statement: &Statement,
) -> Result<(), Stop> {
    let entity = statement.entity();
    let mine = RegisteredEntity {
        account,
        registration,
    };
    for key in [entity.clone(), statement.number.place()] {
        let other = tx.find(&registered_entities().at(key))?;
        if let Some(other) = other.filter(|other| *other != mine)
            && holds(tx, &other, &entity)?
        {
            return Err(Refusal::Registration(RegistrationRefusal::EntityTaken).into());
        }
    }
    tx.put(&registered_entities().at(entity), &mine)
}

fn holds(tx: &Tx, other: &RegisteredEntity, entity: &str) -> Result<bool, Stop> {
    let theirs = tx.find(&applications(other.account).at(other.registration))?;
    let stated = desk::newest_statement(tx, other.registration)?;
    Ok(
        theirs.is_some_and(|theirs| theirs.state_at(tx.now).holds_entity())
            && stated.is_some_and(|stated| stated.entity() == entity),
    )
}
