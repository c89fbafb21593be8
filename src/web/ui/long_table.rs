//! A table of any length: only the rows in sight are in the page, so 100,000 scroll like twenty.

use std::{collections::BTreeSet, hash::Hash, ops::Range, sync::Arc};

use leptos::{ev, html, prelude::*};

use crate::{Column, Each, Sorting, Text, id::fresh_id, table::heads};

/// How high a row is; `style/tables.css` says the same.
const ROW: f64 = 44.0;
/// Rows above and below those in sight, so that scrolling does not show their absence.
const BEYOND: usize = 12;

/// Rows that can be ticked, for acts on many.
pub struct Selecting<K: 'static> {
    pub chosen: RwSignal<BTreeSet<K>>,
    /// *Select all*
    pub all: Text,
    /// *Select Anna Berg*
    pub one: Callback<K, Text>,
}

/// Arrow keys walk through the rows, Enter opens one, Space ticks it.
#[component]
pub fn LongTable<K>(
    /// What the rows are; heard, not seen.
    #[prop(into)]
    label: Text,
    columns: Vec<Column>,
    #[prop(into)] rows: Signal<Arc<Vec<K>>>,
    /// The `<td>`s of a row.
    #[prop(into)]
    cells: Callback<K, AnyView>,
    #[prop(optional, into)] sorting: Signal<Option<Sorting>>,
    #[prop(optional, into)] on_sort: Option<Callback<Sorting>>,
    #[prop(optional)] selecting: Option<Selecting<K>>,
    #[prop(optional, into)] on_open: Option<Callback<K>>,
) -> impl IntoView
where
    K: Copy + Ord + Hash + Send + Sync + 'static,
{
    let id = fresh_id("rows");
    let pane = NodeRef::<html::Div>::new();
    let sight = RwSignal::new((0, 30));
    let look = move || {
        if let Some(pane) = pane.get_untracked() {
            let first = (f64::from(pane.scroll_top()) / ROW) as usize;
            let count = (f64::from(pane.client_height()) / ROW) as usize + 1;
            sight.set((first, first + count));
        }
    };
    Effect::new(move |_| {
        if pane.get().is_some() {
            request_animation_frame(look);
        }
    });
    let resized = window_event_listener(ev::resize, move |_| look());
    on_cleanup(move || resized.remove());

    let count = Memo::new(move |_| rows.with(|rows| rows.len()));
    let shown = Memo::new(move |_| in_sight(sight.get(), count.get()));
    let active = RwSignal::new(None::<usize>);
    let row_id = move |id: &str, place: usize| format!("{id}-{place}");
    let chosen = selecting.as_ref().map(|selecting| selecting.chosen);
    let keys = move |event: ev::KeyboardEvent| {
        if event.target() != event.current_target() {
            return; // a box or a button within
        }
        let last = count.get_untracked().saturating_sub(1);
        let page = sight.with_untracked(|(first, end)| (end - first).saturating_sub(2).max(1));
        let at = active.get_untracked();
        let key = move |place: Option<usize>| {
            rows.with_untracked(|rows| place.and_then(|place| rows.get(place).copied()))
        };
        let to = match (event.key().as_str(), at) {
            ("ArrowDown", None) | ("Home", _) => 0,
            ("ArrowDown", Some(at)) => (at + 1).min(last),
            ("ArrowUp", at) => at.unwrap_or(0).saturating_sub(1),
            ("PageDown", at) => (at.unwrap_or(0) + page).min(last),
            ("PageUp", at) => at.unwrap_or(0).saturating_sub(page),
            ("End", _) => last,
            ("Enter", at) => {
                if let (Some(on_open), Some(key)) = (on_open, key(at)) {
                    on_open.try_run(key);
                }
                return;
            }
            (" ", at) => {
                if let (Some(chosen), Some(key)) = (chosen, key(at)) {
                    chosen.update(|chosen| toggle(chosen, key));
                }
                event.prevent_default();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        active.set(Some(to));
        if let Some(pane) = pane.get_untracked() {
            bring_into_sight(&pane, to);
        }
    };
    let tick = selecting.as_ref().map(|selecting| selecting.one);
    let select_all = selecting.map(|Selecting { chosen, all, .. }| {
        let all_chosen = Memo::new(move |_| {
            let rows = rows.get();
            !rows.is_empty() && chosen.with(|chosen| rows.iter().all(|key| chosen.contains(key)))
        });
        let change = move |event: ev::Event| {
            let keys = rows.get_untracked();
            chosen.update(|chosen| match event_target_checked(&event) {
                true => chosen.extend(keys.iter().copied()),
                false => chosen.clear(),
            });
        };
        view! {
            <th scope="col" class="tick">
                <input type="checkbox" aria-label=all prop:checked=all_chosen on:change=change />
            </th>
        }
    });
    let row = {
        let id = id.clone();
        move |place: usize| {
            let key = Memo::new(move |_| rows.with(|rows| rows.get(place).copied()));
            let id = row_id(&id, place);
            move || {
                let key = key.get()?;
                let is_chosen = move || {
                    chosen.is_some_and(|chosen| chosen.with(|chosen| chosen.contains(&key)))
                };
                let tick = tick.map(|label| {
                    let change =
                        move |_| chosen.map(|chosen| chosen.update(|chosen| toggle(chosen, key)));
                    view! {
                        <td class="tick">
                            <input
                                type="checkbox"
                                aria-label=label.run(key)
                                prop:checked=is_chosen
                                on:change=move |event| _ = change(event)
                            />
                        </td>
                    }
                });
                Some(view! {
                    <tr
                        id=id.clone()
                        aria-rowindex=(place + 2).to_string()
                        aria-selected=move || chosen.map(|_| is_chosen().to_string())
                        class:active=move || active.get() == Some(place)
                    >
                        {tick}
                        {cells.run(key)}
                    </tr>
                })
            }
        }
    };
    let gap = move |rows: Memo<usize>| {
        view! {
            <tbody class="gap" aria-hidden="true">
                <tr style:height=move || format!("{}px", rows.get() as f64 * ROW)>
                    <td></td>
                </tr>
            </tbody>
        }
    };
    let above = Memo::new(move |_| shown.get().start);
    let below = Memo::new(move |_| count.get() - shown.get().end.min(count.get()));
    view! {
        <div class="table long" node_ref=pane on:scroll=move |_| look()>
            <table
                role="grid"
                tabindex="0"
                aria-label=label
                aria-rowcount=move || (count.get() + 1).to_string()
                aria-multiselectable=chosen.map(|_| "true")
                aria-activedescendant=move || {
                    active.get().filter(|at| shown.get().contains(at)).map(|at| row_id(&id, at))
                }
                on:keydown=keys
            >
                <thead>
                    <tr aria-rowindex="1">{select_all} {heads(columns, sorting, on_sort)}</tr>
                </thead>
                {gap(above)}
                <tbody>
                    <Each items=Signal::derive(move || shown.get().collect::<Vec<_>>()) key=|place| *place children=row />
                </tbody>
                {gap(below)}
            </table>
        </div>
    }
    .into_any()
}

/// The rows that are in the page while these are in sight.
fn in_sight((first, end): (usize, usize), count: usize) -> Range<usize> {
    let end = (end + BEYOND).min(count);
    // Always from an even row, so that what alternates stays.
    let first = first.saturating_sub(BEYOND).min(end) & !1;
    first..end
}

fn toggle<K: Ord>(chosen: &mut BTreeSet<K>, key: K) {
    if !chosen.remove(&key) {
        chosen.insert(key);
    }
}

/// Scrolls as little as is needed, past the head that sticks.
fn bring_into_sight(pane: &web_sys::HtmlDivElement, place: usize) {
    let top = place as f64 * ROW;
    let (from, height) = (
        f64::from(pane.scroll_top()),
        f64::from(pane.client_height()),
    );
    let to = if top < from {
        top
    } else if top + 2.0 * ROW > from + height {
        top + 2.0 * ROW - height
    } else {
        return;
    };
    pane.set_scroll_top(to as i32);
}

#[cfg(test)]
mod tests {
    use super::in_sight;

    #[test]
    fn only_what_is_in_sight_and_a_little_more_is_in_the_page() {
        assert_eq!(in_sight((0, 20), 100_000), 0..32);
        assert_eq!(in_sight((50_000, 50_020), 100_000), 49_988..50_032);
        assert_eq!(in_sight((99_980, 100_000), 100_000), 99_968..100_000);
        assert_eq!(in_sight((0, 20), 3), 0..3);
        assert_eq!(in_sight((90_000, 90_020), 3), 2..3);
        assert_eq!(in_sight((0, 20), 0), 0..0);
    }
}
