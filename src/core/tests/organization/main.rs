//! What holds of an organization whatever people do in it, and that an import does what its dry run said.

mod acts;
mod import;
mod lives;
