//! A worker that makes the demo world. In: the time in milliseconds since 1970. Out:
//! `[manifest, pages, ids of documents, documents]`, all of them bytes, as the bridge puts them on the disk; or `null`.

use js_sys::{Array, Uint8Array};
use liaison_core::{
    demo::{demo_world, papers},
    id::Id,
    time::Time,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = scope.clone();
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let made = event.data().as_f64().map(|now| made(Time(now as u64)));
        // Bytes can always be posted.
        _ = answer.post_message(&made.map_or(JsValue::NULL, JsValue::from));
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget(); // as long as the worker lives
    _ = scope.post_message(&JsValue::TRUE); // ready
}

fn made(now: Time) -> Array {
    let mut store = demo_world(now);
    let (ids, documents): (Array, Array) = papers(&store)
        .unwrap_or_default()
        .into_iter()
        .map(|(id, bytes)| (sent(&id.bytes()), sent(&bytes)))
        .unzip();
    let snapshot = store.snapshot();
    let pages: Array = snapshot.fresh.iter().map(|(_, page)| sent(page)).collect();
    Array::of4(
        &sent(&snapshot.manifest.to_bytes()),
        &pages,
        &ids,
        &documents,
    )
}

fn sent(bytes: &[u8]) -> Uint8Array {
    Uint8Array::from(bytes)
}
