//! What a page complains of. A test does not pass over it.

use std::sync::PoisonError;

use serde_json::{Value, json};

use super::Tab;
use super::cdp::Event;
use super::tab::Page;

impl Tab {
    /// Errors that contain this are part of the test.
    pub fn allow_error(&self, part: &str) {
        let allowed = &self.page.allowed;
        (allowed.lock().unwrap_or_else(PoisonError::into_inner)).push(part.to_owned());
    }

    /// What the page and its workers complained of so far: console errors, uncaught exceptions, failed loads, native
    /// dialogs, a crash.
    pub fn errors(&self) -> Vec<String> {
        self.page.errors()
    }

    /// The same, with those that were allowed.
    pub fn all_errors(&self) -> Vec<String> {
        self.page.all_errors()
    }

    #[track_caller]
    pub fn check_errors(&self) {
        self.page.check_errors();
    }
}

impl Page {
    #[track_caller]
    fn check_errors(&self) {
        let errors = self.errors().join("\n");
        assert!(errors.is_empty(), "the page reported:\n{errors}");
    }

    fn errors(&self) -> Vec<String> {
        let allowed = self.allowed.lock().unwrap_or_else(PoisonError::into_inner);
        let mut errors = self.all_errors();
        errors.retain(|error| !allowed.iter().any(|part| error.contains(part)));
        errors
    }

    fn all_errors(&self) -> Vec<String> {
        let events = self.wire.events(&self.session);
        events.iter().filter_map(complaint).collect()
    }
}

/// A test that left errors behind it has failed, unless it is failing already.
impl Drop for Page {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        // What was said before this answer has been heard after it.
        let nothing = json!({ "expression": "" });
        let _gone = (self.wire).ask(&self.session, "Runtime.evaluate", nothing);
        self.check_errors();
    }
}

pub(super) fn exception(details: &Value) -> String {
    (details["exception"]["description"].as_str())
        .or(details["exception"]["value"].as_str())
        .or(details["text"].as_str())
        .unwrap_or("an exception without a word")
        .to_owned()
}

fn complaint(event: &Event) -> Option<String> {
    let params = &event.params;
    match event.method.as_str() {
        "Runtime.exceptionThrown" => Some(exception(&params["exceptionDetails"])),
        "Runtime.consoleAPICalled" if params["type"] == "error" || params["type"] == "assert" => {
            let words = params["args"].as_array()?.iter().map(|word| {
                let text = word["value"].as_str().or(word["description"].as_str());
                text.map_or_else(|| word["value"].to_string(), str::to_owned)
            });
            Some(words.collect::<Vec<_>>().join(" "))
        }
        "Log.entryAdded" if params["entry"]["level"] == "error" => {
            let entry = &params["entry"];
            let text = entry["text"].as_str().unwrap_or("");
            let url = entry["url"].as_str().unwrap_or("");
            // Chromium asks for this one on its own.
            let unasked = url.ends_with("/favicon.ico");
            (!unasked).then(|| format!("{text} {url}"))
        }
        "Page.javascriptDialogOpening" if params["type"] != "beforeunload" => {
            Some(format!("a native dialog: {}", params["message"]))
        }
        "Inspector.targetCrashed" => Some("the page crashed".to_owned()),
        _ => None,
    }
}
