//! Reading one language's folder.

use std::{collections::BTreeMap, fs, path::Path};

/// A group of words: a file, or a table in it.
pub type Catalog = BTreeMap<String, Entry>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    Word(Word),
    Group(Catalog),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    Plain(String),
    /// Chosen by the number `{n}`. A language without a singular writes `other` alone.
    Plural {
        one: Option<String>,
        other: String,
    },
}

/// Reads `folder/*.toml`; a file's name is the first part of its words' path.
pub fn read(folder: &Path) -> Result<Catalog, Vec<String>> {
    let mut catalog = Catalog::new();
    let mut problems = Vec::new();
    let files = fs::read_dir(folder).map_err(|e| vec![format!("{}: {e}", folder.display())])?;
    for file in files.flatten().map(|file| file.path()) {
        let area = match (
            file.extension(),
            file.file_stem().and_then(|stem| stem.to_str()),
        ) {
            (Some(end), Some(area)) if end == "toml" => area.to_owned(),
            _ => continue,
        };
        match fs::read_to_string(&file)
            .map_err(|e| e.to_string())
            .and_then(|text| parse(&text))
        {
            Ok(group) => _ = catalog.insert(area, Entry::Group(group)),
            Err(problem) => problems.push(format!("{}: {problem}", file.display())),
        }
    }
    if problems.is_empty() {
        Ok(catalog)
    } else {
        Err(problems)
    }
}

/// One file's words.
pub(crate) fn parse(text: &str) -> Result<Catalog, String> {
    let table: toml::Table = text.parse().map_err(|e: toml::de::Error| e.to_string())?;
    group(table, "")
}

fn group(table: toml::Table, path: &str) -> Result<Catalog, String> {
    let mut catalog = Catalog::new();
    for (key, value) in table {
        let here = if path.is_empty() {
            key.clone()
        } else {
            format!("{path}.{key}")
        };
        if !is_name(&key) {
            return Err(format!(
                "`{here}` cannot be the name of a function: a–z, 0–9 and _, no Rust keyword"
            ));
        }
        let entry = match value {
            toml::Value::String(text) => Entry::Word(Word::Plain(text)),
            toml::Value::Table(table) if table.contains_key("other") => {
                Entry::Word(plural(table, &here)?)
            }
            toml::Value::Table(table) => Entry::Group(group(table, &here)?),
            _ => return Err(format!("`{here}` is neither a text nor a table")),
        };
        for text in entry.texts() {
            placeholders(text).map_err(|problem| format!("`{here}`: {problem}"))?;
        }
        catalog.insert(key, entry);
    }
    Ok(catalog)
}

fn plural(table: toml::Table, path: &str) -> Result<Word, String> {
    let (mut one, mut other) = (None, None);
    for (key, value) in table {
        match (key.as_str(), value) {
            ("one", toml::Value::String(text)) => one = Some(text),
            ("other", toml::Value::String(text)) => other = Some(text),
            _ => {
                return Err(format!(
                    "`{path}.{key}`: a plural has `one` and `other`, both texts"
                ));
            }
        }
    }
    let other = other.ok_or_else(|| format!("`{path}` has no `other`"))?;
    if !placeholders(&other)?.contains(&"n") {
        return Err(format!("`{path}` is a plural and does not say `{{n}}`"));
    }
    Ok(Word::Plural { one, other })
}

impl Entry {
    fn texts(&self) -> Vec<&str> {
        match self {
            Entry::Word(word) => word.texts(),
            Entry::Group(_) => Vec::new(),
        }
    }
}

impl Word {
    /// Every form of the word.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Word::Plain(text) => vec![text],
            Word::Plural { one, other } => one.iter().chain([other]).map(String::as_str).collect(),
        }
    }

    /// The placeholders of all forms, in order of first appearance.
    pub fn placeholders(&self) -> Vec<&str> {
        let mut names = Vec::new();
        // The fullest form first: `one` may say "one member" and leave the number out.
        for text in self.texts().into_iter().rev() {
            for name in placeholders(text).unwrap_or_default() {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }
}

/// The names between braces, in order, each once.
pub(crate) fn placeholders(text: &str) -> Result<Vec<&str>, String> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else {
            return Err("a `{` is not closed".to_owned());
        };
        if before.contains('}') || !is_name(name) {
            return Err(format!("`{{{name}}}` is not a placeholder"));
        }
        if !names.contains(&name) {
            names.push(name);
        }
        rest = behind;
    }
    if rest.contains('}') {
        Err("a `}` without `{`".to_owned())
    } else {
        Ok(names)
    }
}

fn is_name(name: &str) -> bool {
    const KEYWORDS: &[&str] = &[
        "as", "async", "await", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
        "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
        "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self",
        "static", "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized",
        "use", "virtual", "where", "while", "yield",
    ];
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && !KEYWORDS.contains(&name)
}
