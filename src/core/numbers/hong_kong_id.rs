use serde::{Deserialize, Serialize};

use super::signs::{DIGITS, LETTERS, fit, fold, weighted};
use super::{Problem, checked_number};

/// The number of a Hong Kong identity card, as in `A123456(3)`: one or two letters, six digits and a check sign (A is
/// 10), which the Immigration Department writes in brackets. The brackets may be typed; the normal form has none.
///
/// The signs count 9, 8, … 1 times their value (A is 10 … Z is 35; a missing second letter counts as a space, 36) and
/// the sum is divisible by 11.
///
/// Caught: every change of one digit, every swap of unlike neighbours. Not caught: a letter taken for the one 11 or 22
/// places on (A, L and W), and the swap of two such letters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HongKongId {
    number: String,
}

impl HongKongId {
    pub fn parse(text: &str) -> Result<HongKongId, Problem> {
        HongKongId::read(text)
    }

    fn read(text: &str) -> Result<HongKongId, Problem> {
        let id = fold(text);
        let two_letters = id.chars().nth(1).is_some_and(|sign| LETTERS.contains(sign));
        let shape = if two_letters { &SHAPE[..] } else { &SHAPE[1..] };
        fit(&id, shape)?;
        if !sum(&id).is_multiple_of(11) {
            return Err(Problem::CheckDigit);
        }
        Ok(HongKongId { number: id })
    }
}

checked_number!(HongKongId);

const SHAPE: [&str; 9] = [
    LETTERS,
    LETTERS,
    DIGITS,
    DIGITS,
    DIGITS,
    DIGITS,
    DIGITS,
    DIGITS,
    "0123456789A",
];

const SPACE: u32 = 36;

fn sum(id: &str) -> u32 {
    let missing = if id.len() < SHAPE.len() { SPACE * 9 } else { 0 };
    missing + weighted(id, (1..=id.len() as u32).rev())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::testing::{
        changes_of_one_sign, no_text_panics, swapped, swaps_of_neighbours,
    };
    use proptest::prelude::*;

    #[test]
    fn published_numbers_are_read_with_and_without_brackets() {
        for (typed, normal) in [
            ("A123456(3)", "A1234563"),
            ("AB987654(3)", "AB9876543"),
            ("D288754(2)", "D2887542"),
            ("G123456(A)", "G123456A"),
            ("E364912(5)", "E3649125"),
            ("ab123456（9）", "AB1234569"),
            ("c１２３４５６ 9", "C1234569"),
        ] {
            assert_eq!(
                HongKongId::parse(typed).map(String::from),
                Ok(normal.to_owned()),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (typed, problem) in [
            ("()", Problem::Empty),
            (
                "A12345(3)",
                Problem::Length {
                    least: 8,
                    most: 8,
                    found: 7,
                },
            ),
            (
                "1123456(3)",
                Problem::Sign {
                    sign: '1',
                    place: 1,
                },
            ),
            (
                "ABC12345(3)",
                Problem::Sign {
                    sign: 'C',
                    place: 3,
                },
            ),
            (
                "A123456(B)",
                Problem::Sign {
                    sign: 'B',
                    place: 8,
                },
            ),
            (
                "A123456",
                Problem::Length {
                    least: 8,
                    most: 8,
                    found: 7,
                },
            ),
            (
                "AB123456",
                Problem::Length {
                    least: 9,
                    most: 9,
                    found: 8,
                },
            ),
            ("A123456(4)", Problem::CheckDigit),
            ("A123456(A)", Problem::CheckDigit),
        ] {
            assert_eq!(HongKongId::parse(typed), Err(problem), "{typed}");
        }
    }

    #[test]
    fn a_letter_eleven_places_on_is_not_caught() {
        for number in ["A1234563", "L1234563", "W1234563"] {
            assert!(HongKongId::parse(number).is_ok(), "{number}");
        }
    }

    proptest! {
        #[test]
        fn changes_of_one_sign_are_caught_but_for_letters_alike_modulo_eleven(id in ids()) {
            for changed in changes_of_one_sign(&id, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
                let (at, (old, new)) = id.bytes().zip(changed.bytes()).enumerate().find(|(_, (old, new))| old != new).unwrap();
                let alike = at < id.len() - 7 && new.is_ascii_uppercase() && old.abs_diff(new) % 11 == 0;
                prop_assert_eq!(HongKongId::parse(&changed).is_ok(), alike, "{} {}", id, changed);
            }
        }

        #[test]
        fn swaps_are_caught_but_for_letters_alike_modulo_eleven(id in ids()) {
            let letters = id.as_bytes();
            let alike = id.len() == 9 && letters[0].abs_diff(letters[1]) % 11 == 0;
            for swapped_id in swaps_of_neighbours(&id) {
                let caught = !alike || swapped_id != swapped(&id, 1);
                prop_assert_eq!(HongKongId::parse(&swapped_id).is_err(), caught, "{} {}", id, swapped_id);
            }
        }
    }

    #[test]
    fn no_text_panics_here() {
        no_text_panics(HongKongId::parse);
    }

    fn ids() -> impl Strategy<Value = String> {
        "[A-Z]{1,2}[0-9]{6}".prop_map(|body| {
            let check = "0123456789A"
                .chars()
                .find(|check| sum(&format!("{body}{check}")).is_multiple_of(11))
                .unwrap();
            format!("{body}{check}")
        })
    }
}
