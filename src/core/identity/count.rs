//! One identity number verifies at most five accounts (IDV 8), whatever document it stands on. Only a keyed hash of it
//! stays.

use super::{IdentityCount, IdentityRefusal, identity_counts};
use crate::{
    account::secret,
    command::Tx,
    id::{AccountId, keyed_hash},
    limits,
    numbers::{
        DocumentKind, DocumentNumber, HongKongId, MacaoId, MainlandId, Region, ResidencePermit,
        TaiwanId,
    },
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
    let Some(secret) = tx.find(&secret().at(()))? else {
        let table = crate::tables::SECRET;
        return Err(Stop::Fault(Fault::Broken { table }));
    };
    let counted = Scheme::of(kind, country, number).counted(number);
    Ok(keyed_hash(&secret.0, counted.as_bytes()))
}

/// Who gave the number, and as what. One number is counted once, though cards, permits and licenses may bear it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Scheme {
    Mainland,
    /// The mainland's residence permits for people from Hong Kong, Macao and Taiwan.
    Permit,
    HongKong,
    Macao,
    Taiwan,
    Passport(Region),
    /// No public rule says what else bears it.
    Free(DocumentKind, Region),
}

impl Scheme {
    fn of(kind: DocumentKind, country: Region, number: &DocumentNumber) -> Self {
        let number = number.as_str();
        match country {
            _ if kind == DocumentKind::Passport => Scheme::Passport(country),
            Region::CN | Region::HK | Region::MO | Region::TW if is::<ResidencePermit>(number) => {
                Scheme::Permit
            }
            Region::CN if is::<MainlandId>(number) => Scheme::Mainland,
            Region::HK if is::<HongKongId>(number) => Scheme::HongKong,
            Region::MO if is::<MacaoId>(number) => Scheme::Macao,
            Region::TW if is::<TaiwanId>(number) => Scheme::Taiwan,
            _ => Scheme::Free(kind, country),
        }
    }

    fn counted(self, number: &DocumentNumber) -> String {
        let number = number.as_str();
        match self {
            Scheme::Mainland => format!("mainland|{number}"),
            Scheme::Permit => format!("permit|{number}"),
            Scheme::HongKong => format!("hong kong|{number}"),
            Scheme::Macao => format!("macao|{number}"),
            Scheme::Taiwan => format!("taiwan|{number}"),
            Scheme::Passport(country) => format!("passport|{country}|{number}"),
            Scheme::Free(kind, country) => format!("{}|{country}|{number}", name(kind)),
        }
    }
}

fn is<N: TryFrom<String>>(number: &str) -> bool {
    N::try_from(number.to_owned()).is_ok()
}

fn name(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::IdentityCard => "identity card",
        DocumentKind::Passport => "passport",
        DocumentKind::TravelPermit => "travel permit",
        DocumentKind::ResidencePermit => "residence permit",
        DocumentKind::DrivingLicense => "driving license",
    }
}

#[cfg(test)]
mod tests {
    use super::{DocumentKind::*, *};
    use crate::{numbers::id_document, time::Date};

    #[test]
    fn a_number_that_several_documents_bear_is_one() {
        let today = Date::new(2024, 6, 1).expect("a day");
        let scheme = |kind, country, text| {
            let number = id_document::check(kind, country, text, today).expect("sound");
            Scheme::of(kind, country, &number)
        };
        let (de, jp) = (region("DE"), region("JP"));
        for (expected, kinds, country, text) in [
            (
                Scheme::Mainland,
                &[IdentityCard, DrivingLicense][..],
                Region::CN,
                "11010519491231002X",
            ),
            (
                Scheme::HongKong,
                &[IdentityCard, ResidencePermit, TravelPermit, DrivingLicense],
                Region::HK,
                "A123456(3)",
            ),
            (
                Scheme::Macao,
                &[IdentityCard, ResidencePermit, DrivingLicense],
                Region::MO,
                "5215299(8)",
            ),
            (
                Scheme::Taiwan,
                &[IdentityCard, ResidencePermit, DrivingLicense],
                Region::TW,
                "A123456789",
            ),
            (
                Scheme::Permit,
                &[ResidencePermit, DrivingLicense],
                Region::CN,
                "810000199408230021",
            ),
            (
                Scheme::Permit,
                &[ResidencePermit, DrivingLicense],
                Region::HK,
                "810000199408230021",
            ),
            (
                Scheme::Passport(Region::HK),
                &[Passport],
                Region::HK,
                "K12345678",
            ),
            (
                Scheme::Free(TravelPermit, Region::HK),
                &[TravelPermit],
                Region::HK,
                "H12345678",
            ),
            (
                Scheme::Free(IdentityCard, de),
                &[IdentityCard],
                de,
                "L01X00T47",
            ),
            (
                Scheme::Free(DrivingLicense, jp),
                &[DrivingLicense],
                jp,
                "A123456(3)",
            ),
        ] {
            for kind in kinds {
                assert_eq!(scheme(*kind, country, text), expected, "{kind:?} {text}");
            }
        }
    }

    fn region(code: &str) -> Region {
        Region::parse(code).expect("a region")
    }
}
