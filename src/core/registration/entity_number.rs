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

    /// The one legal entity in all the registers of the world, as a key.
    pub fn entity(&self) -> String {
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
