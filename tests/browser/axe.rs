//! axe-core, which finds what keeps people from using a page.

use std::fmt;
use std::path::Path;

use serde_json::Value;

use super::Tab;

/// A serious or critical violation, with the places where it was found.
pub struct Finding {
    pub rule: String,
    pub impact: String,
    pub help: String,
    pub places: Vec<String>,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.rule, self.impact, self.help)?;
        (self.places.iter()).try_for_each(|place| write!(f, "\n  {place}"))
    }
}

impl Tab {
    /// What axe finds serious or critical on the page as it stands.
    #[track_caller]
    pub fn axe(&self) -> Vec<Finding> {
        if self.eval("typeof axe") == "undefined" {
            self.eval(&script());
        }
        let run = "await axe.run({ resultTypes: ['violations'] })";
        let violations = self.eval(&format!("({run}).violations"));
        (violations.as_array().into_iter().flatten())
            .map(finding)
            .filter(|finding| ["serious", "critical"].contains(&finding.impact.as_str()))
            .collect()
    }

    /// Fails if axe finds anything serious.
    #[track_caller]
    pub fn check_accessible(&self) {
        let findings: Vec<_> = self.axe().iter().map(Finding::to_string).collect();
        if !findings.is_empty() {
            self.fail(&format!("axe finds:\n{}", findings.join("\n")));
        }
    }
}

#[track_caller]
fn script() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(path).expect("No axe-core: run `npm ci` in tests/.")
}

fn finding(violation: &Value) -> Finding {
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let nodes = violation["nodes"].as_array().into_iter().flatten();
    Finding {
        rule: text(&violation["id"]),
        impact: text(&violation["impact"]),
        help: text(&violation["help"]),
        places: nodes
            .map(|node| {
                let why = text(&node["failureSummary"]).replace('\n', " ");
                format!("{} — {why}", text(&node["html"]))
            })
            .collect(),
    }
}
