//! GB 11643-1999, the citizen identity number, and the residence permits for people from Hong Kong, Macao and Taiwan,
//! which have a number of the same shape (State Council, 2018).
//!
//! 18 signs: a division (6, GB/T 2260), the birth date (8), a sequence number (3) and a check sign (1, ISO 7064
//! MOD 11-2, X is 10). It catches every change of one sign and every swap of two unlike neighbours.

use serde::{Deserialize, Serialize};

use super::signs::{DIGITS, date, fit, fold, number, value};
use super::{DocumentKind, Problem, Region, checked_number};
use crate::time::Date;

/// The number of a mainland identity card.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MainlandId {
    number: String,
    birth: Date,
}

impl MainlandId {
    pub fn parse(text: &str, today: Date) -> Result<MainlandId, Problem> {
        MainlandId::born_by(Some(today), text)
    }

    fn read(text: &str) -> Result<MainlandId, Problem> {
        MainlandId::born_by(None, text)
    }

    fn born_by(today: Option<Date>, text: &str) -> Result<MainlandId, Problem> {
        let number = shaped(text)?;
        if issued_to(&number).is_some() {
            return Err(Problem::OtherDocument(DocumentKind::ResidencePermit));
        }
        if !is_province(province(&number)) {
            return Err(Problem::Region);
        }
        let birth = checked_birth(&number, today)?;
        Ok(MainlandId { number, birth })
    }

    pub fn birth(&self) -> Date {
        self.birth
    }

    /// The first two digits of the division where the number was first given, such as 11 for Beijing.
    pub fn province(&self) -> u32 {
        province(&self.number)
    }
}

checked_number!(MainlandId);

/// The number of a mainland residence permit for somebody from Hong Kong (81), Macao (82) or Taiwan (83).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ResidencePermit {
    number: String,
    birth: Date,
    home: Region,
}

impl ResidencePermit {
    pub fn parse(text: &str, today: Date) -> Result<ResidencePermit, Problem> {
        ResidencePermit::born_by(Some(today), text)
    }

    fn read(text: &str) -> Result<ResidencePermit, Problem> {
        ResidencePermit::born_by(None, text)
    }

    fn born_by(today: Option<Date>, text: &str) -> Result<ResidencePermit, Problem> {
        let number = shaped(text)?;
        let home = issued_to(&number).ok_or(Problem::Region)?;
        let birth = checked_birth(&number, today)?;
        Ok(ResidencePermit {
            number,
            birth,
            home,
        })
    }

    pub fn birth(&self) -> Date {
        self.birth
    }

    /// Where the holder comes from, not where the permit was issued.
    pub fn home(&self) -> Region {
        self.home
    }
}

checked_number!(ResidencePermit);

/// The province-level codes of GB/T 2260; no more of a division is checked, because old ones stay in numbers for life.
pub fn is_province(code: u32) -> bool {
    matches!(code, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81 | 82)
}

const SHAPE: [&str; 18] = {
    let mut shape = [DIGITS; 18];
    shape[17] = "0123456789X";
    shape
};

fn shaped(text: &str) -> Result<String, Problem> {
    let number = fold(text);
    fit(&number, &SHAPE)?;
    Ok(number)
}

fn province(id: &str) -> u32 {
    number(&id[..2])
}

fn issued_to(id: &str) -> Option<Region> {
    match &id[..6] {
        "810000" => Some(Region::HK),
        "820000" => Some(Region::MO),
        "830000" => Some(Region::TW),
        _ => None,
    }
}

fn checked_birth(id: &str, today: Option<Date>) -> Result<Date, Problem> {
    let birth = date(&id[6..14])?;
    if today.is_some_and(|today| birth > today) {
        Err(Problem::DateInFuture)
    } else if sum(id) % 11 != 1 {
        Err(Problem::CheckDigit)
    } else {
        Ok(birth)
    }
}

/// ISO 7064, 7.1: each partial sum is doubled modulo 11 before the next sign is added.
fn sum(id: &str) -> u32 {
    id.bytes().fold(0, |sum, sign| {
        sum * 2 % 11 + if sign == b'X' { 10 } else { value(sign) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::testing::{changes_of_one_sign, no_text_panics, swaps_of_neighbours};
    use proptest::prelude::*;

    #[test]
    fn the_numbers_of_the_standard_are_read() {
        for (text, birth, province) in [
            ("11010519491231002X", "1949-12-31", 11),
            ("440524188001010014", "1880-01-01", 44),
        ] {
            let id = MainlandId::parse(text, today()).unwrap();
            assert_eq!(
                (id.as_str(), id.birth().to_string().as_str(), id.province()),
                (text, birth, province)
            );
        }
    }

    #[test]
    fn lower_case_and_full_width_are_the_same_number() {
        let expected = MainlandId::parse("11010519491231002X", today());
        for typed in [
            "11010519491231002x",
            "１１０１０５１９４９１２３１００２Ｘ",
            "110105 19491231 002ｘ",
        ] {
            assert_eq!(MainlandId::parse(typed, today()), expected, "{typed}");
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (typed, problem) in [
            (" ", Problem::Empty),
            (
                "110105491231002",
                Problem::Length {
                    least: 18,
                    most: 18,
                    found: 15,
                },
            ),
            (
                "1101051949123100XX",
                Problem::Sign {
                    sign: 'X',
                    place: 17,
                },
            ),
            (
                "11010519491231002Y",
                Problem::Sign {
                    sign: 'Y',
                    place: 18,
                },
            ),
            ("16010519491231002X", Problem::Region),
            ("11010519490231002X", Problem::Date),
            ("11010519491331002X", Problem::Date),
            ("110105202406020019", Problem::DateInFuture),
            ("110105194912310020", Problem::CheckDigit),
            (
                "810000199408230021",
                Problem::OtherDocument(DocumentKind::ResidencePermit),
            ),
        ] {
            assert_eq!(MainlandId::parse(typed, today()), Err(problem), "{typed}");
        }
    }

    #[test]
    fn a_permit_tells_where_its_holder_comes_from() {
        for (text, home) in [
            ("810000199408230021", Region::HK),
            ("820000198911110008", Region::MO),
            ("830000199201300022", Region::TW),
        ] {
            assert_eq!(
                ResidencePermit::parse(text, today()).map(|permit| permit.home()),
                Ok(home),
                "{text}"
            );
        }
        assert_eq!(
            ResidencePermit::parse("11010519491231002X", today()),
            Err(Problem::Region)
        );
        assert_eq!(
            ResidencePermit::parse("810000199408230022", today()),
            Err(Problem::CheckDigit)
        );
        assert_eq!(
            ResidencePermit::parse("810000199402300021", today()),
            Err(Problem::Date)
        );
    }

    #[test]
    fn only_the_last_four_signs_are_shown() {
        let id = MainlandId::parse("11010519491231002X", today()).unwrap();
        assert_eq!(id.masked().to_string(), "••••002X");
        assert_eq!(format!("{id:?}"), "MainlandId(••••002X)");
    }

    #[test]
    fn a_stored_number_is_checked_again() {
        let stored = |text: &str| {
            postcard::from_bytes::<MainlandId>(&postcard::to_allocvec(text).unwrap()).ok()
        };
        assert_eq!(
            stored("11010519491231002X"),
            MainlandId::parse("11010519491231002X", today()).ok()
        );
        assert_eq!(stored("110105194912310020"), None);
    }

    proptest! {
        #[test]
        fn every_change_of_one_sign_is_caught(id in ids()) {
            for changed in changes_of_one_sign(&id, "0123456789X") {
                prop_assert!(either(&changed).is_err(), "{} {}", id, changed);
            }
        }

        #[test]
        fn every_swap_of_unlike_neighbours_is_caught(id in ids()) {
            for swapped in swaps_of_neighbours(&id) {
                prop_assert!(either(&swapped).is_err(), "{} {}", id, swapped);
            }
        }

        #[test]
        fn every_number_of_the_standard_is_read(id in ids()) {
            prop_assert_eq!(either(&id), Ok(()));
        }
    }

    #[test]
    fn no_text_panics_here() {
        no_text_panics(|text| {
            let _ = MainlandId::parse(text, today());
            let _ = ResidencePermit::parse(text, today());
        });
    }

    fn either(text: &str) -> Result<(), Problem> {
        match MainlandId::parse(text, today()) {
            Err(Problem::OtherDocument(_)) => ResidencePermit::parse(text, today()).map(drop),
            other => other.map(drop),
        }
    }

    fn ids() -> impl Strategy<Value = String> {
        let division = prop_oneof!["1[1-5][0-9]{4}", "5[0-4][0-9]{4}", "8[123]0000"];
        (division, -40_000i64..today().days(), "[0-9]{3}").prop_map(|(division, days, sequence)| {
            let birth = Date::from_days(days).to_string().replace('-', "");
            let body = format!("{division}{birth}{sequence}");
            let check = "0123456789X"
                .chars()
                .find(|check| sum(&format!("{body}{check}")) % 11 == 1)
                .unwrap();
            format!("{body}{check}")
        })
    }

    fn today() -> Date {
        Date::new(2024, 6, 1).unwrap()
    }
}
