//! Acts behind one button: the browser's popover, placed beside it, walked with the arrow keys.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::HtmlElement;

use crate::{Icon, Text, id::fresh_id};

/// An entry of a menu.
#[derive(Debug, Clone)]
pub struct Act {
    label: Text,
    icon: Option<Icon>,
    danger: bool,
    does: Does,
}

#[derive(Debug, Clone)]
enum Does {
    Run(Callback<()>),
    Go(String),
}

impl Act {
    pub fn new(label: impl Into<Text>, run: impl Fn() + Send + Sync + 'static) -> Act {
        Act {
            label: label.into(),
            icon: None,
            danger: false,
            does: Does::Run(Callback::new(move |()| run())),
        }
    }

    pub fn link(label: impl Into<Text>, href: impl Into<String>) -> Act {
        Act {
            label: label.into(),
            icon: None,
            danger: false,
            does: Does::Go(href.into()),
        }
    }

    pub fn icon(self, icon: Icon) -> Act {
        Act {
            icon: Some(icon),
            ..self
        }
    }

    /// Destroys something; stands last.
    pub fn danger(self) -> Act {
        Act {
            danger: true,
            ..self
        }
    }
}

/// A button that opens a list of acts. Without `text` it is its icon alone, with `label` as its name.
#[component]
pub fn Menu(
    #[prop(into)] label: Text,
    #[prop(default = Icon::MORE)] icon: Icon,
    /// Shows the label beside the icon.
    #[prop(optional)]
    text: bool,
    #[prop(optional)] small: bool,
    #[prop(into)] acts: Signal<Vec<Act>>,
) -> impl IntoView {
    let id = fresh_id("menu");
    let button = NodeRef::<html::Button>::new();
    let list = NodeRef::<html::Div>::new();
    follow(button, list);
    let entry = move |act: Act| {
        let face = view! {
            {act.icon.map(Icon::view)}
            <span>{act.label}</span>
        };
        match act.does {
            Does::Run(run) => view! {
                <button
                    type="button"
                    role="menuitem"
                    class="menu-entry"
                    class:danger=act.danger
                    tabindex="-1"
                    on:click=move |_| {
                        close(list);
                        run.try_run(());
                    }
                >
                    {face}
                </button>
            }
            .into_any(),
            Does::Go(href) => view! {
                <a role="menuitem" class="menu-entry" tabindex="-1" href=href on:click=move |_| close(list)>
                    {face}
                </a>
            }
            .into_any(),
        }
    };
    view! {
        <button
            node_ref=button
            type="button"
            class="button quiet"
            class:icon-only=!text
            class:small=small
            aria-haspopup="menu"
            aria-label=(!text).then(|| label.clone())
            title=(!text).then(|| label.clone())
            popovertarget=id.clone()
            on:click=move |_| place(button, list)
        >
            {icon}
            {text.then(|| view! { <span class="button-label">{label.clone()}</span> })}
        </button>
        <div
            node_ref=list
            id=id
            class="menu"
            role="menu"
            popover="auto"
            aria-label=label
            on:toggle=move |_| walk(list, |_, _| 0)
            on:keydown=move |event| keys(event, list)
        >
            {move || acts.get().into_iter().map(entry).collect_view()}
        </div>
    }
    .into_any()
}

fn close(list: NodeRef<html::Div>) {
    if let Some(list) = list.get_untracked() {
        _ = list.hide_popover();
    }
}

fn keys(event: ev::KeyboardEvent, list: NodeRef<html::Div>) {
    match event.key().as_str() {
        "ArrowDown" => walk(list, |at, count| (at + 1) % count),
        "ArrowUp" => walk(list, |at, count| (at + count - 1) % count),
        "Home" => walk(list, |_, _| 0),
        "End" => walk(list, |_, count| count - 1),
        "Tab" => return close(list),
        _ => return,
    }
    event.prevent_default();
}

/// Moves the focus to another entry.
fn walk(list: NodeRef<html::Div>, to: impl Fn(u32, u32) -> u32) {
    let Some(list) = list.get_untracked() else {
        return;
    };
    let entries = list.children();
    let focused = document().active_element();
    let at = (0..entries.length())
        .find(|at| entries.item(*at) == focused)
        .unwrap_or(0);
    let Some(count) = Some(entries.length()).filter(|count| *count > 0) else {
        return;
    };
    if let Some(entry) = entries
        .item(to(at, count))
        .and_then(|entry| entry.dyn_into::<HtmlElement>().ok())
    {
        _ = entry.focus();
    }
}

/// Where the page scrolls below an open menu, the menu goes along with its button.
fn follow(button: NodeRef<html::Button>, list: NodeRef<html::Div>) {
    let moved = Closure::<dyn Fn()>::new(move || {
        let list_now = list.get_untracked();
        if list_now.is_some_and(|list| list.matches(":popover-open").unwrap_or(false)) {
            place(button, list);
        }
    });
    // Scrolling does not bubble; what scrolls within the page is heard on its way down.
    let hears = moved.as_ref().unchecked_ref();
    _ = window().add_event_listener_with_callback_and_bool("scroll", hears, true);
    let moved = StoredValue::new_local(moved);
    on_cleanup(move || {
        moved.with_value(|moved| {
            let hears = moved.as_ref().unchecked_ref();
            _ = window().remove_event_listener_with_callback_and_bool("scroll", hears, true);
        });
    });
}

/// Below the button, or above it where there is no room; flush with the side that is nearer to the window's edge.
fn place(button: NodeRef<html::Button>, list: NodeRef<html::Div>) {
    let (Some(button), Some(list)) = (button.get_untracked(), list.get_untracked()) else {
        return;
    };
    let [width, height] = [window().inner_width(), window().inner_height()].map(|length| {
        length
            .ok()
            .and_then(|length| length.as_f64())
            .unwrap_or_default()
    });
    let edges = button.get_bounding_client_rect();
    let [mut left, mut right, mut top, mut bottom] = ["auto"; 4].map(str::to_owned);
    match edges.left() + edges.right() > width {
        true => right = format!("{}px", width - edges.right()),
        false => left = format!("{}px", edges.left()),
    }
    match edges.bottom() > height * 0.6 {
        true => bottom = format!("{}px", height - edges.top() + 4.0),
        false => top = format!("{}px", edges.bottom() + 4.0),
    }
    for (side, length) in [
        ("left", left),
        ("right", right),
        ("top", top),
        ("bottom", bottom),
    ] {
        _ = web_sys::HtmlElement::style(&list).set_property(side, &length);
    }
}
