//! Every test: the rules on this machine, the bridge in a browser on both of its databases, the journeys of people.

use crate::dist;
use crate::run::{Done, read, root, run_lines, write};
use crate::setup::{Need, Tools, ready};
use crate::steps::{Note, Steps, Tests};
use crate::workspace::{JOURNEYS, Workspace, chosen};
use crate::{page, run};
use std::path::Path;
use std::process::Command;

pub const TARGET: &str = "wasm32-unknown-unknown";
/// Chromium is moving IndexedDB from one to the other; the store has to hold on both.
const DATABASES: [(&str, Option<&str>); 2] = [
    ("LevelDB", None),
    ("SQLite", Some("--enable-features=IdbSqliteBackingStore")),
];
/// Seconds for the browser tests of one crate; the runner's own twenty are too few for the store contract.
const PATIENCE: &str = "300";

struct Asked<'a> {
    full: bool,
    part: Option<&'a str>,
    /// Handed to the test programs, as after cargo's own `--`.
    rest: &'a [&'a str],
}

pub fn test(words: &[&str]) -> Done {
    let asked = asked(words)?;
    let wants = |part: &str| asked.part.is_none_or(|only| only == part);
    let workspace = Workspace::read()?;
    let mut steps = Steps::begin();

    let mut needs = vec![];
    if wants("web") || wants("journeys") {
        needs.extend([Need::Build, Need::Browser]);
    }
    if wants("journeys") {
        needs.push(Need::Journeys);
    }
    let Some(tools) = steps.step("setup", || Ok((ready(&needs)?, ().into()))) else {
        return steps.end();
    };

    if wants("core") {
        steps.plain("rules", || {
            counted(tools.cargo().args(["test", "--no-fail-fast"]), &asked)
        });
    }
    if wants("web") {
        in_browser(&mut steps, &workspace, &tools, &asked);
    }
    if wants("journeys") {
        let built = steps.step("dist", || {
            page::refresh()?;
            Ok(((), dist::build(&tools)?.into()))
        });
        if built.is_some() {
            steps.plain("journeys", || {
                let mut cargo = tools.cargo();
                cargo
                    .args(["test", "--no-fail-fast", "--package", JOURNEYS])
                    .env("LIAISON_CHROMIUM", tools.browser()?);
                let also = if asked.full {
                    &["--include-ignored"][..]
                } else {
                    &[]
                };
                counted_with(&mut cargo, &asked, also)
            });
        }
    }

    let end = steps.end();
    // CI reads this line, so it stands alone and last on standard output.
    let Tests {
        passed,
        failed,
        ignored,
    } = steps.tests();
    match ignored {
        0 => println!("\n{passed} passed, {failed} failed"),
        _ => println!("\n{passed} passed, {failed} failed, {ignored} skipped"),
    }
    end
}

fn asked<'a>(words: &'a [&'a str]) -> Done<Asked<'a>> {
    let cut = words.iter().position(|word| *word == "--");
    let (own, rest) = words.split_at(cut.unwrap_or(words.len()));
    let mut asked = Asked {
        full: false,
        part: None,
        rest: rest.get(1..).unwrap_or_default(),
    };
    for word in own {
        match *word {
            "--full" => asked.full = true,
            part @ ("core" | "web" | "journeys") => asked.part = Some(part),
            other => {
                return Err(format!(
                    "`test` takes --full, a part (core, web or journeys) and `-- filter`, not `{other}`."
                ));
            }
        }
    }
    Ok(asked)
}

/// The crates of the browser: their plain tests here, their browser tests in headless Chromium.
fn in_browser(steps: &mut Steps, workspace: &Workspace, tools: &Tools, asked: &Asked) {
    let holding = |mark: &str| -> Vec<String> {
        let holds = |name: &&String| mentions(&workspace.folder(name), mark);
        workspace.web.iter().filter(holds).cloned().collect()
    };

    let plain = holding("#[test]");
    if !plain.is_empty() {
        steps.plain("screens, natively", || {
            let mut cargo = tools.cargo();
            cargo.args(["test", "--no-fail-fast"]).args(chosen(&plain));
            counted(&mut cargo, asked)
        });
    }

    let browser = holding("#[wasm_bindgen_test");
    for (database, flag) in DATABASES.iter().filter(|_| !browser.is_empty()) {
        steps.plain(&format!("browser on {database}"), || {
            let folder = workspace.folder(&browser[0]);
            let driver = capabilities(&folder, *flag, &tools.browser()?)?;
            let mut cargo = tools.cargo();
            cargo
                .args(["test", "--no-fail-fast", "--target", TARGET])
                .args(chosen(&browser))
                .env("CHROMEDRIVER", tools.driver()?)
                .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", driver)
                .env("WASM_BINDGEN_TEST_TIMEOUT", PATIENCE);
            counted(&mut cargo, asked)
        });
    }
}

/// The crate's own webdriver.json, with this machine's browser and one more flag.
pub fn capabilities(folder: &Path, flag: Option<&str>, browser: &Path) -> Done<std::path::PathBuf> {
    let mut file: serde_json::Value = serde_json::from_str(&read(&folder.join("webdriver.json"))?)
        .map_err(|why| format!("webdriver.json is not in order: {why}."))?;
    let chrome = &mut file["goog:chromeOptions"];
    chrome["binary"] = browser.display().to_string().into();
    if let (Some(flag), Some(flags)) = (flag, chrome["args"].as_array_mut()) {
        flags.push(flag.into());
    }
    let name = if flag.is_some() {
        "webdriver-sqlite.json"
    } else {
        "webdriver.json"
    };
    let made = root().join("target").join(name);
    write(&made, file.to_string())?;
    Ok(made)
}

/// Runs cargo's tests and adds up what each test program says of itself.
fn counted(cargo: &mut Command, asked: &Asked) -> Done<Note> {
    counted_with(cargo, asked, &[])
}

/// `words` are for the test programs, like those that were asked for.
fn counted_with(cargo: &mut Command, asked: &Asked, words: &[&str]) -> Done<Note> {
    if asked.full {
        cargo.env("LIAISON_FULL", "1");
    }
    cargo.arg("--").args(words).args(asked.rest);
    let mut tests = Tests::default();
    let succeeded = run_lines(cargo, |line| {
        if let Some(more) = counts(line) {
            tests.passed += more.passed;
            tests.failed += more.failed;
            tests.ignored += more.ignored;
        }
    })?;
    if !succeeded && tests.failed == 0 {
        return Err("The tests did not build or did not come to an end.".to_owned());
    }
    Ok(Note {
        text: String::new(),
        tests: Some(tests),
    })
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; …`
fn counts(line: &str) -> Option<Tests> {
    let (_, counts) = line
        .trim()
        .strip_prefix("test result: ")?
        .split_once(". ")?;
    let count = |word: &str| {
        counts
            .split("; ")
            .find_map(|part| part.strip_suffix(word)?.trim().parse().ok())
    };
    Some(Tests {
        passed: count("passed")?,
        failed: count("failed")?,
        ignored: count("ignored").unwrap_or(0),
    })
}

fn mentions(folder: &Path, mark: &str) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return false;
    };
    entries.flatten().map(|entry| entry.path()).any(|path| {
        if path.is_dir() {
            // A crate below this one answers for itself.
            return !path.join("Cargo.toml").exists() && mentions(&path, mark);
        }
        path.extension().is_some_and(|ending| ending == "rs")
            && run::read(&path).is_ok_and(|text| text.contains(mark))
    })
}

#[cfg(test)]
mod tests {
    use super::{Tests, asked, counts};

    #[test]
    fn only_the_closing_line_of_a_test_program_counts() {
        let line = "test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s";
        let tests = Tests {
            passed: 12,
            failed: 2,
            ignored: 1,
        };
        assert_eq!(counts(line), Some(tests));
        for other in [
            "running 3 tests",
            "test a::b ... ok",
            "test result: who knows",
            "",
        ] {
            assert_eq!(counts(other), None, "{other}");
        }
    }

    #[test]
    fn words_after_two_dashes_go_to_the_test_programs() {
        let words = ["--full", "core", "--", "request", "--nocapture"];
        let asked = asked(&words);
        assert!(asked.is_ok_and(|asked| {
            asked.full && asked.part == Some("core") && asked.rest == ["request", "--nocapture"]
        }));
        assert!(super::asked(&["corre"]).is_err(), "a slip is not a filter");
    }
}
