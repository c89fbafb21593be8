//! Measuring by the page's own clock; see `probe.js`.

use std::thread::sleep;
use std::time::{Duration, Instant};

use liaison_journeys::{Browser, Tab};
use serde_json::{Value, json};

const PROBE: &str = include_str!("probe.js");
/// A busy machine, and a hundred thousand rows.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long something took, in milliseconds, and the tasks in it that held up the main thread for 50 ms or longer.
pub struct Took {
    pub all: f64,
    pub long_tasks: u64,
    pub longest: f64,
}

/// A patient tab that measures from its first page on.
pub fn tab(browser: &Browser) -> Tab {
    let tab = browser.blank().patient(PATIENCE);
    tab.before_each_page(PROBE);
    tab
}

/// Loads a page and says after how many milliseconds this could be seen on it.
pub fn opened(tab: &Tab, url: &str, text: &str) -> f64 {
    let begin = format!("window.opened = probe.when({})", json!(text));
    let script = tab.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": begin }),
    );
    // From an empty page, so that the address is loaded even if only its fragment differs.
    tab.go("about:blank");
    tab.go(url);
    let took = number(&tab.eval("await window.opened"));
    tab.devtools("Page.removeScriptToEvaluateOnNewDocument", script);
    took
}

/// Waits for this, counted from the last click or chosen file.
pub fn since(tab: &Tab, text: &str) -> Took {
    let took = tab.eval(&format!("await probe.since({})", json!(text)));
    Took {
        all: number(&took["took"]),
        long_tasks: number(&took["count"]) as u64,
        longest: number(&took["longest"]),
    }
}

/// Presses a key and says after how many milliseconds the last change that it made had been painted.
pub fn key(tab: &Tab, key: &str) -> f64 {
    const QUIET: Duration = Duration::from_millis(120);
    tab.press(key);
    let mut last = 0.0;
    let mut since = Instant::now();
    while last == 0.0 || since.elapsed() < QUIET {
        sleep(Duration::from_millis(20));
        let painted = number(&tab.eval("probe.key()"));
        if painted != last {
            (last, since) = (painted, Instant::now());
        }
    }
    last
}

/// Megabytes of memory of the app's programs.
pub fn heap(tab: &Tab) -> f64 {
    number(&tab.eval("probe.heap()")) / 1e6
}

fn number(value: &Value) -> f64 {
    value
        .as_f64()
        .unwrap_or_else(|| panic!("{value} is no number"))
}
