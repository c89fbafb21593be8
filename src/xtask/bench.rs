//! The figures of this machine: the rules natively, then what a person feels in the browser.

use crate::dist;
use crate::run::{Done, output, run};
use crate::setup::{Need, Tools, ready};
use crate::steps::Steps;
use crate::workspace::{JOURNEYS, Workspace};

/// A plain program (`harness = false`) that prints its own table; it has the same name in both crates.
const FIGURES: &str = "figures";

pub fn bench(words: &[&str]) -> Done {
    if let Some(word) = words.first() {
        return Err(format!("`bench` takes no `{word}`."));
    }
    let workspace = Workspace::read()?;
    let core: Vec<&String> = workspace
        .native
        .iter()
        .filter(|name| workspace.has(name, "bench", FIGURES))
        .collect();
    let browser = workspace.has(JOURNEYS, "bench", FIGURES);
    if core.is_empty() && !browser {
        return Err(format!(
            "There is nothing to measure yet: no crate has a bench `{FIGURES}`."
        ));
    }

    let mut steps = Steps::begin();
    let needs = [Need::Build, Need::Browser, Need::Journeys];
    let needs = if browser { &needs[..] } else { &[] };
    let Some(tools) = steps.step("setup", || Ok((ready(needs)?, ().into()))) else {
        return steps.end();
    };
    machine(&tools);
    for name in core {
        steps.plain(&format!("{name}, natively"), || measure(&tools, name));
    }
    if browser {
        let built = steps.step("dist", || Ok(((), dist::build(&tools)?.into())));
        if built.is_some() {
            steps.plain("in the browser", || measure(&tools, JOURNEYS));
        }
    }
    steps.end()
}

fn measure(tools: &Tools, package: &str) -> Done {
    let mut cargo = tools.cargo();
    cargo.args(["bench", "--package", package, "--bench", FIGURES]);
    if package == JOURNEYS {
        cargo.env("LIAISON_CHROMIUM", tools.browser()?);
    }
    run(&mut cargo)
}

/// A figure without its machine says nothing.
fn machine(tools: &Tools) {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("an unnamed processor", |(_, name)| name);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("{model}, {cores} cores");
    let rustc = output(tools.program("rustc").arg("--version"));
    let browser = tools
        .browser()
        .and_then(|browser| output(tools.program(browser).arg("--version")));
    for said in [rustc, browser].into_iter().flatten() {
        println!("{}", said.trim());
    }
}
