//! What must not stand in a public repository: the paths of somebody's machine and the hosts of somebody's registry.

use crate::run::{Done, output, own_path, program, root};

/// In two halves, so that this file may pass its own check.
const TRACES: [(&str, &str); 9] = [
    ("/ho", "me/"),
    ("/ro", "ot/"),
    ("/Us", "ers/"),
    ("/wo", "rk/"),
    ("C:\\Us", "ers"),
    ("registry.npm", "js.org"),
    ("static.cra", "tes.io"),
    ("index.cra", "tes.io"),
    ("files.python", "hosted.org"),
];
/// The only place that a locked crate may come from.
const REGISTRY: &str = r#"source = "registry+https://github.com/rust-lang/crates.io-index""#;

pub fn check() -> Done {
    let mut git = program("git", &own_path());
    let names = output(git.args([
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        "-z",
    ]))?;
    let mut found = Vec::new();
    for name in names.split('\0').filter(|name| !name.is_empty()) {
        let Ok(text) = std::fs::read_to_string(root().join(name)) else {
            continue; // a picture, or deleted
        };
        for (number, line) in text.lines().enumerate() {
            if let Some(why) = stray(name, line) {
                found.push(format!("{name}:{}: {why}", number + 1));
            }
        }
    }
    match found.as_slice() {
        [] => Ok(()),
        lines => Err(format!(
            "{} lines do not belong into a public repository.\n{}",
            lines.len(),
            lines.join("\n")
        )),
    }
}

fn stray(name: &str, line: &str) -> Option<String> {
    let file = name.rsplit('/').next().unwrap_or(name);
    let trimmed = line.trim();
    if file == "Cargo.lock" && trimmed.starts_with("source = ") && trimmed != REGISTRY {
        return Some("a crate from somewhere else".to_owned());
    }
    if file == "package-lock.json" && trimmed.starts_with("\"resolved\":") {
        return Some(
            "the host that a package came from (npm: omit-lockfile-registry-resolved)".to_owned(),
        );
    }
    TRACES
        .iter()
        .map(|(half, other)| format!("{half}{other}"))
        .find(|trace| names_a_place(line, trace))
        .map(|trace| format!("`{trace}`, a path or host of some machine"))
}

/// Whether `trace` begins a path here, rather than being part of one inside the repository.
fn names_a_place(line: &str, trace: &str) -> bool {
    let inside = |sign: char| sign.is_alphanumeric() || matches!(sign, '.' | '_' | '-' | '}');
    line.match_indices(trace).any(|(at, _)| {
        !trace.starts_with('/') || !line[..at].chars().next_back().is_some_and(inside)
    })
}

#[cfg(test)]
mod tests {
    use super::stray;

    #[test]
    fn a_path_of_a_machine_is_found_and_a_route_is_not() {
        let home = ["/ho", "me/ada/x"].concat();
        assert!(stray("README.md", &format!("see {home}")).is_some());
        assert!(stray("README.md", &format!("src{home}")).is_none());
        assert!(stray("README.md", "#/contacts/new").is_none());
    }

    #[test]
    fn lock_files_name_no_host() {
        assert!(stray("Cargo.lock", r#"source = "git+https://example.org/x""#).is_some());
        assert!(stray("Cargo.lock", super::REGISTRY).is_none());
        assert!(
            stray(
                "tests/package-lock.json",
                r#"  "resolved": "https://x/y.tgz","#
            )
            .is_some()
        );
    }
}
