use core::fmt;

use serde::{Deserialize, Serialize};

/// A day of the proleptic Gregorian calendar. There is no `Date` that is not on the calendar.
///
/// Written and read as ISO 8601 (`2024-02-29`), the form of `<input type="date">`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "(i32, u8, u8)", into = "(i32, u8, u8)")]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Date {
    /// `None` for a day that no calendar has, such as 31 February.
    pub const fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        if day == 0 || day > days_in_month(year, month) {
            None
        } else {
            Some(Date { year, month, day })
        }
    }

    pub const fn year(self) -> i32 {
        self.year
    }

    /// 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01.
    pub const fn days(self) -> i64 {
        // The year is taken to begin on 1 March, so that the leap day is its last and every month begins at a fixed
        // day: 31, 30, 31, 30, 31 days repeat, which is what (153 * m + 2) / 5 counts. 400 years have 146,097 days.
        let (year, month) = months_from_march(self.year as i64, self.month as i64);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * month + 2) / 5 + self.day as i64 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * DAYS_IN_ERA + day_of_era - MARCH_OF_YEAR_0
    }

    /// The inverse of [`Date::days`]; beyond the years of an `i32` it stays at their last or first day.
    pub fn from_days(days: i64) -> Date {
        let days = days.clamp(FIRST.days(), LAST.days()) + MARCH_OF_YEAR_0;
        let era = days.div_euclid(DAYS_IN_ERA);
        let day_of_era = days.rem_euclid(DAYS_IN_ERA);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let (years_on, month) = if month < 10 {
            (0, month + 3)
        } else {
            (1, month - 9)
        };
        Date {
            year: (era * 400 + year_of_era + years_on) as i32,
            month: month as u8,
            day: day as u8,
        }
    }

    /// The same day `months` earlier, or that month's last day: three months before 31 May is 28 or 29 February.
    pub fn months_earlier(self, months: u16) -> Date {
        let count = i64::from(self.year) * 12 + i64::from(self.month) - 1 - i64::from(months);
        let year = count.div_euclid(12).max(i64::from(i32::MIN)) as i32;
        let month = (count.rem_euclid(12) + 1) as u8;
        Date {
            year,
            month,
            day: self.day.min(days_in_month(year, month)),
        }
    }

    /// Reads `YYYY-MM-DD` and nothing else.
    pub fn from_iso(text: &str) -> Option<Date> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return None;
        };
        let year = number(&[y1, y2, y3, y4])?;
        Date::new(year, number(&[m1, m2])? as u8, number(&[d1, d2])? as u8)
    }
}

const FIRST: Date = Date {
    year: i32::MIN,
    month: 1,
    day: 1,
};
const LAST: Date = Date {
    year: i32::MAX,
    month: 12,
    day: 31,
};

const DAYS_IN_ERA: i64 = 146_097;
/// Days from 1 March of the year 0 to 1970-01-01.
const MARCH_OF_YEAR_0: i64 = 719_468;

const fn months_from_march(year: i64, month: i64) -> (i64, i64) {
    if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    }
}

const fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

fn number(digits: &[u8]) -> Option<i32> {
    digits.iter().try_fold(0, |sum, digit| {
        digit
            .is_ascii_digit()
            .then(|| sum * 10 + i32::from(digit - b'0'))
    })
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Date> for (i32, u8, u8) {
    fn from(date: Date) -> Self {
        (date.year, date.month, date.day)
    }
}

impl TryFrom<(i32, u8, u8)> for Date {
    type Error = &'static str;

    fn try_from((year, month, day): (i32, u8, u8)) -> Result<Date, Self::Error> {
        Date::new(year, month, day).ok_or("a day that no calendar has")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_are_counted_from_1970() {
        for (iso, days) in [
            ("0000-03-01", -719_468),
            ("1600-02-29", -135_081),
            ("1899-12-31", -25_568),
            ("1969-12-31", -1),
            ("1970-01-01", 0),
            ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("2024-12-31", 20_088),
        ] {
            let date = Date::from_iso(iso).unwrap();
            assert_eq!((date.days(), Date::from_days(days)), (days, date), "{iso}");
        }
    }

    #[test]
    fn days_that_no_calendar_has_are_no_dates() {
        for iso in [
            "2024-02-30",
            "2023-02-29",
            "1900-02-29",
            "2024-02-31",
            "2024-04-31",
            "2024-13-01",
            "2024-00-10",
            "2024-01-00",
        ] {
            assert_eq!(Date::from_iso(iso), None, "{iso}");
        }
        assert_eq!(serde_round_trip((2024, 2, 31)), None);
        assert_eq!(serde_round_trip((2024, 2, 29)), Date::new(2024, 2, 29));
    }

    #[test]
    fn three_months_before_the_end_of_may_is_the_end_of_february() {
        for (from, months, expected) in [
            ("2024-05-31", 3, "2024-02-29"),
            ("2023-05-31", 3, "2023-02-28"),
            ("2024-01-15", 1, "2023-12-15"),
            ("2024-03-15", 27, "2021-12-15"),
            ("2024-03-15", 0, "2024-03-15"),
        ] {
            assert_eq!(
                Date::from_iso(from)
                    .unwrap()
                    .months_earlier(months)
                    .to_string(),
                expected
            );
        }
    }

    #[test]
    fn only_the_iso_form_is_read() {
        for text in [
            "",
            "2024-2-3",
            "20240203",
            "2024/02/03",
            " 2024-02-03",
            "２０２４-02-03",
            "+024-02-03",
        ] {
            assert_eq!(Date::from_iso(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn every_day_comes_back(days in FIRST.days()..=LAST.days()) {
            let date = Date::from_days(days);
            prop_assert_eq!(date.days(), days);
            prop_assert_eq!(Date::new(date.year, date.month, date.day), Some(date));
        }

        #[test]
        fn the_next_day_is_later(days in -1_000_000i64..1_000_000) {
            prop_assert!(Date::from_days(days) < Date::from_days(days + 1));
        }

        #[test]
        fn no_text_and_no_number_panics(text: String, days: i64, months: u16) {
            let _ = Date::from_iso(&text);
            let _ = Date::from_days(days).months_earlier(months);
        }
    }

    fn serde_round_trip(parts: (i32, u8, u8)) -> Option<Date> {
        postcard::from_bytes(&postcard::to_allocvec(&parts).unwrap()).ok()
    }
}
