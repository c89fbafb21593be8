//! A person changes their account's region. Where it has no way of verification, the real region is remembered (IDV 5).

use serde::{Deserialize, Serialize};

use super::{AccountRefusal, profile, profile_of};
use crate::{
    command::{Act, Tx},
    identity::way_of,
    numbers::{Region, VerificationWay},
    refusal::Refusal,
    row::WriteRows,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ChangeRegion {
    pub region: Region,
}

impl Act for ChangeRegion {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let mut person = profile_of(tx, me)?;
        if person.region == self.region {
            return Err(Refusal::Account(AccountRefusal::SameRegion).into());
        }
        let left_a_blocked_one = matches!(way_of(tx, person.region)?, VerificationWay::None { .. });
        person.home_region = match person.home_region {
            Some(home) if home == self.region => None,
            None if left_a_blocked_one => Some(person.region),
            home => home,
        };
        person.region = self.region;
        tx.put(&profile(me).at(()), &person)
    }
}
