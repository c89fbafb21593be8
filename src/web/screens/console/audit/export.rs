use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    audit::export_trail::ExportTrail,
    organization::import::csv,
    time::{Time, UtcOffset},
};
use liaison_ui::{Act, Icon, Menu};

use super::{entry::Entry, words::what};
use crate::{
    screens::{Form, console::use_console, download},
    tell,
    words::audit as word,
};

/// What is shown, as a file: CSV for people, JSON for programs. That it was exported is an act of its own, which stands
/// in the next export. `form` says why it could not be noted; then there is no file.
#[component]
pub fn Exports(entries: Memo<Vec<Entry>>, form: Form) -> impl IntoView {
    let db = use_db();
    let organization = use_console().organization;
    let export = move |name: &str, kind: &str, written: fn(&[Entry]) -> String| {
        let text = entries.with_untracked(|entries| written(entries));
        if form.take(db.run(ExportTrail { organization })).is_some() {
            download(name, kind, text.as_bytes());
        }
    };
    let acts = Signal::derive(move || {
        let csv = move || export("audit.csv", "text/csv", lines);
        let json = move || export("audit.json", "application/json", json);
        vec![
            Act::new(word::as_csv(), csv).icon(Icon::DOCUMENT),
            Act::new(word::as_json(), json).icon(Icon::DOCUMENT),
        ]
    });
    view! { <Menu label=word::export() icon=Icon::DOWNLOAD text=true acts=acts /> }.into_any()
}

/// A line per change, so that before and after have a cell each.
fn lines(entries: &[Entry]) -> String {
    let head = [
        word::number(),
        word::when(),
        word::who(),
        word::what_happened(),
        word::about(),
        word::field(),
        word::before(),
        word::after(),
        crate::words::field::reason(),
    ]
    .map(|text| text.get().to_string());
    let mut text = csv::BYTE_ORDER_MARK.to_owned();
    csv::write_row(&mut text, head.iter().map(String::as_str));
    for entry in entries {
        let fact = entry.fact.as_ref();
        let common = [
            (entry.number + 1).to_string(),
            moment(entry.at),
            entry.who().get().to_string(),
            what(entry.what).get().to_string(),
            fact.map(|fact| fact.about.clone()).unwrap_or_default(),
        ];
        let reason = fact
            .and_then(|fact| fact.reason.clone())
            .unwrap_or_default();
        let changes = fact.map(|fact| fact.changes.as_slice()).unwrap_or_default();
        let mut write = |field: String, before: String, after: String| {
            let mut cells = common.to_vec();
            cells.extend([field, before, after, reason.clone()]);
            csv::write_row(&mut text, cells.iter().map(String::as_str));
        };
        if changes.is_empty() {
            write(String::new(), String::new(), String::new());
        }
        for changed in changes {
            write(
                tell::field(changed.field).get().to_string(),
                changed.before.clone().unwrap_or_default(),
                changed.after.clone().unwrap_or_default(),
            );
        }
    }
    text
}

/// As it is kept: no words of a language, times in milliseconds, and the hash of each link.
fn json(entries: &[Entry]) -> String {
    let entry = |entry: &Entry| {
        let fact = entry.fact.as_ref();
        let changes = fact.map(|fact| fact.changes.as_slice()).unwrap_or_default();
        let changes: Vec<String> = changes
            .iter()
            .map(|changed| {
                format!(
                    r#"{{"field":{},"before":{},"after":{}}}"#,
                    quoted(changed.field.name()),
                    or_null(changed.before.as_deref()),
                    or_null(changed.after.as_deref()),
                )
            })
            .collect();
        format!(
            r#"{{"number":{},"time":{},"at":{},"actor":{},"name":{},"what":{},"about":{},"changes":[{}],"reason":{},"hash":"{}"}}"#,
            entry.number + 1,
            entry.at.0,
            quoted(&moment(entry.at)),
            quoted(&actor(entry)),
            or_null(entry.name.as_deref()),
            quoted(entry.what.name()),
            or_null(fact.map(|fact| fact.about.as_str())),
            changes.join(","),
            or_null(fact.and_then(|fact| fact.reason.as_deref())),
            entry
                .hash
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect::<String>(),
        )
    };
    let entries: Vec<String> = entries.iter().map(entry).collect();
    format!("[\n{}\n]\n", entries.join(",\n"))
}

fn actor(entry: &Entry) -> String {
    match entry.actor {
        liaison_core::command::Actor::Account(account) => account.to_string(),
        liaison_core::command::Actor::Visitor => "visitor".to_owned(),
        liaison_core::command::Actor::Operator => "operator".to_owned(),
    }
}

fn or_null(text: Option<&str>) -> String {
    text.map_or_else(|| "null".to_owned(), quoted)
}

/// A JSON string (RFC 8259).
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            sign if u32::from(sign) < 0x20 => out.push_str(&format!("\\u{:04x}", u32::from(sign))),
            sign => out.push(sign),
        }
    }
    out.push('"');
    out
}

/// ISO 8601 in UTC, to the second.
fn moment(at: Time) -> String {
    let date = at.date(UtcOffset::UTC);
    let second = at.0 / 1000 % 86_400;
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{date}T{hour:02}:{minute:02}:{second:02}Z")
}
