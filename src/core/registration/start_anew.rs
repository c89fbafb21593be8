//! A new application starts from the fields and documents of one that has ended (REG 7).

use serde::{Deserialize, Serialize};

use super::{Application, RegistrationRefusal, State, application_of, begin::open};
use crate::{
    blob::{self, Holder},
    command::{Act, Tx},
    id::RegistrationId,
    refusal::Refusal,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StartAnew {
    pub from: RegistrationId,
}

impl Act for StartAnew {
    type Done = RegistrationId;

    fn decide(&self, tx: &mut Tx) -> Result<RegistrationId, Stop> {
        let me = tx.me()?;
        let old = application_of(tx, me, self.from)?;
        match old.state_at(tx.now) {
            State::Rejected { .. } | State::Withdrawn { .. } | State::Closed { .. } => {}
            State::Approved { .. } => {
                return Err(Refusal::Registration(RegistrationRefusal::Ended).into());
            }
            _ => return Err(Refusal::Registration(RegistrationRefusal::NotEnded).into()),
        }
        let fresh = Application {
            begun: tx.now,
            saved: tx.now,
            events: Vec::new(),
            ..old
        };
        let registration = open(tx, &fresh)?;
        for document in &fresh.documents {
            let holder = Holder::Application(me, registration);
            blob::hold(tx, document.file.blob, holder)?;
        }
        Ok(registration)
    }
}
