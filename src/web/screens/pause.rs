use wasm_bindgen_futures::JsFuture;

/// Lets the browser draw and hear between two slices of long work.
pub async fn pause() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        // It fails only for text that is no script.
        _ = leptos::prelude::window().set_timeout_with_callback(&resolve);
    });
    // A timeout resolves; it never rejects.
    _ = JsFuture::from(promise).await;
}

/// A slice of work, in milliseconds: half of what a frame has.
const SLICE: f64 = 8.0;

/// A stretch of work after which the browser has its turn.
pub struct Slice(f64);

impl Slice {
    pub fn begin() -> Self {
        Self(js_sys::Date::now())
    }

    pub fn is_over(&self) -> bool {
        js_sys::Date::now() - self.0 >= SLICE
    }
}
