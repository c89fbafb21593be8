//! From what people type to the signs that count.

use super::Problem;
use crate::time::Date;

pub const DIGITS: &str = "0123456789";
pub const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Full-width and Arabic-Indic forms become ASCII, Latin, Greek and Cyrillic letters upper case; white space, invisible
/// signs, dashes, dots, slashes and brackets are left out.
pub fn fold(text: &str) -> String {
    text.chars().filter_map(fold_sign).collect()
}

pub fn fold_sign(sign: char) -> Option<char> {
    let sign = match sign {
        '\u{ff01}'..='\u{ff5e}' => moved(sign, 0xff01, 0x21),
        '\u{0660}'..='\u{0669}' => moved(sign, 0x0660, 0x30),
        '\u{06f0}'..='\u{06f9}' => moved(sign, 0x06f0, 0x30),
        'α'..='ρ' | 'σ'..='ω' => moved(sign, 'α' as u32, 'Α' as u32),
        'а'..='я' => moved(sign, 'а' as u32, 'А' as u32),
        _ => sign,
    };
    match sign {
        '-' | '.' | '/' | '(' | ')' | '[' | ']' | '·' | '−' | '\u{2010}'..='\u{2015}' => None,
        // Marks of writing direction and of no width come along when a number is pasted.
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => None,
        _ if sign.is_whitespace() => None,
        _ => Some(sign.to_ascii_uppercase()),
    }
}

fn moved(sign: char, from: u32, to: u32) -> char {
    char::from_u32(sign as u32 - from + to).unwrap_or(sign)
}

/// Does `signs` have one sign from each of `shape`, in this order? Afterwards it is ASCII if `shape` is.
pub fn fit(signs: &str, shape: &[&str]) -> Result<(), Problem> {
    for ((at, sign), allowed) in signs.chars().enumerate().zip(shape) {
        if !allowed.contains(sign) {
            return Err(Problem::Sign {
                sign,
                place: place(at),
            });
        }
    }
    of_length(signs, shape.len(), shape.len())
}

pub fn of_length(signs: &str, least: usize, most: usize) -> Result<(), Problem> {
    let found = signs.chars().count();
    if found == 0 {
        Err(Problem::Empty)
    } else if found < least || found > most {
        Err(wrong_length(least, most, found))
    } else {
        Ok(())
    }
}

pub fn wrong_length(least: usize, most: usize, found: usize) -> Problem {
    Problem::Length {
        least: least as u8,
        most: most as u8,
        found: found.min(usize::from(u16::MAX)) as u16,
    }
}

/// `at` counts from 0; nobody counts beyond 255.
pub fn place(at: usize) -> u8 {
    (at + 1).min(usize::from(u8::MAX)) as u8
}

/// 0 to 9, and 10 to 35 for A to Z. Everything else, such as a filler, counts 0.
pub fn value(sign: u8) -> u32 {
    match sign {
        b'0'..=b'9' => u32::from(sign - b'0'),
        b'A'..=b'Z' => u32::from(sign - b'A') + 10,
        _ => 0,
    }
}

/// The sum of the values of `signs`, each times the weight at the same place.
pub fn weighted(signs: &str, weights: impl IntoIterator<Item = u32>) -> u32 {
    signs
        .bytes()
        .zip(weights)
        .map(|(sign, weight)| value(sign) * weight)
        .sum()
}

/// Reads digits that a shape has let through.
pub fn number(digits: &str) -> u32 {
    digits.bytes().fold(0, |sum, digit| sum * 10 + value(digit))
}

/// Reads `YYYYMMDD` that a shape has let through.
pub fn date(digits: &str) -> Result<Date, Problem> {
    let (year, month_and_day) = digits.split_at(4);
    let month_and_day = number(month_and_day);
    Date::new(
        number(year) as i32,
        (month_and_day / 100) as u8,
        (month_and_day % 100) as u8,
    )
    .ok_or(Problem::Date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_typed_is_folded() {
        for (typed, folded) in [
            ("１１０１０５　1949-1231 002x", "11010519491231002X"),
            ("a123456(3)", "A1234563"),
            ("Ａ１２３４５６（３）", "A1234563"),
            (
                "\u{202d}+86 138\u{2011}0013\u{a0}8000\u{202c}",
                "+8613800138000",
            ),
            ("٠١٢۳۴", "01234"),
            ("αβ-Ж/ж", "ΑΒЖЖ"),
            ("p<utoＥＲＩＫＳＳＯＮ＜＜", "P<UTOERIKSSON<<"),
            (" \u{200b}\u{feff}—", ""),
        ] {
            assert_eq!(fold(typed), folded, "{typed:?}");
        }
    }

    #[test]
    fn the_first_sign_that_does_not_fit_is_named() {
        let shape = [LETTERS, DIGITS, DIGITS];
        for (signs, expected) in [
            ("A12", Ok(())),
            ("", Err(Problem::Empty)),
            ("A1", Err(wrong_length(3, 3, 2))),
            ("A123", Err(wrong_length(3, 3, 4))),
            ("A12字", Err(wrong_length(3, 3, 4))),
            (
                "1",
                Err(Problem::Sign {
                    sign: '1',
                    place: 1,
                }),
            ),
            (
                "AB中",
                Err(Problem::Sign {
                    sign: 'B',
                    place: 2,
                }),
            ),
            (
                "A1中",
                Err(Problem::Sign {
                    sign: '中',
                    place: 3,
                }),
            ),
        ] {
            assert_eq!(fit(signs, &shape), expected, "{signs}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text: String) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
