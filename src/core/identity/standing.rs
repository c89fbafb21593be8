//! What a person sees of their own verification.

use super::{Identity, IdentityState, Verified, identity_of, way_of};
use crate::{
    account::profile_of,
    id::AccountId,
    limits,
    numbers::{Region, VerificationWay},
    store::{Read, Stop},
    time::Time,
};

#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    pub state: IdentityState,
    pub verified: Option<Verified>,
    /// How the account's region is verified. With none, the section is absent and says why (IDV 5).
    pub way: VerificationWay,
    pub region: Region,
    /// Where one tap switches back to.
    pub home_region: Option<Region>,
    pub attempts_left: usize,
    /// When the next attempt is possible, if none is left.
    pub again: Option<Time>,
}

/// What a person can do for being verified.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NextStep {
    /// The account's region has no way; perhaps another one is suggested for the while.
    Absent {
        region: Region,
        instead: Option<Region>,
    },
    Attempt(VerificationWay),
    /// Nothing, unless the verified name is to change.
    Correct(VerificationWay),
    /// The same where the account's region has no way: changing the name takes the detour, too.
    CorrectAbsent {
        region: Region,
        instead: Option<Region>,
    },
    /// The desk has the word.
    Wait,
    /// No attempt is left until then.
    UsedUp {
        again: Time,
    },
}

impl Standing {
    pub fn next(&self) -> NextStep {
        let region = self.region;
        match (&self.state, self.again, self.way) {
            (IdentityState::Pending { .. }, ..) => NextStep::Wait,
            (_, Some(again), _) => NextStep::UsedUp { again },
            (.., VerificationWay::None { instead }) if self.verified.is_some() => {
                NextStep::CorrectAbsent { region, instead }
            }
            (.., VerificationWay::None { instead }) => NextStep::Absent { region, instead },
            (.., way) if self.verified.is_some() => NextStep::Correct(way),
            (.., way) => NextStep::Attempt(way),
        }
    }
}

pub fn standing(store: &dyn Read, account: AccountId, now: Time) -> Result<Standing, Stop> {
    let person = profile_of(store, account)?;
    let mine = identity_of(store, account)?;
    Ok(Standing {
        way: way_of(store, person.region)?,
        region: person.region,
        home_region: person.home_region,
        attempts_left: mine.attempts_left(now),
        again: mine.again(now),
        state: mine.state,
        verified: mine.verified,
    })
}

impl Identity {
    pub fn attempts_left(&self, now: Time) -> usize {
        limits::IDENTITY_ATTEMPTS.saturating_sub(self.recent(now).count())
    }

    /// When one of the attempts no longer counts, if all are used.
    pub fn again(&self, now: Time) -> Option<Time> {
        let oldest = self.recent(now).min()?;
        let used_up = self.attempts_left(now) == 0;
        used_up.then(|| oldest.plus(limits::IDENTITY_ATTEMPTS_WITHIN_MS))
    }

    fn recent(&self, now: Time) -> impl Iterator<Item = Time> {
        let attempts = self.attempts.iter().copied();
        attempts.filter(move |at| now.since(*at) < limits::IDENTITY_ATTEMPTS_WITHIN_MS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        id::{Id, SubmissionId},
        numbers::DocumentKind,
        refusal::Field,
        text::Line,
        time::DAY,
    };

    #[test]
    fn the_review_comes_before_the_limit_the_limit_before_the_region_and_the_name_last() {
        let (region, instead) = (Region::US, Some(Region::CA));
        let none = VerificationWay::None { instead };
        let way = VerificationWay::Documents;
        let absent = NextStep::Absent { region, instead };
        let correct_absent = NextStep::CorrectAbsent { region, instead };
        let again = Time(30 * DAY);
        let used_up = NextStep::UsedUp { again };
        let (yes, no) = (true, false);
        for (pending, no_attempt, verified, way, next) in [
            (no, no, no, way, NextStep::Attempt(way)),
            (no, no, no, none, absent),
            (no, no, yes, way, NextStep::Correct(way)),
            (no, no, yes, none, correct_absent),
            (no, yes, no, way, used_up),
            (no, yes, no, none, used_up),
            (no, yes, yes, way, used_up),
            (no, yes, yes, none, used_up),
            (yes, no, no, none, NextStep::Wait),
            (yes, no, yes, way, NextStep::Wait),
            (yes, yes, yes, none, NextStep::Wait),
        ] {
            let standing = Standing {
                state: match pending {
                    true => IdentityState::Pending {
                        submission: SubmissionId::from_bytes([0; 16]),
                        since: Time(0),
                    },
                    false => IdentityState::NotVerified,
                },
                verified: verified.then(|| Verified {
                    name: Line::check(Field::Name, "Fong", 1..=9).expect("a name"),
                    at: Time(0),
                    kind: DocumentKind::Passport,
                    last_four: "4563".into(),
                }),
                way,
                region,
                home_region: None,
                attempts_left: usize::from(!no_attempt),
                again: no_attempt.then_some(again),
            };
            assert_eq!(standing.next(), next);
        }
    }

    #[test]
    fn a_fourth_attempt_waits_until_the_first_is_thirty_days_old() {
        let mine = Identity {
            attempts: vec![Time(0), Time(DAY), Time(2 * DAY)],
            ..Identity::NONE
        };
        for (days, left, again) in [
            (2, 0, Some(Time(30 * DAY))),
            (29, 0, Some(Time(30 * DAY))),
            (30, 1, None),
            (31, 2, None),
            (99, 3, None),
        ] {
            let now = Time(days * DAY);
            assert_eq!((mine.attempts_left(now), mine.again(now)), (left, again));
        }
    }
}
