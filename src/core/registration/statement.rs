//! What a company states when it submits: the form and its documents, each value checked. There is no statement that
//! [`super::check`] would fault on the day it was made.

use serde::{Deserialize, Serialize};

use super::{
    ApplicantRole, DataRegion, DocumentKind, EntityNumber, Industry, Jurisdiction, Plan, Scale,
};
use crate::{
    blob::File, numbers::Mobile, organization::Realm, refusal::Field, text::Line, time::Date,
};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    pub jurisdiction: Jurisdiction,
    pub legal_name: Line,
    pub display_name: Line,
    pub industry: Industry,
    pub scale: Scale,
    pub address: Line,
    pub number: EntityNumber,
    pub applicant: Applicant,
    pub data_region: DataRegion,
    pub plan: Plan,
    pub evidence: Vec<Evidence>,
}

/// The designated person: who becomes the owner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Applicant {
    pub name: Line,
    pub role: ApplicantRole,
    pub position: Line,
    pub mobile: Mobile,
}

/// A document, checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub kind: DocumentKind,
    pub file: File,
    pub legal_name: Line,
    pub number: Option<Line>,
    pub issued: Date,
    pub expires: Option<Date>,
}

impl Statement {
    pub fn realm(&self) -> Realm {
        self.jurisdiction.realm()
    }

    /// The one legal entity in all the registers of the world, as a key. On the mainland the number alone is the entity;
    /// a country with several registers can give one number to several, so there the name belongs to it.
    pub fn entity(&self) -> String {
        let place = self.number.place();
        match self.realm() {
            Realm::Mainland => place,
            Realm::International => format!("{place}/{}", self.legal_name.folded()),
        }
    }

    /// Every field and what it says, in the order of the form: for comparing two attempts. Choices are named by their
    /// codes.
    pub fn said(&self) -> Vec<(Field, String)> {
        let mut said = vec![
            (Field::LegalName, self.legal_name.to_string()),
            (Field::DisplayName, self.display_name.to_string()),
            (Field::Industry, self.industry.code().to_string()),
            (Field::Scale, self.scale.least().to_string()),
            (Field::Address, self.address.to_string()),
            (self.number.field(), self.number.to_string()),
            (Field::ApplicantName, self.applicant.name.to_string()),
            (Field::ApplicantRole, format!("{:?}", self.applicant.role)),
            (
                Field::ApplicantPosition,
                self.applicant.position.to_string(),
            ),
            (Field::ApplicantMobile, self.applicant.mobile.to_string()),
            (Field::DataRegion, format!("{:?}", self.data_region)),
            (Field::Plan, format!("{:?}", self.plan)),
        ];
        said.extend(DocumentKind::ALL.map(|kind| (kind.field(), self.proof(kind))));
        said
    }

    /// The documents of one kind in one text.
    fn proof(&self, kind: DocumentKind) -> String {
        let of_kind = self.evidence.iter().filter(|proof| proof.kind == kind);
        let lines: Vec<_> = of_kind
            .map(|proof| {
                let dates = [Some(proof.issued), proof.expires].into_iter().flatten();
                let number = proof.number.as_deref().unwrap_or_default();
                let dates: Vec<_> = dates.map(|date| date.to_string()).collect();
                let file = &proof.file;
                format!(
                    "{} · {number} · {} · {} ({} B)",
                    proof.legal_name,
                    dates.join("–"),
                    file.name,
                    file.size
                )
            })
            .collect();
        lines.join("\n")
    }
}
