use leptos::prelude::*;

/// Loads the page again.
pub fn reload() {
    // Fails in no window.
    _ = window().location().reload();
}
