//! The other tabs of this browser. They are told that there is something new, which saves them from looking; nothing is
//! wrong when they are not.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, Event, EventTarget, MessageEvent};

/// How a tab hears that it may have missed something.
pub(crate) struct Tabs {
    channel: Option<BroadcastChannel>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    on_look: Closure<dyn FnMut(Event)>,
}

impl Tabs {
    /// Calls `may_have_missed` with the number of commits that another tab speaks of, or none when there is another world
    /// or this tab was looked at again.
    pub fn listen(name: &str, may_have_missed: impl Fn(Option<u64>) + Clone + 'static) -> Self {
        let on_message = {
            let may_have_missed = may_have_missed.clone();
            Closure::new(move |event: MessageEvent| {
                may_have_missed(event.data().as_f64().map(|commits| commits as u64));
            })
        };
        let on_look = Closure::new(move |_: Event| may_have_missed(None));
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        }
        for (target, event) in looked_at() {
            // A listener with a valid name cannot be refused.
            _ = target.add_event_listener_with_callback(event, on_look.as_ref().unchecked_ref());
        }
        Self {
            channel,
            _on_message: on_message,
            on_look,
        }
    }

    pub fn tell(&self, commits: u64) {
        self.post(&JsValue::from_f64(commits as f64));
    }

    /// There is another world, which may have as many commits.
    pub fn tell_of_another_world(&self) {
        self.post(&JsValue::NULL);
    }

    fn post(&self, message: &JsValue) {
        if let Some(channel) = &self.channel {
            // A number can always be sent, and so can null.
            _ = channel.post_message(message);
        }
    }

    pub fn close(&self) {
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
        for (target, event) in looked_at() {
            let listener = self.on_look.as_ref().unchecked_ref();
            // Taking a listener away cannot fail.
            _ = target.remove_event_listener_with_callback(event, listener);
        }
    }
}

fn looked_at() -> Vec<(EventTarget, &'static str)> {
    let window = web_sys::window();
    let document = window.as_ref().and_then(web_sys::Window::document);
    [
        (window.map(EventTarget::from), "focus"),
        (document.map(EventTarget::from), "visibilitychange"),
    ]
    .into_iter()
    .filter_map(|(target, event)| Some((target?, event)))
    .collect()
}

#[wasm_bindgen]
extern "C" {
    /// web-sys hides Web Locks behind its unstable flag.
    type LockManager;
    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        granted: &Function,
    ) -> Result<Promise, JsValue>;
}

/// What only one tab does at a time. Let go when dropped.
pub(crate) struct Lock {
    release: Option<Function>,
}

/// Takes the lock, or waits for it when `patient`; else none when another tab has it. Where there are no locks, or none
/// are given here, everybody gets one: no correctness rests on them.
pub(crate) async fn lock(name: &str, patient: bool) -> Option<Lock> {
    let Some(manager) = lock_manager() else {
        return Some(Lock { release: None });
    };
    let mut release = None;
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    let answered = Promise::new(&mut |answer, _| {
        let held = held.clone();
        let on_answer = answer.clone();
        let callback = Closure::once_into_js(move |lock: JsValue| -> Promise {
            let is_granted = !lock.is_null();
            tell(&on_answer, is_granted);
            match is_granted {
                true => held,
                false => Promise::resolve(&JsValue::NULL),
            }
        });
        let options = Object::new();
        // Setting a property of a plain object cannot fail.
        _ = Reflect::set(&options, &"ifAvailable".into(), &(!patient).into());
        let request = manager.request(name, &options, callback.unchecked_ref());
        spawn_local(async move {
            let ended = match request {
                Ok(ended) => JsFuture::from(ended).await.map(|_| ()),
                Err(error) => Err(error),
            };
            // A frame without an origin of its own, say.
            if ended.is_err() {
                tell(&answer, true);
            }
        });
    });
    let is_granted = JsFuture::from(answered).await;
    // A promise that nobody rejects.
    is_granted
        .is_ok_and(|granted| granted.is_truthy())
        .then_some(Lock { release })
}

fn tell(answer: &Function, is_granted: bool) {
    // Resolving a promise cannot fail.
    _ = answer.call1(&JsValue::NULL, &is_granted.into());
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            // Resolving a promise cannot fail.
            _ = release.call0(&JsValue::NULL);
        }
    }
}

fn lock_manager() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    (!locks.is_undefined()).then(|| locks.unchecked_into())
}
