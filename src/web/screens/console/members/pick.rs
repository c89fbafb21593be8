//! Choosing departments and members of one's own organization, for forms.

use std::sync::Arc;

use leptos::prelude::*;
use liaison_bridge::Memo;
use liaison_core::{
    id::{DepartmentId, MemberId},
    organization::tree::Tree,
    text::folded,
};
use liaison_ui::{Button, ButtonKind, Dialog, Field, Icon, IconButton, Input, Pill, Text, Tone};

use super::{
    people::{People, path},
    tree::DepartmentTree,
};
use crate::{tell, words::members as word};

/// A department, chosen in a window that shows the tree.
#[component]
pub fn ChooseDepartment(
    tree: Memo<Arc<Tree>>,
    #[prop(into)] title: Text,
    open: RwSignal<bool>,
    #[prop(into)] on_choose: Callback<DepartmentId>,
) -> impl IntoView {
    let choose = Callback::new(move |department| {
        open.set(false);
        on_choose.try_run(department);
    });
    view! {
        <Dialog title=title.clone() open=open>
            <div class="dense">
                <DepartmentTree
                    tree=tree
                    chosen=Signal::stored(None)
                    on_choose=choose
                    label=title.clone()
                />
            </div>
        </Dialog>
    }
    .into_any()
}

/// Several departments; where `main_first`, the first one is marked as the main one.
#[component]
pub fn DepartmentsField(
    tree: Memo<Arc<Tree>>,
    #[prop(into)] label: Text,
    value: RwSignal<Vec<DepartmentId>>,
    #[prop(optional)] main_first: bool,
    #[prop(optional, into)] error: Signal<Option<Text>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let add = move |department| {
        value.update(|value| {
            if !value.contains(&department) {
                value.push(department);
            }
        });
    };
    let chip = move |(place, department): (usize, DepartmentId)| {
        let name = move || tree.with(|tree| path(tree, department));
        let main = (main_first && place == 0)
            .then(|| view! { <Pill label=word::main() tone=Tone::Info /> });
        let make_main = (main_first && place > 0).then(|| {
            let press = move || {
                value.update(|value| {
                    value.retain(|other| *other != department);
                    value.insert(0, department);
                })
            };
            view! { <Button label=word::make_main() kind=ButtonKind::Quiet small=true on_press=press /> }
        });
        let remove = move || value.update(|value| value.retain(|other| *other != department));
        view! {
            <li class="chosen-row">
                <bdi class="cut grow" title=name>{name}</bdi>
                {main} {make_main}
                <IconButton
                    label=Text::from(move || word::take_away(name()))
                    icon=Icon::CLOSE
                    small=true
                    on_press=remove
                />
            </li>
        }
        .into_any()
    };
    view! {
        <div class="field" role="group" aria-label=label.clone()>
            <span class="label">{label.clone()}</span>
            <ul class="chosen">
                {move || value.get().into_iter().enumerate().map(chip).collect_view()}
            </ul>
            <div>
                <Button
                    label=word::choose_department()
                    icon=Icon::ADD
                    small=true
                    on_press=move || open.set(true)
                />
            </div>
            <div class="note" aria-live="polite">
                {move || error.get().map(|error| view! { <p class="error">{Icon::ALERT} <span>{error}</span></p> })}
            </div>
            <ChooseDepartment tree=tree title=label.clone() open=open on_choose=add />
        </div>
    }
    .into_any()
}

/// How many are offered for what was typed.
const OFFERED: usize = 8;

/// Members, found by name, employee ID or number. `most` of them can be chosen.
#[component]
pub fn MembersField(
    people: Memo<People>,
    #[prop(into)] label: Text,
    value: RwSignal<Vec<MemberId>>,
    #[prop(default = usize::MAX)] most: usize,
    /// Whom one may not choose.
    #[prop(optional, into)]
    without: Signal<Option<MemberId>>,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] error: Signal<Option<Text>>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let offered = Memo::new(move |_| {
        let wanted = folded(&typed.get());
        let (chosen, without) = (value.get(), without.get());
        if wanted.is_empty() {
            return Vec::new();
        }
        people.with(|people| {
            let fits = |person: &&super::people::Person| {
                person.is_found_by(&wanted)
                    && !chosen.contains(&person.id)
                    && Some(person.id) != without
            };
            people.iter().filter(fits).take(OFFERED).cloned().collect()
        })
    });
    let offer = move |person: super::people::Person| {
        let id = person.id;
        let choose = move |_| {
            value.update(|value| {
                value.truncate(most.saturating_sub(1));
                value.push(id);
            });
            typed.set(String::new());
        };
        view! {
            <li>
                <button type="button" class="offer" on:click=choose>
                    <bdi class="cut">{person.name}</bdi>
                    <span class="muted cut">{person.employee_id}</span>
                </button>
            </li>
        }
        .into_any()
    };
    let chip = move |id: MemberId| {
        let person = people.with(|people| people.find(id).cloned());
        let name = person
            .as_ref()
            .map(|person| person.name.clone())
            .unwrap_or_default();
        let state = person.map(|person| {
            let (label, tone) = tell::status(person.status);
            view! { <Pill label=label tone=tone /> }
        });
        let remove = move || value.update(|value| value.retain(|other| *other != id));
        view! {
            <li class="chosen-row">
                <bdi class="cut grow">{name.clone()}</bdi>
                {state}
                <IconButton label=word::take_away(name) icon=Icon::CLOSE small=true on_press=remove />
            </li>
        }
        .into_any()
    };
    let nobody = move || {
        let is_typed = typed.with(|typed| !typed.trim().is_empty());
        (is_typed && offered.with(Vec::is_empty))
            .then(|| view! { <p class="muted small">{word::nobody_found()}</p> })
    };
    view! {
        <div class="stack tight">
            <Field
                label=label
                value=typed
                input=Input::Search
                placeholder=word::search_hint()
                optional=optional
                error=error
            />
            <ul class="offers">
                {move || offered.get().into_iter().map(offer).collect_view()}
            </ul>
            {nobody}
            <ul class="chosen">{move || value.get().into_iter().map(chip).collect_view()}</ul>
        </div>
    }
    .into_any()
}
