//! What `Cargo.lock` holds: the versions that the tools have to match.

use crate::run::{Done, read, root};

/// The locked version of a crate.
pub fn version(name: &str) -> Done<String> {
    let lock = read(&root().join("Cargo.lock"))?;
    let lock: toml::Table = lock
        .parse()
        .map_err(|why| format!("Cargo.lock is not in order: {why}"))?;
    lock.get("package")
        .and_then(|packages| packages.as_array())
        .into_iter()
        .flatten()
        .find(|package| text(package, "name") == Some(name))
        .and_then(|package| text(package, "version"))
        .map(str::to_owned)
        .ok_or_else(|| {
            format!("Cargo.lock holds no `{name}`, so the tool for it cannot be chosen.")
        })
}

fn text<'a>(package: &'a toml::Value, key: &str) -> Option<&'a str> {
    package.get(key).and_then(|value| value.as_str())
}
