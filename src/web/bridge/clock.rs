//! The time, from the browser.

use std::time::Duration;

use js_sys::Promise;
use liaison_core::time::{MINUTE, Time};
use wasm_bindgen_futures::JsFuture;

pub(crate) fn now() -> Time {
    Time(js_sys::Date::now() as u64)
}

/// Lets the browser do other things for a while.
pub async fn pause(time: Duration) {
    wait(time.as_millis() as u64).await;
}

pub(crate) async fn wait(milliseconds: u64) {
    let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // Fails only for text that is no script.
            _ = window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    // A timeout resolves; it never rejects.
    _ = JsFuture::from(promise).await;
}

/// Waits until the clock shows the next minute.
pub(crate) async fn next_minute() {
    wait(MINUTE - now().0 % MINUTE).await;
}
