//! What a first visit downloads, and whose it is. The figure in weight.toml is a ratchet: it grows only in a commit.

use crate::dist;
use crate::run::{Done, output, read, root, write};
use crate::setup::Tools;
use crate::wasm;
use crate::worker::files;
use crate::workspace::Workspace;
use std::collections::BTreeMap;
use std::path::Path;

/// All in bytes after brotli; 1 kB is 1,000 of them. The end was to be 350 kB and is that again once console and desk
/// have a bundle of their own; until then nothing may grow past this.
const STOP: u64 = 1_000_000;
const AIM: u64 = 260_000;
/// Per cent that may be added without saying so.
const SLACK: u64 = 3;

const NOTE: &str = "weight.toml";
const SHIPPED: [&str; 4] = [".wasm", ".js", ".css", ".html"];
/// Crates to list by name; the others are one line.
const LISTED: usize = 20;

pub fn check(tools: &Tools, workspace: &Workspace, accept: bool) -> Done<String> {
    let total = by_file()?;
    by_crate(tools, workspace)?;

    let allowed = allowed()?;
    let verdict = verdict(total, allowed);
    if accept && total <= STOP {
        let note = format!(
            "# What a first visit downloads, in bytes after brotli. `cargo xtask check` allows {SLACK} % more;\n\
             # `cargo xtask check --accept-weight` writes it, and the commit says what it is for.\n\
             total = {total}\n"
        );
        write(&root().join(NOTE), note)?;
        return Ok(format!("{} accepted", kilo(total)));
    }
    verdict
}

fn verdict(total: u64, allowed: u64) -> Done<String> {
    let shown = kilo(total);
    if total > STOP {
        return Err(format!("{shown} is more than {} may ever be.", kilo(STOP)));
    }
    if total * 100 > allowed * (100 + SLACK) {
        return Err(format!(
            "{shown} is over {SLACK} % more than the {} in {NOTE}: mend it, or accept it with \
             `cargo xtask check --accept-weight` and say in the commit what it is for.",
            kilo(allowed)
        ));
    }
    let aim = match total > AIM {
        true => format!(", {} over the aim of {}", kilo(total - AIM), kilo(AIM)),
        false => format!(" of {}", kilo(AIM)),
    };
    Ok(format!("{shown}{aim}, {} written down", kilo(allowed)))
}

fn allowed() -> Done<u64> {
    let note: toml::Table = read(&root().join(NOTE))?
        .parse()
        .map_err(|why| format!("{NOTE} is not in order: {why}"))?;
    let total = note.get("total").and_then(|total| total.as_integer());
    total
        .and_then(|total| u64::try_from(total).ok())
        .ok_or_else(|| format!("{NOTE} has no `total`."))
}

fn by_file() -> Done<u64> {
    let folder = dist::folder();
    let mut total = 0;
    println!("{:>9} {:>9}  file", "brotli", "plain");
    for name in files(&folder)? {
        if !SHIPPED.iter().any(|ending| name.ends_with(ending)) {
            continue;
        }
        let content = std::fs::read(folder.join(&name))
            .map_err(|why| format!("dist/{name} cannot be read: {why}."))?;
        let packed = packed(&content);
        total += packed;
        println!(
            "{:>9} {:>9}  {name}",
            kilo(packed),
            kilo(content.len() as u64)
        );
    }
    println!("{:>9} {:>9}  together", kilo(total), "");
    Ok(total)
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
fn by_crate(tools: &Tools, workspace: &Workspace) -> Done {
    let built = workspace
        .target
        .join("wasm32-unknown-unknown/release/liaison.wasm");
    let folder = workspace.target.join("weight");
    let (bound, named) = (folder.join("liaison_bg.wasm"), folder.join("named.wasm"));
    output(
        tools
            .program("wasm-bindgen")
            .args([
                "--target",
                "web",
                "--no-typescript",
                "--out-name",
                "liaison",
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
    print_crates(&named)
}

fn print_crates(file: &Path) -> Done {
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
        "\n{:>9} {:>6}  crate (code before brotli)",
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
    use super::{STOP, verdict};

    #[test]
    fn three_per_cent_pass_unsaid_and_no_more() {
        assert!(verdict(103_000, 100_000).is_ok());
        assert!(verdict(103_001, 100_000).is_err());
        assert!(verdict(50_000, 100_000).is_ok());
    }

    #[test]
    fn nothing_accepts_more_than_the_stop() {
        assert!(verdict(STOP, STOP).is_ok());
        assert!(verdict(STOP + 1, STOP + 1).is_err());
    }
}
