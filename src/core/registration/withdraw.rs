//! The applicant takes a submitted application back.

use serde::{Deserialize, Serialize};

use super::{Happened, RegistrationRefusal, State, application_of, happen};
use crate::{
    command::{Act, Tx},
    desk,
    id::RegistrationId,
    refusal::Refusal,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct WithdrawRegistration {
    pub registration: RegistrationId,
}

impl Act for WithdrawRegistration {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let state = application_of(tx, me, self.registration)?.state_at(tx.now);
        if state == State::Draft {
            return Err(Refusal::Registration(RegistrationRefusal::NotSubmitted).into());
        }
        if state.has_ended() {
            return Err(Refusal::Registration(RegistrationRefusal::Ended).into());
        }
        happen(tx, me, self.registration, Happened::Withdrawn)?;
        desk::withdraw_registration(tx, self.registration)
    }
}
