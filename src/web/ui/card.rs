//! What belongs together.

use leptos::prelude::*;

use crate::{Icon, Text, id::fresh_id, marks::Tone};

#[component]
pub fn Card(
    #[prop(optional, into)] title: Option<Text>,
    /// What can be done with the whole, beside the title.
    #[prop(optional, into)]
    acts: ViewFnOnce,
    children: Children,
) -> impl IntoView {
    let id = title.is_some().then(|| fresh_id("card"));
    let head = title.map(|title| {
        view! {
            <header class="card-head">
                <h2 id=id.clone()>{title}</h2>
                <div class="card-acts">{acts.run()}</div>
            </header>
        }
    });
    view! { <section class="card" aria-labelledby=id>{head} <div class="card-body">{children()}</div></section> }
        .into_any()
}

/// A list of facts.
#[component]
pub fn KeyValues(children: Children) -> impl IntoView {
    view! { <dl class="key-values">{children()}</dl> }.into_any()
}

#[component]
pub fn KeyValue(#[prop(into)] label: Text, children: Children) -> impl IntoView {
    view! {
        <div>
            <dt>{label}</dt>
            <dd>{children()}</dd>
        </div>
    }
    .into_any()
}

/// What happened, in order.
#[component]
pub fn Timeline(#[prop(into)] label: Text, children: Children) -> impl IntoView {
    view! { <ol class="timeline" aria-label=label>{children()}</ol> }.into_any()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    Done,
    /// Where it stands.
    Here,
    /// Somebody has to act.
    Asked,
    Refused,
    Ahead,
}

#[component]
pub fn TimelineEntry(
    point: Point,
    #[prop(into)] title: Text,
    #[prop(optional, into)] when: Option<Text>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let (icon, tone) = match point {
        Point::Done => (Some(Icon::CHECK), Tone::Good),
        Point::Here => (None, Tone::Info),
        Point::Asked => (Some(Icon::EDIT), Tone::Waiting),
        Point::Refused => (Some(Icon::CLOSE), Tone::Bad),
        Point::Ahead => (None, Tone::Neutral),
    };
    view! {
        <li
            class=format!("timeline-entry {}", tone.class())
            class:ahead=point == Point::Ahead
            aria-current=(point == Point::Here).then_some("step")
        >
            <span class="timeline-point">{icon.map(Icon::view)}</span>
            <div class="timeline-body">
                <p class="timeline-title">{title}</p>
                {when.map(|when| view! { <p class="muted small figures">{when}</p> })}
                {children.map(|children| children())}
            </div>
        </li>
    }
    .into_any()
}
