//! What is typed is kept 400 ms after typing stops, when the page goes or is out of sight, and when the screen is left.

use std::time::Duration;

use leptos::{ev, leptos_dom::helpers::TimeoutHandle, prelude::*};

const PAUSE: Duration = Duration::from_millis(400);

/// Keeps `value` whenever it has changed. To be called in the body of a component; what it gives back keeps at once.
pub fn autosave<T>(value: Signal<T>, keep: impl Fn(T) + Copy + Send + Sync + 'static) -> Flush
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let kept = StoredValue::new(value.get_untracked());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop_timer = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let flush = move || {
        stop_timer();
        let Some(value) = value.try_get_untracked() else {
            return;
        };
        if kept.try_with_value(|kept| *kept != value).unwrap_or(false) {
            kept.set_value(value.clone());
            keep(value);
        }
    };
    Effect::new(move |_| {
        value.track();
        stop_timer();
        timer.set_value(set_timeout_with_handle(flush, PAUSE).ok());
    });
    let heard = window_event_listener_untyped("pagehide", move |_: ev::Event| flush());
    // A phone may end a page that is out of sight without telling it so.
    let hidden = window_event_listener_untyped("visibilitychange", move |_: ev::Event| {
        if document().hidden() {
            flush();
        }
    });
    on_cleanup(move || {
        heard.remove();
        hidden.remove();
        flush();
    });
    Flush(Callback::new(move |()| flush()))
}

#[derive(Clone, Copy)]
pub struct Flush(Callback<()>);

impl Flush {
    pub fn now(self) {
        self.0.try_run(());
    }
}
