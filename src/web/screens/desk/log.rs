use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    audit::Fact,
    command::Actor,
    desk::{CaseId, Logged, log_of, reviewers},
    order::found,
    row::ReadRows,
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

/// With the name under which each reviewer works here; who submitted has none.
fn entries(view: &View, id: CaseId) -> Result<Vec<(Time, String, Fact)>, Stop> {
    let names = view.list(&reviewers())?;
    let entry = |logged: Logged| {
        let who = match logged.by {
            Actor::Account(account) => found(&names, &account).map(|one| one.name.to_string()),
            Actor::Visitor | Actor::Operator => None,
        };
        (logged.at, who.unwrap_or_default(), logged.fact)
    };
    Ok(log_of(view, id)?.into_iter().map(entry).collect())
}
