//! A draft that was never submitted goes, with its documents.

use serde::{Deserialize, Serialize};

use super::{State, application_of, applications};
use crate::{
    blob::{self, Holder},
    command::{Act, Tx},
    id::RegistrationId,
    row::WriteRows,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DiscardDraft {
    pub registration: RegistrationId,
}

impl Act for DiscardDraft {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let application = application_of(tx, me, self.registration)?;
        match application.state_at(tx.now) {
            State::Draft => {}
            _ => return Err(application.refuses_edits(tx.now).into()),
        }
        for document in &application.documents {
            let holder = Holder::Application(me, self.registration);
            blob::let_go(tx, document.file.blob, holder)?;
        }
        tx.remove(&applications(me).at(self.registration))
    }
}
