//! What is downloaded, and whose it is: with the first visit, at the companies' places, and on demand. The figures in
//! weight.toml are ratchets: they grow only in a commit.

use crate::dist;
use crate::run::{Done, output, read, root, write};
use crate::setup::Tools;
use crate::wasm;
use crate::worker::files;
use crate::workspace::Workspace;
use std::collections::BTreeMap;
use std::path::Path;

/// All in bytes after brotli; 1 kB is 1,000 of them. What a first visit may weigh at most.
const STOP: u64 = 350_000;
const AIM: u64 = 260_000;
/// Per cent that may be added without saying so.
const SLACK: u64 = 3;

const NOTE: &str = "weight.toml";
const SHIPPED: [&str; 4] = [".wasm", ".js", ".css", ".html"];
/// Crates to list by name; the others are one line.
const LISTED: usize = 20;

const FIRST: &str = "first";
/// What is loaded later, by how its files are called: behind the first screen, at the companies' places, when the demo is
/// asked for, with the first scan.
const LATER: [&str; 4] = ["people", "console", "demo", "scan"];
/// The programs with screens.
const PROGRAMS: [&str; 3] = ["liaison", "people", "console"];

/// Bytes by part.
type Parts = BTreeMap<String, u64>;

pub fn check(tools: &Tools, workspace: &Workspace, accept: bool) -> Done<String> {
    let parts = by_file()?;
    for program in PROGRAMS {
        by_crate(tools, workspace, program)?;
    }
    let first = parts.get(FIRST).copied().unwrap_or_default();
    if accept && first <= STOP {
        let mut note = format!(
            "# What is downloaded, in bytes after brotli: with the first visit, and later by part. `cargo xtask check`\n\
             # allows {SLACK} % more; `cargo xtask check --accept-weight` writes it, and the commit says what it is for.\n"
        );
        for (part, bytes) in &parts {
            note.push_str(&format!("{part} = {bytes}\n"));
        }
        write(&root().join(NOTE), note)?;
        return Ok(format!("{} accepted", kilo(first)));
    }
    verdict(&parts, &allowed()?)
}

fn verdict(parts: &Parts, allowed: &Parts) -> Done<String> {
    let first = parts.get(FIRST).copied().unwrap_or_default();
    if first > STOP {
        let (is, end) = (kilo(first), kilo(STOP));
        return Err(format!(
            "{is} is more than a first visit may ever be: {end}."
        ));
    }
    for (part, bytes) in parts {
        let allowed = allowed.get(part).copied().unwrap_or_default();
        if bytes * 100 > allowed * (100 + SLACK) {
            return Err(format!(
                "{part}: {} is over {SLACK} % more than the {} in {NOTE}: mend it, or accept it with \
                 `cargo xtask check --accept-weight` and say in the commit what it is for.",
                kilo(*bytes),
                kilo(allowed)
            ));
        }
    }
    let aim = match first > AIM {
        true => format!(", {} over the aim of {}", kilo(first - AIM), kilo(AIM)),
        false => format!(" of {}", kilo(AIM)),
    };
    Ok(format!("a first visit takes {}{aim}", kilo(first)))
}

fn allowed() -> Done<Parts> {
    toml::from_str(&read(&root().join(NOTE))?)
        .map_err(|why| format!("{NOTE} is not in order: {why}"))
}

fn by_file() -> Done<Parts> {
    let folder = dist::folder();
    let mut parts = Parts::new();
    println!("{:>9} {:>9}  file", "brotli", "plain");
    for name in files(&folder)? {
        if !SHIPPED.iter().any(|ending| name.ends_with(ending)) {
            continue;
        }
        let content = std::fs::read(folder.join(&name))
            .map_err(|why| format!("dist/{name} cannot be read: {why}."))?;
        let packed = packed(&content);
        *parts.entry(part_of(&name).to_owned()).or_default() += packed;
        println!(
            "{:>9} {:>9}  {name}",
            kilo(packed),
            kilo(content.len() as u64)
        );
    }
    for (part, bytes) in &parts {
        println!("{:>9} {:>9}  {part}", kilo(*bytes), "");
    }
    Ok(parts)
}

fn part_of(name: &str) -> &'static str {
    let later = LATER.into_iter().find(|part| name.starts_with(part));
    later.unwrap_or(FIRST)
}

fn packed(content: &[u8]) -> u64 {
    let mut out = Vec::new();
    let options = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    match brotli::BrotliCompress(&mut &content[..], &mut out, &options) {
        Ok(_) => out.len() as u64,
        Err(_) => content.len() as u64, // a host would send it as it is
    }
}

/// The wasm is made once more from the same build, with its names, because the shipped one has none.
fn by_crate(tools: &Tools, workspace: &Workspace, program: &str) -> Done {
    let built = workspace
        .target
        .join(format!("wasm32-unknown-unknown/release/{program}.wasm"));
    let folder = workspace.target.join("weight");
    let (bound, named) = (
        folder.join(format!("{program}_bg.wasm")),
        folder.join("named.wasm"),
    );
    output(
        tools
            .program("wasm-bindgen")
            .args([
                "--target",
                "web",
                "--no-typescript",
                "--out-name",
                program,
                "--out-dir",
            ])
            .arg(&folder)
            .arg(&built),
    )?;
    output(
        tools
            .program("wasm-opt")
            .args(["-Oz", "-g"])
            .args(wasm_opt_flags()?.split_whitespace())
            .arg(&bound)
            .arg("--output")
            .arg(&named),
    )?;
    print_crates(program, &named)
}

fn print_crates(program: &str, file: &Path) -> Done {
    let module = std::fs::read(file).map_err(|why| format!("The named wasm is lost: {why}."))?;
    let module = wasm::read(&module).ok_or("The named wasm cannot be taken apart.")?;
    let mut crates: BTreeMap<String, u64> = BTreeMap::new();
    for (name, size) in &module.functions {
        let owner = wasm::owner(name).unwrap_or("(no crate: exports, compiler's own)");
        *crates.entry(owner.to_owned()).or_default() += size;
    }
    crates.insert(
        "(data: words, tables, panic messages)".to_owned(),
        module.data,
    );
    let whole: u64 = crates.values().sum::<u64>().max(1);
    let mut crates: Vec<(String, u64)> = crates.into_iter().collect();
    crates.sort_by_key(|(_, size)| std::cmp::Reverse(*size));

    println!(
        "\n{:>9} {:>6}  crate of {program} (code before brotli)",
        "plain", "share"
    );
    let line = |name: &str, size: u64| {
        let share = size as f64 * 100.0 / whole as f64;
        println!("{:>9} {share:>5.1}%  {name}", kilo(size));
    };
    for (name, size) in crates.iter().take(LISTED) {
        line(name, *size);
    }
    let others = crates.iter().skip(LISTED);
    let (count, size) = others.fold((0, 0), |(count, sum), (_, size)| (count + 1, sum + size));
    if count > 0 {
        line(&format!("{count} others"), size);
    }
    Ok(())
}

/// The same as trunk uses, so that the attribution is that of the shipped file.
fn wasm_opt_flags() -> Done<String> {
    let page = read(&root().join("index.html"))?;
    page.split_once("data-wasm-opt-params=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(flags, _)| flags.to_owned())
        .ok_or_else(|| "index.html no longer says how wasm-opt is called.".to_owned())
}

fn kilo(bytes: u64) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::{FIRST, Parts, STOP, part_of, verdict};

    fn parts(first: u64, console: u64) -> Parts {
        [(FIRST.to_owned(), first), ("console".to_owned(), console)].into()
    }

    #[test]
    fn three_per_cent_pass_unsaid_and_no_more() {
        let allowed = parts(100_000, 200_000);
        assert!(verdict(&parts(103_000, 206_000), &allowed).is_ok());
        assert!(verdict(&parts(103_001, 200_000), &allowed).is_err());
        assert!(verdict(&parts(100_000, 206_001), &allowed).is_err());
        assert!(verdict(&parts(50_000, 50_000), &allowed).is_ok());
    }

    #[test]
    fn a_part_that_nobody_wrote_down_does_not_pass() {
        assert!(verdict(&parts(1, 1), &Parts::new()).is_err());
    }

    #[test]
    fn nothing_accepts_more_than_the_stop() {
        let stop = parts(STOP, 1);
        assert!(verdict(&stop, &stop).is_ok());
        let more = parts(STOP + 1, 1);
        assert!(verdict(&more, &more).is_err());
    }

    #[test]
    fn a_file_is_of_the_part_that_loads_it() {
        assert_eq!(part_of("liaison-16569fad_bg.wasm"), FIRST);
        assert_eq!(part_of("style-96e6.css"), FIRST);
        assert_eq!(part_of("console-0123_bg.wasm"), "console");
        assert_eq!(part_of("scan_loader.js"), "scan");
    }
}
