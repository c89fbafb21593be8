//! The head of a page, and the time as it stands in it.

use leptos::prelude::*;

use crate::{Icon, Text, intl, wording::wording};

/// Where one is, and the way back.
#[component]
pub fn PageHeader(
    #[prop(into)] title: Text,
    /// The place before; without it the page is where one starts.
    #[prop(optional, into)]
    back: Option<Signal<String>>,
    #[prop(optional, into)] subtitle: Option<Text>,
    /// What can be done here.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let back = back.map(|href| {
        let name = (wording().back)();
        view! {
            <a class="button quiet icon-only back" href=href aria-label=name.clone() title=name>
                {Icon::BACK}
            </a>
        }
    });
    view! {
        <header class="page-head">
            {back}
            <div class="page-title">
                <h1 tabindex="-1">{title}</h1>
                {subtitle.map(|subtitle| view! { <p class="muted">{subtitle}</p> })}
            </div>
            {children.map(|children| view! { <div class="page-acts">{children()}</div> })}
        </header>
    }
    .into_any()
}

/// A time: relative up to a day, exact when pointed at.
#[component]
pub fn Moment(
    /// Milliseconds since 1970.
    #[prop(into)]
    at: Signal<u64>,
    #[prop(into)] now: Signal<u64>,
) -> impl IntoView {
    view! {
        <time title=move || intl::date_time(at.get()).get()>{move || intl::relative(at.get(), now.get())}</time>
    }
    .into_any()
}
