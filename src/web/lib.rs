//! Liaison in the browser. Where to start: [`app`] opens the world and has the tables of contents, one for each program
//! of the app; `words` is how it speaks.

mod app;
mod release;
mod route;
mod screens;
mod settings;
mod tell;
mod words;

pub use app::{start_console, start_door, start_people};
