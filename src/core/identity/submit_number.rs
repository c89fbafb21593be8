//! The mainland's way (IDV 3): the name as on the identity card, and the ID card number. A residence permit of somebody
//! from Hong Kong, Macao or Taiwan has a number of the same shape and is taken for what it is.

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
    command::{Act, Tx},
    desk::{Shown, SubmittedIdentity, receive_identity},
    findings::first,
    id::SubmissionId,
    numbers::{Region, VerificationWay},
    refusal::Refusal,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SubmitNumber {
    /// As on the identity card or the residence permit.
    pub name: String,
    pub number: String,
    /// Why a verified name should change; nothing where none is verified yet.
    pub correction: Option<String>,
}

impl Act for SubmitNumber {
    type Done = SubmissionId;

    fn decide(&self, tx: &mut Tx) -> Result<SubmissionId, Stop> {
        let me = tx.me()?;
        let region = profile_of(tx, me)?.region;
        let mine = identity_of(tx, me)?;
        must_be_free(&mine, self.correction.is_some(), tx.now)?;
        match way_of(tx, region)? {
            VerificationWay::Mainland => {}
            VerificationWay::Documents => {
                return Err(Refusal::Identity(IdentityRefusal::OtherWay).into());
            }
            VerificationWay::None { .. } => {
                return Err(Refusal::Identity(IdentityRefusal::NoWayInRegion).into());
            }
        }
        let read = self.read(today(region, tx.now)).map_err(first)?;
        let country = Region::CN;
        must_have_room(tx, me, read.kind, country, &read.number)?;
        let submission = tx.mint();
        pend(tx, submission)?;
        let submitted = SubmittedIdentity {
            account: me,
            at: tx.now,
            country,
            kind: read.kind,
            last_four: read.number.last_four().into(),
            evidence: Some(Shown {
                name: read.name,
                number: read.number,
                pictures: None,
                correction: correction(&mine, read.correction),
            }),
        };
        receive_identity(tx, submission, realm_of(region), submitted)?;
        Ok(submission)
    }
}
