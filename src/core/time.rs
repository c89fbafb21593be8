//! Instants, civil dates and business days.
//!
//! There is no clock here: whoever asks says what time it is. An instant becomes a date only together with a
//! [`UtcOffset`], because the day that people mean depends on where they are.

mod business;
mod date;

pub use business::{add_business_days, business_days_between};
pub use date::Date;

use serde::{Deserialize, Serialize};

/// Durations are plain milliseconds: `now.plus(3 * DAY)`.
pub const SECOND: u64 = 1_000;
pub const MINUTE: u64 = 60 * SECOND;
pub const HOUR: u64 = 60 * MINUTE;
pub const DAY: u64 = 24 * HOUR;
pub const WEEK: u64 = 7 * DAY;

/// An instant: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Time(pub u64);

impl Time {
    /// Saturates: a bound of "forever" stays forever.
    pub const fn plus(self, milliseconds: u64) -> Time {
        Time(self.0.saturating_add(milliseconds))
    }

    /// Saturates at the epoch.
    pub const fn minus(self, milliseconds: u64) -> Time {
        Time(self.0.saturating_sub(milliseconds))
    }

    /// Milliseconds from `earlier` to here; 0 when `earlier` is later.
    pub const fn since(self, earlier: Time) -> u64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The date on a calendar that hangs where clocks show `offset`.
    pub fn date(self, offset: UtcOffset) -> Date {
        Date::from_days(self.local_days_and_rest(offset).0)
    }

    /// Whole local days since 1970-01-01, and the milliseconds since local midnight.
    fn local_days_and_rest(self, offset: UtcOffset) -> (i64, i64) {
        let local = i128::from(self.0) + i128::from(offset.milliseconds());
        let day = i128::from(DAY);
        // The quotient of 2^64 ms is some 2.1e11 days.
        (local.div_euclid(day) as i64, local.rem_euclid(day) as i64)
    }

    fn from_local(days: i64, rest: i64, offset: UtcOffset) -> Time {
        let day = i128::from(DAY);
        let utc = i128::from(days) * day + i128::from(rest) - i128::from(offset.milliseconds());
        Time(utc.clamp(0, i128::from(u64::MAX)) as u64)
    }
}

/// How far a clock on the wall is ahead of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UtcOffset(i16);

impl UtcOffset {
    /// Business days of the international realm.
    pub const UTC: UtcOffset = UtcOffset(0);
    /// Business days of the mainland realm: one zone, no summer time.
    pub const MAINLAND: UtcOffset = UtcOffset(8 * 60);

    /// Minutes east of Greenwich, at most a day either way.
    pub const fn from_minutes(minutes: i16) -> Option<UtcOffset> {
        if minutes.unsigned_abs() <= 24 * 60 {
            Some(UtcOffset(minutes))
        } else {
            None
        }
    }

    fn milliseconds(self) -> i64 {
        i64::from(self.0) * MINUTE as i64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_mainland_day_begins_eight_hours_before_the_utc_day() {
        let last_ms_of_1_march = Time(1_709_308_799_999);
        for (time, offset, expected) in [
            (Time(0), UtcOffset::UTC, "1970-01-01"),
            (Time(0), UtcOffset(-1), "1969-12-31"),
            (last_ms_of_1_march, UtcOffset::MAINLAND, "2024-03-01"),
            (
                last_ms_of_1_march.plus(1),
                UtcOffset::MAINLAND,
                "2024-03-02",
            ),
            (last_ms_of_1_march.plus(1), UtcOffset::UTC, "2024-03-01"),
        ] {
            assert_eq!(
                time.date(offset).to_string(),
                expected,
                "{time:?} {offset:?}"
            );
        }
    }

    #[test]
    fn time_saturates_at_both_ends() {
        assert_eq!(Time(5).minus(DAY), Time(0));
        assert_eq!(Time(u64::MAX - 1).plus(DAY), Time(u64::MAX));
        assert_eq!(Time(5).since(Time(9)), 0);
    }

    proptest! {
        #[test]
        fn every_instant_has_a_date_and_comes_back(ms: u64, minutes in -1440i16..=1440) {
            let offset = UtcOffset::from_minutes(minutes).unwrap();
            let (days, rest) = Time(ms).local_days_and_rest(offset);
            prop_assert_eq!(Time::from_local(days, rest, offset), Time(ms));
            prop_assert_eq!(Time(ms).date(offset).days(), days);
        }
    }
}
