//! Numbers that a public rule can check: what was typed goes in as text, a checked type or a [`Problem`] comes out.
//!
//! - [`id_document::check`] chooses the rule for a kind of document and the region that issued it (IDV 4).
//! - [`SocialCreditCode`] stands on a mainland business license (REG 3).
//! - [`Mobile`] is a phone number in the one form in which numbers are compared (CON 3).
//! - [`region`] lists the regions of the world, their calling codes and how identity is verified there (IDV 5).
//!
//! Every check reads full-width and Arabic-Indic digits, lower-case letters, spaces, dashes and brackets, and answers in
//! one normal form; the same number typed in two ways is the same value.

pub mod id_document;
pub mod region;

mod hong_kong_id;
mod macao_id;
mod mainland_id;
mod mobile;
mod mrz;
mod signs;
mod social_credit_code;
mod taiwan_id;
#[cfg(test)]
mod testing;

pub use hong_kong_id::HongKongId;
pub use id_document::{DocumentKind, DocumentNumber};
pub use macao_id::MacaoId;
pub use mainland_id::{MainlandId, ResidencePermit};
pub use mobile::Mobile;
pub use mrz::MachineReadableZone;
pub use region::{Region, RegionEntry, VerificationWay, regions};
pub use social_credit_code::SocialCreditCode;
pub use taiwan_id::TaiwanId;

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::time::Date;

/// What is wrong with a number, so that a sentence can say it and how to mend it.
///
/// Places are counted from 1 in the normal form, without spaces, dashes and brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Problem {
    /// Nothing that counts was typed.
    Empty,
    /// Too few or too many signs. For a phone number the digits after the calling code are counted.
    Length { least: u8, most: u8, found: u16 },
    /// This sign cannot stand at this place.
    Sign { sign: char, place: u8 },
    /// The part that names a region names none, or not the one that was chosen.
    Region,
    /// The number says that another region issued the document.
    IssuedElsewhere(Region),
    /// The number belongs to another kind of document.
    OtherDocument(DocumentKind),
    /// A date in the number is on no calendar, such as 31 February.
    Date,
    /// The birth date is later than today.
    DateInFuture,
    /// The document was valid until this day.
    Expired(Date),
    /// The check digit does not fit the rest. Which sign is wrong cannot be known, and which would be right is not told.
    CheckDigit,
    /// A phone number that does not say its country, where none is given either.
    CountryMissing,
    /// No country has this calling code.
    CallingCode,
    /// A phone number, but not in the form that mobile numbers have there.
    NotMobile,
}

/// For logs and `serde`; what people read is in the locales.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// Shows only the last four signs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Masked<'a>(&'a str);

impl<'a> Masked<'a> {
    pub fn last_four(self) -> &'a str {
        let start = self.0.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
        &self.0[start..]
    }
}

impl fmt::Display for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "••••{}", self.last_four())
    }
}

impl fmt::Debug for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What all checked numbers share. `$name` holds its normal form in `number` and has `read(&str)`, which checks all
/// that does not depend on today: it runs when a stored or received number is read again.
macro_rules! checked_number {
    ($name:ident) => {
        impl $name {
            /// The whole number in its normal form.
            pub fn as_str(&self) -> &str {
                &self.number
            }

            pub fn masked(&self) -> crate::numbers::Masked<'_> {
                crate::numbers::Masked(&self.number)
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_tuple(stringify!($name))
                    .field(&self.masked())
                    .finish()
            }
        }

        impl TryFrom<String> for $name {
            type Error = crate::numbers::Problem;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::read(&text)
            }
        }

        impl From<$name> for String {
            fn from(number: $name) -> String {
                number.number
            }
        }
    };
}
use checked_number;
