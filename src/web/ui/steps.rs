//! A task in steps: where one is, what is done, what comes.

use leptos::prelude::*;

use crate::{Icon, Text, wording::wording};

/// The way through a task. Done steps can be gone back to; on a phone only the current one is spelled out.
#[component]
pub fn Steps(
    /// What the steps lead to; heard, not seen.
    #[prop(into)]
    label: Text,
    names: Vec<Text>,
    /// The step that is shown, from 0.
    #[prop(into)]
    at: Signal<usize>,
    /// How many steps, from the first, are filled in.
    #[prop(into)]
    done: Signal<usize>,
    #[prop(into)] on_go: Callback<usize>,
) -> impl IntoView {
    let count = names.len() as u64;
    let step = |(place, name): (usize, Text)| {
        let is_here = move || at.get() == place;
        let is_done = move || place < done.get();
        let can_go = move || !is_here() && place <= done.get();
        let mark = move || {
            match is_done() && !is_here() {
            true => view! { <span class="step-mark">{Icon::CHECK.named((wording().step_done)())}</span> }.into_any(),
            false => view! { <span class="step-mark">{place + 1}</span> }.into_any(),
        }
        };
        view! {
            <li
                class="step"
                class:done=move || is_done() && !is_here()
                aria-current=move || is_here().then_some("step")
            >
                <button
                    type="button"
                    disabled=move || !can_go()
                    on:click=move |_| _ = on_go.try_run(place)
                >
                    {mark}
                    <span class="step-name">{name}</span>
                </button>
            </li>
        }
        .into_any()
    };
    let here = {
        let names = names.clone();
        move || names.get(at.get()).cloned()
    };
    view! {
        <nav class="steps" aria-label=label>
            <p class="steps-count" aria-hidden="true">
                {move || (wording().step)(at.get() as u64 + 1, count)}
                " "
                <strong>{here}</strong>
            </p>
            <ol>{names.into_iter().enumerate().map(step).collect_view()}</ol>
        </nav>
    }
    .into_any()
}
