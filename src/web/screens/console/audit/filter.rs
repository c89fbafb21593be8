use leptos::prelude::*;
use liaison_bridge::Memo;
use liaison_core::{
    audit::What,
    command::Actor,
    text::folded,
    time::{DAY, Time},
};
use liaison_ui::{Choice, Field, Input, Select};

use super::{
    entry::Entry,
    words::{KINDS, what},
};
use crate::words::audit as word;

/// By kind, by who did it, by when, and by any name or value in it.
#[derive(Clone, Copy)]
pub struct Filter {
    kind: RwSignal<Option<What>>,
    actor: RwSignal<Option<Actor>>,
    days: RwSignal<Option<u64>>,
    typed: RwSignal<String>,
}

/// What a filter wishes at one moment.
pub struct Wishes {
    kind: Option<What>,
    actor: Option<Actor>,
    days: Option<u64>,
    typed: String,
}

impl Filter {
    pub fn new() -> Self {
        Self {
            kind: RwSignal::new(None),
            actor: RwSignal::new(None),
            days: RwSignal::new(None),
            typed: RwSignal::default(),
        }
    }

    pub fn get(self) -> Wishes {
        Wishes {
            kind: self.kind.get(),
            actor: self.actor.get(),
            days: self.days.get(),
            typed: folded(&self.typed.get()),
        }
    }
}

impl Wishes {
    pub fn admits(&self, entry: &Entry, now: Time) -> bool {
        self.kind.is_none_or(|kind| entry.what == kind)
            && self.actor.is_none_or(|actor| entry.actor == actor)
            && self
                .days
                .is_none_or(|days| now.since(entry.at) < days * DAY)
            && (self.typed.is_empty() || self.is_in(entry))
    }

    fn is_in(&self, entry: &Entry) -> bool {
        let says = |text: &str| folded(text).contains(&self.typed);
        entry.name.as_deref().is_some_and(says)
            || entry.fact.as_ref().is_some_and(|fact| {
                let values = fact
                    .changes
                    .iter()
                    .flat_map(|changed| [&changed.before, &changed.after]);
                says(&fact.about)
                    || fact.reason.as_deref().is_some_and(says)
                    || values.flatten().any(|value| says(value))
            })
    }
}

#[component]
pub fn FilterBar(filter: Filter, entries: Memo<Vec<Entry>>) -> impl IntoView {
    let kinds = std::iter::once(Choice::new(None, word::every_kind()))
        .chain(
            KINDS
                .iter()
                .map(|kind| Choice::new(Some(*kind), what(*kind))),
        )
        .collect::<Vec<_>>();
    // Whoever did something that is in the log, in the order of their last act.
    let actors = Memo::new(move |_| {
        let mut actors = vec![Choice::new(None, word::everybody())];
        let mut known = Vec::new();
        entries.with(|entries| {
            for entry in entries {
                if !known.contains(&entry.actor) {
                    known.push(entry.actor);
                    actors.push(Choice::new(Some(entry.actor), entry.who()));
                }
            }
        });
        actors
    });
    let times = [
        Choice::new(None, word::any_time()),
        Choice::new(Some(1), word::last_day()),
        Choice::new(Some(7), word::last_week()),
        Choice::new(Some(30), word::last_month()),
    ];
    let Filter {
        kind,
        actor,
        days,
        typed,
    } = filter;
    view! {
        <div class="members-filter">
            <Field label=word::search() value=typed input=Input::Search placeholder=word::search_hint() optional=true />
            <Select
                label=word::kind()
                choices=kinds
                chosen=Signal::derive(move || Some(kind.get()))
                on_choose=move |chosen| kind.set(chosen)
                placeholder=word::every_kind()
            />
            <Select
                label=word::who()
                choices=move || actors.get()
                chosen=Signal::derive(move || Some(actor.get()))
                on_choose=move |chosen| actor.set(chosen)
                placeholder=word::everybody()
            />
            <Select
                label=word::when()
                choices=times.to_vec()
                chosen=Signal::derive(move || Some(days.get()))
                on_choose=move |chosen| days.set(chosen)
                placeholder=word::any_time()
            />
        </div>
    }
    .into_any()
}
