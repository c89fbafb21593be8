//! The trail (GOV 2): who did what and when, before and after, and whether it is still what was written.

mod entry;
mod export;
mod filter;
mod words;

use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    audit::{Verdict, verify},
    space::Space,
};
use liaison_ui::{Button, Callout, Column, EmptyState, Icon, PageHeader, Table, Text, Tone, intl};

pub use words::what as act;

use self::{
    entry::{Entry, entries, row},
    export::Exports,
    filter::{Filter, FilterBar},
};
use super::use_console;
use crate::{
    screens::{Form, title},
    words::{audit as word, console},
};

/// How many stand in the page at first, and how many more with each step back.
const STRETCH: usize = 100;

#[component]
pub fn AuditPage() -> impl IntoView {
    title(console::audit());
    let db = use_db();
    let organization = use_console().organization;
    let all = db.live(move |view, _| entries(view, organization).unwrap_or_default());
    let now = db.live(|_, now| now.time());
    let filter = Filter::new();
    let form = Form::new();
    let found = Memo::new(move |_| {
        let (now, fits) = (now.get(), filter.get());
        let fits = |entry: &&Entry| fits.admits(entry, now);
        all.with(|all| all.iter().filter(fits).cloned().collect::<Vec<_>>())
    });
    let shown = RwSignal::new(STRETCH);
    let more = move || {
        (found.with(Vec::len) > shown.get()).then(|| {
            view! {
                <div class="history-more">
                    <Button label=word::earlier() on_press=move || shown.update(|shown| *shown += STRETCH) />
                </div>
            }
        })
    };
    let rows = move || {
        let shown = shown.get();
        found.with(|found| found.iter().take(shown).cloned().map(row).collect_view())
    };
    let list = move || {
        match found.with(Vec::is_empty) {
        true => view! { <EmptyState icon=Icon::HISTORY title=word::nothing() text=word::nothing_why() /> }.into_any(),
        false => view! {
            <Table
                label=console::audit()
                columns=vec![
                    Column::new(word::when()).wide(),
                    Column::new(word::what_happened()),
                    Column::new(word::who()).wide(),
                ]
            >
                {rows}
            </Table>
            {more}
        }
        .into_any(),
    }
    };
    view! {
        <PageHeader title=console::audit() subtitle=word::what()>
            <Verification />
            <Exports entries=found form=form />
        </PageHeader>
        {form.card(word::cannot_export(), &[])}
        <FilterBar filter=filter entries=all />
        <p class="muted" role="status">{move || word::found(found.with(Vec::len) as u64)}</p>
        {list}
    }
    .into_any()
}

/// Checks the chain when asked, and says what it found.
#[component]
fn Verification() -> impl IntoView {
    let db = use_db();
    let organization = use_console().organization;
    let verdict = RwSignal::new(None::<(Tone, Text)>);
    let checked = db.live(move |view, _| verify(view, Space::Console(organization)).ok());
    let check = move || {
        verdict.set(Some(match checked.get() {
            Some(Verdict::Sound { links, erased: 0 }) => (Tone::Good, word::sound(links)),
            Some(Verdict::Sound { links, erased }) => {
                (Tone::Good, word::sound_erased(links, intl::number(erased)))
            }
            Some(Verdict::BrokenAt(link)) => (Tone::Bad, word::broken(intl::number(link + 1))),
            Some(Verdict::WrongEnd) => (Tone::Bad, word::wrong_end()),
            None => (Tone::Bad, crate::words::app::fault()),
        }))
    };
    view! {
        <Button label=word::verify() icon=Icon::SHIELD on_press=check />
        <div class="verdict" role="status">
            {move || {
                let (tone, text) = verdict.get()?;
                Some(view! { <Callout tone=tone>{text}</Callout> })
            }}
        </div>
    }
    .into_any()
}
