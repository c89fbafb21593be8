//! From two catalogs to Rust.

use std::{fmt::Write, path::Path};

use crate::{
    LANGUAGES, PAGE,
    catalog::{Catalog, Entry, Word, placeholders, read},
    check::compare,
};

/// The functions for every word under `folder`, or what is wrong with the words.
pub fn generate(folder: &Path) -> Result<String, Vec<String>> {
    let [mut first, mut other] = [0, 1].map(|language| read(&folder.join(LANGUAGES[language])));
    let problems = match (&first, &other) {
        (Ok(first), Ok(other)) => compare(first, other, LANGUAGES[1]),
        _ => [&mut first, &mut other]
            .into_iter()
            .flat_map(|side| side.as_mut().err().cloned())
            .flatten()
            .collect(),
    };
    match (first, other) {
        (Ok(mut first), Ok(other)) if problems.is_empty() => {
            first.remove(PAGE);
            Ok(functions(&first, &other))
        }
        _ => Err(problems),
    }
}

fn functions(first: &Catalog, other: &Catalog) -> String {
    let mut code = String::new();
    write_group(&mut code, first, other);
    code
}

fn write_group(code: &mut String, first: &Catalog, other: &Catalog) {
    for (key, entry) in first {
        match (entry, &other[key]) {
            (Entry::Group(first), Entry::Group(other)) => {
                _ = writeln!(code, "pub mod {key} {{");
                if first.values().any(|entry| matches!(entry, Entry::Word(_))) {
                    code.push_str("use liaison_ui::Text;\n");
                }
                write_group(code, first, other);
                code.push_str("}\n");
            }
            (Entry::Word(first), Entry::Word(other)) => write_word(code, key, first, other),
            _ => unreachable!("compared before"),
        }
    }
}

fn write_word(code: &mut String, key: &str, first: &Word, other: &Word) {
    for (language, word) in LANGUAGES.iter().zip([first, other]) {
        _ = writeln!(
            code,
            "/// {language}: {}  ",
            word.texts().join(" · ").replace('\n', " ")
        );
    }
    let names = first.placeholders();
    let slot = |text: &str| numbered(text, &names);
    _ = match (first, other) {
        (
            Word::Plural { one, other },
            Word::Plural {
                one: one_there,
                other: other_there,
            },
        ) => {
            let forms = [(one, other), (one_there, other_there)].map(|(one, other)| {
                format!("[{}, {}]", slot(one.as_ref().unwrap_or(other)), slot(other))
            });
            let others = names.iter().filter(|name| **name != "n");
            let parameters: String = others
                .map(|name| format!(", {name}: impl Into<Text>"))
                .collect();
            let arguments = names.iter().map(|name| {
                if *name == "n" {
                    "n.into()".into()
                } else {
                    into(name)
                }
            });
            let arguments = arguments.collect::<Vec<_>>().join(", ");
            writeln!(
                code,
                "pub fn {key}(n: u64{parameters}) -> Text {{ Text::plural(&[{}], n, [{arguments}]) }}",
                forms.join(", ")
            )
        }
        (Word::Plain(a), Word::Plain(b)) if names.is_empty() => {
            writeln!(
                code,
                "pub fn {key}() -> Text {{ Text::word(&[{a:?}, {b:?}]) }}"
            )
        }
        (Word::Plain(a), Word::Plain(b)) => {
            let parameters = names
                .iter()
                .map(|name| format!("{name}: impl Into<Text>"))
                .collect::<Vec<_>>();
            let arguments = names.iter().map(|name| into(name)).collect::<Vec<_>>();
            writeln!(
                code,
                "pub fn {key}({}) -> Text {{ Text::phrase(&[{}, {}], [{}]) }}",
                parameters.join(", "),
                slot(a),
                slot(b),
                arguments.join(", ")
            )
        }
        _ => unreachable!("compared before"),
    };
}

fn into(name: &str) -> String {
    format!("{name}.into()")
}

/// `{name}` becomes `{0}`: the place of its argument. Quoted as Rust.
fn numbered(text: &str, names: &[&str]) -> String {
    let mut text = text.to_owned();
    for name in placeholders(&text.clone()).unwrap_or_default() {
        let place = names
            .iter()
            .position(|known| *known == name)
            .unwrap_or_default();
        text = text.replace(&format!("{{{name}}}"), &format!("{{{place}}}"));
    }
    format!("{text:?}")
}

#[cfg(test)]
mod tests {
    use super::functions;
    use crate::catalog::parse;

    fn check(en: &str, zh: &str, function: &str) {
        let code = functions(&parse(en).unwrap(), &parse(zh).unwrap());
        assert!(code.contains(function), "{function}\nis not in\n{code}");
    }

    #[test]
    fn a_word_is_a_function() {
        check(
            "add = 'Add'",
            "add = '添加'",
            r#"pub fn add() -> Text { Text::word(&["Add", "添加"]) }"#,
        );
    }

    #[test]
    fn arguments_follow_the_first_language() {
        check(
            "a = '{who} of {company}'",
            "a = '{company}的{who}'",
            r#"pub fn a(who: impl Into<Text>, company: impl Into<Text>) -> Text { Text::phrase(&["{0} of {1}", "{1}的{0}"], [who.into(), company.into()]) }"#,
        );
    }

    #[test]
    fn a_plural_takes_its_number_first() {
        check(
            "[a]\none = '{who} has one seat'\nother = '{who} has {n} seats'",
            "[a]\nother = '{who}有{n}个席位'",
            r#"pub fn a(n: u64, who: impl Into<Text>) -> Text { Text::plural(&[["{0} has one seat", "{0} has {1} seats"], ["{0}有{1}个席位", "{0}有{1}个席位"]], n, [who.into(), n.into()]) }"#,
        );
    }

    #[test]
    fn a_table_is_a_module() {
        check("[a.b]\nc = 'C'", "[a.b]\nc = '丙'", "pub mod b {");
    }

    #[test]
    fn the_words_of_this_folder_agree() {
        super::generate(std::path::Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    }
}
