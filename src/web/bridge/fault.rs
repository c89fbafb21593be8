//! What the browser's storage can do to us. Each has a sentence in the locales; none is ever a rule.

use liaison_core::time::Time;
use wasm_bindgen::{JsCast, JsValue};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageFault {
    /// The disk is full, or the browser gives this site no more room.
    Full,
    /// The browser keeps nothing here: a private window, or storage is forbidden.
    Unavailable,
    /// Another tab holds on to an older version of the database.
    Blocked,
    /// The database was deleted, or replaced by another world, while this tab was looking at it.
    Gone,
    /// A later version of Liaison has written here. This tab is the older one.
    Newer,
    /// An earlier version of Liaison has written here, in a shape that this one does not read.
    Older,
    /// What is there cannot be read as it was written.
    Damaged(Damage),
    /// Anything else, in the browser's words: for a report, not for reading.
    Other(String),
}

/// What was lost, as far as it can be known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Damage {
    /// The last moment whose acts are all there.
    pub whole_until: Option<Time>,
    /// Acts after that moment which cannot be read.
    pub acts: u64,
    /// Pages of older rows which cannot be read, and how many there should be.
    pub pages: usize,
    pub of_pages: usize,
}

impl StorageFault {
    /// Trying again cannot help: the page has to be loaded again, or somebody has to decide.
    pub fn is_final(&self) -> bool {
        use StorageFault::*;
        matches!(self, Gone | Newer | Older | Damaged(_))
    }

    /// By the names in the standards: <https://w3c.github.io/IndexedDB/#exceptions>.
    pub(crate) fn of(error: &JsValue) -> Self {
        let Some(exception) = error.dyn_ref::<web_sys::DomException>() else {
            return Self::Other(format!("{error:?}"));
        };
        match exception.name().as_str() {
            "QuotaExceededError" => Self::Full,
            "SecurityError" => Self::Unavailable,
            "VersionError" => Self::Newer,
            // A transaction on a connection that the browser has closed.
            "InvalidStateError" => Self::Gone,
            "NotReadableError" | "DataError" => Self::Damaged(Damage::default()),
            name => Self::Other(format!("{name}: {}", exception.message())),
        }
    }
}
