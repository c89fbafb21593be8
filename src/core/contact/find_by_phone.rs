//! A person looks somebody up by phone number (CON 3): the exact number, only who lets themselves be found, and silent
//! about everybody else.

use serde::{Deserialize, Serialize};

use super::{ContactRefusal, Quota, Way, decide, open_code::answer, quota};
use crate::{
    account::{main_seat, mobile_owners},
    command::{Act, Tx},
    id::{AnswerId, OrganizationId},
    limits,
    numbers::Mobile,
    policy::Moment,
    refusal::Refusal,
    row::{ReadRows, WriteRows},
    space::Party,
    store::Stop,
    time::{DAY, HOUR},
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FindByPhone {
    pub mobile: Mobile,
    /// The seat from which I look.
    pub seat: Option<OrganizationId>,
}

impl Act for FindByPhone {
    type Done = Result<AnswerId, Refusal>;

    fn decide(&self, tx: &mut Tx) -> Result<Self::Done, Stop> {
        let me = Party {
            account: tx.me()?,
            seat: self.seat,
        };
        count_search(tx, me)?;
        let target = match tx.find(&mobile_owners().at(self.mobile.to_string()))? {
            Some(owner) => Some(Party {
                account: owner.account,
                seat: self.met_in(tx, owner.account)?,
            }),
            None => None,
        };
        if target.is_some_and(|party| party.account == me.account) {
            return Ok(Err(Refusal::Contact(ContactRefusal::Yourself)));
        }
        match decide(tx, tx.now, me, target, Way::Phone, Moment::Open) {
            Ok(()) => answer(tx, me, target, Way::Phone).map(Ok),
            Err(Stop::Refused(refusal)) => Ok(Err(refusal)),
            Err(stop) => Err(stop),
        }
    }
}

impl FindByPhone {
    /// A colleague is met in the organization that both share, anybody else in their main seat.
    fn met_in(
        &self,
        tx: &Tx,
        account: crate::id::AccountId,
    ) -> Result<Option<OrganizationId>, Stop> {
        match self.seat {
            Some(mine) if crate::account::active_seat(tx, account, mine)?.is_some() => {
                Ok(Some(mine))
            }
            _ => main_seat(tx, account),
        }
    }
}

fn count_search(tx: &mut Tx, me: Party) -> Result<(), Stop> {
    let key = quota(me.account).at(());
    let mut counted: Quota = tx.find(&key)?.unwrap_or_default();
    counted.phone_searches.retain(|at| tx.now.since(*at) < DAY);
    let searches = &counted.phone_searches;
    let in_hour = searches
        .iter()
        .filter(|at| tx.now.since(**at) < HOUR)
        .count();
    let limit = if searches.len() >= limits::PHONE_SEARCHES_PER_DAY {
        Some((limits::PHONE_SEARCHES_PER_DAY, searches[0].plus(DAY)))
    } else if in_hour >= limits::PHONE_SEARCHES_PER_HOUR {
        Some((
            limits::PHONE_SEARCHES_PER_HOUR,
            searches[searches.len() - in_hour].plus(HOUR),
        ))
    } else {
        None
    };
    if let Some((most, resets)) = limit {
        return Err(Refusal::Contact(ContactRefusal::SearchLimit {
            most: most as u32,
            resets,
        })
        .into());
    }
    counted.phone_searches.push(tx.now);
    tx.put(&key, &counted)
}
