//! What a fresh machine lacks. A tool of the right version on PATH is used as it is; whatever is installed for this
//! project goes into `tools/`, one folder per version, so that two checkouts never disturb each other.

use crate::lock;
use crate::run::{Done, cargo, find, output, own_path, program, root, run};
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

/// 0.22 asks for a newer compiler than the workspace does.
const TRUNK: &str = "0.21.14";
/// Pinned because the weight that is written down depends on it.
const BINARYEN: &str = "132";
/// The same.
const ESBUILD: &str = "0.28.2";

const TARGET: &str = "wasm32-unknown-unknown";
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The target, trunk, wasm-bindgen, wasm-opt and esbuild.
    Build,
    /// rustfmt and clippy.
    Lints,
    /// Chromium, its driver and a Chinese font.
    Browser,
    /// The packages that the journeys take from npm.
    Journeys,
}

/// The programs that were asked for, as a PATH to start things with.
pub struct Tools {
    path: OsString,
}

impl Tools {
    pub fn program(&self, name: impl AsRef<OsStr>) -> Command {
        program(name, &self.path)
    }

    pub fn cargo(&self) -> Command {
        cargo(&self.path)
    }

    pub fn browser(&self) -> Done<PathBuf> {
        browser(&self.path).ok_or_else(|| NO_BROWSER.to_owned())
    }

    pub fn driver(&self) -> Done<PathBuf> {
        driver(&self.path).ok_or_else(|| NO_BROWSER.to_owned())
    }

    /// Puts a folder before all others.
    fn prefer(&mut self, folder: PathBuf) {
        let folders = std::iter::once(folder).chain(std::env::split_paths(&self.path));
        if let Ok(path) = std::env::join_paths(folders) {
            self.path = path;
        }
    }
}

pub fn setup(words: &[&str]) -> Done {
    if let Some(word) = words.first() {
        return Err(format!("`setup` takes no `{word}`."));
    }
    let began = Instant::now();
    ready(&[Need::Build, Need::Lints, Need::Browser, Need::Journeys])?;
    let took = crate::steps::time(began.elapsed());
    println!("Everything that Liaison is built and tested with is here ({took}).");
    Ok(())
}

/// Makes sure of what is needed. What is already right costs a few `--version`s.
pub fn ready(needs: &[Need]) -> Done<Tools> {
    let mut tools = Tools { path: own_path() };
    for need in needs {
        match need {
            Need::Build => {
                wasm_target(&tools)?;
                crate_tool(&mut tools, "trunk", TRUNK, &["trunk"], "7 minutes")?;
                let bindgen = lock::version("wasm-bindgen")?;
                let programs = ["wasm-bindgen", "wasm-bindgen-test-runner"];
                crate_tool(
                    &mut tools,
                    "wasm-bindgen-cli",
                    &bindgen,
                    &programs,
                    "5 minutes",
                )?;
                npm_tool(&mut tools, "binaryen", BINARYEN, "wasm-opt")?;
                npm_tool(&mut tools, "esbuild", ESBUILD, "esbuild")?;
            }
            Need::Lints => lints(&tools)?,
            Need::Browser => chromium(&tools)?,
            Need::Journeys => journeys(&tools)?,
        }
    }
    Ok(tools)
}

fn wasm_target(tools: &Tools) -> Done {
    let mut ask = tools.program("rustc");
    let folder = output(ask.args(["--print", "target-libdir", "--target", TARGET]));
    if folder.is_ok_and(|folder| PathBuf::from(folder.trim()).is_dir()) {
        return Ok(());
    }
    if find("rustup".as_ref(), &tools.path).is_none() {
        return Err(format!(
            "Rust's target {TARGET} is missing and there is no rustup to add it: install rustup, or the package of \
             your system that holds this target."
        ));
    }
    say(&format!("Adding Rust's target {TARGET}"), "half a minute");
    run(tools.program("rustup").args(["target", "add", TARGET]))
}

/// A tool that comes as a crate, built from its source.
fn crate_tool(tools: &mut Tools, name: &str, version: &str, programs: &[&str], long: &str) -> Done {
    let home = root().join("tools").join(format!("{name}-{version}"));
    let right = |path: &OsStr| programs.iter().all(|name| is(name, version, path));
    if right(&tools.path) {
        return Ok(());
    }
    if !right(home.join("bin").as_os_str()) {
        say(&format!("Building {name} {version} into tools/"), long);
        run(tools
            .cargo()
            .args(["install", "--locked", "--quiet", "--root"])
            .arg(&home)
            .args(["--version", version, name])
            // They run for seconds, so the time that counts is that of building them.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_LTO", "off"))?;
    }
    tools.prefer(home.join("bin"));
    Ok(())
}

/// A tool that comes as a package of npm.
fn npm_tool(tools: &mut Tools, package: &str, version: &str, program: &str) -> Done {
    let home = root().join("tools").join(format!("{package}-{version}"));
    let programs = home.join("node_modules").join(".bin");
    if is(program, version, &tools.path) {
        return Ok(());
    }
    if !programs.join(program).exists() {
        if find("npm".as_ref(), &tools.path).is_none() {
            return Err(format!(
                "{program} {version} is missing and there is no npm to fetch it with: install Node.js with npm, or \
                 put {program} {version} on PATH."
            ));
        }
        say(
            &format!("Fetching {program} {version} into tools/"),
            "a few seconds",
        );
        run(tools
            .program("npm")
            .args([
                "install",
                "--no-save",
                "--no-fund",
                "--no-audit",
                "--prefix",
            ])
            .arg(&home)
            .arg(format!("{package}@{version}")))?;
    }
    tools.prefer(programs);
    Ok(())
}

fn lints(tools: &Tools) -> Done {
    let has = |name: &str| output(tools.cargo().args([name, "--version"])).is_ok();
    if has("fmt") && has("clippy") {
        return Ok(());
    }
    if find("rustup".as_ref(), &tools.path).is_none() {
        return Err("rustfmt or clippy is missing and there is no rustup to add it: install rustup, or the packages \
                    of your system that hold them."
            .to_owned());
    }
    say("Adding rustfmt and clippy", "half a minute");
    run(tools
        .program("rustup")
        .args(["component", "add", "rustfmt", "clippy"]))
}

const NO_BROWSER: &str = "Chromium or its driver is missing: install both, of the same version, so that `chromium` and \
                          `chromedriver` are on PATH, or name them in LIAISON_CHROMIUM and CHROMEDRIVER.";

fn chromium(tools: &Tools) -> Done {
    let there = || browser(&tools.path).is_some() && driver(&tools.path).is_some();
    let mut packages = Vec::new();
    if !there() {
        packages.extend(["chromium", "chromium-driver"]);
    }
    // Only screenshots need it, so a system that cannot say what fonts it has is left alone.
    if output(tools.program("fc-list").arg(":lang=zh-cn"))
        .is_ok_and(|fonts| fonts.trim().is_empty())
        || packages.len() > 1
    {
        packages.push("fonts-noto-cjk");
    }
    if packages.is_empty() {
        return Ok(());
    }
    if let Err(sentence) = apt(tools, &packages) {
        return match there() {
            true => {
                println!("{sentence} Chinese will be drawn as boxes in screenshots.");
                Ok(())
            }
            false => Err(format!("{NO_BROWSER} ({sentence})")),
        };
    }
    match there() {
        true => Ok(()),
        false => Err(NO_BROWSER.to_owned()),
    }
}

fn apt(tools: &Tools, packages: &[&str]) -> Done {
    let list = packages.join(" ");
    if find("apt-get".as_ref(), &tools.path).is_none() {
        return Err(format!("There is no apt-get here to install {list} with."));
    }
    let root = output(tools.program("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !root && output(tools.program("sudo").args(["-n", "true"])).is_err() {
        return Err(format!(
            "This needs the administrator: sudo apt-get install {list}."
        ));
    }
    let apt = || {
        let mut apt = tools.program(if root { "apt-get" } else { "sudo" });
        if !root {
            apt.args(["-n", "apt-get"]);
        }
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    say(&format!("Installing {list}"), "one to three minutes");
    run(apt().args(["update", "--quiet"]))?;
    run(apt()
        .args(["install", "--yes", "--quiet", "--no-install-recommends"])
        .args(packages))
}

fn journeys(tools: &Tools) -> Done {
    let folder = root().join("tests");
    let changed = |name: &str| {
        folder
            .join(name)
            .metadata()
            .and_then(|file| file.modified())
            .ok()
    };
    let Some(locked) = changed("package-lock.json") else {
        return Ok(());
    };
    // npm writes this file when it has finished, so a broken installation does not count.
    if changed("node_modules/.package-lock.json").is_some_and(|installed| installed >= locked) {
        return Ok(());
    }
    if find("npm".as_ref(), &tools.path).is_none() {
        return Err("The journeys need packages from npm (tests/package.json), and there is no npm here: install \
                    Node.js with npm."
            .to_owned());
    }
    say("Fetching the packages of the journeys", "a few seconds");
    run(tools
        .program("npm")
        .args(["ci", "--no-fund", "--no-audit"])
        .current_dir(folder))
}

fn browser(path: &OsStr) -> Option<PathBuf> {
    named("LIAISON_CHROMIUM").or_else(|| BROWSERS.iter().find_map(|name| find(name.as_ref(), path)))
}

fn driver(path: &OsStr) -> Option<PathBuf> {
    named("CHROMEDRIVER").or_else(|| find("chromedriver".as_ref(), path))
}

fn named(variable: &str) -> Option<PathBuf> {
    let path = PathBuf::from(std::env::var_os(variable)?);
    path.is_file().then_some(path)
}

/// Whether the first program of this name on `path` has this version.
fn is(name: &str, version: &str, path: &OsStr) -> bool {
    find(name.as_ref(), path).is_some_and(|found| {
        output(program(found, path).arg("--version"))
            .is_ok_and(|said| said.split_whitespace().any(|word| word == version))
    })
}

fn say(what: &str, long: &str) {
    println!("{what}: once on this machine, about {long}.");
}
