use leptos::prelude::*;
use liaison_core::{policy::preview::Difference, text::Line};
use liaison_ui::{Callout, Text, Tone};

use crate::words::external as word;

/// How many names stand there before the rest is only counted.
const NAMED: usize = 12;

/// Whose conversations with the outside a change would close or open.
#[component]
pub fn Gains(difference: Difference) -> impl IntoView {
    let Difference { closes, opens } = difference;
    if closes.is_empty() && opens.is_empty() {
        return view! { <Callout>{word::nothing_changes()}</Callout> }.into_any();
    }
    let losing = people(closes, Tone::Waiting, word::closes);
    let gaining = people(opens, Tone::Good, word::opens);
    view! { {losing} {gaining} <p class="muted">{word::at_once()}</p> }.into_any()
}

fn people(whom: Vec<(Line, u32)>, tone: Tone, title: fn(u64) -> Text) -> Option<AnyView> {
    if whom.is_empty() {
        return None;
    }
    let title = title(whom.len() as u64);
    let more = whom.len().saturating_sub(NAMED);
    let person = |(name, conversations): (Line, u32)| {
        view! {
            <li class="row">
                <bdi class="grow">{name.to_string()}</bdi>
                <span class="muted">{word::conversations(u64::from(conversations))}</span>
            </li>
        }
    };
    let people = whom.into_iter().take(NAMED).map(person).collect_view();
    let more = (more > 0).then(|| view! { <li class="muted">{word::more(more as u64)}</li> });
    Some(view! { <Callout tone=tone title=title><ul>{people} {more}</ul></Callout> }.into_any())
}
