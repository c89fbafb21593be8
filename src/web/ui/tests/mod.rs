//! What the parts do, in a real browser.

mod parts;
mod text;

use leptos::{mount::mount_to, prelude::*, task::tick};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test_configure;
use web_sys::HtmlElement;

use crate::{Locale, Text, Wording, set_locale, set_wording};

wasm_bindgen_test_configure!(run_in_browser);

/// A place in the page with a view on it, until it is dropped.
struct Stage {
    ground: HtmlElement,
    _shown: Box<dyn std::any::Any>,
}

impl Stage {
    async fn show(view: impl FnOnce() -> AnyView + 'static) -> Stage {
        set_wording(wording());
        set_locale(Locale::En);
        let ground: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&ground).unwrap();
        let shown = mount_to(ground.clone(), view);
        tick().await;
        Stage {
            ground,
            _shown: Box::new(shown),
        }
    }

    fn find<T: JsCast>(&self, selector: &str) -> T {
        let found = self.ground.query_selector(selector).unwrap();
        found
            .unwrap_or_else(|| panic!("nothing is {selector} in {}", self.ground.inner_html()))
            .unchecked_into()
    }

    fn count(&self, selector: &str) -> u32 {
        self.ground.query_selector_all(selector).unwrap().length()
    }

    fn text(&self, selector: &str) -> String {
        self.find::<HtmlElement>(selector)
            .text_content()
            .unwrap_or_default()
            .trim()
            .to_owned()
    }

    async fn click(&self, selector: &str) {
        self.find::<HtmlElement>(selector).click();
        tick().await;
    }

    /// A key as it reaches our own handlers; what a browser does by itself it only does for real keys.
    async fn press(&self, selector: &str, key: &str) {
        let init = web_sys::KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        let event =
            web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.find::<HtmlElement>(selector)
            .dispatch_event(&event)
            .unwrap();
        tick().await;
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.ground.remove();
    }
}

/// Long enough for events that the browser queues.
async fn moment() {
    let passed = js_sys::Promise::new(&mut |done, _| {
        window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&done, 50)
            .unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(passed).await.unwrap();
}

fn focused() -> String {
    document()
        .active_element()
        .and_then(|element| element.text_content())
        .unwrap_or_default()
        .trim()
        .to_owned()
}

fn wording() -> Wording {
    let word = || Text::word(&["word", "词"]);
    Wording {
        close: || Text::word(&["Close", "关闭"]),
        cancel: || Text::word(&["Cancel", "取消"]),
        back: word,
        dismiss: word,
        optional: word,
        remove: word,
        choose_file: word,
        or_drop_it: word,
        signs_left: |n| Text::phrase(&["{0} left", "剩 {0}"], [n.into()]),
        signs_too_many: |n| Text::phrase(&["{0} too many", "超 {0}"], [n.into()]),
        step: |at, of| Text::phrase(&["{0}/{1}"; 2], [at.into(), of.into()]),
        step_done: word,
        who_can_change_it: word,
        what_to_do: word,
        notices: word,
    }
}
