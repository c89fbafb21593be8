use leptos::prelude::*;
use liaison_core::desk::SubmittedApplication;
use liaison_ui::{Card, intl};

use crate::{tell, tell::company::stated_in, words::desk as word};

/// What was submitted before, and what changed since (DESK 2).
#[component]
pub fn EarlierAttempts(attempts: Signal<Vec<SubmittedApplication>>) -> impl IntoView {
    let change = |(field, before, after)| {
        view! {
            <li>
                <strong>{tell::field(field)}</strong> ": "
                <del><bdi>{before}</bdi></del> " → " <ins><bdi>{after}</bdi></ins>
            </li>
        }
    };
    let attempt = move |(number, one, next): (u64, SubmittedApplication, SubmittedApplication)| {
        let pairs = stated_in(&one.statement)
            .into_iter()
            .zip(stated_in(&next.statement));
        let changed = pairs.filter(|((_, before), (_, after))| before != after);
        let changed = changed.map(|((field, before), (_, after))| change((field, before, after)));
        let changed = changed.collect_view();
        let files = (one.statement.evidence != next.statement.evidence)
            .then(|| view! { <li>{word::documents_changed()}</li> });
        let asked = next.answered.map(|answered| {
            view! { <p class="prose"><strong>{word::question()} " "</strong> <bdi>{answered.question.why.to_string()}</bdi></p> }
        });
        view! {
            <section class="attempt">
                <h3>{word::attempt(intl::number(number), intl::date_time(one.at.0))}</h3>
                {asked}
                <ul class="changes">{changed} {files}</ul>
            </section>
        }
    };
    move || {
        let all = attempts.get();
        let pairs = all.iter().zip(all.iter().skip(1)).enumerate();
        let pairs: Vec<_> = pairs
            .map(|(at, (one, next))| attempt((at as u64 + 1, one.clone(), next.clone())))
            .collect();
        (!pairs.is_empty()).then(|| view! { <Card title=word::earlier_attempts()>{pairs}</Card> })
    }
}
