//! The way of Hong Kong, Macao, Taiwan and overseas (IDV 3): a certificate, and a statement that shows the same name.

use serde::{Deserialize, Serialize};

use super::{
    IdentityRefusal, correction,
    count::must_have_room,
    identity_of, must_be_free, pend,
    read::{realm_of, today},
    way_of,
};
use crate::{
    account::profile_of,
    blob::{self, Holder, Upload},
    command::{Act, Tx},
    desk::{Pictures, Shown, SubmittedIdentity, receive_identity},
    findings::first,
    id::SubmissionId,
    numbers::{DocumentKind, Region, VerificationWay},
    refusal::Refusal,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SubmitDocuments {
    pub name: String,
    /// Who issued the document; independent of the account's region.
    pub country: Option<Region>,
    pub kind: Option<DocumentKind>,
    /// The number, or the lines of the machine-readable zone.
    pub number: String,
    /// `YYYY-MM-DD`; empty where the document does not say.
    pub expires: String,
    pub certificate: Option<Upload>,
    pub statement: Option<Upload>,
    pub statement_date: String,
    /// Why a verified name should change; nothing where none is verified yet.
    pub correction: Option<String>,
}

impl Act for SubmitDocuments {
    type Done = SubmissionId;

    fn decide(&self, tx: &mut Tx) -> Result<SubmissionId, Stop> {
        let me = tx.me()?;
        let region = profile_of(tx, me)?.region;
        let mine = identity_of(tx, me)?;
        must_be_free(&mine, self.correction.is_some(), tx.now)?;
        match way_of(tx, region)? {
            VerificationWay::Documents => {}
            VerificationWay::Mainland => {
                return Err(Refusal::Identity(IdentityRefusal::OtherWay).into());
            }
            VerificationWay::None { .. } => {
                return Err(Refusal::Identity(IdentityRefusal::NoWayInRegion).into());
            }
        }
        let read = self.read(today(region, tx.now)).map_err(first)?;
        must_have_room(tx, me, read.kind, read.country, &read.number)?;
        let submission = tx.mint();
        for picture in [&read.certificate, &read.statement] {
            blob::take_in(tx, picture.blob, Holder::Identity(submission))?;
        }
        pend(tx, submission)?;
        let submitted = SubmittedIdentity {
            account: me,
            at: tx.now,
            country: read.country,
            kind: read.kind,
            last_four: read.number.last_four().into(),
            evidence: Some(Shown {
                name: read.name,
                number: read.number,
                pictures: Some(Pictures {
                    certificate: read.certificate,
                    expires: read.expires,
                    statement: read.statement,
                    statement_date: read.statement_date,
                }),
                correction: correction(&mine, read.correction),
            }),
        };
        receive_identity(tx, submission, realm_of(region), submitted)?;
        Ok(submission)
    }
}
