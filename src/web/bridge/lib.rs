//! The only code that knows the browser's storage: what screens read through and act through.
//!
//! # Where to start
//!
//! - [`Db`]: the world as one tab has it. [`Db::live`] reads and follows, [`Db::run`] acts, [`Db::ask`] asks. A screen
//!   gets it by [`use_db`] and copies it into its closures.
//! - `ledger`: memory ahead of the disk, and what happens when another tab was first. No browser in it.
//! - `readers`: which reader looked at what. No browser in it.
//! - `journal`: what stands on the disk. `keeper`: how it gets there. `idb`: IndexedDB as promises.
//!
//! ```ignore
//! #[component]
//! fn MyName() -> impl IntoView {
//!     let db = use_db();
//!     let refusal = RwSignal::new(None);
//!     // Runs again when the profile changes, in whichever tab; `None` for a visitor.
//!     let profile = db.live(move |read, _now| match read.actor() {
//!         Actor::Account(me) => read.find(&profile(me).at(())),
//!         _ => Ok(None),
//!     });
//!     let rename = move |name| match db.run(Rename { name }) {
//!         Ok(()) => refusal.set(None),
//!         Err(stop) => refusal.set(Some(stop)),
//!     };
//!     view! { <NameField name=move || profile.get() refusal on_change=rename /> }
//! }
//! ```
//!
//! `now.time()` makes a reader run again every minute; a reader that does not ask does not.

mod blobs;
mod camera;
mod chance;
mod clock;
mod code_reader;
mod copy;
mod db;
mod demo;
mod fault;
mod folding;
mod helper;
mod idb;
mod journal;
mod keeper;
mod ledger;
pub mod limits;
mod live;
mod load;
mod memo;
mod persona;
mod picture;
mod readers;
mod tabs;
mod world_file;

pub use blobs::ObjectUrl;
pub use camera::{Brightness, Camera, CameraFault, brightness_of};
pub use clock::pause;
pub use code_reader::CodeReader;
pub use copy::copy_text;
pub use db::{Db, Opened, SaveState, use_db};
pub use demo::Demo;
pub use fault::{Damage, StorageFault};
pub use journal::WorldId;
pub use ledger::{ChangedOutcome, Keep};
pub use live::Now;
pub use memo::Memo;
pub use picture::Unfit;
pub use world_file::world_in;
