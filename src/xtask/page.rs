//! The parts of index.html that follow from other files: a link for every stylesheet, and the block that is shown when
//! the app itself cannot speak. They are committed, so that the page can be read as it is.

use crate::run::{Done, read, root, write};
use std::path::Path;

const LANGUAGES: [&str; 2] = ["en", "zh-CN"];
/// Cascade layers are ordered by their first appearance: these come first, the others by name.
const FIRST: [&str; 3] = ["tokens", "base", "ui"];
/// What boot.js can report, by the key of its sentence.
const REASONS: [&str; 5] = ["crash", "load", "file", "browser", "storage"];
/// Where a reload can help.
const CURABLE: [&str; 3] = ["crash", "load", "storage"];

/// Brings index.html up to date.
pub fn refresh() -> Done {
    let (old, new) = both()?;
    if old != new {
        write(&root().join("index.html"), &new)?;
        println!("index.html follows style/ and src/locales again: commit it.");
    }
    Ok(())
}

pub fn check() -> Done {
    let (old, new) = both()?;
    match old == new {
        true => Ok(()),
        false => Err(
            "index.html is behind style/ or src/locales: run `cargo xtask dist` and commit it."
                .to_owned(),
        ),
    }
}

fn both() -> Done<(String, String)> {
    let old = read(&root().join("index.html"))?;
    let new = filled(&old, "styles", &styles(&root().join("style"))?)?;
    let new = filled(&new, "reload", &reload()?)?;
    Ok((old, new))
}

/// Replaces what stands between `<!-- name: … -->` and `<!-- /name -->`, at the indentation of the first.
fn filled(page: &str, name: &str, lines: &[String]) -> Done<String> {
    let missing = || format!("index.html has lost its region `{name}`.");
    let (open, close) = (format!("<!-- {name}:"), format!("<!-- /{name} -->"));
    let opened = page.find(&open).ok_or_else(missing)?;
    let start = opened + page[opened..].find('\n').ok_or_else(missing)? + 1;
    let end = start + page[start..].find(&close).ok_or_else(missing)?;
    let line = page[..opened].rfind('\n').map_or(0, |at| at + 1);
    let indent = &page[line..opened];
    let body: String = lines
        .iter()
        .map(|line| format!("{indent}{line}\n"))
        .collect();
    Ok(format!("{}{body}{indent}{}", &page[..start], &page[end..]))
}

fn styles(folder: &Path) -> Done<Vec<String>> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".css").map(str::to_owned))
        .collect();
    names.sort_by_key(|name| {
        let place = FIRST.iter().position(|first| first == name);
        (place.unwrap_or(FIRST.len()), name.clone())
    });
    Ok(names
        .iter()
        .map(|name| {
            format!(
                r#"<link data-trunk data-integrity="none" rel="css" href="style/{name}.css" />"#
            )
        })
        .collect())
}

fn reload() -> Done<Vec<String>> {
    let mut lines = vec![r#"<div id="reload" class="reload" role="alert" hidden>"#.to_owned()];
    let mut without_script = vec!["<noscript>".to_owned()];
    for language in LANGUAGES {
        let words = words(language)?;
        let word = |key: &str| {
            let text = words.get(key).and_then(|word| word.as_str());
            text.map(escaped)
                .ok_or_else(|| format!("src/locales/{language}/page.toml has no `{key}`."))
        };
        lines.push(format!(r#"  <section lang="{language}">"#));
        for reason in REASONS {
            let title = if reason == "crash" {
                "stopped"
            } else {
                "blocked"
            };
            lines.push(format!(r#"    <div data-why="{reason}">"#));
            lines.push(format!("      <h1>{}</h1>", word(title)?));
            lines.push(format!("      <p>{}</p>", word(reason)?));
            if CURABLE.contains(&reason) {
                let reload = word("reload")?;
                lines.push(format!(
                    r#"      <button type="button" class="button primary">{reload}</button>"#
                ));
            }
            lines.push("    </div>".to_owned());
        }
        lines.push("  </section>".to_owned());
        without_script.push(format!(r#"  <p lang="{language}">{}</p>"#, word("script")?));
    }
    lines.push("</div>".to_owned());
    without_script.push("</noscript>".to_owned());
    lines.append(&mut without_script);
    Ok(lines)
}

fn words(language: &str) -> Done<toml::Table> {
    let file = root().join("src/locales").join(language).join("page.toml");
    read(&file)?
        .parse()
        .map_err(|why| format!("{} is not in order: {why}", crate::run::short(&file)))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{escaped, filled};

    #[test]
    fn a_region_is_replaced_at_its_indentation_and_the_rest_stays() {
        let page = "<a>\n  <!-- styles: from x -->\n  <old>\n  <!-- /styles -->\n</a>\n";
        let lines = ["<b>".to_owned(), "<c>".to_owned()];
        let new = filled(page, "styles", &lines).unwrap_or_default();
        assert_eq!(
            new,
            "<a>\n  <!-- styles: from x -->\n  <b>\n  <c>\n  <!-- /styles -->\n</a>\n"
        );
        assert_eq!(
            filled(&new, "styles", &lines),
            Ok(new.clone()),
            "a second time changes nothing"
        );
    }

    #[test]
    fn a_lost_region_is_named() {
        assert_eq!(
            filled("<a></a>", "styles", &[]),
            Err("index.html has lost its region `styles`.".to_owned())
        );
    }

    #[test]
    fn words_cannot_become_markup() {
        assert_eq!(escaped(r#"a < b & "c""#), "a &lt; b &amp; &quot;c&quot;");
    }
}
