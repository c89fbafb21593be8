use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Clipboard;

/// Puts text where it can be pasted from. No when the browser does not let it: without https, or by its settings.
pub async fn copy_text(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    // Without https a browser has no clipboard, whatever its type says.
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into());
    let Some(clipboard) = clipboard
        .ok()
        .and_then(|it| it.dyn_into::<Clipboard>().ok())
    else {
        return false;
    };
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
