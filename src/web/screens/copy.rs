use leptos::prelude::*;
use liaison_bridge::copy_text;
use liaison_ui::{Icon, IconButton, Text, notices};
use wasm_bindgen_futures::spawn_local;

use crate::words::copy as word;

/// An identifier or a link: shown as printed, and taken along with one press.
#[component]
pub fn Copyable(
    /// What it is: *Corporate ID*.
    #[prop(into)]
    label: Text,
    #[prop(into)] value: Signal<String>,
) -> impl IntoView {
    let notices = notices();
    let copied = label.clone();
    let copy = move || {
        let (value, copied) = (value.get_untracked(), copied.clone());
        spawn_local(async move {
            match copy_text(&value).await {
                true => notices.tell(word::copied(copied)),
                false => notices.tell(word::not_copied()),
            }
        });
    };
    view! {
        <span class="copyable">
            <code class="cut" tabindex="0" title=value>{value}</code>
            <IconButton label=word::copy(label) icon=Icon::COPY small=true on_press=copy />
        </span>
    }
    .into_any()
}
