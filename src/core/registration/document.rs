//! The documents that prove a form (REG 3).

use serde::{Deserialize, Serialize};

use super::Jurisdiction;
use crate::{
    blob::File,
    limits,
    organization::Realm,
    refusal::{Field, Problem, Refusal},
};

/// A file and what the applicant reads on it, as typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub kind: DocumentKind,
    pub file: File,
    pub says: Says,
}

/// What stands on a document, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Says {
    pub legal_name: String,
    pub number: String,
    /// `YYYY-MM-DD`, as the two below.
    pub issued: String,
    /// Empty: it does not expire.
    pub expires: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DocumentKind {
    BusinessLicense,
    CertificateOfIncorporation,
    Other,
}

/// Whether a jurisdiction wants a kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Always,
    /// Where it was issued.
    IfIssued,
    Never,
}

impl DocumentKind {
    pub const ALL: [Self; 3] = [
        Self::BusinessLicense,
        Self::CertificateOfIncorporation,
        Self::Other,
    ];

    pub fn field(self) -> Field {
        match self {
            Self::BusinessLicense => Field::BusinessLicense,
            Self::CertificateOfIncorporation => Field::CertificateOfIncorporation,
            Self::Other => Field::OtherDocument,
        }
    }

    /// Mainland: the business license. Elsewhere: the certificate of incorporation, and the business license where every
    /// company must have one.
    pub fn wanted(self, jurisdiction: Jurisdiction) -> Wanted {
        match (self, jurisdiction.realm()) {
            (Self::BusinessLicense, Realm::Mainland) => Wanted::Always,
            (Self::CertificateOfIncorporation, Realm::Mainland) => Wanted::Never,
            (Self::CertificateOfIncorporation, Realm::International) => Wanted::Always,
            (Self::BusinessLicense, Realm::International) if licenses_all(jurisdiction) => {
                Wanted::Always
            }
            (Self::BusinessLicense, Realm::International) => Wanted::IfIssued,
            (Self::Other, _) => Wanted::IfIssued,
        }
    }
}

/// Jurisdictions in which every company holds a business license or registration certificate besides the certificate of
/// incorporation: Hong Kong (Business Registration Ordinance, Cap. 310), the United Arab Emirates (trade license).
fn licenses_all(jurisdiction: Jurisdiction) -> bool {
    ["HK", "AE"].contains(&jurisdiction.0.as_str())
}

impl Says {
    /// Stops what is too long to be kept even as a draft.
    pub fn fits(&self) -> Result<(), Refusal> {
        let typed = [
            (Field::DocumentLegalName, &self.legal_name),
            (Field::DocumentNumber, &self.number),
            (Field::IssuedOn, &self.issued),
            (Field::ExpiresOn, &self.expires),
        ];
        for (field, text) in typed {
            let is = text.chars().count();
            if is > limits::TYPED {
                let (most, is) = (limits::TYPED as u32, is as u32);
                return Err(Refusal::Input(field, Problem::TooLong { most, is }));
            }
        }
        Ok(())
    }
}
