//! Every bound of the bridge, by name.

use liaison_core::time::{DAY, SECOND};

/// At most this many bytes go into one transaction of the journal, or one record if it is larger.
pub const BATCH_BYTES: usize = 1024 * 1024;
/// Acts whose bytes are more than this and cannot be saved make the tab read-only.
pub const UNSAVED_BYTES: usize = 64 * 1024 * 1024;

/// The journal is folded into pages when it is larger than this and the tab has had nothing to do for a while …
pub const JOURNAL_BYTES: usize = 512 * 1024;
pub const IDLE_MS: u64 = 2 * SECOND;
/// … or, busy as it may be, larger than this share of the pages: a large world is not written anew for little.
pub const JOURNAL_SHARE_OF_PAGES: usize = 4;

/// How long to wait before saving is tried again. The last one repeats.
pub const RETRY_MS: [u64; 5] = [SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 30 * SECOND];

/// How long another tab may hold on to a database that is to be opened or deleted.
pub const BLOCKED_MS: u64 = 3 * SECOND;

/// Bytes that were put aside for a command that never came are swept after this.
pub const STAGED_LIVES_MS: u64 = DAY;

/// Changed outcomes that nobody has read; the oldest are dropped.
pub const OUTCOMES: usize = 20;

/// The longer edge of a picture that is kept; a larger one is shrunk. An A4 page has 200 dots per inch then.
pub const PICTURE_EDGE: u32 = 2400;
/// A photo may be larger than what is kept of it, but the browser has to decode it.
pub const PHOTO_BYTES: u64 = 64 * 1024 * 1024;
/// How well a shrunk picture is kept, between 0 and 1.
pub const PICTURE_QUALITY: f64 = 0.85;
