//! People get initials on a tint that stays theirs; organizations a square mark.

use leptos::prelude::*;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Size {
    Small,
    #[default]
    Medium,
    Large,
}

impl Size {
    fn class(self) -> &'static str {
        match self {
            Size::Small => "small",
            Size::Medium => "",
            Size::Large => "large",
        }
    }
}

/// A person. The name stands beside it, so it is silent.
#[component]
pub fn Avatar(#[prop(into)] name: Signal<String>, #[prop(optional)] size: Size) -> impl IntoView {
    mark("avatar", size, name, initials)
}

/// An organization.
#[component]
pub fn OrgMark(#[prop(into)] name: Signal<String>, #[prop(optional)] size: Size) -> impl IntoView {
    mark("org-mark", size, name, first_sign)
}

fn mark(
    shape: &'static str,
    size: Size,
    name: Signal<String>,
    letters: fn(&str) -> String,
) -> AnyView {
    let class = move || name.with(|name| format!("{shape} {} tint-{}", size.class(), tint(name)));
    view! {
        <span class=class aria-hidden="true">
            {move || name.with(|name| letters(name))}
        </span>
    }
    .into_any()
}

/// `Anna Maria Berg` → `AB`; `欧阳娜娜` → `娜娜`, as Chinese apps do it: the family name is shared by too many.
fn initials(name: &str) -> String {
    let signs: Vec<char> = name.trim().chars().collect();
    if signs.iter().any(|sign| is_ideograph(*sign)) {
        let ideographs: Vec<char> = signs
            .into_iter()
            .filter(|sign| is_ideograph(*sign))
            .collect();
        return ideographs[ideographs.len().saturating_sub(2)..]
            .iter()
            .collect();
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let first_and_last = match words[..] {
        [first, .., last] => vec![first, last],
        ref words => words.to_vec(),
    };
    first_and_last.into_iter().filter_map(letter).collect()
}

fn first_sign(name: &str) -> String {
    letter(name.trim()).unwrap_or_default()
}

/// The first letter or digit; the style makes it a capital, because the table of capitals weighs 12 kB. An emoji or a bracket makes a poor initial.
fn letter(word: &str) -> Option<String> {
    let first = word
        .chars()
        .find(|sign| sign.is_alphanumeric())
        .or(word.chars().next())?;
    Some(first.to_string())
}

fn is_ideograph(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// One of eight. Any spread will do, as long as a name keeps its tint everywhere (FNV-1a, then the golden ratio).
fn tint(name: &str) -> u32 {
    let mixed = name.bytes().fold(0x811c_9dc5_u32, |mixed, byte| {
        (mixed ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    mixed.wrapping_mul(0x9e37_79b9) >> 29
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::{first_sign, initials};

    #[wasm_bindgen_test]
    fn people_are_known_by_two_signs() {
        let cases = [
            ("Anna Maria Berg", "AB"),
            ("anna", "a"),
            ("欧阳娜娜", "娜娜"),
            ("王伟", "王伟"),
            ("李", "李"),
            ("张三 (Sam)", "张三"),
            ("Émile Zola", "ÉZ"),
            ("  ", ""),
            ("", ""),
            ("😀 Smith", "😀S"),
        ];
        for (name, expected) in cases {
            assert_eq!(initials(name), expected, "{name}");
        }
    }

    #[wasm_bindgen_test]
    fn organizations_are_known_by_one() {
        let cases = [
            ("北辰科技", "北"),
            ("northwind Ltd", "n"),
            ("(A) GmbH", "A"),
            ("", ""),
        ];
        for (name, expected) in cases {
            assert_eq!(first_sign(name), expected, "{name}");
        }
    }
}
