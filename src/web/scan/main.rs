//! A worker that reads QR codes. In: `[width, height, brightness of each pixel]`. Out: the text, or `null`.

use js_sys::{Array, Uint8Array};
use rqrr::PreparedImage;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = scope.clone();
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let text = asked(&event.data()).and_then(|(width, brightness)| read(width, &brightness));
        let text = text.map_or(JsValue::NULL, JsValue::from);
        // Text can always be posted.
        _ = answer.post_message(&text);
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget(); // as long as the worker lives
    _ = scope.post_message(&JsValue::TRUE); // ready
}

/// How wide the picture is, and its rows after each other.
fn asked(data: &JsValue) -> Option<(usize, Vec<u8>)> {
    let parts: &Array = data.dyn_ref()?;
    let width = parts.get(0).as_f64()? as usize;
    let height = parts.get(1).as_f64()? as usize;
    let brightness = parts.get(2).dyn_into::<Uint8Array>().ok()?.to_vec();
    (width > 0 && brightness.len() == width.checked_mul(height)?).then_some((width, brightness))
}

/// The text of the first code that can be read.
fn read(width: usize, brightness: &[u8]) -> Option<String> {
    let height = brightness.len() / width;
    let mut picture =
        PreparedImage::prepare_from_greyscale(width, height, |x, y| brightness[y * width + x]);
    let codes = picture.detect_grids();
    codes
        .iter()
        .find_map(|code| code.decode().ok())
        .map(|(_, text)| text)
}
