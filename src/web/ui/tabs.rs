//! Views of one thing, beside each other.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

use crate::{
    Icon, Text,
    choice::{Choices, Offer},
    id::fresh_id,
};

/// Arrow keys move between the tabs, Tab goes on into the panel.
#[component]
pub fn Tabs<T>(
    /// What the tabs are views of; heard, not seen.
    #[prop(into)]
    label: Text,
    #[prop(into)] choices: Choices<T>,
    #[prop(into)] chosen: Signal<Option<T>>,
    #[prop(into)] on_choose: Callback<T>,
    /// The panel: what is shown of the chosen one.
    children: Children,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    tabs(label, Offer::of(choices, chosen, on_choose), children())
}

fn tabs(label: Text, offer: Offer, panel: AnyView) -> AnyView {
    let id = fresh_id("tab");
    let panel_id = format!("{id}-panel");
    let Offer {
        faces,
        chosen,
        choose,
    } = offer;
    let list = NodeRef::<html::Div>::new();
    let turn = {
        let choose = choose.clone();
        move |event: ev::KeyboardEvent| {
            let (at, last) = (
                chosen.get_untracked().unwrap_or(0),
                faces.with_untracked(Vec::len).saturating_sub(1),
            );
            let to = match event.key().as_str() {
                "ArrowRight" => (at + 1).min(last),
                "ArrowLeft" => at.saturating_sub(1),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            choose(to);
            focus_child(list, to);
        }
    };
    let tab = {
        let (id, panel_id) = (id.clone(), panel_id.clone());
        move |(place, face): (usize, crate::choice::Face)| {
            let choose = choose.clone();
            let is_chosen = move || chosen.get() == Some(place);
            view! {
                <button
                    type="button"
                    role="tab"
                    class="tab"
                    id=format!("{id}-{place}")
                    aria-controls=panel_id.clone()
                    aria-selected=move || is_chosen().to_string()
                    tabindex=move || if is_chosen() { "0" } else { "-1" }
                    on:click=move |_| choose(place)
                >
                    {face.icon.map(Icon::view)}
                    {face.label}
                </button>
            }
            .into_any()
        }
    };
    view! {
        <div class="tabs">
            <div node_ref=list class="tab-list" role="tablist" aria-label=label on:keydown=turn>
                {move || faces.get().into_iter().enumerate().map(tab.clone()).collect_view()}
            </div>
            <div
                class="tab-panel"
                role="tabpanel"
                id=panel_id.clone()
                aria-labelledby=move || chosen.get().map(|place| format!("{id}-{place}"))
            >
                {panel}
            </div>
        </div>
    }
    .into_any()
}

fn focus_child(list: NodeRef<html::Div>, place: usize) {
    let child = list
        .get_untracked()
        .and_then(|list| list.children().item(place as u32));
    if let Some(child) = child.and_then(|child| child.dyn_into::<web_sys::HtmlElement>().ok()) {
        _ = child.focus();
    }
}
