//! The browser's database past the bridge: to look for bytes, to damage, to fill the disk.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static RAW: JsValue = js_sys::eval(include_str!("raw.js")).expect("a script without mistakes");
}

/// Calls a function of raw.js.
pub async fn raw(function: &str, arguments: &[JsValue]) -> JsValue {
    let given = RAW.with(|raw| {
        let function: Function = Reflect::get(raw, &function.into())
            .expect("an object")
            .dyn_into()
            .expect("a function of raw.js");
        let arguments: Array = arguments.iter().collect();
        function.apply(raw, &arguments).expect("it can be called")
    });
    JsFuture::from(Promise::resolve(&given))
        .await
        .expect("it comes to an end")
}

/// The stores in which bytes can be found.
pub async fn search(name: &str, bytes: &[u8]) -> Vec<String> {
    let found = raw("search", &[name.into(), Uint8Array::from(bytes).into()]).await;
    found
        .unchecked_into::<Array>()
        .iter()
        .filter_map(|store| store.as_string())
        .collect()
}
