//! One identity number verifies at most five accounts (IDV 8). Only a keyed hash of it stays.

use super::{IdentityCount, IdentityRefusal, identity_counts};
use crate::{
    account::secret,
    command::Tx,
    id::{AccountId, keyed_hash},
    limits,
    numbers::{DocumentKind, DocumentNumber, Region},
    refusal::Refusal,
    row::{ReadRows, WriteRows},
    store::{Fault, Stop},
};

/// Stops when the number has verified as many accounts as it may.
pub(super) fn must_have_room(
    tx: &Tx,
    account: AccountId,
    kind: DocumentKind,
    country: Region,
    number: &DocumentNumber,
) -> Result<([u8; 32], IdentityCount), Stop> {
    let hash = hash(tx, kind, country, number)?;
    let counted = tx.find(&identity_counts().at(hash))?.unwrap_or_default();
    let known = counted.accounts.contains(&account);
    if !known && counted.accounts.len() >= limits::ACCOUNTS_PER_IDENTITY {
        return Err(Refusal::Identity(IdentityRefusal::NumberUsedUp).into());
    }
    Ok((hash, counted))
}

pub(super) fn count(
    tx: &mut Tx,
    account: AccountId,
    kind: DocumentKind,
    country: Region,
    number: &DocumentNumber,
) -> Result<(), Stop> {
    let (hash, mut counted) = must_have_room(tx, account, kind, country, number)?;
    if !counted.accounts.contains(&account) {
        counted.accounts.push(account);
    }
    tx.put(&identity_counts().at(hash), &counted)
}

fn hash(
    tx: &Tx,
    kind: DocumentKind,
    country: Region,
    number: &DocumentNumber,
) -> Result<[u8; 32], Stop> {
    let kind = match kind {
        DocumentKind::IdentityCard => "identity card",
        DocumentKind::Passport => "passport",
        DocumentKind::TravelPermit => "travel permit",
        DocumentKind::ResidencePermit => "residence permit",
        DocumentKind::DrivingLicense => "driving license",
    };
    let Some(secret) = tx.find(&secret().at(()))? else {
        let table = crate::tables::SECRET;
        return Err(Stop::Fault(Fault::Broken { table }));
    };
    let counted = format!("{kind}|{country}|{}", number.as_str());
    Ok(keyed_hash(&secret.0, counted.as_bytes()))
}
