//! The project's own commands. `.ci/run` uses them too, so that what passes here passes there.
//!
//! | file | what a person asks for |
//! |---|---|
//! | `serve.rs` | see the app while working on it |
//! | `test.rs` | run every test |
//! | `check.rs` | formatting, lints, documentation, weight, tidiness |
//! | `bench.rs` | figures of this machine |
//! | `dist.rs` | the folder that any static host can serve |
//! | `setup.rs` | whatever those need and this machine lacks |

mod bench;
mod check;
mod dist;
mod lock;
mod minify;
mod page;
mod run;
mod serve;
mod setup;
mod steps;
mod test;
mod tidy;
mod wasm;
mod weight;
mod worker;
mod workspace;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>

  serve   build the app, serve it on this machine and rebuild it when a source changes
  test    run every test; --full for the long ones; core, web or journeys for a part
  check   formatting, lints, documentation, weight, tidiness; --accept-weight to write the weight down
  bench   print the figures of this machine
  dist    build dist/, ready to be copied to any static host
  setup   install what the commands above need; each of them does so for itself";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    let words: Vec<String> = words.collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();

    let outcome = match command.as_str() {
        "serve" => serve::serve(&words),
        "test" => test::test(&words),
        "check" => check::check(&words),
        "bench" => bench::bench(&words),
        "dist" => dist::dist(&words),
        "setup" => setup::setup(&words),
        "" | "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("There is no command `{other}`.\n\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\n{sentence}");
            ExitCode::FAILURE
        }
    }
}
