//! A reviewer asks the applicant to mend something (REG 5).

use serde::{Deserialize, Serialize};

use super::{
    Case, CaseId, DeskRefusal, Stage,
    case::{attempt_of, case_in_hand},
    cases,
    log::note,
};
use crate::{
    account::{Notice, notify},
    audit::{Fact, What},
    command::{Act, Tx},
    id::RegistrationId,
    limits,
    refusal::{Field, Problem, Refusal},
    registration::{Happened, Question, happen},
    row::WriteRows,
    store::Stop,
    text::Prose,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AskApplicant {
    pub registration: RegistrationId,
    /// What the reviewer read.
    pub attempt: u64,
    /// Fields and documents, as [`Question::askable`] lists them.
    pub fields: Vec<Field>,
    pub why: String,
}

impl Act for AskApplicant {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let id = CaseId::Registration(self.registration);
        let case = case_in_hand(tx, id, self.attempt)?;
        if case.questions_left() == 0 {
            return Err(Refusal::Desk(DeskRefusal::NoQuestionLeft).into());
        }
        let statement = attempt_of(tx, self.registration, self.attempt)?.statement;
        let question = Question {
            fields: self.sound_fields(&Question::askable(statement.jurisdiction))?,
            why: Prose::check(Field::Reason, &self.why, limits::REASON)?,
        };
        let applicant = case.account;
        let asked = Happened::Asked(question.clone());
        happen(tx, applicant, self.registration, asked)?;
        let company = statement.legal_name;
        let fact = Fact::new(What::QuestionAsked, &*company)
            .concerning(&question.fields)
            .because(Some(question.why.to_string()));
        note(tx, id, fact)?;
        let why = question.why.clone();
        let stage = Stage::Asked {
            at: tx.now,
            question,
        };
        tx.put(&cases().at(id), &Case { stage, ..case })?;
        let registration = self.registration;
        notify(
            tx,
            applicant,
            Notice::RegistrationQuestion {
                registration,
                company,
                why,
            },
        )
    }
}

impl AskApplicant {
    /// In the order of the form, each once.
    fn sound_fields(&self, askable: &[Field]) -> Result<Vec<Field>, Refusal> {
        if self.fields.iter().any(|field| !askable.contains(field)) {
            return Err(Refusal::Input(Field::Question, Problem::Form));
        }
        let asked = askable.iter().filter(|field| self.fields.contains(field));
        let fields: Vec<_> = asked.copied().collect();
        if fields.is_empty() {
            return Err(Refusal::Input(Field::Question, Problem::Missing));
        }
        Ok(fields)
    }
}
