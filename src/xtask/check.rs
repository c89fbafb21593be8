//! What a reviewer should not have to look for: formatting, lints, documentation, weight, tidiness.

use crate::run::{Done, run};
use crate::setup::{Need, ready};
use crate::steps::Steps;
use crate::workspace::{JOURNEYS, Workspace, chosen};
use crate::{dist, page, tidy, weight};

const TARGET: &str = "wasm32-unknown-unknown";

pub fn check(words: &[&str]) -> Done {
    let accept = match words {
        [] => false,
        ["--accept-weight"] => true,
        [other, ..] => return Err(format!("`check` takes --accept-weight and not `{other}`.")),
    };
    let mut steps = Steps::begin();
    let setup = || Ok((ready(&[Need::Build, Need::Lints])?, ().into()));
    let Some(tools) = steps.step("setup", setup) else {
        return steps.end();
    };
    let read = || Ok((Workspace::read()?, ().into()));
    let Some(workspace) = steps.step("lock file", read) else {
        return steps.end();
    };

    steps.plain("tidiness", tidy::check);
    steps.plain("page", page::check);
    steps.plain("formatting", || {
        run(tools.cargo().args(["fmt", "--all", "--check"]))
    });
    steps.plain("lints, native", || {
        let mut cargo = tools.cargo();
        cargo
            .args(["clippy", "--locked", "--all-targets", "--package", JOURNEYS])
            .args(chosen(&workspace.native))
            .args(["--", "--deny", "warnings"]);
        run(&mut cargo)
    });
    steps.plain("lints, browser", || {
        let mut cargo = tools.cargo();
        cargo
            .args(["clippy", "--locked", "--all-targets", "--target", TARGET])
            .args(chosen(&workspace.web))
            .args(["--", "--deny", "warnings"]);
        run(&mut cargo)
    });
    steps.plain("documentation", || {
        let mut cargo = tools.cargo();
        cargo
            .args(["doc", "--locked", "--no-deps", "--package", "liaison-core"])
            .env("RUSTDOCFLAGS", "--deny warnings");
        run(&mut cargo)
    });
    let built = steps.step("dist", || Ok(((), dist::build(&tools)?.into())));
    if built.is_some() {
        steps.plain("weight", || weight::check(&tools, &workspace, accept));
    }
    steps.end()
}
