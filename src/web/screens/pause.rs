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
