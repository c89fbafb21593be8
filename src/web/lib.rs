//! Liaison in the browser. Where to start: [`app`] opens the world and has the two tables of contents, one for each half
//! of the app; `words` is how it speaks.

mod app;
mod release;
mod route;
mod screens;
mod settings;
mod tell;
mod words;

pub use app::{start_console, start_people};
