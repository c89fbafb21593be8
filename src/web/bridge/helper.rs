//! Programs of their own beside the page: loaded when they are needed, so that nobody else downloads them, and on a
//! thread of their own, so that nothing stalls meanwhile.

use std::{cell::RefCell, rc::Rc};

use futures::channel::oneshot;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageEvent, Worker};

type Waiting = Rc<RefCell<Option<oneshot::Sender<Option<JsValue>>>>>;

/// Answers one message after the other. It ends when this is dropped.
pub(crate) struct Helper {
    worker: Worker,
    waiting: Waiting,
    _heard: Closure<dyn Fn(MessageEvent)>,
    _failed: Closure<dyn Fn()>,
}

impl Helper {
    /// `program` stands beside the page, wherever that is served from. None when it cannot be loaded.
    pub async fn start(program: &str) -> Option<Self> {
        let worker = Worker::new(program).ok()?;
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
        let helper = Self {
            worker,
            waiting,
            _heard: heard,
            _failed: failed,
        };
        helper.next().await?; // it says when it is ready
        Some(helper)
    }

    /// The answer to a message. What is handed over is gone on this side. None when the program has failed.
    pub async fn ask(&self, message: &JsValue, handed_over: &Array) -> Option<JsValue> {
        let answer = self.next();
        self.worker
            .post_message_with_transfer(message, handed_over)
            .ok()?;
        answer.await
    }

    fn next(&self) -> impl Future<Output = Option<JsValue>> + use<> {
        let (sender, receiver) = oneshot::channel();
        self.waiting.replace(Some(sender));
        async move { receiver.await.ok().flatten() }
    }
}

impl Drop for Helper {
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
