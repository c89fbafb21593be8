use core::fmt;

use serde::{Deserialize, Serialize};

use super::signs::{fold_sign, place, wrong_length};
use super::{Problem, Region, regions};

/// A phone number in the form in which numbers are compared: ITU-T E.164, a calling code and a national number of
/// together at most 15 digits, written `+8613800138000`.
///
/// A mainland number has the mobile form: 11 digits, 13 to 19 at their start. For some other regions the length is
/// known; for the rest any national number of four digits or more is taken.
///
/// Badly done: Argentina's 9 and Mexico's former 1 behind the calling code make a different number than without.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct Mobile(u64);

impl Mobile {
    /// Reads a number with `+` or `00` before its calling code or, where a region is given, as it is dialled there:
    /// with or without the region's own prefix (0, in North America 1, in Russia 8).
    pub fn parse(text: &str, dialled_in: Option<Region>) -> Result<Mobile, Problem> {
        let typed = Typed::read(text)?;
        if typed.international {
            return international(&typed.digits);
        }
        if let Some(rest) = typed.digits.strip_prefix("00") {
            return international(rest);
        }
        let region = dialled_in.ok_or(Problem::CountryMissing)?;
        national(region, &typed.digits)
    }

    /// What stands behind the `+`, 1 for all of North America.
    pub fn calling_code(self) -> u16 {
        split(&self.0.to_string()).map_or(0, |(code, _)| code)
    }

    /// Without the leading `+`; also the number's place in any order.
    pub fn digits(self) -> u64 {
        self.0
    }

    /// Shows only the last four digits.
    pub fn masked(self) -> String {
        format!("••••{:04}", self.0 % 10_000)
    }

    /// Grouped for reading: `+86 138 0013 8000`. [`Mobile::parse`] reads it back.
    pub fn spaced(self) -> String {
        let digits = self.0.to_string();
        let Some((code, mut rest)) = split(&digits) else {
            return self.to_string();
        };
        let mut sizes = match (code, rest.len()) {
            (86, _) | (_, 7) => [3, 4, 4],
            (_, 9) => [3, 3, 3],
            (_, 10) => [3, 3, 4],
            _ => [4, 4, 4],
        }
        .into_iter();
        let mut text = format!("+{code}");
        while !rest.is_empty() {
            let (group, others) = rest.split_at(sizes.next().unwrap_or(rest.len()).min(rest.len()));
            text.push(' ');
            text.push_str(group);
            rest = others;
        }
        text
    }
}

impl fmt::Display for Mobile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "+{}", self.0)
    }
}

impl fmt::Debug for Mobile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Mobile> for u64 {
    fn from(mobile: Mobile) -> u64 {
        mobile.0
    }
}

impl TryFrom<u64> for Mobile {
    type Error = Problem;

    fn try_from(digits: u64) -> Result<Mobile, Problem> {
        let mobile = international(&digits.to_string())?;
        if mobile.0 == digits {
            Ok(mobile)
        } else {
            Err(Problem::NotMobile)
        }
    }
}

struct Typed {
    international: bool,
    digits: String,
}

impl Typed {
    fn read(text: &str) -> Result<Typed, Problem> {
        let mut typed = Typed {
            international: false,
            digits: String::new(),
        };
        let mut found = 0_usize;
        for sign in text.chars().filter_map(fold_sign) {
            match sign {
                '0'..='9' if found < MOST_TYPED => typed.digits.push(sign),
                '0'..='9' => {}
                '+' if found == 0 && !typed.international => {
                    typed.international = true;
                    continue;
                }
                _ => {
                    return Err(Problem::Sign {
                        sign,
                        place: place(found),
                    });
                }
            }
            found += 1;
        }
        match found {
            0 => Err(Problem::Empty),
            1..=MOST_TYPED => Ok(typed),
            _ => Err(wrong_length(LEAST_NATIONAL, MOST, found)),
        }
    }
}

/// 15 digits of E.164.
const MOST: usize = 15;
/// E.164 and the longest prefix, `00`, with some room for a mistake that is named better later.
const MOST_TYPED: usize = 20;
/// Niue and Saint Helena have the shortest numbers.
const LEAST_NATIONAL: usize = 4;

/// Digits behind the `+`.
fn international(digits: &str) -> Result<Mobile, Problem> {
    let (code, rest) = split(digits).ok_or(Problem::CallingCode)?;
    let national = match rest.strip_prefix('0') {
        // `+44 (0)20 …`: the 0 is for callers within the country.
        Some(without) if !ZERO_BELONGS.contains(&code) => without,
        _ => rest,
    };
    in_form(code, national)?;
    Ok(Mobile(
        national.bytes().fold(u64::from(code), |number, digit| {
            number * 10 + u64::from(digit - b'0')
        }),
    ))
}

/// Digits as they are dialled within the region.
fn national(region: Region, digits: &str) -> Result<Mobile, Problem> {
    let own = region.entry().calling_code;
    let (code, area) = if own < 1_000 {
        (own, None)
    } else {
        (1, Some(own % 1_000))
    };
    if code == 1
        && let Some(rest) = digits.strip_prefix("011")
    {
        return international(rest);
    }
    let prefixed = |prefix: &str, length| digits.len() == length && digits.starts_with(prefix);
    let rest = match code {
        1 if prefixed("1", 11) => &digits[1..],
        1 if digits.len() == 7
            && let Some(area) = area =>
        {
            return international(&format!("1{area}{digits}"));
        }
        7 if prefixed("8", 11) || prefixed("7", 11) => &digits[1..],
        // The calling code was typed, but not the +.
        86 if prefixed("861", 13) => &digits[2..],
        36 if digits.starts_with("06") => &digits[2..],
        375 if prefixed("80", 11) => &digits[2..],
        993 if prefixed("8", 9) => &digits[1..],
        _ => digits,
    };
    international(&format!("{code}{rest}"))
}

/// The calling code and the rest. No calling code begins with another or with 0.
fn split(digits: &str) -> Option<(u16, &str)> {
    let lengths = if digits.starts_with('0') {
        0..0
    } else {
        1..digits.len().min(3) + 1
    };
    lengths
        .map(|length| digits.split_at(length))
        .find_map(|(code, rest)| {
            let code = code.parse().ok()?;
            is_calling_code(code).then_some((code, rest))
        })
}

fn is_calling_code(code: u16) -> bool {
    NETWORKS.contains(&code) || regions().iter().any(|entry| entry.calling_code == code)
}

/// Satellite and international networks, which belong to no region.
const NETWORKS: [u16; 4] = [870, 881, 882, 883];

/// Here a leading 0 is part of the national number: Côte d'Ivoire, Burkina Faso, Benin, Congo, San Marino, Italy with the
/// Vatican, Tajikistan.
const ZERO_BELONGS: [u16; 7] = [225, 226, 229, 242, 378, 39, 992];

/// Is this a national number that a mobile phone can have there, as far as the plan is known here?
fn in_form(code: u16, national: &str) -> Result<(), Problem> {
    let (least, most) = match code {
        1 => (10, 10),
        86 => (11, 11),
        852 | 853 => (8, 8),
        886 => (9, 9),
        _ => (LEAST_NATIONAL, MOST - code.to_string().len()),
    };
    let right_length = if (least..=most).contains(&national.len()) {
        Ok(())
    } else {
        Err(wrong_length(least, most, national.len()))
    };
    let mobile = match (code, national.as_bytes()) {
        (_, []) | (86, [b'1']) => return right_length,
        (1, [area, _, _, exchange, ..]) => *area >= b'2' && *exchange >= b'2',
        (86, [first, second, ..]) => *first == b'1' && *second >= b'3',
        (886, [first, ..]) => *first == b'9',
        (_, [first, ..]) => *first != b'0' || ZERO_BELONGS.contains(&code),
    };
    // A landline is told as such, whatever its length.
    if mobile {
        right_length
    } else {
        Err(Problem::NotMobile)
    }
}

#[cfg(test)]
mod tests;
