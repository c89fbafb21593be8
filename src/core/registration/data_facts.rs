//! Whose servers hold a company's data, where, and under which law (GOV 1): shown before submission and in the console.

use super::DataRegion;
use crate::organization::Realm;

/// Where this Liaison runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deployment {
    /// Unlinked: this browser is the authority.
    ThisBrowser,
    /// Linked to the service of an operator.
    Service { operator: String },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFacts {
    pub host: Host,
    pub place: Place,
    pub laws: &'static [Law],
}

/// Whose machines hold the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Host {
    /// The person's own, and nobody else's.
    ThisDevice,
    Operator(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Wherever this device is.
    ThisDevice,
    Region(DataRegion),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Law {
    /// China, 2021.
    PersonalInformationProtectionLaw,
    /// China, 2021.
    DataSecurityLaw,
    /// China, 2017.
    CybersecurityLaw,
    /// Singapore, 2012.
    PersonalDataProtectionAct,
    /// European Union, Regulation 2016/679.
    GeneralDataProtectionRegulation,
    /// Germany, 2018.
    FederalDataProtectionAct,
    /// Canada, S.C. 2000, c. 5.
    PersonalInformationProtectionAndElectronicDocumentsAct,
    /// The law of the place where this device is.
    OfThisPlace,
}

/// The facts for a company of a realm. Without a choice the realm's first region stands; a browser keeps everything to
/// itself whatever was chosen.
pub fn data_facts(deployment: &Deployment, realm: Realm, chosen: Option<DataRegion>) -> DataFacts {
    match deployment {
        Deployment::ThisBrowser => DataFacts {
            host: Host::ThisDevice,
            place: Place::ThisDevice,
            laws: &[Law::OfThisPlace],
        },
        Deployment::Service { operator } => {
            let offered = DataRegion::offered(realm);
            let chosen = chosen.filter(|region| offered.contains(region));
            let region = chosen.unwrap_or(offered[0]);
            DataFacts {
                host: Host::Operator(operator.clone()),
                place: Place::Region(region),
                laws: region.laws(),
            }
        }
    }
}

impl DataRegion {
    pub fn laws(self) -> &'static [Law] {
        match self {
            Self::MainlandChina => &[
                Law::PersonalInformationProtectionLaw,
                Law::DataSecurityLaw,
                Law::CybersecurityLaw,
            ],
            Self::Singapore => &[Law::PersonalDataProtectionAct],
            Self::Germany => &[
                Law::GeneralDataProtectionRegulation,
                Law::FederalDataProtectionAct,
            ],
            Self::Canada => &[Law::PersonalInformationProtectionAndElectronicDocumentsAct],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_keeps_the_data_to_itself_and_a_realm_to_its_regions() {
        let here = data_facts(
            &Deployment::ThisBrowser,
            Realm::Mainland,
            Some(DataRegion::MainlandChina),
        );
        assert_eq!(
            (here.host, here.place),
            (Host::ThisDevice, Place::ThisDevice)
        );
        let service = Deployment::Service {
            operator: "Example".into(),
        };
        for (realm, chosen, place) in [
            (
                Realm::Mainland,
                Some(DataRegion::Canada),
                DataRegion::MainlandChina,
            ),
            (
                Realm::International,
                Some(DataRegion::Canada),
                DataRegion::Canada,
            ),
            (Realm::International, None, DataRegion::Singapore),
        ] {
            let facts = data_facts(&service, realm, chosen);
            assert_eq!(facts.place, Place::Region(place));
        }
    }
}
