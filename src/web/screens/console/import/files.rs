//! What an import gives: the template, everybody as they are, and the result of a run.

use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::organization::import::{
    Column, FileTrouble,
    batch::RowResult,
    csv,
    plan::Plan,
    report::{Results, write_absent, write_header, write_row},
};
use liaison_ui::{Button, Callout, Card, Icon, Text, Tone};
use wasm_bindgen_futures::spawn_local;

use super::{Work, dry_run::reasons, read::everybody};
use crate::{
    screens::{Slice, console::use_console, download, pause},
    tell,
    words::import as word,
};

const CSV: &str = "text/csv";

/// Template and export: the same columns that an import takes.
#[component]
pub fn Downloads() -> impl IntoView {
    let db = use_db();
    let organization = use_console().organization;
    let busy = RwSignal::new(None::<Text>);
    let failed = RwSignal::new(false);
    let template = move || {
        let mut text = header();
        csv::write_row(&mut text, word::example_row().get().split('|'));
        download("members-template.csv", CSV, text.as_bytes());
    };
    let export = move || {
        failed.set(false);
        busy.set(Some(word::exporting()));
        let work = Work {
            share: RwSignal::new(0.0),
            stopped: RwSignal::new(false),
        };
        spawn_local(async move {
            let read = everybody(db, organization, work).await;
            _ = failed.try_set(read.is_err());
            if let Ok(Some(people)) = read {
                let mut text = header();
                let mut slice = Slice::begin();
                for index in people.by_employee_id() {
                    people.write_csv(&mut text, index);
                    if slice.is_over() {
                        pause().await;
                        slice = Slice::begin();
                    }
                }
                download("members.csv", CSV, text.as_bytes());
            }
            _ = busy.try_set(None);
        });
    };
    view! {
        <Card title=word::downloads()>
            <p class="muted">{word::downloads_why()}</p>
            {move || failed.get().then(|| view! { <Callout tone=Tone::Bad>{word::cannot_export()}</Callout> })}
            <div class="actions">
                <Button label=word::template() icon=Icon::DOWNLOAD on_press=template />
                <Button label=word::export() icon=Icon::DOWNLOAD busy=busy on_press=export />
            </div>
        </Card>
    }
    .into_any()
}

fn header() -> String {
    let mut text = csv::BYTE_ORDER_MARK.to_owned();
    let names = Column::ALL.map(|column| tell::field(column.field()).get());
    csv::write_row(&mut text, names.iter().map(|name| name.as_ref()));
    text
}

/// The file as it was, and what became of each row; then who was not in it, and what became of them.
pub fn save_results(plan: &Plan, results: &Results) {
    let mut text = String::new();
    write_header(&mut text, plan, &word::result_column().get());
    for row in 0..plan.len() {
        let became = match results.of(row) {
            None => word::not_reached(),
            Some(RowResult::Added(_)) => word::added(),
            Some(RowResult::Changed(_)) => word::changed(),
            Some(RowResult::Same) => word::same(),
            Some(RowResult::Error(errors)) => reasons(errors),
        };
        write_row(&mut text, plan, row, &became.get());
    }
    for (at, absent) in plan.leave().iter().enumerate() {
        let became = match results.has_left(at) {
            true => word::has_left(),
            false => word::not_reached(),
        };
        write_absent(&mut text, plan, absent, &became.get());
    }
    download("members-result.csv", CSV, text.as_bytes());
}

/// Why a file as a whole cannot be read.
pub fn trouble(trouble: FileTrouble) -> Text {
    match trouble {
        FileTrouble::Empty => word::empty(),
        FileTrouble::ColumnMissing(column) => word::column_missing(tell::field(column.field())),
        FileTrouble::ColumnTwice(column) => word::column_twice(tell::field(column.field())),
        FileTrouble::QuoteOpen { row } => word::quote_open(u64::from(row)),
        FileTrouble::CellTooLong { row, most } => {
            word::cell_too_long(u64::from(row), u64::from(most))
        }
        FileTrouble::TooManyColumns { row, most } => {
            word::too_many_columns(u64::from(row), u64::from(most))
        }
        FileTrouble::TooManyRows { most } => word::too_many_rows(u64::from(most)),
    }
}
