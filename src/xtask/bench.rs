//! The figures of this machine: the rules natively and in wasm, then what a person feels in the browser.

use crate::dist;
use crate::run::{Done, output, run_lines};
use crate::setup::{Need, Tools, ready};
use crate::steps::Steps;
use crate::test::{TARGET, capabilities};
use crate::workspace::{JOURNEYS, Workspace};
use std::process::Command;

/// A plain program (`harness = false`) that prints its own table; it has the same name in both crates.
const FIGURES: &str = "figures";
/// The crate whose browser tests measure inside wasm.
const BRIDGE: &str = "liaison-bridge";
/// `FIGURE what | result | aim | met or missed`, in whatever a program prints.
const MARK: &str = "FIGURE ";

pub fn bench(words: &[&str]) -> Done {
    if let Some(word) = words.first() {
        return Err(format!("`bench` takes no `{word}`."));
    }
    let workspace = Workspace::read()?;
    let mut steps = Steps::begin();
    let needs = [Need::Build, Need::Browser, Need::Journeys];
    let Some(tools) = steps.step("setup", || Ok((ready(&needs)?, ().into()))) else {
        return steps.end();
    };
    let mut figures = Vec::new();
    for name in &workspace.native {
        if workspace.has(name, "bench", FIGURES) {
            steps.plain(&format!("{name}, natively"), || {
                measured(&mut native(&tools, name), &mut figures)
            });
        }
    }
    steps.plain("in wasm", || {
        measured(&mut in_wasm(&tools, &workspace)?, &mut figures)
    });
    let built = steps.step("dist", || Ok(((), dist::build(&tools)?.into())));
    if built.is_some() {
        steps.plain("in the browser", || {
            let mut cargo = native(&tools, JOURNEYS);
            cargo.env("LIAISON_CHROMIUM", tools.browser()?);
            measured(&mut cargo, &mut figures)
        });
    }
    let end = steps.end();
    println!(
        "\n{}\n\n| figure | result | aim | |\n|---|---:|---:|---|",
        machine(&tools)
    );
    for figure in figures {
        println!("| {figure} |");
    }
    end
}

fn native(tools: &Tools, package: &str) -> Command {
    let mut cargo = tools.cargo();
    cargo.args(["bench", "--package", package, "--bench", FIGURES]);
    cargo
}

/// Compiled as the app is, but not made smaller behind that.
fn in_wasm(tools: &Tools, workspace: &Workspace) -> Done<Command> {
    let driver = capabilities(&workspace.folder(BRIDGE), None, &tools.browser()?)?;
    let mut cargo = tools.cargo();
    cargo
        .args(["test", "--release", "--target", TARGET, "--package", BRIDGE])
        .args(["--test", "browser", "--", FIGURES, "--nocapture"])
        .env("CHROMEDRIVER", tools.driver()?)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
        .env("LIAISON_FULL", "1");
    Ok(cargo)
}

fn measured(program: &mut Command, figures: &mut Vec<String>) -> Done {
    let succeeded = run_lines(program, |line| {
        if let Some((_, figure)) = line.split_once(MARK) {
            figures.push(figure.trim().to_owned());
        }
    })?;
    match succeeded {
        true => Ok(()),
        false => Err("The figures did not come to an end.".to_owned()),
    }
}

/// A figure without its machine says nothing, nor does one without what else ran on it.
fn machine(tools: &Tools) -> String {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("an unnamed processor", |(_, name)| name);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let rustc = output(tools.program("rustc").arg("--version"));
    let browser = tools
        .browser()
        .and_then(|browser| output(tools.program(browser).arg("--version")));
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').nth(1).map_or_else(String::new, |load| {
        format!(", {load} programs at work on average over the last five minutes")
    });
    let said: Vec<String> = [rustc, browser].into_iter().flatten().collect();
    let said: Vec<&str> = said.iter().map(|said| said.trim()).collect();
    format!("{model}, {cores} cores, {}{load}.", said.join(", "))
}
