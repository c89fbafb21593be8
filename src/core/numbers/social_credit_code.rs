use core::fmt;

use serde::{Deserialize, Serialize};

use super::signs::{DIGITS, fit, fold, number};
use super::{Problem, checked_number, mainland_id};

/// The Unified Social Credit Code of a mainland organization: GB 32100-2015.
///
/// 18 signs: the registering department (1), the kind of organization (1), the division where it is registered (6,
/// GB/T 2260), the organization (9, GB 11714) and a check sign (1, weights are the powers of 3 modulo 31). I, O, Z, S and
/// V are never used, because they look like 1, 0, 2, 5 and U.
///
/// The check sign catches every change of one sign and every swap of two unlike neighbours.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SocialCreditCode {
    number: String,
}

impl SocialCreditCode {
    pub fn parse(text: &str) -> Result<SocialCreditCode, Problem> {
        SocialCreditCode::read(text)
    }

    fn read(text: &str) -> Result<SocialCreditCode, Problem> {
        let code = fold(text);
        fit(&code, &SHAPE)?;
        let province = number(&code[2..4]);
        if province != CENTRAL && !mainland_id::is_province(province) {
            return Err(Problem::Region);
        }
        if !sum(&code).is_multiple_of(31) {
            return Err(Problem::CheckDigit);
        }
        Ok(SocialCreditCode { number: code })
    }
}

checked_number!(SocialCreditCode);

/// The code is public; nothing is hidden.
impl fmt::Display for SocialCreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.number)
    }
}

/// The signs in the order of their values.
const SIGNS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Public offices 1, foreign affairs 2, justice 3, culture 4, civil affairs 5, tourism 6, religion 7, trade unions 8,
/// market regulation 9, armed forces A, agriculture N, others Y.
const DEPARTMENTS: &str = "123456789ANY";
const KINDS: &str = "123456789";

const SHAPE: [&str; 18] = [
    DEPARTMENTS,
    KINDS,
    DIGITS,
    DIGITS,
    DIGITS,
    DIGITS,
    DIGITS,
    DIGITS,
    SIGNS,
    SIGNS,
    SIGNS,
    SIGNS,
    SIGNS,
    SIGNS,
    SIGNS,
    SIGNS,
    SIGNS,
    SIGNS,
];

/// Registered with the authority of the whole state.
const CENTRAL: u32 = 10;

/// Signs by value, the first times 1, the second times 3, then 9 and so on; the check sign is added as it is.
fn sum(code: &str) -> u32 {
    let value = |sign| SIGNS.find(sign).unwrap_or(0) as u32;
    let (body, check) = code.split_at(17);
    let weights = core::iter::successors(Some(1), |weight| Some(weight * 3 % 31));
    let body: u32 = body
        .chars()
        .zip(weights)
        .map(|(sign, weight)| value(sign) * weight)
        .sum();
    body + check.chars().map(value).sum::<u32>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::testing::{changes_of_one_sign, no_text_panics, swaps_of_neighbours};
    use proptest::prelude::*;

    #[test]
    fn published_codes_are_read() {
        for code in [
            "91350100M000100Y43", // the sample of the national administration
            "91110000600037341L",
            "9144030071526726XG",
            "914403001922038216",
            "91110000802100433B",
            "91330100799655058B",
        ] {
            assert_eq!(
                SocialCreditCode::parse(code).map(|code| code.to_string()),
                Ok(code.to_owned())
            );
        }
    }

    #[test]
    fn lower_case_full_width_and_spaces_are_the_same_code() {
        let expected = SocialCreditCode::parse("91350100M000100Y43");
        for typed in [
            "91350100m000100y43",
            "９１３５０１００Ｍ０００１００Ｙ４３",
            " 9135 0100 M000 100Y 43",
        ] {
            assert_eq!(SocialCreditCode::parse(typed), expected);
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (typed, problem) in [
            ("", Problem::Empty),
            (
                "91350100M000100Y4",
                Problem::Length {
                    least: 18,
                    most: 18,
                    found: 17,
                },
            ),
            (
                "91350100M000100Y433",
                Problem::Length {
                    least: 18,
                    most: 18,
                    found: 19,
                },
            ),
            (
                "B1350100M000100Y43",
                Problem::Sign {
                    sign: 'B',
                    place: 1,
                },
            ),
            (
                "90350100M000100Y43",
                Problem::Sign {
                    sign: '0',
                    place: 2,
                },
            ),
            (
                "9135O100M000100Y43",
                Problem::Sign {
                    sign: 'O',
                    place: 5,
                },
            ),
            (
                "91350100S000100Y43",
                Problem::Sign {
                    sign: 'S',
                    place: 9,
                },
            ),
            (
                "91350100M000100Y4证",
                Problem::Sign {
                    sign: '证',
                    place: 18,
                },
            ),
            ("91160100M000100Y43", Problem::Region),
            ("91350100M000100Y44", Problem::CheckDigit),
        ] {
            assert_eq!(SocialCreditCode::parse(typed), Err(problem), "{typed}");
        }
        for never_used in "IOZSV".chars() {
            let code = format!("91350100{never_used}000100Y43");
            assert_eq!(
                SocialCreditCode::parse(&code),
                Err(Problem::Sign {
                    sign: never_used,
                    place: 9
                })
            );
        }
    }

    #[test]
    fn a_stored_code_is_checked_again() {
        let stored = |text: &str| {
            postcard::from_bytes::<SocialCreditCode>(&postcard::to_allocvec(text).unwrap()).ok()
        };
        assert_eq!(
            stored("91350100M000100Y43"),
            SocialCreditCode::parse("91350100M000100Y43").ok()
        );
        assert_eq!(stored("91350100M000100Y44"), None);
    }

    proptest! {
        #[test]
        fn every_change_of_one_sign_is_caught(code in codes()) {
            for changed in changes_of_one_sign(&code, SIGNS) {
                prop_assert!(SocialCreditCode::parse(&changed).is_err(), "{} {}", code, changed);
            }
        }

        #[test]
        fn every_swap_of_unlike_neighbours_is_caught(code in codes()) {
            for swapped in swaps_of_neighbours(&code) {
                prop_assert!(SocialCreditCode::parse(&swapped).is_err(), "{} {}", code, swapped);
            }
        }
    }

    #[test]
    fn no_text_panics_here() {
        no_text_panics(SocialCreditCode::parse);
    }

    /// Valid codes, all of them reachable.
    fn codes() -> impl Strategy<Value = String> {
        (
            "[1-9ANY][1-9]",
            0..PROVINCES_AND_CENTRAL.len(),
            "[0-9]{4}[0-9A-HJ-NP-RTUW-Y]{9}",
        )
            .prop_map(|(start, province, rest)| {
                let body = format!("{start}{}{rest}", PROVINCES_AND_CENTRAL[province]);
                let check = SIGNS
                    .chars()
                    .find(|check| sum(&format!("{body}{check}")).is_multiple_of(31))
                    .unwrap();
                format!("{body}{check}")
            })
    }

    const PROVINCES_AND_CENTRAL: [&str; 5] = ["10", "11", "35", "54", "82"];
}
