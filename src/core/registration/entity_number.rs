//! The number under which a company stands in a public register.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Jurisdiction;
use crate::{
    limits,
    numbers::SocialCreditCode,
    organization::Realm,
    refusal::{Field, Problem},
    text::folded,
};

/// In its normal form, so that one company has one number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntityNumber {
    pub jurisdiction: Jurisdiction,
    normal: String,
}

impl EntityNumber {
    /// Mainland: Unified Social Credit Code (GB 32100-2015). Elsewhere no rule is common to all registers: letters and
    /// digits, and the signs that stand between them.
    pub fn parse(jurisdiction: Jurisdiction, text: &str) -> Result<Self, Problem> {
        if text.trim().is_empty() {
            return Err(Problem::Missing);
        }
        let normal = match jurisdiction.realm() {
            Realm::Mainland => SocialCreditCode::parse(text)
                .map_err(Problem::Number)?
                .as_str()
                .to_owned(),
            Realm::International => in_a_register(text)?,
        };
        Ok(Self {
            jurisdiction,
            normal,
        })
    }

    pub fn field(&self) -> Field {
        match self.jurisdiction.realm() {
            Realm::Mainland => Field::SocialCreditCode,
            Realm::International => Field::RegistrationNumber,
        }
    }

    /// Whether a text, as it stands on a document, is this number.
    pub fn is_written(&self, text: &str) -> Result<bool, Problem> {
        Self::parse(self.jurisdiction, text).map(|read| read == *self)
    }

    /// The place in the registers of a country, as a key.
    pub fn place(&self) -> String {
        format!("{}/{}", self.jurisdiction.0, self.normal)
    }
}

fn in_a_register(text: &str) -> Result<String, Problem> {
    let typed = folded(text).to_uppercase();
    let normal: String = typed
        .chars()
        .filter(|sign| !" -./()".contains(*sign))
        .collect();
    let (least, most) = limits::REGISTRATION_NUMBER.into_inner();
    let signs = normal.chars().count();
    if !normal.chars().all(char::is_alphanumeric) {
        Err(Problem::Form)
    } else if signs < least {
        let least = least as u32;
        Err(Problem::TooShort { least })
    } else if signs > most {
        let (most, is) = (most as u32, signs as u32);
        Err(Problem::TooLong { most, is })
    } else {
        Ok(normal)
    }
}

impl fmt::Display for EntityNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.normal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::Region;

    #[test]
    fn one_number_is_written_in_many_ways() {
        let number = |region, text| EntityNumber::parse(Jurisdiction(region), text).unwrap();
        let (mainland, abroad) = (
            number(Region::CN, "91350100M000100Y43"),
            number(Region::GB, "SC 123-456"),
        );
        for (number, text, expected) in [
            (&mainland, "91350100m000100y43", Ok(true)),
            (&mainland, " 9135 0100 M000 100Y 43", Ok(true)),
            (&abroad, "sc123456", Ok(true)),
            (&abroad, "ＳＣ１２３４５６", Ok(true)),
            (&abroad, "SC 123 457", Ok(false)),
            (&abroad, "", Err(Problem::Missing)),
        ] {
            assert_eq!(number.is_written(text), expected, "{text}");
        }
    }
}
