//! The ways between places.

use leptos::prelude::*;

use crate::{Icon, Text, marks::Count};

/// A place that can be gone to.
#[derive(Debug, Clone)]
pub struct Place {
    icon: Icon,
    label: Text,
    href: String,
    is_here: Signal<bool>,
    waiting: Option<(Signal<u64>, Text)>,
}

impl Place {
    pub fn new(
        icon: Icon,
        label: impl Into<Text>,
        href: impl Into<String>,
        is_here: Signal<bool>,
    ) -> Place {
        Place {
            icon,
            label: label.into(),
            href: href.into(),
            is_here,
            waiting: None,
        }
    }

    /// How many things wait there, and what they are: *3 unread messages*.
    pub fn waiting(self, n: Signal<u64>, label: impl Into<Text>) -> Place {
        Place {
            waiting: Some((n, label.into())),
            ..self
        }
    }

    fn into_link(self, class: &'static str) -> AnyView {
        let is_here = self.is_here;
        view! {
            <a class=class href=self.href aria-current=move || is_here.get().then_some("page")>
                <span class="place-icon">
                    {self.icon}
                    {self.waiting.map(|(n, label)| view! { <Count n=n label=label /> })}
                </span>
                <span class="place-label">{self.label}</span>
            </a>
        }
        .into_any()
    }
}

/// A row that leads on: what is there, and how it stands.
#[component]
pub fn RowLink(
    #[prop(into)] label: Text,
    #[prop(into)] href: Signal<String>,
    #[prop(optional)] icon: Option<Icon>,
    #[prop(optional, into)] note: Option<Text>,
    /// At the end of the row: a value, a pill, a count.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <a class="row-link" href=href>
            {icon.map(|icon| view! { <span class="row-icon">{icon}</span> })}
            <span class="row-text">
                <span>{label}</span>
                {note.map(|note| view! { <span class="hint">{note}</span> })}
            </span>
            {children.map(|children| view! { <span class="row-value">{children()}</span> })}
            <span class="row-onward">{Icon::CHEVRON_RIGHT}</span>
        </a>
    }
    .into_any()
}

/// The few main places: a rail at the side, a bar at the bottom of a phone.
#[component]
pub fn Rail(
    #[prop(into)] label: Text,
    places: Vec<Place>,
    /// Above the places on a wide screen: whose seat this is.
    #[prop(optional, into)]
    head: ViewFnOnce,
) -> impl IntoView {
    view! {
        <nav class="rail" aria-label=label>
            <div class="rail-head">{head.run()}</div>
            {places.into_iter().map(|place| place.into_link("rail-place")).collect_view()}
        </nav>
    }
    .into_any()
}

/// Many places in groups. A group without a title stands first.
#[component]
pub fn SideNav(
    #[prop(into)] label: Text,
    groups: Vec<(Option<Text>, Vec<Place>)>,
) -> impl IntoView {
    let group = |(title, places): (Option<Text>, Vec<Place>)| {
        view! {
            {title.map(|title| view! { <h2 class="side-title">{title}</h2> })}
            <ul>
                {places
                    .into_iter()
                    .map(|place| view! { <li>{place.into_link("side-place")}</li> })
                    .collect_view()}
            </ul>
        }
        .into_any()
    };
    view! { <nav class="side-nav" aria-label=label>{groups.into_iter().map(group).collect_view()}</nav> }.into_any()
}
