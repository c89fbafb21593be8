//! What a company does, in two levels. The codes are stored and stay for ever; the words are in the locales.

use serde::{Deserialize, Serialize};

macro_rules! industries {
    ($($sector:ident { $($industry:ident = $code:literal,)* })*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Sector {
            $($sector,)*
        }

        /// Belongs to exactly one [`Sector`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "u16", into = "u16")]
        #[repr(u16)]
        pub enum Industry {
            $($($industry = $code,)*)*
        }

        impl Sector {
            pub const ALL: &[Sector] = &[$(Sector::$sector),*];

            pub fn industries(self) -> &'static [Industry] {
                match self {
                    $(Sector::$sector => &[$(Industry::$industry),*],)*
                }
            }
        }

        impl Industry {
            pub const ALL: &[Industry] = &[$($(Industry::$industry),*),*];

            pub fn sector(self) -> Sector {
                match self {
                    $($(Industry::$industry)|* => Sector::$sector,)*
                }
            }

            pub fn code(self) -> u16 {
                self as u16
            }
        }
    };
}

industries! {
    Technology {
        Software = 101,
        InternetServices = 102,
        Hardware = 103,
        Telecommunications = 104,
        Semiconductors = 105,
        SystemsIntegration = 106,
    }
    Finance {
        Banking = 201,
        Insurance = 202,
        Securities = 203,
        Investment = 204,
        Payments = 205,
    }
    Manufacturing {
        Machinery = 301,
        Electronics = 302,
        Vehicles = 303,
        Chemicals = 304,
        Metals = 305,
        Textiles = 306,
        FoodAndDrink = 307,
        Furniture = 308,
    }
    Trade {
        Retail = 401,
        Wholesale = 402,
        OnlineRetail = 403,
        ImportAndExport = 404,
    }
    Construction {
        RealEstate = 501,
        Building = 502,
        Engineering = 503,
        PropertyManagement = 504,
    }
    Transport {
        Logistics = 601,
        Shipping = 602,
        Aviation = 603,
        PassengerTransport = 604,
    }
    Hospitality {
        Hotels = 701,
        Restaurants = 702,
        Travel = 703,
        Leisure = 704,
    }
    Health {
        Hospitals = 801,
        Pharmaceuticals = 802,
        MedicalDevices = 803,
        Care = 804,
    }
    Education {
        Schools = 901,
        Universities = 902,
        Training = 903,
        Research = 904,
    }
    ProfessionalServices {
        Law = 1001,
        Accounting = 1002,
        Consulting = 1003,
        HumanResources = 1004,
        Design = 1005,
    }
    Media {
        Advertising = 1101,
        Publishing = 1102,
        FilmAndMusic = 1103,
        Games = 1104,
    }
    Resources {
        Energy = 1201,
        Mining = 1202,
        Water = 1203,
        Agriculture = 1204,
        Fishing = 1205,
    }
    PublicSector {
        Government = 1301,
        Associations = 1302,
        Charities = 1303,
        OtherIndustry = 1399,
    }
}

impl From<Industry> for u16 {
    fn from(industry: Industry) -> u16 {
        industry.code()
    }
}

impl TryFrom<u16> for Industry {
    type Error = &'static str;

    fn try_from(code: u16) -> Result<Self, Self::Error> {
        let same = |industry: &&Industry| industry.code() == code;
        Self::ALL
            .iter()
            .find(same)
            .copied()
            .ok_or("no industry has this code")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_reads_back_and_begins_with_its_sector() {
        for (at, sector) in Sector::ALL.iter().enumerate() {
            for industry in sector.industries() {
                assert_eq!(Industry::try_from(industry.code()), Ok(*industry));
                assert_eq!(usize::from(industry.code() / 100), at + 1, "{industry:?}");
                assert_eq!(industry.sector(), *sector);
            }
        }
        assert!(Industry::try_from(100).is_err());
    }
}
