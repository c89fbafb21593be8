//! What people type, after the check. Lengths are in `char`s after trimming; control signs and direction overrides are
//! refused, because they let one text pose as another. Screens show these inside `<bdi>`.

use std::{
    fmt,
    ops::{Deref, RangeInclusive},
};

use serde::{Deserialize, Serialize};

use crate::refusal::{Field, Problem, Refusal};

/// One line: a name, a title, a remark.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Line(String);

/// Text that may have several lines: a reason, a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prose(String);

impl Line {
    pub fn check(field: Field, text: &str, length: RangeInclusive<usize>) -> Result<Self, Refusal> {
        checked(field, text, length, |sign| sign.is_control()).map(Self)
    }

    /// An empty field is nothing.
    pub fn optional(
        field: Field,
        text: &str,
        length: RangeInclusive<usize>,
    ) -> Result<Option<Self>, Refusal> {
        if text.chars().all(is_blank) {
            Ok(None)
        } else {
            Self::check(field, text, length).map(Some)
        }
    }

    /// What a file or a machine named: hidden signs fall away, and what is too long is cut. `or` stands for nothing.
    pub fn cleaned(text: &str, most: usize, or: &str) -> Self {
        let seen = |sign: &char| !sign.is_control() && !poses(*sign);
        let text: String = text.trim().chars().filter(seen).take(most).collect();
        let text = text.trim();
        Self(if text.is_empty() { or } else { text }.to_owned())
    }

    /// For comparing what people would call the same: case and width do not count, nor does the space between words.
    pub fn folded(&self) -> String {
        folded(&self.0)
    }
}

impl Prose {
    pub fn check(field: Field, text: &str, length: RangeInclusive<usize>) -> Result<Self, Refusal> {
        checked(field, &text.replace("\r\n", "\n"), length, |sign| {
            sign.is_control() && sign != '\n' && sign != '\t'
        })
        .map(Self)
    }

    pub fn optional(
        field: Field,
        text: &str,
        length: RangeInclusive<usize>,
    ) -> Result<Option<Self>, Refusal> {
        if text.chars().all(is_blank) {
            Ok(None)
        } else {
            Self::check(field, text, length).map(Some)
        }
    }
}

/// Several lines as one, for what is typed where lines can be broken and kept as a [`Line`]. The breaks are those of
/// Unicode UAX #14.
pub fn on_one_line(text: &str) -> String {
    let breaks = [
        '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
    ];
    let lines = text.split(breaks).map(str::trim);
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}

/// Lower case, half-width, single spaces.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        let sign = match sign {
            '\u{3000}' => ' ',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(sign as u32 - 0xfee0).unwrap_or(sign),
            _ => sign,
        };
        if sign.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if sign.is_ascii() {
            out.push(sign.to_ascii_lowercase());
        } else {
            out.extend(sign.to_lowercase());
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn checked(
    field: Field,
    text: &str,
    length: RangeInclusive<usize>,
    refused: impl Fn(char) -> bool,
) -> Result<String, Refusal> {
    let text = text.trim();
    let signs = text.chars().count();
    let problem = if text.chars().all(is_blank) {
        Problem::Missing
    } else if text.chars().any(|sign| refused(sign) || poses(sign)) {
        Problem::HiddenSign
    } else if signs < *length.start() {
        Problem::TooShort {
            least: *length.start() as u32,
        }
    } else if signs > *length.end() {
        Problem::TooLong {
            most: *length.end() as u32,
            is: signs as u32,
        }
    } else {
        return Ok(text.to_owned());
    };
    Err(Refusal::Input(field, problem))
}

/// Direction overrides and isolates (Unicode UAX #9), and invisible signs that carry no text. The joiners stay: emoji
/// and several scripts need them.
fn poses(sign: char) -> bool {
    matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}' | '\u{2028}' | '\u{2029}')
}

/// What shows nothing by itself: blanks, and signs that displays leave out (Unicode UAX #44,
/// Default_Ignorable_Code_Point) but that are no reason to refuse a text. A name of nothing else could not be seen.
fn is_blank(sign: char) -> bool {
    const LEFT_OUT: [RangeInclusive<char>; 16] = [
        '\u{ad}'..='\u{ad}',
        '\u{34f}'..='\u{34f}',
        '\u{61c}'..='\u{61c}',
        '\u{115f}'..='\u{1160}',
        '\u{17b4}'..='\u{17b5}',
        '\u{180b}'..='\u{180f}',
        '\u{200c}'..='\u{200f}',
        '\u{2060}'..='\u{2065}',
        '\u{206a}'..='\u{206f}',
        '\u{3164}'..='\u{3164}',
        '\u{fe00}'..='\u{fe0f}',
        '\u{ffa0}'..='\u{ffa0}',
        '\u{fff0}'..='\u{fff8}',
        '\u{1bca0}'..='\u{1bca3}',
        '\u{1d173}'..='\u{1d17a}',
        '\u{e0000}'..='\u{e0fff}',
    ];
    sign.is_whitespace() || LEFT_OUT.iter().any(|signs| signs.contains(&sign))
}

macro_rules! text {
    ($($name:ident)*) => {$(
        impl Deref for $name {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

text! { Line Prose }

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Result<String, Problem> {
        match Line::check(Field::Name, text, 2..=5) {
            Ok(line) => Ok(line.to_string()),
            Err(Refusal::Input(Field::Name, problem)) => Err(problem),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_line_is_trimmed_measured_and_free_of_what_poses() {
        assert_eq!(check("  李小龙 "), Ok("李小龙".into()));
        assert_eq!(check("👩‍💻x"), Ok("👩‍💻x".into()));
        assert_eq!(check(" \t"), Err(Problem::Missing));
        assert_eq!(check("a"), Err(Problem::TooShort { least: 2 }));
        assert_eq!(check("abcdef"), Err(Problem::TooLong { most: 5, is: 6 }));
        assert_eq!(check("a\u{202e}b"), Err(Problem::HiddenSign));
        assert_eq!(check("a\nb"), Err(Problem::HiddenSign));
        assert_eq!(check("<b>"), Ok("<b>".into()));
    }

    #[test]
    fn names_that_read_the_same_fold_to_the_same() {
        assert_eq!(folded("  ＡＣＭＥ　 Ltd\t"), "acme ltd");
        assert_eq!(folded("Acme  LTD"), "acme ltd");
    }
}
