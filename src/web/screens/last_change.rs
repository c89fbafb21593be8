use leptos::prelude::*;
use liaison_core::policy::PolicyChange;
use liaison_ui::intl;

use crate::words::external as word;

/// When a policy changed last, by whom and why (POL 7).
pub fn last_change(changed: Option<&PolicyChange>) -> Option<AnyView> {
    let changed = changed?;
    let what = word::changed(intl::date_time(changed.at.0), changed.by.to_string());
    let why = changed.why.as_ref().map(|why| {
        let why = why.to_string();
        view! { " · " <bdi>{why}</bdi> }
    });
    Some(view! { <p class="muted small">{what} {why}</p> }.into_any())
}
