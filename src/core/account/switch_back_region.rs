//! After the detour a person returns to their real region with one tap. That undoes nothing (IDV 5).

use serde::{Deserialize, Serialize};

use super::{profile, profile_of};
use crate::{
    command::{Act, Tx},
    refusal::Refusal,
    row::WriteRows,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SwitchBackRegion {}

impl Act for SwitchBackRegion {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let mut person = profile_of(tx, me)?;
        let home = person.home_region.take();
        person.region = home.ok_or(Refusal::NotThere)?;
        tx.put(&profile(me).at(()), &person)
    }
}
