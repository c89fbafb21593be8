//! The worker that reads QR codes. It is loaded with the first scan and ends when this is dropped.

use std::{cell::RefCell, rc::Rc};

use futures::channel::oneshot;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageEvent, Worker};

use crate::camera::Brightness;

/// Beside the page, wherever that is served from.
const WORKER: &str = "./scan_loader.js";

type Waiting = Rc<RefCell<Option<oneshot::Sender<Option<JsValue>>>>>;

pub struct CodeReader {
    worker: Worker,
    waiting: Waiting,
    _heard: Closure<dyn Fn(MessageEvent)>,
    _failed: Closure<dyn Fn()>,
}

impl CodeReader {
    /// None when it cannot be loaded.
    pub async fn start() -> Option<Self> {
        let worker = Worker::new(WORKER).ok()?;
        let waiting = Waiting::default();
        let heard = {
            let waiting = waiting.clone();
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                answer(&waiting, Some(event.data()))
            })
        };
        let failed = {
            let waiting = waiting.clone();
            Closure::<dyn Fn()>::new(move || answer(&waiting, None))
        };
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        let reader = Self {
            worker,
            waiting,
            _heard: heard,
            _failed: failed,
        };
        reader.next().await?; // it says when it is ready
        Some(reader)
    }

    /// The text of a code in the picture. One picture after the other.
    pub async fn read(&self, picture: &Brightness) -> Option<String> {
        let pixels = Uint8Array::from(&picture.pixels[..]);
        let asked = Array::of3(&picture.width.into(), &picture.height.into(), &pixels);
        let handed_over = Array::of1(&pixels.buffer());
        let answer = self.next();
        self.worker
            .post_message_with_transfer(&asked, &handed_over)
            .ok()?;
        answer.await?.as_string()
    }

    fn next(&self) -> impl Future<Output = Option<JsValue>> + use<> {
        let (sender, receiver) = oneshot::channel();
        self.waiting.replace(Some(sender));
        async move { receiver.await.ok().flatten() }
    }
}

impl Drop for CodeReader {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn answer(waiting: &Waiting, message: Option<JsValue>) {
    if let Some(waiting) = waiting.take() {
        // Whoever asked may have gone.
        _ = waiting.send(message);
    }
}
