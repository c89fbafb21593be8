//! What people do with Liaison, in a real browser.
//!
//! # Where to start
//!
//! A journey opens tabs in a headless Chromium and says what a person does and sees:
//!
//! ```ignore
//! let server = Server::of_build();
//! let browser = Browser::start(Options::default());
//! let tab = browser.open(&server.url("#/register"));
//! tab.field("Legal name").fill("Kite Robotics Ltd");
//! tab.choose("Industry", "Manufacturing");
//! tab.attach("Business license", &scratch.file("license.png", files::png(800, 600)));
//! tab.click("button", "Continue");
//! tab.see("Review usually takes 5 business days");
//! ```
//!
//! - [`Browser`]: start, open tabs, kill in the middle and start again, read downloads.
//! - [`Tab`]: click, fill, choose, attach, press, see. Things are found by role and accessible name, never by CSS;
//!   every call waits until it can be done, and a failure shows the accessible tree and a picture.
//! - [`Server`]: serves the built folder under any path, and can be stopped.
//! - [`camera`] and [`files`]: what is held before the camera and attached to forms.
//!
//! A page that logs an error fails its test when the tab is dropped, unless [`Tab::allow_error`] expects it.

pub mod browser;
pub mod camera;
pub mod files;
pub mod scratch;
pub mod server;

pub use browser::{Browser, Camera, Finding, Options, Speed, Tab};
pub use scratch::Scratch;
pub use server::Server;
