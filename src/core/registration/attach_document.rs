//! A document is added to an application (REG 3).

use serde::{Deserialize, Serialize};

use super::{Document, DocumentKind, Says, application_of, applications};
use crate::{
    blob::{self, Holder, Upload},
    command::{Act, Tx},
    id::RegistrationId,
    limits,
    refusal::{Problem, Refusal},
    row::WriteRows,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AttachDocument {
    pub registration: RegistrationId,
    pub kind: DocumentKind,
    pub upload: Upload,
    pub says: Says,
}

impl Act for AttachDocument {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let mut application = application_of(tx, me, self.registration)?;
        application.may_edit(&[self.kind.field()], tx.now)?;
        let file = self.upload.check(self.kind.field())?;
        self.says.fits()?;
        let same_kind = application
            .documents
            .iter()
            .filter(|document| document.kind == self.kind);
        if same_kind.count() >= limits::DOCUMENTS_OF_A_KIND {
            let most = limits::DOCUMENTS_OF_A_KIND as u32;
            return Err(Refusal::Input(self.kind.field(), Problem::TooMany { most }).into());
        }
        blob::take_in(tx, file.blob, Holder::Application(me, self.registration))?;
        application.documents.push(Document {
            kind: self.kind,
            file,
            says: self.says.clone(),
        });
        application.saved = tx.now;
        tx.put(&applications(me).at(self.registration), &application)
    }
}
