//! Everything that is said on a screen: a function per word of `src/locales`, a module per file and table.
//!
//! `words::ui::close()` is a [`liaison_ui::Text`]: it follows the language wherever it stands, so `label=words::ui::close()`
//! needs no closure. A word that nobody says is dead code, and so a warning.
//! Numbers and dates come from [`liaison_ui::intl`] and go in as arguments.

include!(concat!(env!("OUT_DIR"), "/words.rs"));
