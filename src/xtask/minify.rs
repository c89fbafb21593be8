//! Scripts and styles without what only their authors read. Trunk's own way would take the lines of index.html, too.

use crate::run::{Done, read, run, short, write};
use crate::setup::Tools;
use crate::worker::{PAGE, base64, files};
use sha2::{Digest, Sha384};
use std::path::Path;

pub fn minify(tools: &Tools, site: &Path) -> Done {
    let names: Vec<String> = files(site)?
        .into_iter()
        .filter(|name| name.ends_with(".js") || name.ends_with(".css"))
        .collect();
    let page = site.join(PAGE);
    let mut text = read(&page)?;
    let before: Vec<String> = integrities(site, &names)?;
    run(tools
        .program("esbuild")
        .args(&names)
        .args(["--minify", "--charset=utf8", "--log-level=warning"])
        .args(["--outdir=.", "--allow-overwrite"])
        .current_dir(site))?;
    for (old, new) in before.iter().zip(integrities(site, &names)?) {
        text = text.replace(old, &new);
    }
    write(&page, text)
}

/// As trunk writes them into the page.
fn integrities(site: &Path, names: &[String]) -> Done<Vec<String>> {
    let integrity = |name: &String| {
        let path = site.join(name);
        let content = std::fs::read(&path)
            .map_err(|why| format!("{} cannot be read: {why}.", short(&path)))?;
        Ok(format!("sha384-{}", base64(&Sha384::digest(content))))
    };
    names.iter().map(integrity).collect()
}
