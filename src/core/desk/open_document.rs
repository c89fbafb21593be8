//! A reviewer looks at a document or picture. Every opening is logged (DESK 2).

use serde::{Deserialize, Serialize};

use super::{CaseId, case::case_in_reach, log::note, subject};
use crate::{
    audit::{Fact, What},
    blob::{Holder, blobs},
    command::{Act, Tx},
    id::BlobId,
    refusal::Refusal,
    row::ReadRows,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OpenDocument {
    pub case: CaseId,
    pub blob: BlobId,
}

impl Act for OpenDocument {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        case_in_reach(tx, self.case)?;
        let blob = tx.find(&blobs().at(self.blob))?;
        let holder = match self.case {
            CaseId::Registration(registration) => Holder::Registration(registration),
            CaseId::Identity(submission) => Holder::Identity(submission),
        };
        if !blob.is_some_and(|blob| blob.holders.contains(&holder)) {
            return Err(Refusal::NotThere.into());
        }
        let field = super::field_of(tx, self.case, self.blob)?;
        let fact = Fact::new(What::DocumentOpened, subject(tx, self.case)?);
        note(tx, self.case, fact.concerning(field.as_slice()))
    }
}
