//! What is pressed.

use leptos::{ev, prelude::*};

use crate::{Icon, Text, id::fresh_id};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one act that a screen is for.
    Primary,
    #[default]
    Plain,
    /// An act beside content: no border until pointed at.
    Quiet,
    /// Destroys something.
    Danger,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            ButtonKind::Primary => "button primary",
            ButtonKind::Plain => "button",
            ButtonKind::Quiet => "button quiet",
            ButtonKind::Danger => "button danger",
        }
    }
}

/// A button says what it does, what it is doing, and why it cannot.
#[component]
pub fn Button(
    #[prop(into)] label: Text,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] icon: Option<Icon>,
    #[prop(optional)] small: bool,
    /// Sends the form around it; `on_press` may stay away then.
    #[prop(optional)]
    submit: bool,
    /// While it works, the word for that: *Sending…*. It cannot be pressed meanwhile.
    #[prop(optional, into)]
    busy: Signal<Option<Text>>,
    /// While it cannot be pressed, why. It stays reachable by keyboard, and the reason stands beside it.
    #[prop(optional, into)]
    blocked: Option<Signal<Option<Text>>>,
    #[prop(optional, into)] on_press: Option<Callback<()>>,
) -> impl IntoView {
    let reason = blocked.unwrap_or_default();
    let id = blocked.map(|_| fresh_id("why"));
    let is_busy = move || busy.with(Option::is_some);
    let is_blocked = move || reason.with(Option::is_some);
    let press = move |event: ev::MouseEvent| {
        if is_busy() || is_blocked() {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.try_run(());
        }
    };
    let button = view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            class:small=small
            aria-disabled=move || (is_busy() || is_blocked()).then_some("true")
            aria-busy=move || is_busy().then_some("true")
            aria-describedby=id.clone()
            on:click=press
        >
            {move || match is_busy() {
                true => Some(Icon::WAITING.view()),
                false => icon.map(Icon::view),
            }}
            <span class="button-label">{move || busy.get().unwrap_or_else(|| label.clone())}</span>
        </button>
    };
    match id {
        None => button.into_any(),
        Some(id) => view! {
            <span class="button-and-reason">
                {button} <span class="reason" id=id>{move || reason.get()}</span>
            </span>
        }
        .into_any(),
    }
}

/// Looks like a button and goes somewhere.
#[component]
pub fn ButtonLink(
    #[prop(into)] label: Text,
    #[prop(into)] href: Signal<String>,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] icon: Option<Icon>,
    #[prop(optional)] small: bool,
) -> impl IntoView {
    view! {
        <a class=kind.class() class:small=small href=href>
            {icon.map(Icon::view)}
            <span class="button-label">{label}</span>
        </a>
    }
    .into_any()
}

/// An icon that is pressed. Its name is read out and shown when pointed at.
#[component]
pub fn IconButton(
    #[prop(into)] label: Text,
    icon: Icon,
    #[prop(into)] on_press: Callback<()>,
    #[prop(optional)] small: bool,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button quiet icon-only"
            class:small=small
            aria-label=label.clone()
            title=label
            on:click=move |_| _ = on_press.try_run(())
        >
            {icon}
        </button>
    }
    .into_any()
}
