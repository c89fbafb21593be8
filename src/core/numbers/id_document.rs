//! Which check applies to which document (IDV 3, IDV 4).

use core::fmt;

use serde::{Deserialize, Serialize};

use super::signs::{fold, of_length, place};
use super::{
    HongKongId, MacaoId, MachineReadableZone, MainlandId, Masked, Problem, Region, ResidencePermit,
    TaiwanId,
};
use crate::limits;
use crate::time::Date;

/// What somebody shows to be verified (IDV 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DocumentKind {
    IdentityCard,
    Passport,
    TravelPermit,
    ResidencePermit,
    DrivingLicense,
}

impl DocumentKind {
    /// In the order in which they are offered.
    pub const ALL: [DocumentKind; 5] = [
        DocumentKind::IdentityCard,
        DocumentKind::Passport,
        DocumentKind::TravelPermit,
        DocumentKind::ResidencePermit,
        DocumentKind::DrivingLicense,
    ];
}

/// A document's number after the check, and what it tells.
///
/// Whole numbers are erased when the decision is made (IDV 7): until then this stands in a row, afterwards only
/// [`DocumentNumber::last_four`]. A command carries the text as typed and is checked when it is executed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentNumber {
    text: String,
    birth: Option<Date>,
    expiry: Option<Date>,
}

impl DocumentNumber {
    /// The normal form: the same document gives the same text however it was typed, also when its whole machine-readable
    /// zone was (IDV 8).
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub fn last_four(&self) -> &str {
        self.masked().last_four()
    }

    pub fn masked(&self) -> Masked<'_> {
        Masked(&self.text)
    }

    /// Known from mainland numbers and machine-readable zones.
    pub fn birth(&self) -> Option<Date> {
        self.birth
    }

    /// The last day on which the document is valid, known from machine-readable zones.
    pub fn expiry(&self) -> Option<Date> {
        self.expiry
    }
}

impl fmt::Debug for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DocumentNumber")
            .field(&self.masked())
            .finish()
    }
}

/// Checks the number of a document of this kind from this region.
///
/// | document | region | check |
/// |---|---|---|
/// | identity card | CN, HK, MO, TW | [`MainlandId`], [`HongKongId`], [`MacaoId`], [`TaiwanId`] |
/// | residence permit | CN | [`ResidencePermit`] if it begins with 81, 82 or 83 |
/// | residence permit | HK, MO, TW | [`ResidencePermit`] of somebody from there, or the region's own identity number |
/// | passport | all | its number, or its whole [`MachineReadableZone`] |
/// | any but a driving license | all others | the [`MachineReadableZone`], if that was typed |
/// | all others | all others | letters and digits, within bounds |
///
/// An expired zone is refused (IDV 9). A driving license is never held to the holder's identity number, though many
/// regions print that: visitors' licenses bear other numbers.
pub fn check(
    kind: DocumentKind,
    region: Region,
    text: &str,
    today: Date,
) -> Result<DocumentNumber, Problem> {
    use DocumentKind::*;
    let signs = fold(text);
    let begins_with = |starts: &[&str]| starts.iter().any(|start| signs.starts_with(start));
    let begins_with_digit = signs.starts_with(|sign: char| sign.is_ascii_digit());
    match (kind, region) {
        (IdentityCard, Region::CN) => mainland(text, today),
        (IdentityCard, Region::HK) => HongKongId::parse(text).map(plain),
        (IdentityCard, Region::MO) => MacaoId::parse(text).map(plain),
        (IdentityCard, Region::TW) => TaiwanId::parse(text).map(plain),
        (ResidencePermit, Region::CN) if begins_with(&["81", "82", "83"]) => {
            permit(region, text, today)
        }
        (ResidencePermit, Region::HK) if !begins_with_digit => HongKongId::parse(text).map(plain),
        (ResidencePermit, Region::MO) if !begins_with(&["8"]) => MacaoId::parse(text).map(plain),
        (ResidencePermit, Region::TW) if !begins_with_digit => TaiwanId::parse(text).map(plain),
        (ResidencePermit, Region::HK | Region::MO | Region::TW) => permit(region, text, today),
        (DrivingLicense, _) => free(&signs),
        (_, _) if MachineReadableZone::is_meant(&signs) => zone(kind, region, &signs, today),
        (Passport, _) => passport(&signs),
        (IdentityCard | TravelPermit | ResidencePermit, _) => free(&signs),
    }
}

fn plain(number: impl Into<String>) -> DocumentNumber {
    DocumentNumber {
        text: number.into(),
        birth: None,
        expiry: None,
    }
}

fn mainland(text: &str, today: Date) -> Result<DocumentNumber, Problem> {
    let id = MainlandId::parse(text, today)?;
    let birth = Some(id.birth());
    Ok(DocumentNumber { birth, ..plain(id) })
}

fn permit(region: Region, text: &str, today: Date) -> Result<DocumentNumber, Problem> {
    let permit = ResidencePermit::parse(text, today)?;
    if region != Region::CN && region != permit.home() {
        return Err(Problem::Region);
    }
    let birth = Some(permit.birth());
    Ok(DocumentNumber {
        birth,
        ..plain(permit)
    })
}

fn zone(
    kind: DocumentKind,
    region: Region,
    text: &str,
    today: Date,
) -> Result<DocumentNumber, Problem> {
    let zone = MachineReadableZone::parse(text, today)?;
    let is_passport = zone.document.starts_with('P');
    if is_passport && kind != DocumentKind::Passport {
        return Err(Problem::OtherDocument(DocumentKind::Passport));
    }
    match Region::from_passport_code(&zone.issuer) {
        // Passports of Hong Kong and Macao name China as their issuer.
        Some(Region::CN) if is_passport && matches!(region, Region::HK | Region::MO) => {}
        Some(issuer) if issuer != region => return Err(Problem::IssuedElsewhere(issuer)),
        _ => {}
    }
    if let Some(expiry) = zone.expiry.filter(|expiry| *expiry < today) {
        return Err(Problem::Expired(expiry));
    }
    Ok(DocumentNumber {
        birth: zone.birth,
        expiry: zone.expiry,
        ..plain(zone.number)
    })
}

fn passport(signs: &str) -> Result<DocumentNumber, Problem> {
    first_unfit(signs, |sign| sign.is_ascii_alphanumeric())?;
    of_length(
        signs,
        *limits::PASSPORT_NUMBER.start(),
        *limits::PASSPORT_NUMBER.end(),
    )?;
    Ok(plain(signs))
}

fn free(signs: &str) -> Result<DocumentNumber, Problem> {
    first_unfit(signs, char::is_alphanumeric)?;
    of_length(
        signs,
        *limits::DOCUMENT_NUMBER.start(),
        *limits::DOCUMENT_NUMBER.end(),
    )?;
    Ok(plain(signs))
}

fn first_unfit(signs: &str, fits: impl Fn(char) -> bool) -> Result<(), Problem> {
    match signs.chars().enumerate().find(|(_, sign)| !fits(*sign)) {
        Some((at, sign)) => Err(Problem::Sign {
            sign,
            place: place(at),
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
