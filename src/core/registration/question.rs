//! A reviewer's question (REG 5) and its answer.

use serde::{Deserialize, Serialize};

use super::{DocumentKind, Jurisdiction, Wanted};
use crate::{organization::Realm, refusal::Field, text::Prose};

/// What a reviewer wants mended: only these fields and documents can be edited meanwhile.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    pub fields: Vec<Field>,
    pub why: Prose,
}

/// What a new attempt answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    pub question: Question,
    pub reply: Option<Prose>,
}

impl Question {
    /// Whether a field or document can be edited while the question is open. Name and number stand on the documents too:
    /// who corrects them must be able to correct what is read there.
    pub fn opens(&self, field: Field) -> bool {
        let documents = DocumentKind::ALL.map(DocumentKind::field);
        let on_documents = [
            Field::LegalName,
            Field::SocialCreditCode,
            Field::RegistrationNumber,
        ];
        self.fields.contains(&field)
            || documents.contains(&field)
                && on_documents.iter().any(|field| self.fields.contains(field))
    }

    /// What can be asked about. The jurisdiction is none of it: another one is another realm, and another application.
    pub fn askable(jurisdiction: Jurisdiction) -> Vec<Field> {
        let number = match jurisdiction.realm() {
            Realm::Mainland => Field::SocialCreditCode,
            Realm::International => Field::RegistrationNumber,
        };
        let mut fields = vec![
            Field::LegalName,
            Field::DisplayName,
            number,
            Field::Industry,
            Field::Scale,
            Field::Address,
            Field::ApplicantName,
            Field::ApplicantRole,
            Field::ApplicantPosition,
            Field::ApplicantMobile,
            Field::DataRegion,
            Field::Plan,
        ];
        let kinds = DocumentKind::ALL.into_iter();
        let kinds = kinds.filter(|kind| kind.wanted(jurisdiction) != Wanted::Never);
        fields.extend(kinds.map(DocumentKind::field));
        fields
    }
}
