use serde::{Deserialize, Serialize};

use super::signs::{DIGITS, fit, fold};
use super::{Problem, checked_number};

/// The number of a Macao resident identity card (BIR), as in `1234567(8)` or, on older cards, `1/234567/8`: a first digit
/// 1, 5 or 7 that tells by which earlier document the card was obtained, six digits and a check sign.
///
/// Only the form is checked: the Identification Services Bureau has not published how the check sign is made, and no
/// mistake within the form is caught.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MacaoId {
    number: String,
}

impl MacaoId {
    pub fn parse(text: &str) -> Result<MacaoId, Problem> {
        MacaoId::read(text)
    }

    fn read(text: &str) -> Result<MacaoId, Problem> {
        let id = fold(text);
        fit(&id, &SHAPE)?;
        Ok(MacaoId { number: id })
    }
}

checked_number!(MacaoId);

/// Forms in Macao accept an A as the check sign, so it is not refused.
const SHAPE: [&str; 8] = [
    "157",
    DIGITS,
    DIGITS,
    DIGITS,
    DIGITS,
    DIGITS,
    DIGITS,
    "0123456789A",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::testing::no_text_panics;

    #[test]
    fn brackets_and_slashes_make_no_difference() {
        for typed in [
            "5215299(8)",
            "5/215299/8",
            "52152998",
            "５２１５２９９（８）",
        ] {
            assert_eq!(
                MacaoId::parse(typed).map(String::from),
                Ok("52152998".to_owned()),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (typed, problem) in [
            ("", Problem::Empty),
            (
                "2215299(8)",
                Problem::Sign {
                    sign: '2',
                    place: 1,
                },
            ),
            (
                "5215299(X)",
                Problem::Sign {
                    sign: 'X',
                    place: 8,
                },
            ),
            (
                "5215299",
                Problem::Length {
                    least: 8,
                    most: 8,
                    found: 7,
                },
            ),
        ] {
            assert_eq!(MacaoId::parse(typed), Err(problem), "{typed}");
        }
    }

    #[test]
    fn no_text_panics_here() {
        no_text_panics(MacaoId::parse);
    }
}
