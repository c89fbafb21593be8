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
    use crate::time::DAY;

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
