use leptos::prelude::*;
use liaison_bridge::ObjectUrl;
use wasm_bindgen::JsCast;

/// Hands a file to the browser, which puts it where it puts downloads.
pub fn download(name: &str, kind: &str, bytes: &[u8]) {
    let Some(url) = ObjectUrl::of(bytes, kind) else {
        return;
    };
    let anchor = document().create_element("a").ok();
    let Some(anchor) = anchor.and_then(|anchor| anchor.dyn_into::<web_sys::HtmlElement>().ok())
    else {
        return;
    };
    // An anchor takes every attribute.
    _ = anchor.set_attribute("href", url.as_str());
    _ = anchor.set_attribute("download", name);
    anchor.click();
    // The browser has taken the address by then; it reads the bytes on its own.
    set_timeout(move || drop(url), std::time::Duration::from_secs(60));
}
