//! The regions of the world, and how somebody from there shows who they are.
//!
//! Names are not here: the browser's `Intl.DisplayNames` knows them in every language.

mod table;

use core::fmt;

use serde::{Deserialize, Serialize};

/// A country or region of [`regions`], by its two letters (ISO 3166-1 alpha-2). There is no `Region` that is not listed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "[u8; 2]", into = "[u8; 2]")]
pub struct Region([u8; 2]);

/// What the platform knows of a region. The built-in list is where an operator starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegionEntry {
    pub region: Region,
    /// As passports name it (ICAO 9303-3), mostly ISO 3166-1 alpha-3.
    pub alpha_3: [u8; 3],
    /// What stands behind the `+`. Four digits where a member of the North American plan has its own area code.
    pub calling_code: u16,
    pub verification: VerificationWay,
}

/// How identity is verified (IDV 3, IDV 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum VerificationWay {
    /// Name and number of the mainland identity card.
    Mainland,
    /// Pictures of a document and of a statement.
    Documents,
    /// Blocked; an account that moves to `instead` for the while can be verified there.
    None { instead: Option<Region> },
}

/// All regions in the order of their letters.
pub fn regions() -> &'static [RegionEntry] {
    table::TABLE
}

impl Region {
    pub const CA: Region = Region(*b"CA");
    pub const CH: Region = Region(*b"CH");
    pub const CN: Region = Region(*b"CN");
    pub const FR: Region = Region(*b"FR");
    pub const GB: Region = Region(*b"GB");
    pub const HK: Region = Region(*b"HK");
    pub const MO: Region = Region(*b"MO");
    pub const TW: Region = Region(*b"TW");
    pub const US: Region = Region(*b"US");

    /// `None` unless it is listed. Either case is read.
    pub fn parse(code: &str) -> Option<Region> {
        let code: [u8; 2] = code.as_bytes().try_into().ok()?;
        Region::listed(code.map(|letter| letter.to_ascii_uppercase()))
    }

    /// The issuer or nationality in a machine-readable zone, without fillers. `None` for organizations and people without
    /// a state, which have codes as well.
    pub fn from_passport_code(code: &str) -> Option<Region> {
        let alpha_3 = match code {
            "D" => "DEU",
            "GBD" | "GBN" | "GBO" | "GBP" | "GBS" => "GBR", // kinds of British nationality
            code => code,
        };
        regions()
            .iter()
            .find(|entry| entry.alpha_3 == alpha_3.as_bytes())
            .map(|entry| entry.region)
    }

    pub fn entry(self) -> &'static RegionEntry {
        // A `Region` that is not listed cannot be made.
        &regions()[position(self.0).unwrap_or_default()]
    }

    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }

    fn listed(code: [u8; 2]) -> Option<Region> {
        position(code).map(|_| Region(code))
    }
}

impl RegionEntry {
    const fn new(code: &str, alpha_3: &str, calling_code: u16) -> RegionEntry {
        let (code, alpha_3) = (code.as_bytes(), alpha_3.as_bytes());
        let region = [code[0], code[1]];
        let verification = match &region {
            b"CN" => VerificationWay::Mainland,
            b"US" => VerificationWay::None {
                instead: Some(Region::CA),
            },
            b"FR" => VerificationWay::None {
                instead: Some(Region::CH),
            },
            _ => VerificationWay::Documents,
        };
        RegionEntry {
            region: Region(region),
            alpha_3: [alpha_3[0], alpha_3[1], alpha_3[2]],
            calling_code,
            verification,
        }
    }
}

fn position(code: [u8; 2]) -> Option<usize> {
    regions()
        .binary_search_by_key(&code, |entry| entry.region.0)
        .ok()
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<Region> for [u8; 2] {
    fn from(region: Region) -> [u8; 2] {
        region.0
    }
}

impl TryFrom<[u8; 2]> for Region {
    type Error = &'static str;

    fn try_from(code: [u8; 2]) -> Result<Region, Self::Error> {
        Region::listed(code).ok_or("no region has these letters")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order;
    use proptest::prelude::*;

    #[test]
    fn the_list_has_all_249_of_iso_3166_and_kosovo_in_order() {
        assert_eq!(regions().len(), 249 + 1);
        assert!(regions().is_sorted_by(|a, b| a.region < b.region));
        let mut alpha_3: Vec<_> = regions().iter().map(|entry| entry.alpha_3).collect();
        order::sort(&mut alpha_3);
        alpha_3.dedup();
        assert_eq!(alpha_3.len(), 250);
        for entry in regions() {
            let letters = [&entry.region.0[..], &entry.alpha_3[..]].concat();
            assert!(letters.iter().all(u8::is_ascii_uppercase), "{entry:?}");
            assert_eq!(entry.region.entry(), entry);
            let own_area_code = (1200..=1999).contains(&entry.calling_code);
            assert!(
                (1..=999).contains(&entry.calling_code) || own_area_code,
                "{entry:?}"
            );
        }
    }

    #[test]
    fn only_the_mainland_the_united_states_and_france_differ_from_documents() {
        let others: Vec<_> = regions()
            .iter()
            .filter(|entry| entry.verification != VerificationWay::Documents)
            .collect();
        let ways: Vec<_> = others
            .iter()
            .map(|entry| (entry.region, entry.verification))
            .collect();
        assert_eq!(
            ways,
            [
                (Region::CN, VerificationWay::Mainland),
                (
                    Region::FR,
                    VerificationWay::None {
                        instead: Some(Region::CH)
                    }
                ),
                (
                    Region::US,
                    VerificationWay::None {
                        instead: Some(Region::CA)
                    }
                ),
            ]
        );
    }

    #[test]
    fn whoever_is_sent_elsewhere_can_be_verified_there() {
        for entry in regions() {
            if let VerificationWay::None {
                instead: Some(region),
            } = entry.verification
            {
                assert_eq!(region.entry().verification, VerificationWay::Documents);
            }
        }
    }

    #[test]
    fn named_regions_are_listed_with_their_calling_codes() {
        for (region, calling_code) in [
            (Region::CA, 1),
            (Region::CH, 41),
            (Region::CN, 86),
            (Region::FR, 33),
            (Region::GB, 44),
            (Region::HK, 852),
            (Region::MO, 853),
            (Region::TW, 886),
            (Region::US, 1),
        ] {
            assert_eq!(
                (region.entry().region, region.entry().calling_code),
                (region, calling_code)
            );
        }
    }

    #[test]
    fn passports_name_regions_by_three_letters() {
        for (code, region) in [
            ("CHN", Some("CN")),
            ("D", Some("DE")),
            ("GBN", Some("GB")),
            ("RKS", Some("XK")),
            ("UTO", None),
            ("XXA", None),
            ("", None),
        ] {
            assert_eq!(
                Region::from_passport_code(code),
                region.and_then(Region::parse),
                "{code}"
            );
        }
    }

    #[test]
    fn a_region_is_stored_as_two_letters_and_read_only_if_listed() {
        assert_eq!(postcard::to_allocvec(&Region::HK).unwrap(), b"HK");
        assert_eq!(postcard::from_bytes::<Region>(b"HK"), Ok(Region::HK));
        assert!(postcard::from_bytes::<Region>(b"QQ").is_err());
        assert_eq!(Region::parse("tw"), Some(Region::TW));
        assert_eq!(Region::parse("XX"), None);
    }

    proptest! {
        #[test]
        fn no_text_panics(text: String) {
            let _ = (Region::parse(&text), Region::from_passport_code(&text));
        }
    }
}
