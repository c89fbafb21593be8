//! A document is taken out of an application. Its bytes go, unless the desk has received them.

use serde::{Deserialize, Serialize};

use super::{application_of, applications};
use crate::{
    blob::{self, Holder},
    command::{Act, Tx},
    id::{BlobId, RegistrationId},
    row::WriteRows,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RemoveDocument {
    pub registration: RegistrationId,
    pub document: BlobId,
}

impl Act for RemoveDocument {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let mut application = application_of(tx, me, self.registration)?;
        let at = application.place_of(self.document)?;
        let kind = application.documents[at].kind;
        application.may_edit(&[kind.field()], tx.now)?;
        application.documents.remove(at);
        let holder = Holder::Application(me, self.registration);
        blob::let_go(tx, self.document, holder)?;
        application.saved = tx.now;
        tx.put(&applications(me).at(self.registration), &application)
    }
}
