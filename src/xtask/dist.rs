//! `dist/`: everything a static host needs, built for release, with the service worker.

use crate::run::{Done, cargo, output, own_path, read, root, run, write};
use crate::setup::{Need, Tools, ready};
use crate::steps::{Steps, time};
use crate::{page, worker};
use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What a build depends on. Whatever else changes, dist/ stays as it is.
const SOURCES: [&str; 9] = [
    "src/core",
    "src/web",
    "src/locales",
    "style",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo",
];

pub fn dist(words: &[&str]) -> Done {
    if let Some(word) = words.first() {
        return Err(format!("`dist` takes no `{word}`."));
    }
    let mut steps = Steps::begin();
    let tools = steps.step("setup", || Ok((ready(&[Need::Build])?, ().into())));
    if let Some(tools) = tools {
        steps.plain("build", || {
            page::refresh()?;
            build(&tools)
        });
    }
    steps.end()?;
    println!("\ndist/ is ready: copy it to any static host, under any path.");
    Ok(())
}

pub fn folder() -> PathBuf {
    root().join("dist")
}

/// Builds `dist/` unless it is what the sources would give.
pub fn build(tools: &Tools) -> Done<String> {
    let began = Instant::now();
    let stamp = root().join("target/dist.stamp");
    let sources = sources()?;
    if folder().join("sw.js").is_file() && read(&stamp).is_ok_and(|old| old == sources) {
        return Ok("up to date".to_owned());
    }
    let site = root().join("target/site");
    run(tools
        .program("trunk")
        .args(["build", "--release", "--skip-version-check", "--dist"])
        .arg(&site)
        .env("NO_COLOR", "true"))?;
    let build = worker::finish(tools, &site)?;
    replace(&site, &folder())?;
    write(&stamp, sources)?;
    Ok(format!("build {build} in {}", time(began.elapsed())))
}

/// Copies only when all is there, so that a build that fails leaves the older dist/ whole.
fn replace(site: &Path, dist: &Path) -> Done {
    let failed = |why| format!("dist/ cannot be replaced: {why}.");
    if dist.exists() {
        std::fs::remove_dir_all(dist).map_err(failed)?;
    }
    for file in worker::files(site)? {
        let content = std::fs::read(site.join(&file)).map_err(failed)?;
        write(&dist.join(&file), content)?;
    }
    Ok(())
}

/// A fingerprint of all that a build reads, the compiler included.
fn sources() -> Done<String> {
    let mut hasher = DefaultHasher::new();
    let rustc = output(cargo(&own_path()).args(["--version", "--verbose"]))?;
    hasher.write(rustc.as_bytes());
    hasher.write(date().unwrap_or_default().as_bytes());
    for source in SOURCES {
        digest(&root().join(source), &mut hasher)?;
    }
    Ok(format!("{:016x}\n", hasher.finish()))
}

fn digest(path: &Path, hasher: &mut DefaultHasher) -> Done {
    let failed = |why| format!("{} cannot be read: {why}.", crate::run::short(path));
    if path.is_file() {
        hasher.write(path.as_os_str().as_encoded_bytes());
        hasher.write(&std::fs::read(path).map_err(failed)?);
    } else if path.is_dir() {
        let entries = std::fs::read_dir(path).map_err(failed)?;
        let mut inside: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        inside.sort();
        for entry in inside {
            digest(&entry, hasher)?;
        }
    }
    Ok(())
}

/// The day of the last commit; none outside a checkout.
pub fn date() -> Option<String> {
    let mut git = crate::run::program("git", &own_path());
    let day = output(git.args(["log", "-1", "--format=%cs"])).ok()?;
    Some(day.trim().to_owned())
}
