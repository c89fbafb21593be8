use super::*;
use crate::numbers::testing::{no_text_panics, swapped, with};
use proptest::prelude::*;

#[test]
fn the_specimens_of_the_standard_are_read() {
    for specimen in [PASSPORT, CARD_OF_TWO_LINES, CARD_OF_THREE_LINES] {
        let zone = MachineReadableZone::parse(specimen, today()).unwrap();
        assert_eq!(zone.document.chars().next(), specimen.chars().next());
        let names = (
            zone.issuer.as_str(),
            zone.surname.as_str(),
            zone.given_names.as_str(),
            zone.nationality.as_str(),
        );
        assert_eq!(names, ("UTO", "ERIKSSON", "ANNA MARIA", "UTO"));
        assert_eq!(
            zone.number,
            if specimen == PASSPORT {
                "L898902C3"
            } else {
                "D23145890"
            }
        );
        assert_eq!(
            (zone.birth, zone.expiry),
            (Date::new(1974, 8, 12), Date::new(2012, 4, 15))
        );
    }
}

#[test]
fn lines_case_and_width_make_no_difference() {
    let expected = MachineReadableZone::parse(PASSPORT, today());
    let (first, second) = PASSPORT.split_at(44);
    for typed in [
        format!("{first}\r\n{second}\n"),
        PASSPORT.to_lowercase(),
        PASSPORT.replace('<', "＜"),
    ] {
        assert_eq!(MachineReadableZone::parse(&typed, today()), expected);
    }
}

#[test]
fn the_check_digits_of_the_standard_are_found() {
    for (signs, digit) in [
        ("520727", 3),
        ("AB2134<<<", 5),
        ("HA672242<658022549601086<<<<<<<<<<<<<<0", 8),
    ] {
        assert_eq!(
            weighted(signs, [7, 3, 1].into_iter().cycle()) % 10,
            digit,
            "{signs}"
        );
    }
}

#[test]
fn a_long_number_goes_on_behind_its_field() {
    let zone = "I<UTOD23145890<7349<<<<<<<<<<<3407127M9507122UTO<<<<<<<<<<<2STEVENSON<<PETER<JOHN<<<<<<<<<";
    let zone = MachineReadableZone::parse(zone, today()).unwrap();
    assert_eq!(
        (zone.number.as_str(), zone.birth),
        ("D23145890734", Date::new(1934, 7, 12))
    );
}

#[test]
fn two_digits_of_a_year_are_read_as_the_day_that_makes_sense() {
    let today = Date::new(2024, 3, 1).unwrap();
    for (digits, expected) in [
        ([24, 3, 1], 2024),
        ([24, 3, 2], 1924),
        ([0, 2, 29], 2000),
        ([25, 1, 1], 1925),
    ] {
        assert_eq!(
            birth(digits, today).map(Date::year),
            Some(expected),
            "{digits:?}"
        );
    }
    for (digits, expected) in [
        ([23, 1, 1], 2023),
        ([34, 1, 1], 2034),
        ([99, 12, 31], 2099),
        ([0, 1, 1], 2000),
    ] {
        assert_eq!(
            expiry(digits, today).map(Date::year),
            Some(expected),
            "{digits:?}"
        );
    }
    assert_eq!(
        (birth([90, 2, 31], today), expiry([30, 2, 31], today)),
        (None, None)
    );
}

#[test]
fn what_is_wrong_is_said() {
    let sign = |sign, place| Problem::Sign { sign, place };
    for (zone, problem) in [
        (String::new(), Problem::Empty),
        (PASSPORT.replacen('P', "V", 1), sign('V', 1)),
        (
            PASSPORT[..87].to_owned(),
            Problem::Length {
                least: 88,
                most: 88,
                found: 87,
            },
        ),
        (
            format!("{PASSPORT}<"),
            Problem::Length {
                least: 88,
                most: 88,
                found: 89,
            },
        ),
        (
            CARD_OF_TWO_LINES[..71].to_owned(),
            Problem::Length {
                least: 72,
                most: 72,
                found: 71,
            },
        ),
        (
            CARD_OF_THREE_LINES[..89].to_owned(),
            Problem::Length {
                least: 90,
                most: 90,
                found: 89,
            },
        ),
        (with(PASSPORT, 9, '字'), sign('字', 10)),
        (with(PASSPORT, 53, '<'), sign('<', 54)),
        (with(PASSPORT, 53, '7'), Problem::CheckDigit),
        (with(PASSPORT, 87, '1'), Problem::CheckDigit),
        (born("74O812", '4'), sign('O', 60)),
        (born("740231", '5'), Problem::Date),
    ] {
        assert_eq!(
            MachineReadableZone::parse(&zone, today()).err(),
            Some(problem),
            "{zone}"
        );
    }
}

#[test]
fn an_unknown_birth_is_no_problem() {
    let zone = MachineReadableZone::parse(&born("74<<<<", '1'), today());
    assert_eq!(zone.map(|zone| zone.birth), Ok(None));
}

#[test]
fn every_change_of_one_checked_sign_to_an_unlike_one_is_caught() {
    for (zone, places) in checked_places() {
        for at in places {
            for sign in SIGNS.chars() {
                let alike = value(zone.as_bytes()[at]) % 10 == value(sign as u8) % 10;
                let read = MachineReadableZone::parse(&with(zone, at, sign), today());
                assert!(alike || read.is_err(), "{zone} {at} {sign}");
            }
        }
    }
}

#[test]
fn every_swap_of_unlike_checked_neighbours_is_caught() {
    for (zone, places) in checked_places() {
        for at in places.iter().filter(|at| places.contains(&(**at - 1))) {
            let alike = value(zone.as_bytes()[*at]) % 5 == value(zone.as_bytes()[at - 1]) % 5;
            let read = MachineReadableZone::parse(&swapped(zone, *at), today());
            assert!(alike || read.is_err(), "{zone} {at}");
        }
    }
}

proptest! {
    #[test]
    fn no_zone_of_the_right_length_panics(zone in "P[0-9A-Z<]{87}|I[0-9A-Z<]{71}|I[0-9A-Z<]{89}") {
        let _ = MachineReadableZone::parse(&zone, today());
    }

    #[test]
    fn a_zone_with_right_check_digits_is_read(number in "[A-Z0-9]{6,9}", birth in "[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])", expiry in "2[5-9](0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])", personal in "[A-Z0-9]{0,14}") {
        let with_digit = |field: String| format!("{field}{}", weighted(&field, [7, 3, 1].into_iter().cycle()) % 10);
        let number_field = with_digit(format!("{number:<<9}"));
        let (birth, expiry) = (with_digit(birth), with_digit(expiry));
        let personal = with_digit(format!("{personal:<<14}"));
        let covered = with_digit(format!("{number_field}{birth}{expiry}{personal}"));
        let last = &covered[covered.len() - 1..];
        let zone = format!("{}{number_field}UTO{birth}X{expiry}{personal}{last}", &PASSPORT[..44]);
        prop_assert_eq!(MachineReadableZone::parse(&zone, today()).map(|zone| zone.number), Ok(number));
    }
}

#[test]
fn no_text_panics_here() {
    no_text_panics(|text| MachineReadableZone::parse(text, today()));
    no_text_panics(|text| MachineReadableZone::parse(&format!("P<{text}"), today()));
    no_text_panics(|text| MachineReadableZone::parse(&format!("I<{text}"), today()));
}

const PASSPORT: &str =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10";
const CARD_OF_TWO_LINES: &str =
    "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6";
const CARD_OF_THREE_LINES: &str =
    "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<";

/// The passport with another birth date and its check digit; the last check digit follows.
fn born(date: &str, digit: char) -> String {
    let zone = format!("{}{date}{digit}{}", &PASSPORT[..57], &PASSPORT[64..87]);
    let covered = format!("{}{}{}", &zone[44..54], &zone[57..64], &zone[65..87]);
    format!(
        "{zone}{}",
        weighted(&covered, [7, 3, 1].into_iter().cycle()) % 10
    )
}

fn checked_places() -> [(&'static str, Vec<usize>); 3] {
    let places = |layout: &Layout| {
        let mut places: Vec<usize> = layout.covered.iter().flat_map(|at| at.0..at.1).collect();
        places.push(layout.check);
        places
    };
    [
        (PASSPORT, places(&TD3)),
        (CARD_OF_TWO_LINES, places(&TD2)),
        (CARD_OF_THREE_LINES, places(&TD1)),
    ]
}

fn today() -> Date {
    Date::new(2024, 6, 1).unwrap()
}
