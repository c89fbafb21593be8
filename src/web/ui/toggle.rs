//! Yes or no.

use leptos::{ev, prelude::*};

use crate::{Text, field::note, id::fresh_id};

/// A declaration or one of several that may all be ticked; counts when the form is sent.
#[component]
pub fn Checkbox(
    #[prop(into)] label: Text,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
    #[prop(optional, into)] hint: Option<Text>,
    #[prop(optional, into)] error: Signal<Option<Text>>,
) -> impl IntoView {
    toggle("check", None, label, checked, on_change, hint, error)
}

/// On or off, at once.
#[component]
pub fn Switch(
    #[prop(into)] label: Text,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
    #[prop(optional, into)] hint: Option<Text>,
    #[prop(optional, into)] error: Signal<Option<Text>>,
) -> impl IntoView {
    toggle(
        "switch",
        Some("switch"),
        label,
        checked,
        on_change,
        hint,
        error,
    )
}

fn toggle(
    class: &'static str,
    role: Option<&'static str>,
    label: Text,
    checked: Signal<bool>,
    on_change: Callback<bool>,
    hint: Option<Text>,
    error: Signal<Option<Text>>,
) -> AnyView {
    let note_id = fresh_id("note");
    let changed = move |event: ev::Event| {
        on_change.try_run(event_target_checked(&event));
        // What was refused is not shown as done: the box says what is, not what was wished.
        event_target::<web_sys::HtmlInputElement>(&event).set_checked(checked.get_untracked());
    };
    view! {
        <div class="field toggle">
            <label class=class>
                <input
                    type="checkbox"
                    role=role
                    prop:checked=checked
                    aria-describedby=note_id.clone()
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    on:change=changed
                />
                <span>{label}</span>
            </label>
            {note(note_id, hint, error)}
        </div>
    }
    .into_any()
}
