use std::{collections::BTreeSet, sync::Arc};

use leptos::{ev, prelude::*};
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    id::{DepartmentId, OrganizationId},
    organization::tree::Tree,
};
use liaison_ui::{Each, Icon, Text};

use crate::words::members as word;

/// The departments of an organization, followed.
pub fn departments_of(organization: OrganizationId) -> Memo<Arc<Tree>> {
    use_db().live(move |view, _| Arc::new(Tree::read(view, organization).unwrap_or_default()))
}

/// A line of the tree that is in sight.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Line {
    id: DepartmentId,
    depth: usize,
    /// Nothing where nothing stands below.
    open: Option<bool>,
}

/// Departments to choose one from. Arrow keys walk, open and close; Enter chooses.
#[component]
pub fn DepartmentTree(
    tree: Memo<Arc<Tree>>,
    #[prop(into)] chosen: Signal<Option<DepartmentId>>,
    #[prop(into)] on_choose: Callback<DepartmentId>,
    #[prop(into)] label: Text,
) -> impl IntoView {
    let open = RwSignal::new(BTreeSet::<DepartmentId>::new());
    // Whatever is chosen can be seen.
    let shown = Memo::new(move |_| {
        let (tree, mut open) = (tree.get(), open.get());
        open.extend(tree.top());
        if let Some(chosen) = chosen.get() {
            open.extend(tree.upwards(chosen).skip(1));
        }
        lines(&tree, &open)
    });
    let active = RwSignal::new(None::<DepartmentId>);
    let at = move || active.get().or(chosen.get());
    let turn = move |id: DepartmentId, to: bool| {
        open.update(|open| {
            match to {
                true => open.insert(id),
                false => open.remove(&id),
            };
        });
    };
    // What is chosen shows what stands below it.
    let choose = move |id| {
        turn(id, true);
        on_choose.try_run(id);
    };
    let keys = move |event: ev::KeyboardEvent| {
        let lines = shown.get_untracked();
        let here = untrack(at);
        let place = lines
            .iter()
            .position(|line| Some(line.id) == here)
            .unwrap_or(0);
        let Some(line) = lines.get(place).copied() else {
            return;
        };
        let to = match event.key().as_str() {
            "ArrowDown" => (place + 1).min(lines.len() - 1),
            "ArrowUp" => place.saturating_sub(1),
            "Home" => 0,
            "End" => lines.len() - 1,
            "ArrowRight" if line.open == Some(false) => {
                turn(line.id, true);
                place
            }
            "ArrowRight" if line.open == Some(true) => place + 1,
            "ArrowLeft" if line.open == Some(true) => {
                turn(line.id, false);
                place
            }
            "ArrowLeft" => lines[..place]
                .iter()
                .rposition(|above| above.depth < line.depth)
                .unwrap_or(place),
            "Enter" | " " => {
                choose(line.id);
                place
            }
            _ => return,
        };
        event.prevent_default();
        active.set(lines.get(to).map(|line| line.id));
    };
    let row = move |line: Line| {
        let name = move || {
            let name = tree.with(|tree| tree.name(line.id).map(|name| name.to_string()));
            name.unwrap_or_default()
        };
        let is_chosen = move || chosen.get() == Some(line.id);
        let turner = line.open.map(|is_open| {
            let label = move || match is_open {
                true => word::fold(name()),
                false => word::unfold(name()),
            };
            let press = move |event: ev::MouseEvent| {
                event.stop_propagation();
                turn(line.id, !is_open);
            };
            view! {
                <span class="tree-turn" class:open=is_open title=Text::from(label) on:click=press>
                    {Icon::CHEVRON_RIGHT}
                </span>
            }
        });
        view! {
            <li
                role="treeitem"
                id=element_id(line.id)
                class="tree-row"
                class:active=move || at() == Some(line.id)
                style=("--depth", line.depth.to_string())
                attr:aria-level=(line.depth + 1).to_string()
                aria-expanded=line.open.map(|open| open.to_string())
                aria-selected=move || is_chosen().to_string()
                aria-label=name
                on:click=move |_| {
                    active.set(Some(line.id));
                    choose(line.id);
                }
            >
                <span class="tree-turn-place">{turner}</span>
                {if line.depth == 0 { Icon::BUILDING } else { Icon::DEPARTMENT }}
                <bdi class="cut" title=name>{name}</bdi>
            </li>
        }
        .into_any()
    };
    view! {
        <ul
            class="tree"
            role="tree"
            tabindex="0"
            aria-label=label
            aria-activedescendant=move || at().map(element_id)
            on:keydown=keys
        >
            <Each items=shown key=|line| *line children=row />
        </ul>
    }
    .into_any()
}

fn element_id(department: DepartmentId) -> String {
    format!("department-{department}")
}

fn lines(tree: &Tree, open: &BTreeSet<DepartmentId>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut waiting: Vec<(DepartmentId, usize)> =
        tree.top().map(|top| (top, 0)).into_iter().collect();
    while let Some((id, depth)) = waiting.pop() {
        let below = tree.children(id);
        let is_open = open.contains(&id);
        lines.push(Line {
            id,
            depth,
            open: (!below.is_empty()).then_some(is_open),
        });
        if is_open {
            waiting.extend(below.iter().rev().map(|child| (*child, depth + 1)));
        }
    }
    lines
}
