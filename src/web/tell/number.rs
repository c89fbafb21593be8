use liaison_core::numbers::{DocumentKind, Problem};
use liaison_ui::{Text, intl};

use crate::words::refusal::{document_kind as kind_word, number as word};

/// What is wrong with a number. It never says which digit.
pub fn number_problem(field: Text, problem: Problem) -> Text {
    match problem {
        Problem::Empty => word::empty(field),
        Problem::Length { least, most, found } if least == most => {
            word::length_exact(field, u64::from(least), u64::from(found))
        }
        Problem::Length { least, most, found } => {
            word::length(field, u64::from(least), u64::from(most), u64::from(found))
        }
        Problem::Sign { sign, place } => word::sign(field, sign.to_string(), u64::from(place)),
        Problem::Region => word::region(field),
        Problem::IssuedElsewhere(region) => {
            word::issued_elsewhere(field, intl::region_name(region.as_str()))
        }
        Problem::OtherDocument(kind) => word::other_document(field, document_kind(kind)),
        Problem::Date => word::date(field),
        Problem::DateInFuture => word::date_in_future(field),
        Problem::Expired(date) => word::expired(intl::day(date.days())),
        Problem::CheckDigit => word::check_digit(field),
        Problem::CountryMissing => word::country_missing(field),
        Problem::CallingCode => word::calling_code(field),
        Problem::NotMobile => word::not_mobile(field),
    }
}

pub fn document_kind(kind: DocumentKind) -> Text {
    match kind {
        DocumentKind::IdentityCard => kind_word::identity_card(),
        DocumentKind::Passport => kind_word::passport(),
        DocumentKind::TravelPermit => kind_word::travel_permit(),
        DocumentKind::ResidencePermit => kind_word::residence_permit(),
        DocumentKind::DrivingLicense => kind_word::driving_license(),
    }
}
