//! ICAO Doc 9303: the lines of A to Z, 0 to 9 and `<` at the foot of a passport (part 4, TD3) or on a card (parts 5 and
//! 6, TD1 and TD2).
//!
//! A check digit is the sum of the values (A is 10, `<` is 0) times 7, 3, 1, 7, 3, 1, …, modulo 10 (part 3, 4.9). Number,
//! birth, expiry and, in passports, the personal number have one each, and one more covers them all.
//!
//! Caught: every change of one sign to one whose value is not alike modulo 10 (not caught: 0, A, K, U and `<` for each
//! other, 1, B, L and V, …), and every swap of neighbours whose values are not alike modulo 5. Names, issuer, nationality
//! and sex are covered by no check digit.

use super::Problem;
use super::signs::{fit, fold, number, place, value, weighted};
use crate::time::Date;

/// What stands in the zone. It is read to be compared and shown, never kept (IDV 7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MachineReadableZone {
    /// `P…` a passport; `A…`, `C…` or `I…` another official travel document.
    pub document: String,
    /// Three letters, or fewer, as [`super::Region::from_passport_code`] reads them.
    pub issuer: String,
    pub surname: String,
    pub given_names: String,
    pub number: String,
    pub nationality: String,
    /// `None` where a part of it is not known.
    pub birth: Option<Date>,
    /// `None` where the document does not expire.
    pub expiry: Option<Date>,
}

impl MachineReadableZone {
    pub fn parse(text: &str, today: Date) -> Result<MachineReadableZone, Problem> {
        let zone = fold(text);
        let layout = Layout::of(&zone)?;
        fit(&zone, &[SIGNS; 90][..layout.length])?;

        let number = layout.number(&zone)?;
        let birth = date(&zone, layout.birth, |digits| birth(digits, today))?;
        let expiry = date(&zone, layout.expiry, |digits| expiry(digits, today))?;
        if let Some((start, end)) = layout.personal
            && zone[start..=end].contains(|sign| sign != '<')
        {
            check(&zone[start..end], &zone, end)?;
        }
        let covered: String = layout.covered.iter().map(|at| cut(&zone, *at)).collect();
        check(&covered, &zone, layout.check)?;

        let names = cut(&zone, layout.names);
        let (surname, given_names) = names.split_once("<<").unwrap_or((names, ""));
        Ok(MachineReadableZone {
            document: spaced(cut(&zone, (0, 2))),
            issuer: spaced(cut(&zone, (2, 5))),
            surname: spaced(surname),
            given_names: spaced(given_names),
            number,
            nationality: spaced(cut(&zone, layout.nationality)),
            birth,
            expiry,
        })
    }

    /// Folded signs that are long or have fillers: no number that people type looks like that.
    pub(super) fn is_meant(signs: &str) -> bool {
        signs.contains('<') || signs.chars().count() >= TD3.length / 2
    }
}

const SIGNS: &str = "<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// From the first place to the one behind the last, counted from 0 and across lines. A check digit stands behind the
/// field that it belongs to.
type At = (usize, usize);

struct Layout {
    length: usize,
    names: At,
    number: At,
    nationality: At,
    birth: At,
    expiry: At,
    /// Has a check digit of its own, unless it is empty.
    personal: Option<At>,
    /// Takes the rest of a number that is longer than its field.
    more_number: Option<At>,
    /// The last check digit covers these.
    covered: &'static [At],
    check: usize,
}

static TD3: Layout = Layout {
    length: 2 * 44,
    names: (5, 44),
    number: (44, 53),
    nationality: (54, 57),
    birth: (57, 63),
    expiry: (65, 71),
    personal: Some((72, 86)),
    more_number: None,
    covered: &[(44, 54), (57, 64), (65, 87)],
    check: 87,
};

static TD2: Layout = Layout {
    length: 2 * 36,
    names: (5, 36),
    number: (36, 45),
    nationality: (46, 49),
    birth: (49, 55),
    expiry: (57, 63),
    personal: None,
    more_number: Some((64, 71)),
    covered: &[(36, 46), (49, 56), (57, 71)],
    check: 71,
};

static TD1: Layout = Layout {
    length: 3 * 30,
    names: (60, 90),
    number: (5, 14),
    nationality: (45, 48),
    birth: (30, 36),
    expiry: (38, 44),
    personal: None,
    more_number: Some((15, 30)),
    covered: &[(5, 30), (30, 37), (38, 45), (48, 59)],
    check: 59,
};

impl Layout {
    fn of(zone: &str) -> Result<&'static Layout, Problem> {
        match zone.chars().next() {
            None => Err(Problem::Empty),
            Some('P') => Ok(&TD3),
            Some('A' | 'C' | 'I') if zone.chars().count() <= TD2.length => Ok(&TD2),
            Some('A' | 'C' | 'I') => Ok(&TD1),
            Some(sign) => Err(Problem::Sign {
                sign,
                place: place(0),
            }),
        }
    }

    fn number(&self, zone: &str) -> Result<String, Problem> {
        let (start, end) = self.number;
        let mut number = zone[start..end].to_owned();
        let mut digit = end;
        if let Some(more) = self.more_number
            && zone[end..].starts_with('<')
        {
            let rest = cut(zone, more).split('<').next().unwrap_or_default();
            if let Some(last) = rest.len().checked_sub(1) {
                number.push_str(&rest[..last]);
                digit = more.0 + last;
            }
        }
        check(&number, zone, digit)?;
        if number.starts_with('<') {
            return Err(Problem::Sign {
                sign: '<',
                place: place(start),
            });
        }
        Ok(number.replace('<', ""))
    }
}

fn cut(zone: &str, at: At) -> &str {
    &zone[at.0..at.1]
}

/// Fillers between words are spaces, behind them nothing.
fn spaced(field: &str) -> String {
    field.trim_end_matches('<').replace('<', " ")
}

/// Is the sign at this place the check digit of these signs?
fn check(signs: &str, zone: &str, at: usize) -> Result<(), Problem> {
    let digit = zone.as_bytes()[at];
    if !digit.is_ascii_digit() {
        Err(Problem::Sign {
            sign: char::from(digit),
            place: place(at),
        })
    } else if weighted(signs, [7, 3, 1].into_iter().cycle()) % 10 != value(digit) {
        Err(Problem::CheckDigit)
    } else {
        Ok(())
    }
}

/// `YYMMDD`; `None` where some of it is filled up, because it is not known or there is none.
fn date(
    zone: &str,
    at: At,
    whole: impl Fn([i32; 3]) -> Option<Date>,
) -> Result<Option<Date>, Problem> {
    let field = cut(zone, at);
    if let Some((behind, sign)) = field
        .char_indices()
        .find(|(_, sign)| !sign.is_ascii_digit() && *sign != '<')
    {
        return Err(Problem::Sign {
            sign,
            place: place(at.0 + behind),
        });
    }
    check(field, zone, at.1)?;
    if field.contains('<') {
        return Ok(None);
    }
    let part = |start: usize| number(&field[start..start + 2]) as i32;
    whole([part(0), part(2), part(4)])
        .map(Some)
        .ok_or(Problem::Date)
}

/// The latest such day that is not in the future.
fn birth([year, month, day]: [i32; 3], today: Date) -> Option<Date> {
    let latest = today.year() - (today.year() - year).rem_euclid(100);
    [latest, latest - 100]
        .into_iter()
        .filter_map(|year| Date::new(year, month as u8, day as u8))
        .find(|date| *date <= today)
}

/// The first such day that is not longer ago than a document is still shown to anybody.
fn expiry([year, month, day]: [i32; 3], today: Date) -> Option<Date> {
    let earliest = today.year() - EXPIRED_FOR_YEARS;
    Date::new(
        earliest + (year - earliest).rem_euclid(100),
        month as u8,
        day as u8,
    )
}

/// Cards without an end are given one as late as 2099.
const EXPIRED_FOR_YEARS: i32 = 24;

#[cfg(test)]
mod tests;
