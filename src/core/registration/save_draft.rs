//! What was typed is kept as typed, right or wrong. While a question is open, only what was asked about can change.

use serde::{Deserialize, Serialize};

use super::{Application, Form, RegistrationRefusal, State, application_of, applications};
use crate::{
    command::{Act, Tx},
    id::RegistrationId,
    refusal::{Field, Refusal},
    row::WriteRows,
    store::Stop,
    time::Time,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SaveDraft {
    pub registration: RegistrationId,
    pub form: Form,
}

impl Act for SaveDraft {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let mut application = application_of(tx, me, self.registration)?;
        application.may_edit(&self.form.differs(&application.form), tx.now)?;
        self.form.fits()?;
        application.form = self.form.clone();
        application.saved = tx.now;
        tx.put(&applications(me).at(self.registration), &application)
    }
}

impl Application {
    /// Stops unless all these fields can be edited (REG 4).
    pub fn may_edit(&self, fields: &[Field], now: Time) -> Result<(), Refusal> {
        match self.state_at(now) {
            State::Draft => Ok(()),
            State::QuestionOpen { question, .. } => {
                if fields.iter().all(|field| question.opens(*field)) {
                    Ok(())
                } else {
                    Err(Refusal::Registration(RegistrationRefusal::NotAsked))
                }
            }
            _ => Err(self.refuses_edits(now)),
        }
    }

    /// Why nothing at all can be edited.
    pub(super) fn refuses_edits(&self, now: Time) -> Refusal {
        Refusal::Registration(match self.state_at(now) {
            State::Draft
            | State::QuestionOpen { .. }
            | State::Submitted { .. }
            | State::InReview { .. }
            | State::Resubmitted { .. } => RegistrationRefusal::NotEditable,
            State::Closed { .. } => RegistrationRefusal::Closed,
            State::Approved { .. } | State::Rejected { .. } | State::Withdrawn { .. } => {
                RegistrationRefusal::Ended
            }
        })
    }
}
