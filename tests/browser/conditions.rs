//! Under which conditions a page is looked at: its size and theme, the network, the speed of the machine,
//! the clock, the clipboard.

use std::sync::{MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};

use super::Tab;

pub(super) struct Conditions {
    pub size: (u32, u32),
    dark: bool,
    reduced_motion: bool,
    offline: bool,
    speed: Speed,
}

/// Speed of the network and of the machine.
#[derive(Clone, Copy)]
pub struct Speed {
    /// Milliseconds from a request to the head of its answer.
    pub latency: f64,
    /// Bytes per second; −1 is without limit.
    pub down: f64,
    pub up: f64,
    /// How many times slower than this machine.
    pub cpu: f64,
}

impl Speed {
    pub const FULL: Self = Self {
        latency: 0.0,
        down: -1.0,
        up: -1.0,
        cpu: 1.0,
    };

    /// A phone in the middle of the market: Lighthouse's `mobileSlow4G` as it is applied through DevTools
    /// (150 ms and 1,638.4 kbit/s down, 750 up, corrected for throttling by request) and 4× on the processor.
    pub const SLOW_4G_CPU_4X: Self = Self {
        latency: 150.0 * 3.75,
        down: 1_638.4 * 0.9 * 1024.0 / 8.0,
        up: 750.0 * 0.9 * 1024.0 / 8.0,
        cpu: 4.0,
    };
}

impl Conditions {
    pub fn of_size(size: (u32, u32)) -> Self {
        Self {
            size,
            dark: false,
            reduced_motion: false,
            offline: false,
            speed: Speed::FULL,
        }
    }
}

impl Tab {
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        self.conditions().size = (width, height);
        let metrics = json!({
            "width": width,
            "height": height,
            "deviceScaleFactor": 1,
            "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics);
    }

    #[track_caller]
    pub fn theme(&self, dark: bool) {
        self.conditions().dark = dark;
        self.apply_media();
    }

    /// Liaison's language, `en` or `zh-CN`, from the next page on.
    #[track_caller]
    pub fn language(&self, tag: &str) {
        let kept = json!(tag);
        self.before_each_page(&format!("localStorage.setItem('liaison.language', {kept})"));
    }

    #[track_caller]
    pub fn reduced_motion(&self, reduced: bool) {
        self.conditions().reduced_motion = reduced;
        self.apply_media();
    }

    /// Takes the network from this page and its service worker. What proves most is to stop the [`crate::Server`].
    #[track_caller]
    pub fn offline(&self, offline: bool) {
        self.conditions().offline = offline;
        self.apply_network();
    }

    #[track_caller]
    pub fn throttle(&self, speed: Speed) {
        self.conditions().speed = speed;
        self.apply_network();
        let rate = json!({ "rate": speed.cpu });
        self.devtools("Emulation.setCPUThrottlingRate", rate);
    }

    /// Puts the page's clock ahead by this, for as long as the tab lives; again puts it further ahead.
    #[track_caller]
    pub fn later(&self, by: Duration) {
        let script = format!("({LATER})({})", by.as_millis());
        self.before_each_page(&script);
        self.eval(&script);
    }

    /// What was copied last.
    #[track_caller]
    pub fn clipboard(&self) -> String {
        let reading = json!({ "permissions": ["clipboardReadWrite"] });
        self.devtools("Browser.grantPermissions", reading);
        self.until("something in the clipboard", || {
            match self
                .try_eval("await navigator.clipboard.readText()")?
                .as_str()
            {
                None | Some("") => Err("it is empty".to_owned()),
                Some(text) => Ok(text.to_owned()),
            }
        })
    }

    pub(super) fn conditions(&self) -> MutexGuard<'_, Conditions> {
        let conditions = &self.page.conditions;
        conditions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[track_caller]
    fn apply_media(&self) {
        let features = {
            let now = self.conditions();
            let scheme = if now.dark { "dark" } else { "light" };
            let motion = if now.reduced_motion { "reduce" } else { "" };
            json!([
                { "name": "prefers-color-scheme", "value": scheme },
                { "name": "prefers-reduced-motion", "value": motion },
            ])
        };
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        );
    }

    #[track_caller]
    fn apply_network(&self) {
        let (offline, mut state) = {
            let now = self.conditions();
            (now.offline, network_state(now.offline, now.speed))
        };
        self.devtools("Network.enable", json!({}));
        self.devtools("Network.overrideNetworkState", state.clone());
        state["urlPattern"] = json!("");
        let rules = json!({
            "emulateOfflineServiceWorker": offline,
            "matchedNetworkConditions": [state],
        });
        self.devtools("Network.emulateNetworkConditionsByRule", rules);
    }
}

const LATER: &str = "(by) => {
    const Earlier = Date;
    globalThis.Date = class extends Earlier {
        constructor(...parts) {
            if (parts.length) super(...parts);
            else super(Earlier.now() + by);
        }
        static now() {
            return Earlier.now() + by;
        }
    };
}";

fn network_state(offline: bool, speed: Speed) -> Value {
    json!({
        "offline": offline,
        "latency": speed.latency,
        "downloadThroughput": speed.down,
        "uploadThroughput": speed.up,
    })
}
