//! What a place says when it has nothing to show, cannot show it, or must explain something.

use leptos::prelude::*;

use crate::{Icon, Text, marks::Tone, wording::wording};

/// Something to know before going on.
#[component]
pub fn Callout(
    #[prop(optional)] tone: Tone,
    #[prop(optional, into)] title: Option<Text>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=format!("callout {}", tone.class())>
            {tone.icon()}
            <div class="callout-body">
                {title.map(|title| view! { <p class="callout-title">{title}</p> })} {children()}
            </div>
        </div>
    }
    .into_any()
}

/// A list with nothing in it: one sentence, and the one act that fills it.
#[component]
pub fn EmptyState(
    icon: Icon,
    #[prop(into)] title: Text,
    #[prop(optional, into)] text: Option<Text>,
    /// It is the whole page, and its title the heading of that.
    #[prop(optional)]
    whole: bool,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let title = if whole {
        view! { <h1 class="empty-title">{title}</h1> }.into_any()
    } else {
        view! { <p class="empty-title">{title}</p> }.into_any()
    };
    view! {
        <div class="empty">
            <span class="empty-icon">{icon}</span>
            {title}
            {text.map(|text| view! { <p class="muted">{text}</p> })}
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
    .into_any()
}

/// Nothing turns without a word. Appears after a moment, so that what is quick does not flicker.
#[component]
pub fn Waiting(#[prop(into)] label: Text) -> impl IntoView {
    view! { <p class="waiting" role="status">{Icon::WAITING} <span>{label}</span></p> }.into_any()
}

/// What was not possible: which rule, whose, who can change it, and what to do.
#[component]
pub fn RefusalCard(
    /// What was not possible.
    #[prop(into)]
    title: Text,
    /// The rule, as a sentence.
    #[prop(into)]
    rule: Text,
    /// Whose rule it is: *Your organization*, *The platform*.
    #[prop(into)]
    side: Text,
    #[prop(optional, into)] who: Option<Text>,
    #[prop(optional, into)] next: Option<Text>,
    /// The act that leads on.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let row = |label: Text, value: Text| {
        view! {
            <div>
                <dt>{label}</dt>
                <dd>{value}</dd>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="refusal" role="alert">
            {Icon::BLOCK}
            <div class="refusal-body">
                <h3>{title}</h3>
                <p>
                    <span class="refusal-side">{side}</span>
                    {rule}
                </p>
                <dl>
                    {who.map(|who| row((wording().who_can_change_it)(), who))}
                    {next.map(|next| row((wording().what_to_do)(), next))}
                </dl>
                {children.map(|children| view! { <div class="actions">{children()}</div> })}
            </div>
        </section>
    }
    .into_any()
}

/// Work that takes longer than half a second.
#[component]
pub fn Progress(
    /// What is being done: *Importing 1,200 of 2,000*.
    #[prop(into)]
    label: Text,
    /// Between 0 and 1; nothing while the amount is not known.
    #[prop(into)]
    share: Signal<Option<f64>>,
    /// The way to stop it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="progress">
            <label>
                <span>{label}</span>
                <progress max="1" value=move || share.get().map(|share| share.clamp(0.0, 1.0).to_string())></progress>
            </label>
            {children.map(|children| children())}
        </div>
    }
    .into_any()
}
