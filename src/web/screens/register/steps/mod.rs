//! The pages of the form.

mod applicant;
mod check;
mod company;
mod document;
mod documents;
mod field;

pub use applicant::ApplicantStep;
pub use check::CheckStep;
pub use company::CompanyStep;
pub use documents::{DocumentsOfKind, DocumentsStep};
pub use field::{FormField, JurisdictionField};
