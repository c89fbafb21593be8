//! Small signs beside names: state, number, verified.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use crate::{Icon, Text, intl};

/// What a state means for whoever looks at it. The colour repeats what icon and word say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Neutral,
    /// Under way.
    Info,
    Good,
    /// Somebody has to do something.
    Waiting,
    Bad,
}

impl Tone {
    pub(crate) fn class(self) -> &'static str {
        match self {
            Tone::Neutral => "tone-neutral",
            Tone::Info => "tone-info",
            Tone::Good => "tone-good",
            Tone::Waiting => "tone-waiting",
            Tone::Bad => "tone-bad",
        }
    }

    pub(crate) fn icon(self) -> Icon {
        match self {
            Tone::Neutral | Tone::Info => Icon::INFO,
            Tone::Good => Icon::DONE,
            Tone::Waiting => Icon::ALERT,
            Tone::Bad => Icon::REFUSED,
        }
    }
}

/// The state of a thing in a word.
#[component]
pub fn Pill(
    #[prop(into)] label: Text,
    #[prop(optional, into)] tone: Signal<Tone>,
    #[prop(optional)] icon: Option<Icon>,
) -> impl IntoView {
    view! { <span class=move || format!("pill {}", tone.get().class())>{icon.map(Icon::view)} <span>{label}</span></span> }.into_any()
}

/// How many wait: unread messages, open requests. Nothing at 0.
#[component]
pub fn Count(
    #[prop(into)] n: Signal<u64>,
    /// What is counted: *3 unread messages*.
    #[prop(into)]
    label: Text,
    /// Counts something that does not call for attention.
    #[prop(optional)]
    muted: bool,
) -> impl IntoView {
    const MOST: u64 = 99;
    let digits = move || match n.get() {
        n @ 0..=MOST => intl::number(n),
        _ => format!("{MOST}+").into(),
    };
    view! {
        <Show when=move || { n.get() > 0 }>
            <span class="count-badge" class:muted=muted>
                <span aria-hidden="true">{digits}</span>
                <span class="heard">{label.clone()}</span>
            </span>
        </Show>
    }
    .into_any()
}

/// The one mark for what was verified, with its meaning on hover and focus.
#[component]
pub fn VerifiedMark(
    /// *Real name verified*, *Verified organization*.
    #[prop(into)]
    meaning: Text,
    /// Inside a link or a button, where nothing else may take the focus; its meaning is read out all the same.
    #[prop(optional)]
    inside: bool,
) -> impl IntoView {
    let close = |event: ev::KeyboardEvent| {
        if event.key() == "Escape"
            && let Some(mark) = event
                .current_target()
                .and_then(|mark| mark.dyn_into::<web_sys::HtmlElement>().ok())
        {
            _ = mark.blur();
        }
    };
    view! {
        <span
            class="verified tip"
            role="img"
            aria-label=meaning.clone()
            data-tip=meaning
            tabindex=(!inside).then_some("0")
            on:keydown=close
        >
            {Icon::BADGE_CHECK}
        </span>
    }
    .into_any()
}
