//! A person with several seats chooses the one in which they are met by phone number and begin to act (ACC 2).

use serde::{Deserialize, Serialize};

use super::{SeatState, profile, profile_of, seats};
use crate::{
    command::{Act, Tx},
    id::OrganizationId,
    policy::Rule,
    refusal::Refusal,
    row::{ReadRows, WriteRows},
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ChooseMainSeat {
    pub organization: OrganizationId,
}

impl Act for ChooseMainSeat {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let seat = tx.find(&seats(me).at(self.organization))?;
        match seat.ok_or(Refusal::NotThere)?.state {
            SeatState::Active => {}
            SeatState::Suspended => {
                return Err(Refusal::Policy(Rule::YourSeat).into());
            }
        }
        let mut person = profile_of(tx, me)?;
        person.main_seat = Some(self.organization);
        tx.put(&profile(me).at(()), &person)
    }
}
