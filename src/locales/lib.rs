//! Every word on a screen, in every language.
//!
//! `en/` and `zh-CN/` hold one TOML file per area; a key is a word, a table groups words:
//!
//! ```toml
//! add = "Add"
//! request_from = "Request from {name}"
//!
//! [members.count]            # a plural: chosen by `{n}`
//! one = "{n} member"
//! other = "{n} members"
//! ```
//!
//! Where to start: [`generate`] turns both folders into the module `words` of liaison-web, one function per word:
//! `words::contacts::add()`, `words::contacts::request_from(name)`, `words::contacts::members::count(n)`.
//!
//! Why our own generator: a function has a type, so a wrong placeholder does not compile; an unused function is a
//! warning, so no word outlives its screen; and a word weighs two strings and a pointer. Languages that differ in
//! keys or placeholders stop the build, and both files are named.

#![forbid(unsafe_code)]

mod catalog;
mod check;
mod generate;

pub use catalog::{Catalog, Entry, Word, read};
pub use check::compare;
pub use generate::generate;

/// The languages, by folder. The first decides keys and the order of arguments.
pub const LANGUAGES: [&str; 2] = ["en", "zh-CN"];

/// Words that stand in index.html and are written there when the page is built: compared, but not compiled in.
pub const PAGE: &str = "page";
