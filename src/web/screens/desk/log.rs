use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    audit::{Fact, links, payloads},
    command::Actor,
    desk::{CaseId, registration_file, reviewers, subject},
    order::found,
    row::ReadRows,
    space::Space,
    store::Stop,
    time::Time,
    view::View,
};
use liaison_ui::{Icon, intl};

use crate::{screens::console::act, tell, words::desk as word};

/// What the desk's log says of a case, the newest first.
#[component]
pub fn CaseLog(id: CaseId) -> impl IntoView {
    let entries = use_db().live(move |view, _| entries(view, id).unwrap_or_default());
    let entry = |(at, who, fact): (Time, String, Fact)| {
        let fields: Vec<_> = fact
            .changes
            .iter()
            .map(|changed| tell::field(changed.field))
            .collect();
        let fields = (!fields.is_empty()).then(|| view! { ": " {intl::list(fields)} });
        let reason = fact
            .reason
            .map(|reason| view! { <p class="prose muted"><bdi>{reason}</bdi></p> });
        view! {
            <li>
                <span class="muted figures">{intl::date_time(at.0)}</span>
                <div>
                    <p>{act(fact.what)} {fields} " " <bdi class="muted">{who}</bdi></p>
                    {reason}
                </div>
            </li>
        }
    };
    view! {
        <details class="case-log">
            <summary>{Icon::HISTORY} " " {word::log()}</summary>
            <ol>{move || entries.get().into_iter().map(entry).collect_view()}</ol>
        </details>
    }
    .into_any()
}

/// The log names a case by its subject, which for a company can change from one attempt to the next.
fn entries(view: &View, id: CaseId) -> Result<Vec<(Time, String, Fact)>, Stop> {
    let mut subjects = vec![subject(view, id)?];
    if let CaseId::Registration(registration) = id
        && let Some(file) = registration_file(view, registration)?
    {
        let names = file
            .attempts
            .iter()
            .map(|one| one.statement.legal_name.to_string());
        subjects.extend(names);
    }
    let names = view.list(&reviewers())?;
    let links = view.list(&links(Space::Desk))?;
    let about = view.list(&payloads(Space::Desk))?.into_iter();
    let about = about.filter(|(_, payload)| subjects.contains(&payload.fact.about));
    let entries = about.filter_map(|(number, payload)| {
        let link = found(&links, &number)?;
        let who = match link.actor {
            Actor::Account(account) => found(&names, &account).map(|one| one.name.to_string()),
            Actor::Visitor | Actor::Operator => None,
        };
        Some((link.time, who.unwrap_or_default(), payload.fact))
    });
    let mut entries: Vec<_> = entries.collect();
    entries.reverse();
    Ok(entries)
}
