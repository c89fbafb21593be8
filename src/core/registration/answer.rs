//! The applicant has mended what the reviewer asked about and submits again (REG 5).

use serde::{Deserialize, Serialize};

use super::{
    Answered, Happened, RegisteredEntity, RegistrationRefusal, State, Statement, application_of,
    happen, registered_entities, submit::claim_entity,
};
use crate::{
    account::{Notice, notify},
    command::{Act, Tx},
    desk,
    findings::first,
    id::{AccountId, RegistrationId},
    limits,
    refusal::{Field, Problem, Refusal},
    row::{ReadRows, WriteRows},
    store::Stop,
    text::Prose,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AnswerQuestion {
    pub registration: RegistrationId,
    /// What the applicant says to the reviewer; may be empty.
    pub reply: String,
    /// The applicant declares all accurate and current, each time (REG 3).
    pub declared: bool,
}

impl Act for AnswerQuestion {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let application = application_of(tx, me, self.registration)?;
        let question = match application.state_at(tx.now) {
            State::QuestionOpen { question, .. } => question,
            State::Draft => {
                return Err(Refusal::Registration(RegistrationRefusal::NothingAsked).into());
            }
            _ => return Err(application.refuses_edits(tx.now).into()),
        };
        let statement = application.statement(tx.now).map_err(first)?;
        let reply = Prose::optional(Field::Reply, &self.reply, limits::REASON)?;
        if !self.declared {
            return Err(Refusal::Input(Field::Declaration, Problem::Missing).into());
        }
        self.free_other_entity(tx, me, &statement)?;
        claim_entity(tx, me, self.registration, &statement)?;
        happen(tx, me, self.registration, Happened::Answered)?;
        let (registration, company) = (self.registration, statement.legal_name.clone());
        let due = super::due(tx.now, statement.realm());
        let answered = Answered { question, reply };
        desk::receive_registration(tx, me, registration, statement, Some(answered))?;
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

impl AnswerQuestion {
    /// A corrected number or name speaks for another legal entity: the one before is free again.
    fn free_other_entity(
        &self,
        tx: &mut Tx,
        account: AccountId,
        statement: &Statement,
    ) -> Result<(), Stop> {
        let Some(before) = desk::newest_statement(tx, self.registration)? else {
            return Ok(());
        };
        let registration = self.registration;
        let mine = RegisteredEntity {
            account,
            registration,
        };
        let key = registered_entities().at(before.entity());
        if before.entity() != statement.entity() && tx.find(&key)? == Some(mine) {
            tx.remove(&key)?;
        }
        Ok(())
    }
}
