//! From the core's data to words: the one place where a refusal, a field or a role becomes a sentence.

pub mod company;
mod field;
mod number;
mod refusal;
mod storage;
mod value;

pub use field::field;
pub use number::{document_kind, number_problem};
pub use refusal::{Refused, problem, refusal as rule};
pub use storage::storage_fault;
pub use value::{mode, realm, role, status};
