use serde::{Deserialize, Serialize};

use super::signs::{DIGITS, LETTERS, fit, fold, value, weighted};
use super::{Problem, checked_number};

/// A Taiwan national identity number or a resident number (unified identification number), 10 signs:
///
/// - national: a letter for the place of first registration, 1 or 2, seven digits, a check digit;
/// - resident, since 2021: a letter, 8 or 9, seven digits, a check digit;
/// - resident, before 2021: a letter, one of A to D, seven digits, a check digit. These stay valid on old cards.
///
/// Each letter stands for two digits (A 10, B 11, …, but I 34 and O 35, and W to Z out of order); of a second letter only
/// the last counts. The eleven digits count 1, 9, 8, 7, 6, 5, 4, 3, 2, 1 and 1 times, and the sum is divisible by 10.
///
/// Caught: every change of a digit at places 3, 7, 9 and 10; at 4, 6 and 8 all but by 5; at 5 all but by an even number;
/// at 2 all but B for 1, C for 2 and D for 8; every swap of unlike neighbours but the last two, whose weights are equal.
/// Not caught: a first letter taken for one whose two digits count the same (such as B, N and Z).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TaiwanId {
    number: String,
}

impl TaiwanId {
    pub fn parse(text: &str) -> Result<TaiwanId, Problem> {
        TaiwanId::read(text)
    }

    fn read(text: &str) -> Result<TaiwanId, Problem> {
        let id = fold(text);
        fit(&id, &SHAPE)?;
        if !sum(&id).is_multiple_of(10) {
            return Err(Problem::CheckDigit);
        }
        Ok(TaiwanId { number: id })
    }

    /// Issued to somebody without household registration, rather than to a national with one.
    pub fn is_resident(&self) -> bool {
        !matches!(self.number.as_bytes()[1], b'1' | b'2')
    }
}

checked_number!(TaiwanId);

const SHAPE: [&str; 10] = [
    LETTERS, "1289ABCD", DIGITS, DIGITS, DIGITS, DIGITS, DIGITS, DIGITS, DIGITS, DIGITS,
];

fn sum(id: &str) -> u32 {
    let letter = two_digits(id.as_bytes()[0]);
    // A to D are 10 to 13 here as well as in `value`.
    let second = value(id.as_bytes()[1]) % 10;
    letter / 10 + letter % 10 * 9 + second * 8 + weighted(&id[2..], [7, 6, 5, 4, 3, 2, 1, 1])
}

/// From 10 in the order in which places were given letters; I, O, W, X, Y and Z came later.
fn two_digits(letter: u8) -> u32 {
    let order = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
    10 + order.find(char::from(letter)).unwrap_or(0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::testing::{changes_of_one_sign, no_text_panics, swaps_of_neighbours, with};
    use proptest::prelude::*;

    #[test]
    fn published_numbers_are_read() {
        for (typed, resident) in [
            ("A123456789", false),
            ("a１２３４５６７８９", false),
            ("A100000001", false),
            ("A800000014", true), // the sample of the National Immigration Agency
            ("A900000007", true),
            ("AA00000009", true),
            ("AB00000001", true),
            ("AC00000003", true),
            ("AD00000005", true),
        ] {
            assert_eq!(
                TaiwanId::parse(typed).map(|id| id.is_resident()),
                Ok(resident),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (typed, problem) in [
            ("", Problem::Empty),
            (
                "1123456789",
                Problem::Sign {
                    sign: '1',
                    place: 1,
                },
            ),
            (
                "A323456789",
                Problem::Sign {
                    sign: '3',
                    place: 2,
                },
            ),
            (
                "AE23456789",
                Problem::Sign {
                    sign: 'E',
                    place: 2,
                },
            ),
            (
                "A12345678O",
                Problem::Sign {
                    sign: 'O',
                    place: 10,
                },
            ),
            (
                "A12345678",
                Problem::Length {
                    least: 10,
                    most: 10,
                    found: 9,
                },
            ),
            ("A123456788", Problem::CheckDigit),
            ("A800000015", Problem::CheckDigit),
            ("AA00000008", Problem::CheckDigit),
        ] {
            assert_eq!(TaiwanId::parse(typed), Err(problem), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn changes_of_a_digit_are_caught_as_the_weights_allow(id in ids()) {
            for changed in changes_of_one_sign(&id, DIGITS) {
                let changes = id.bytes().zip(changed.bytes()).enumerate();
                let (at, (old, new)) = changes.skip(2).find(|(_, (old, new))| old != new).unwrap_or_default();
                let missed = match at + 1 {
                    1 | 2 => continue,
                    4 | 6 | 8 => old.abs_diff(new) == 5,
                    5 => old.abs_diff(new) % 2 == 0,
                    _ => false,
                };
                prop_assert_eq!(TaiwanId::parse(&changed).is_ok(), missed, "{} {}", id, changed);
            }
        }

        #[test]
        fn changes_of_the_second_sign_are_caught_but_for_three_pairs(id in ids()) {
            for new in "1289ABCD".chars().filter(|new| !id[1..].starts_with(*new)) {
                let alike = ["B1", "1B", "C2", "2C", "D8", "8D"].contains(&format!("{}{new}", &id[1..2]).as_str());
                prop_assert_eq!(TaiwanId::parse(&with(&id, 1, new)).is_ok(), alike, "{} {}", id, new);
            }
        }

        #[test]
        fn swaps_are_caught_but_for_the_last_two_signs(id in ids()) {
            for swapped in swaps_of_neighbours(&id) {
                let last_two = swapped[..8] == id[..8];
                prop_assert_eq!(TaiwanId::parse(&swapped).is_ok(), last_two, "{} {}", id, swapped);
            }
        }
    }

    #[test]
    fn no_text_panics_here() {
        no_text_panics(TaiwanId::parse);
    }

    fn ids() -> impl Strategy<Value = String> {
        "[A-Z][1289A-D][0-9]{7}".prop_map(|body| {
            let check = DIGITS
                .chars()
                .find(|check| sum(&format!("{body}{check}")).is_multiple_of(10))
                .unwrap();
            format!("{body}{check}")
        })
    }
}
