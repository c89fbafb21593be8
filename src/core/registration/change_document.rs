//! What stands on a document is typed or corrected.

use serde::{Deserialize, Serialize};

use super::{Says, application_of, applications};
use crate::{
    command::{Act, Tx},
    id::{BlobId, RegistrationId},
    refusal::Refusal,
    row::WriteRows,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ChangeDocument {
    pub registration: RegistrationId,
    pub document: BlobId,
    pub says: Says,
}

impl Act for ChangeDocument {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let mut application = application_of(tx, me, self.registration)?;
        let at = application.place_of(self.document)?;
        let kind = application.documents[at].kind;
        application.may_edit(&[kind.field()], tx.now)?;
        self.says.fits()?;
        application.documents[at].says = self.says.clone();
        application.saved = tx.now;
        tx.put(&applications(me).at(self.registration), &application)
    }
}

impl super::Application {
    pub(super) fn place_of(&self, document: BlobId) -> Result<usize, Refusal> {
        let same = |other: &super::Document| other.file.blob == document;
        let place = self.documents.iter().position(same);
        place.ok_or(Refusal::NotThere)
    }
}
