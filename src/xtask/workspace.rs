//! What cargo says about this workspace: which crates run here, which in a browser.

use crate::run::{Done, cargo, output, own_path};
use serde_json::Value;
use std::path::PathBuf;

pub const JOURNEYS: &str = "liaison-journeys";

pub struct Workspace {
    /// Crates that are built and tested on this machine: the default members.
    pub native: Vec<String>,
    /// Crates that are built for the browser.
    pub web: Vec<String>,
    pub target: PathBuf,
    packages: Vec<Value>,
}

impl Workspace {
    /// Stops when Cargo.lock does not fit the manifests.
    pub fn read() -> Done<Workspace> {
        let mut ask = cargo(&own_path());
        ask.args(["metadata", "--locked", "--no-deps", "--format-version", "1"]);
        let said = output(&mut ask)?;
        let all: Value = serde_json::from_str(&said)
            .map_err(|why| format!("cargo metadata cannot be read: {why}."))?;
        let defaults = list(&all["workspace_default_members"]);
        let (native, others): (Vec<&Value>, Vec<&Value>) = list(&all["packages"])
            .iter()
            .partition(|package| defaults.contains(&package["id"]));
        let names = |packages: Vec<&Value>| packages.into_iter().map(name).collect::<Vec<_>>();
        Ok(Workspace {
            native: names(native),
            web: names(others)
                .into_iter()
                .filter(|name| name != JOURNEYS)
                .collect(),
            target: PathBuf::from(all["target_directory"].as_str().unwrap_or("target")),
            packages: list(&all["packages"]).to_vec(),
        })
    }

    /// The folder of a crate.
    pub fn folder(&self, package: &str) -> PathBuf {
        let manifest = self.package(package)["manifest_path"].as_str();
        let mut folder = PathBuf::from(manifest.unwrap_or_default());
        folder.pop();
        folder
    }

    /// Whether a crate has a target of this kind (`bench`, `bin`) and name.
    pub fn has(&self, package: &str, kind: &str, target: &str) -> bool {
        list(&self.package(package)["targets"]).iter().any(|found| {
            found["name"] == target && list(&found["kind"]).iter().any(|found| found == kind)
        })
    }

    fn package(&self, package: &str) -> &Value {
        let found = self.packages.iter().find(|found| found["name"] == package);
        found.unwrap_or(&Value::Null)
    }
}

/// `-p` before each crate.
pub fn chosen(packages: &[String]) -> impl Iterator<Item = &str> {
    packages.iter().flat_map(|name| ["--package", name])
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn name(package: &Value) -> String {
    package["name"].as_str().unwrap_or_default().to_owned()
}
