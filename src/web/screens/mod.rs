//! One folder per place a person can be. Each has its routes, its screens and nothing that belongs to the core.

pub mod chats;
pub mod console;
pub mod contacts;
pub mod copies;
mod copy;
pub mod demo;
pub mod desk;
mod document_file;
mod download;
pub mod first;
mod form;
mod frame;
pub mod join;
mod last_change;
pub mod me;
mod otherwise;
mod pause;
mod qr;
pub mod register;
mod reload;
mod signed_in;
mod title;

pub use copy::Copyable;
pub use document_file::{FilePreview, handed_in};
pub use download::download;
pub use form::{Form, stopped, stopped_with};
pub use frame::{EmployeeFrame, Places};
pub use last_change::last_change;
pub use otherwise::tell_changed_outcomes;
pub use pause::{Slice, pause};
pub use qr::QrCode;
pub use reload::reload;
pub use signed_in::SignedIn;
pub use title::title;
