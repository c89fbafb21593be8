//! What the form asks (REG 2), as it is typed. Nothing is checked here beyond what can be stored: a draft keeps what
//! people wrote. What it means is read by [`super::check`].

use serde::{Deserialize, Serialize};

use super::Industry;
use crate::{
    limits,
    numbers::Region,
    organization::Realm,
    refusal::{Field, Problem, Refusal},
};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Form {
    pub jurisdiction: Option<Jurisdiction>,
    pub legal_name: String,
    pub display_name: String,
    pub industry: Option<Industry>,
    pub scale: Option<Scale>,
    pub address: String,
    /// On the mainland the Unified Social Credit Code, elsewhere the number in the register of companies.
    pub number: String,
    pub applicant_name: String,
    pub applicant_role: Option<ApplicantRole>,
    pub applicant_position: String,
    pub applicant_mobile: String,
    pub data_region: Option<DataRegion>,
    pub plan: Option<Plan>,
}

/// Under whose law the company was made. It decides the realm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Jurisdiction(pub Region);

/// How many people work there (REG 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Scale {
    UpTo50,
    UpTo100,
    UpTo200,
    UpTo500,
    UpTo1000,
    Above1000,
}

/// Why the applicant may bind the company (REG 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ApplicantRole {
    Founder,
    Executive,
    HrLead,
    OtherWithAuthority,
}

/// Where a linked service keeps the company's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DataRegion {
    MainlandChina,
    Singapore,
    Germany,
    Canada,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Plan {
    Free,
    Business,
    Enterprise,
}

impl Jurisdiction {
    pub fn realm(self) -> Realm {
        match self.0 {
            Region::CN => Realm::Mainland,
            _ => Realm::International,
        }
    }
}

impl Scale {
    pub const ALL: [Self; 6] = [
        Self::UpTo50,
        Self::UpTo100,
        Self::UpTo200,
        Self::UpTo500,
        Self::UpTo1000,
        Self::Above1000,
    ];

    /// The most people of this scale; nothing for the last.
    pub fn most(self) -> Option<u32> {
        match self {
            Self::UpTo50 => Some(50),
            Self::UpTo100 => Some(100),
            Self::UpTo200 => Some(200),
            Self::UpTo500 => Some(500),
            Self::UpTo1000 => Some(1000),
            Self::Above1000 => None,
        }
    }

    /// The fewest people of this scale.
    pub fn least(self) -> u32 {
        match self {
            Self::UpTo50 => 1,
            Self::UpTo100 => 51,
            Self::UpTo200 => 101,
            Self::UpTo500 => 201,
            Self::UpTo1000 => 501,
            Self::Above1000 => 1001,
        }
    }
}

impl ApplicantRole {
    pub const ALL: [Self; 4] = [
        Self::Founder,
        Self::Executive,
        Self::HrLead,
        Self::OtherWithAuthority,
    ];
}

impl DataRegion {
    /// The realms are separate deployments, so each offers its own.
    pub fn offered(realm: Realm) -> &'static [Self] {
        match realm {
            Realm::Mainland => &[Self::MainlandChina],
            Realm::International => &[Self::Singapore, Self::Germany, Self::Canada],
        }
    }
}

impl Plan {
    pub const ALL: [Self; 3] = [Self::Free, Self::Business, Self::Enterprise];
}

impl Form {
    pub fn realm(&self) -> Option<Realm> {
        self.jurisdiction.map(Jurisdiction::realm)
    }

    /// The field that holds the number of the company.
    pub fn number_field(&self) -> Field {
        match self.realm() {
            Some(Realm::International) => Field::RegistrationNumber,
            Some(Realm::Mainland) | None => Field::SocialCreditCode,
        }
    }

    /// Stops what is too long to be kept even as a draft.
    pub fn fits(&self) -> Result<(), Refusal> {
        match self.too_long().first() {
            Some((field, problem)) => Err(Refusal::Input(*field, *problem)),
            None => Ok(()),
        }
    }

    /// What cannot be kept even as a draft.
    pub fn too_long(&self) -> Vec<(Field, Problem)> {
        let most = limits::TYPED;
        let lengths = self
            .typed()
            .map(|(field, text)| (field, text.chars().count()));
        let too_long = lengths.into_iter().filter(|(_, is)| *is > most);
        too_long
            .map(|(field, is)| {
                let (most, is) = (most as u32, is as u32);
                (field, Problem::TooLong { most, is })
            })
            .collect()
    }

    /// The fields in which two forms differ.
    pub fn differs(&self, other: &Form) -> Vec<Field> {
        let texts = self.typed().into_iter().zip(other.typed());
        let mut fields: Vec<_> = texts
            .filter(|(mine, theirs)| mine.1 != theirs.1)
            .map(|(mine, _)| mine.0)
            .collect();
        let chosen = [
            (Field::Jurisdiction, self.jurisdiction == other.jurisdiction),
            (Field::Industry, self.industry == other.industry),
            (Field::Scale, self.scale == other.scale),
            (
                Field::ApplicantRole,
                self.applicant_role == other.applicant_role,
            ),
            (Field::DataRegion, self.data_region == other.data_region),
            (Field::Plan, self.plan == other.plan),
        ];
        fields.extend(
            chosen
                .iter()
                .filter(|(_, same)| !same)
                .map(|(field, _)| *field),
        );
        fields
    }

    /// This form with what another one says in these fields.
    pub fn with(mut self, other: &Form, fields: &[Field]) -> Self {
        for field in fields {
            match field {
                Field::Jurisdiction => self.jurisdiction = other.jurisdiction,
                Field::LegalName => self.legal_name.clone_from(&other.legal_name),
                Field::DisplayName => self.display_name.clone_from(&other.display_name),
                Field::Industry => self.industry = other.industry,
                Field::Scale => self.scale = other.scale,
                Field::Address => self.address.clone_from(&other.address),
                Field::SocialCreditCode | Field::RegistrationNumber => {
                    self.number.clone_from(&other.number);
                }
                Field::ApplicantName => self.applicant_name.clone_from(&other.applicant_name),
                Field::ApplicantRole => self.applicant_role = other.applicant_role,
                Field::ApplicantPosition => {
                    self.applicant_position
                        .clone_from(&other.applicant_position);
                }
                Field::ApplicantMobile => {
                    self.applicant_mobile.clone_from(&other.applicant_mobile);
                }
                Field::DataRegion => self.data_region = other.data_region,
                Field::Plan => self.plan = other.plan,
                _ => {}
            }
        }
        self
    }

    fn typed(&self) -> [(Field, &str); 7] {
        [
            (Field::LegalName, &self.legal_name),
            (Field::DisplayName, &self.display_name),
            (Field::Address, &self.address),
            (self.number_field(), &self.number),
            (Field::ApplicantName, &self.applicant_name),
            (Field::ApplicantPosition, &self.applicant_position),
            (Field::ApplicantMobile, &self.applicant_mobile),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::steps;

    #[test]
    fn a_form_with_all_that_differs_is_the_other_one() {
        let (empty, full) = (Form::default(), steps::form(Region::GB, "Acme Ltd", "Acme"));
        let differs = full.differs(&empty);
        assert_eq!(differs.len(), 13);
        assert_eq!(empty.with(&full, &differs), full);
    }

    #[test]
    fn what_is_too_long_leaves_the_rest() {
        let kept = steps::form(Region::GB, "Acme Ltd", "Acme");
        let typed = Form {
            address: "a".repeat(limits::TYPED + 1),
            display_name: "Acme of Leeds".into(),
            ..kept.clone()
        };
        let too_long: Vec<_> = typed.too_long().iter().map(|one| one.0).collect();
        assert_eq!(too_long, [Field::Address]);
        let mut fields = typed.differs(&kept);
        fields.retain(|field| !too_long.contains(field));
        let with = kept.clone().with(&typed, &fields);
        assert_eq!(
            (&with.address, &*with.display_name),
            (&kept.address, "Acme of Leeds")
        );
    }
}
