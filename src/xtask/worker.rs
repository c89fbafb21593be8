//! What makes a build a release: its id, the service worker's list of files, and the note that tells open pages about it.

use crate::dist;
use crate::minify::minify;
use crate::run::{Done, read, root, short, write};
use crate::setup::Tools;
use sha2::{Digest, Sha256};
use std::path::Path;

const NOTE: &str = "release.json";
const WORKER: &str = "sw.js";
pub const PAGE: &str = "index.html";

/// Marks a build of trunk with its id and adds the worker and the note. Gives the id.
pub fn finish(tools: &Tools, site: &Path) -> Done<String> {
    minify(tools, site)?;
    join_styles(site)?;
    for program in ["people", "console"] {
        name_by_content(site, program)?;
    }
    let files = files(site)?;
    let mut whole = Sha256::new();
    let mut list = Vec::new();
    for name in files.iter().filter(|name| *name != NOTE && *name != WORKER) {
        let path = site.join(name);
        let content = std::fs::read(&path)
            .map_err(|why| format!("{} cannot be read: {why}.", short(&path)))?;
        whole.update(name.as_bytes());
        whole.update(&content);
        if name != PAGE {
            // The page is kept under "./" and known by its id: a host may add to it, and then no hash would fit.
            list.push((
                name.clone(),
                format!("sha256-{}", base64(&Sha256::digest(&content))),
            ));
        }
    }
    let source = read(&root().join("src/web/worker/sw.js"))?;
    whole.update(source.as_bytes());
    let build = hex(&whole.finalize()[..6]);

    let page = site.join(PAGE);
    let marked = swapped(
        &read(&page)?,
        r#"name="liaison-build" content="development""#,
        &format!(r#"name="liaison-build" content="{build}""#),
        PAGE,
    )?;
    // Chromium warns about integrity on a preload of wasm; boot.js checks it instead.
    let quiet = |line: &str| match line.contains(r#"as="fetch""#) {
        true => line.replace(" integrity=", " data-integrity="),
        false => line.to_owned(),
    };
    let marked: String = marked.split_inclusive('>').map(quiet).collect();
    write(&page, marked)?;
    write(&site.join(WORKER), worker(&source, &build, &list)?)?;
    write(&site.join(NOTE), note(&build))?;
    Ok(build)
}

/// One stylesheet instead of a dozen: on a slow line every request costs more than what it brings.
fn join_styles(site: &Path) -> Done {
    let page = site.join(PAGE);
    let text = read(&page)?;
    let mut styles = String::new();
    let mut lines: Vec<String> = Vec::new();
    let mut place = None;
    for line in text.lines() {
        match stylesheet(line) {
            Some(name) => {
                let file = site.join(name);
                styles.push_str(&read(&file)?);
                styles.push('\n');
                std::fs::remove_file(&file)
                    .map_err(|why| format!("{} stays: {why}.", short(&file)))?;
                place.get_or_insert(lines.len());
            }
            None => lines.push(line.to_owned()),
        }
    }
    let Some(place) = place else { return Ok(()) };
    let name = format!("style-{}.css", hex(&Sha256::digest(&styles)[..8]));
    write(&site.join(&name), styles)?;
    lines.insert(
        place,
        format!(r#"    <link rel="stylesheet" href="./{name}" />"#),
    );
    write(&page, lines.join("\n") + "\n")
}

/// Trunk gives a hash to the names of one program only; the others get theirs here, and their integrity.
fn name_by_content(site: &Path, program: &str) -> Done {
    let (script, module) = (format!("{program}.js"), format!("{program}_bg.wasm"));
    let content = |name: &str| {
        let path = site.join(name);
        std::fs::read(&path).map_err(|why| format!("{} cannot be read: {why}.", short(&path)))
    };
    let wasm = content(&module)?;
    let both = [content(&script)?, wasm.clone()].concat();
    let hash = hex(&Sha256::digest(both)[..8]);
    let names = [
        (&script, format!("{program}-{hash}.js")),
        (&module, format!("{program}-{hash}_bg.wasm")),
    ];
    for (old, new) in &names {
        std::fs::rename(site.join(old), site.join(new))
            .map_err(|why| format!("{old} keeps its name: {why}."))?;
    }
    let page = site.join(PAGE);
    let [(_, script_named), (_, module_named)] = &names;
    let integrity = base64(&Sha256::digest(&wasm));
    let text = swapped(
        &read(&page)?,
        &format!(r#"content="{script} {module}""#),
        &format!(r#"content="{script_named} {module_named} sha256-{integrity}""#),
        PAGE,
    )?;
    write(&page, text)
}

/// The file that a line of trunk's page links as a stylesheet.
fn stylesheet(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once(r#"<link rel="stylesheet" href="./"#)?;
    rest.split_once('"').map(|(name, _)| name)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn worker(source: &str, build: &str, files: &[(String, String)]) -> Done<String> {
    let files = serde_json::to_string(files).unwrap_or_default();
    let named = swapped(
        source,
        r#"const BUILD = "development";"#,
        &format!("const BUILD = {build:?};"),
        WORKER,
    )?;
    swapped(
        &named,
        "const FILES = [];",
        &format!("const FILES = {files};"),
        WORKER,
    )
}

fn note(build: &str) -> String {
    let note = serde_json::json!({
        "version": env!("CARGO_PKG_VERSION"),
        "build": build,
        "date": dist::date(),
    });
    format!("{note}\n")
}

fn swapped(text: &str, old: &str, new: &str, name: &str) -> Done<String> {
    match text.matches(old).count() {
        1 => Ok(text.replacen(old, new, 1)),
        count => Err(format!(
            "{name} should hold `{old}` once and holds it {count} times."
        )),
    }
}

/// Every file below `site`, by its name relative to it, in order.
pub fn files(site: &Path) -> Done<Vec<String>> {
    let mut found = Vec::new();
    let mut folders = vec![site.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder)
            .map_err(|why| format!("{} cannot be read: {why}.", short(&folder)))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(name) = path.strip_prefix(site) {
                found.push(name.display().to_string().replace('\\', "/"));
            }
        }
    }
    found.sort();
    Ok(found)
}

pub fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group = chunk
            .iter()
            .fold(0_u32, |group, byte| group << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let sign = SIGNS[(group >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= chunk.len() {
                sign as char
            } else {
                '='
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{base64, stylesheet, worker};

    #[test]
    fn a_stylesheet_is_known_by_the_line_that_trunk_writes() {
        let line = r#"    <link rel="stylesheet" href="./base-1f.css"/>"#;
        assert_eq!(stylesheet(line), Some("base-1f.css"));
        assert_eq!(
            stylesheet(r#"<link rel="icon" href="icons/mark.svg" />"#),
            None
        );
    }

    #[test]
    fn base64_is_that_of_rfc_4648() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn the_worker_in_the_sources_takes_a_build_and_its_files() {
        let source = include_str!("../web/worker/sw.js");
        let files = [("a-1.js".to_owned(), "sha256-x".to_owned())];
        let filled = worker(source, "0123ab", &files).unwrap_or_default();
        assert!(filled.contains(r#"const BUILD = "0123ab";"#));
        assert!(filled.contains(r#"const FILES = [["a-1.js","sha256-x"]];"#));
    }
}
