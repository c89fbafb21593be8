//! Business days: Monday to Friday where clocks show the given offset. Public holidays are no part of the rule (REG 6).

use super::{DAY, Time, UtcOffset};

/// The same time of day `n` business days later.
///
/// Work that arrives on a weekend counts as arrived in the last millisecond of Friday: Saturday plus one is the end of
/// Monday. So whatever arrives later is never due earlier.
pub fn add_business_days(from: Time, n: u32, offset: UtcOffset) -> Time {
    if n == 0 {
        return from;
    }
    let (mut days, mut rest) = from.local_days_and_rest(offset);
    let mut weekday = weekday(days);
    if weekday > FRIDAY {
        days -= weekday - FRIDAY;
        rest = DAY as i64 - 1;
        weekday = FRIDAY;
    }
    let (weeks, single) = (i64::from(n) / 5, i64::from(n) % 5);
    let weekend = if weekday + single > FRIDAY { 2 } else { 0 };
    Time::from_local(days + weeks * 7 + single + weekend, rest, offset)
}

/// How many business days have begun after the day of `from`, up to and with the day of `to`: Friday to Monday is 1.
/// 0 when `to` is earlier.
pub fn business_days_between(from: Time, to: Time, offset: UtcOffset) -> u32 {
    let begun = |time: Time| business_days_begun(time.local_days_and_rest(offset).0);
    u32::try_from((begun(to) - begun(from)).max(0)).unwrap_or(u32::MAX)
}

const FRIDAY: i64 = 4;
/// 1970-01-01 was a Thursday.
const MONDAY_BEFORE_EPOCH: i64 = -3;

/// 0 is Monday, 6 is Sunday.
fn weekday(days: i64) -> i64 {
    (days - MONDAY_BEFORE_EPOCH).rem_euclid(7)
}

fn business_days_begun(days: i64) -> i64 {
    (days - MONDAY_BEFORE_EPOCH).div_euclid(7) * 5 + (weekday(days) + 1).min(5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{Date, HOUR};
    use proptest::prelude::*;

    #[test]
    fn weekends_do_not_count() {
        // 2024-03-01 was a Friday.
        for (from, n, expected) in [
            ("2024-02-26 10", 1, "2024-02-27 10"),
            ("2024-03-01 10", 0, "2024-03-01 10"),
            ("2024-03-01 10", 1, "2024-03-04 10"),
            ("2024-03-01 10", 5, "2024-03-08 10"),
            ("2024-03-01 10", 6, "2024-03-11 10"),
            ("2024-02-28 10", 5, "2024-03-06 10"),
            ("2024-02-28 10", 10, "2024-03-13 10"),
            ("2024-03-02 10", 1, "2024-03-04 23"),
            ("2024-03-03 10", 5, "2024-03-08 23"),
        ] {
            for offset in [UtcOffset::UTC, UtcOffset::MAINLAND] {
                let due = add_business_days(at(from, offset), n, offset);
                assert_eq!(shown(due, offset), expected, "{from} + {n}");
            }
        }
    }

    #[test]
    fn friday_evening_in_greenwich_is_saturday_on_the_mainland() {
        let friday_evening = at("2024-03-01 20", UtcOffset::UTC);
        let due = |offset| {
            add_business_days(friday_evening, 1, offset)
                .date(offset)
                .to_string()
        };
        assert_eq!(due(UtcOffset::UTC), "2024-03-04");
        assert_eq!(due(UtcOffset::MAINLAND), "2024-03-04");
        let monday_evening = at("2024-03-04 20", UtcOffset::UTC);
        assert_eq!(
            business_days_between(friday_evening, monday_evening, UtcOffset::UTC),
            1
        );
        assert_eq!(
            business_days_between(friday_evening, monday_evening, UtcOffset::MAINLAND),
            2
        );
    }

    const TEN_THOUSAND_YEARS: u64 = 10_000 * 365 * DAY;

    proptest! {
        #[test]
        fn what_is_added_lies_between(ms in 0..TEN_THOUSAND_YEARS, n in 0u32..5_000, offset in offsets()) {
            let due = add_business_days(Time(ms), n, offset);
            prop_assert_eq!(business_days_between(Time(ms), due, offset), n);
            prop_assert!(n == 0 || weekday(due.date(offset).days()) <= FRIDAY);
        }

        #[test]
        fn what_arrives_later_is_not_due_earlier(ms in 0..TEN_THOUSAND_YEARS, later in 0..20 * DAY, n in 1u32..50, offset in offsets()) {
            let due = |ms| add_business_days(Time(ms), n, offset);
            prop_assert!(due(ms) <= due(ms + later));
        }

        #[test]
        fn days_counted_one_by_one_give_the_same(days in 0u64..1_000_000, span in 0u64..100) {
            let one_by_one = (days + 1..=days + span).filter(|day| weekday(*day as i64) <= FRIDAY).count();
            let between = business_days_between(Time(days * DAY), Time((days + span) * DAY), UtcOffset::UTC);
            prop_assert_eq!(one_by_one as u32, between);
        }

        #[test]
        fn no_instant_panics(a: u64, b: u64, n: u32, offset in offsets()) {
            let _ = add_business_days(Time(a), n, offset);
            let _ = business_days_between(Time(a), Time(b), offset);
        }
    }

    fn offsets() -> impl Strategy<Value = UtcOffset> {
        (-1440i16..=1440).prop_map(|minutes| UtcOffset::from_minutes(minutes).unwrap())
    }

    /// `2024-03-01 10` is ten o'clock local time.
    fn at(text: &str, offset: UtcOffset) -> Time {
        let (date, hour) = text.split_once(' ').unwrap();
        let hours = hour.parse::<i64>().unwrap();
        Time::from_local(
            Date::from_iso(date).unwrap().days(),
            hours * HOUR as i64,
            offset,
        )
    }

    fn shown(time: Time, offset: UtcOffset) -> String {
        let hours = time.local_days_and_rest(offset).1 / HOUR as i64;
        format!("{} {hours:02}", time.date(offset))
    }
}
