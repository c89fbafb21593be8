//! Languages are equals: the same keys, the same placeholders.

use std::collections::BTreeSet;

use crate::{
    LANGUAGES,
    catalog::{Catalog, Entry, Word},
};

/// What differs between the first language and another, a sentence each.
pub fn compare(first: &Catalog, other: &Catalog, other_name: &str) -> Vec<String> {
    let mut problems = Vec::new();
    compare_groups(first, other, other_name, "", &mut problems);
    problems
}

fn compare_groups(
    first: &Catalog,
    other: &Catalog,
    name: &str,
    path: &str,
    problems: &mut Vec<String>,
) {
    let keys: BTreeSet<&String> = first.keys().chain(other.keys()).collect();
    for key in keys {
        let here = if path.is_empty() {
            key.clone()
        } else {
            format!("{path}.{key}")
        };
        match (first.get(key), other.get(key)) {
            (Some(Entry::Group(a)), Some(Entry::Group(b))) => {
                compare_groups(a, b, name, &here, problems)
            }
            (Some(Entry::Word(a)), Some(Entry::Word(b))) => {
                problems.extend(compare_words(a, b, name, &here))
            }
            (Some(_), Some(_)) => problems.push(format!(
                "`{here}` is a table in one of {} and {name}",
                LANGUAGES[0]
            )),
            (Some(_), None) => problems.push(format!(
                "`{here}` stands in {} and not in {name}",
                LANGUAGES[0]
            )),
            (None, _) => problems.push(format!(
                "`{here}` stands in {name} and not in {}",
                LANGUAGES[0]
            )),
        }
    }
}

fn compare_words(a: &Word, b: &Word, name: &str, path: &str) -> Option<String> {
    if matches!(a, Word::Plural { .. }) != matches!(b, Word::Plural { .. }) {
        return Some(format!(
            "`{path}` is a plural in one of {} and {name}",
            LANGUAGES[0]
        ));
    }
    let [ours, theirs] =
        [a, b].map(|word| word.placeholders().into_iter().collect::<BTreeSet<_>>());
    (ours != theirs).then(|| {
        format!(
            "`{path}` has {ours:?} in {} and {theirs:?} in {name}",
            LANGUAGES[0]
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::catalog::parse;

    fn check(en: &str, zh: &str) -> String {
        match (parse(en), parse(zh)) {
            (Ok(en), Ok(zh)) => super::compare(&en, &zh, "zh-CN").join("; "),
            (Err(problem), _) | (_, Err(problem)) => problem,
        }
    }

    #[test]
    fn languages_that_say_the_same_pass() {
        assert_eq!(check("a = 'Add {name}'", "a = '添加{name}'"), "");
        assert_eq!(
            check(
                "[a]\none = '{n} seat'\nother = '{n} seats'",
                "[a]\nother = '{n}个席位'"
            ),
            ""
        );
        assert_eq!(
            check(
                "[a]\none = 'one seat'\nother = '{n} seats'",
                "[a]\nother = '{n}个席位'"
            ),
            ""
        );
        assert_eq!(check("a = '{x} of {y}'", "a = '{y}中的{x}'"), "");
    }

    #[test]
    fn a_difference_names_the_word_and_both_languages() {
        assert_eq!(
            check("a = 'A'\nb = 'B'", "a = '甲'"),
            "`b` stands in en and not in zh-CN"
        );
        assert_eq!(
            check("a = 'A'", "a = '甲'\n[c]\nd = '丁'"),
            "`c` stands in zh-CN and not in en"
        );
        assert_eq!(
            check("a = '{name}'", "a = '{mane}'"),
            "`a` has {\"name\"} in en and {\"mane\"} in zh-CN"
        );
        assert_eq!(
            check("[a]\none = '{n}'\nother = '{n}'", "a = '{n}'"),
            "`a` is a plural in one of en and zh-CN"
        );
    }

    #[test]
    fn what_cannot_become_a_function_is_named() {
        assert!(check("type = 'T'", "").contains("`type` cannot be the name of a function"));
        assert!(check("a-b = 'T'", "").contains("`a-b` cannot be the name of a function"));
        assert!(check("a = 'open {name'", "").contains("a `{` is not closed"));
        assert!(check("a = 'name}'", "").contains("a `}` without `{`"));
        assert!(check("a = '{Na me}'", "").contains("`{Na me}` is not a placeholder"));
        assert!(check("a = 3", "").contains("`a` is neither a text nor a table"));
        assert!(check("[a]\nother = 'many'", "").contains("does not say `{n}`"));
        assert!(
            check("[a]\nother = '{n}'\nfew = '{n}'", "").contains("a plural has `one` and `other`")
        );
    }
}
