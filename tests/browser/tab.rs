//! One page, and the part of it that is being looked at.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::POLL;
use super::cdp::{Event, Wire};
use super::conditions::Conditions;
use super::errors::exception;
use crate::scratch::pictures;

/// How long a tab waits for what it is to see, before the test fails.
pub fn patience() -> Duration {
    let asked = std::env::var("LIAISON_PATIENCE").ok();
    let seconds = asked.and_then(|s| s.parse().ok()).unwrap_or(10);
    Duration::from_secs(seconds)
}

/// A tab, or by [`Tab::within`] a part of it. Clones are the same tab.
#[derive(Clone)]
pub struct Tab {
    pub(super) page: Arc<Page>,
    /// Role and name of each part, from the outermost inwards.
    pub(super) within: Vec<(String, String)>,
    pub(super) patience: Duration,
}

pub(super) struct Page {
    pub(super) wire: Arc<Wire>,
    pub(super) session: String,
    target: String,
    pub(super) allowed: Mutex<Vec<String>>,
    pub(super) conditions: Mutex<Conditions>,
}

impl Tab {
    /// Looks only inside the one thing of this role and name: a dialog, a row, a group.
    pub fn within(&self, role: &str, name: &str) -> Self {
        let mut part = self.clone();
        part.within.push((role.to_owned(), name.to_owned()));
        part
    }

    /// The same tab, waiting longer (or shorter) for what it is to see.
    pub fn patient(&self, patience: Duration) -> Self {
        Self {
            patience,
            ..self.clone()
        }
    }

    /// Goes to an address and waits until the page has loaded; another fragment of the same page loads nothing.
    #[track_caller]
    pub fn go(&self, url: &str) {
        let loads = self.loads();
        let answer = self.devtools("Page.navigate", json!({ "url": url }));
        if let Some(why) = answer["errorText"].as_str() {
            panic!("{url} does not open: {why}");
        }
        if answer["loaderId"].is_string() {
            self.loaded_after(loads);
        }
    }

    #[track_caller]
    pub fn reload(&self) {
        let loads = self.loads();
        self.devtools("Page.reload", json!({}));
        self.loaded_after(loads);
    }

    #[track_caller]
    pub fn back(&self) {
        self.eval("history.back()");
    }

    pub fn close(self) {
        self.check_errors();
        let _already_gone = self.ask("Page.close", json!({}));
    }

    /// Does what opens another tab, and returns that tab.
    #[track_caller]
    pub fn opens(&self, act: impl FnOnce(&Self)) -> Self {
        let before = self.page.wire.targets();
        act(self);
        let target = self.until("another tab to open", || {
            let mut now = self.page.wire.targets();
            now.retain(|target| !before.contains(target));
            now.pop().ok_or_else(|| "none opened".to_owned())
        });
        let size = self.conditions().size;
        let tab = Self::of_target(&self.page.wire, &target, size);
        tab.wait_for("the page to load", "document.readyState == 'complete'");
        tab
    }

    /// The value of JavaScript: of its last expression, as JSON. What takes time says `await`.
    #[track_caller]
    pub fn eval(&self, js: &str) -> Value {
        self.try_eval(js).unwrap_or_else(|why| panic!("{why}"))
    }

    /// Waits until a JavaScript expression is true.
    #[track_caller]
    pub fn wait_for(&self, what: &str, js: &str) {
        self.until(what, || match self.try_eval(js)? {
            Value::Bool(true) => Ok(()),
            value => Err(format!("`{js}` is {value}")),
        });
    }

    /// Runs a script in every page of this tab before the page's own.
    #[track_caller]
    pub fn before_each_page(&self, js: &str) {
        let script = json!({ "source": js });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", script);
    }

    /// Anything else that the DevTools protocol offers, for measuring and for breaking things.
    #[track_caller]
    pub fn devtools(&self, method: &str, params: Value) -> Value {
        self.ask(method, params)
            .unwrap_or_else(|why| panic!("{why}"))
    }

    #[track_caller]
    pub fn url(&self) -> String {
        self.eval("location.href").as_str().unwrap_or("").to_owned()
    }

    #[track_caller]
    pub(super) fn of_target(wire: &Arc<Wire>, target: &str, size: (u32, u32)) -> Self {
        let attaching = json!({ "targetId": target, "flatten": true });
        let session = wire
            .ask("", "Target.attachToTarget", attaching)
            .expect("the tab is there");
        let session = session["sessionId"].as_str().expect("a session has an id");
        let tab = Self {
            page: Arc::new(Page {
                wire: Arc::clone(wire),
                session: session.to_owned(),
                target: target.to_owned(),
                allowed: Mutex::default(),
                conditions: Mutex::new(Conditions::of_size(size)),
            }),
            within: Vec::new(),
            patience: patience(),
        };
        tab.devtools("Page.enable", json!({}));
        tab.devtools("Runtime.enable", json!({}));
        tab.devtools("Log.enable", json!({}));
        let workers =
            json!({ "autoAttach": true, "waitForDebuggerOnStart": false, "flatten": true });
        tab.devtools("Target.setAutoAttach", workers);
        let focus = json!({ "enabled": true });
        tab.devtools("Emulation.setFocusEmulationEnabled", focus);
        tab.resize(size.0, size.1);
        tab
    }

    pub(super) fn ask(&self, method: &str, params: Value) -> Result<Value, String> {
        self.page.wire.ask(&self.page.session, method, params)
    }

    /// Tries again and again; when patience ends, says what was awaited, what was there instead, and leaves a picture.
    #[track_caller]
    pub(super) fn until<T>(&self, what: &str, mut attempt: impl FnMut() -> Result<T, String>) -> T {
        let deadline = Instant::now() + self.patience;
        loop {
            let why = match attempt() {
                Ok(found) => {
                    // Or the page could not forget what it removed.
                    let sought = json!({ "objectGroup": "sought" });
                    let _page_gone = self.ask("Runtime.releaseObjectGroup", sought);
                    return found;
                }
                Err(why) => why,
            };
            if self.page.wire.is_gone(&self.page.session) {
                panic!("waited for {what}, but the page has gone");
            }
            if Instant::now() > deadline {
                self.fail(&format!("waited {:?} for {what}: {why}", self.patience));
            }
            std::thread::sleep(POLL);
        }
    }

    #[track_caller]
    pub(super) fn fail(&self, what: &str) -> ! {
        let place = self.try_eval("location.href").unwrap_or_default();
        let errors = self.errors().join("\n");
        let tree = self.tree();
        let picture = self.picture_of_failure();
        panic!(
            "{what}\n\nat {place}\npicture: {}\nerrors: [{errors}]\n\n{tree}",
            picture.display()
        )
    }

    pub(super) fn try_eval(&self, js: &str) -> Result<Value, String> {
        let expression = json!({
            "expression": js,
            "returnByValue": true,
            "replMode": true, // allows `await` at the top
            "userGesture": true,
        });
        value_of(self.ask("Runtime.evaluate", expression)?)
    }

    /// Every event of this kind so far.
    pub(super) fn heard(&self, method: &str) -> Vec<Event> {
        let mut events = self.page.wire.events(&self.page.session);
        events.retain(|event| event.method == method);
        events
    }

    fn loads(&self) -> usize {
        self.heard("Page.loadEventFired").len()
    }

    #[track_caller]
    fn loaded_after(&self, loads: usize) {
        let slow = self.patient(self.patience.max(Duration::from_secs(30)));
        slow.until("the page to load", || {
            (self.loads() > loads)
                .then_some(())
                .ok_or_else(|| "it still loads".to_owned())
        });
    }

    fn picture_of_failure(&self) -> PathBuf {
        let thread = std::thread::current();
        let test = thread.name().unwrap_or("journey").replace("::", "-");
        let target = &self.page.target;
        let path = pictures().join(format!("{test}-{}.png", &target[..target.len().min(4)]));
        let _page_gone = self.try_screenshot(&path, false);
        path
    }
}

impl Wire {
    /// The ids of all open tabs.
    fn targets(&self) -> Vec<String> {
        let answer = self.ask("", "Target.getTargets", json!({}));
        let infos = answer.map_or(Value::Null, |mut answer| answer["targetInfos"].take());
        (infos.as_array().into_iter().flatten())
            .filter(|info| info["type"] == "page")
            .filter_map(|info| info["targetId"].as_str())
            .map(str::to_owned)
            .collect()
    }
}

/// The value in an answer of `Runtime.evaluate` or `Runtime.callFunctionOn`.
pub(super) fn value_of(mut answer: Value) -> Result<Value, String> {
    let thrown = &answer["exceptionDetails"];
    if thrown.is_null() {
        Ok(answer["result"]["value"].take())
    } else {
        Err(exception(thrown))
    }
}
