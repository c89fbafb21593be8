//! The strict reading of what a person shows, everything at once, for the fields of the form and for the act alike.

use super::{submit_documents::SubmitDocuments, submit_number::SubmitNumber};
use crate::{
    blob::File,
    findings::{Finding, Findings},
    limits,
    numbers::{DocumentKind, DocumentNumber, Problem as NumberProblem, Region, id_document},
    organization::Realm,
    refusal::{Field, Problem},
    text::{Line, Prose},
    time::{Date, Time},
};

pub struct ReadNumber {
    pub name: Line,
    /// An identity card, or a residence permit of somebody from Hong Kong, Macao or Taiwan.
    pub kind: DocumentKind,
    pub number: DocumentNumber,
    pub correction: Option<Prose>,
}

pub struct ReadDocuments {
    pub name: Line,
    pub country: Region,
    pub kind: DocumentKind,
    pub number: DocumentNumber,
    pub expires: Option<Date>,
    pub certificate: File,
    pub statement: File,
    pub statement_date: Date,
    pub correction: Option<Prose>,
}

/// Whose business days count for a person, and where their day begins.
pub fn realm_of(region: Region) -> Realm {
    match region {
        Region::CN => Realm::Mainland,
        _ => Realm::International,
    }
}

/// The day on which a person from there types.
pub fn today(region: Region, now: Time) -> Date {
    let realm = match region {
        Region::CN | Region::HK | Region::MO | Region::TW => Realm::Mainland,
        _ => Realm::International,
    };
    now.date(realm.offset())
}

impl SubmitNumber {
    pub fn read(&self, today: Date) -> Result<ReadNumber, Vec<Finding>> {
        let mut found = Findings::default();
        let name = found.line(Field::RealName, &self.name, limits::PERSON_NAME);
        let kind = kind_of(&self.number, today);
        let number = number(
            &mut found,
            Field::IdNumber,
            kind,
            Region::CN,
            &self.number,
            today,
        );
        let correction = reason(&mut found, &self.correction);
        let read = name.zip(number).map(|(name, number)| ReadNumber {
            name,
            kind,
            number,
            correction,
        });
        found.end(read)
    }
}

/// The mainland's two kinds of number are told apart by how they begin.
fn kind_of(text: &str, today: Date) -> DocumentKind {
    let card = DocumentKind::IdentityCard;
    match id_document::check(card, Region::CN, text, today) {
        Err(NumberProblem::OtherDocument(kind)) => kind,
        _ => card,
    }
}

impl SubmitDocuments {
    pub fn read(&self, today: Date) -> Result<ReadDocuments, Vec<Finding>> {
        let mut found = Findings::default();
        let read = self.all(&mut found, today);
        found.end(read)
    }

    fn all(&self, found: &mut Findings, today: Date) -> Option<ReadDocuments> {
        let name = found.line(Field::RealName, &self.name, limits::PERSON_NAME);
        let country = found.chosen(Field::DocumentCountry, self.country);
        let kind = found.chosen(Field::DocumentKind, self.kind);
        let number = match country.zip(kind) {
            Some((country, kind)) => {
                let at = Field::DocumentNumber;
                number(found, at, kind, country, &self.number, today)
            }
            None => {
                must_be_typed(found, Field::DocumentNumber, &self.number);
                None
            }
        };
        let expires = expiry(found, number.as_ref(), &self.expires, today);
        let certificate = picture(found, Field::IdCertificate, &self.certificate);
        let statement = picture(found, Field::Statement, &self.statement);
        let dated = found.date_that_must_be(Field::StatementDate, &self.statement_date);
        if let Some(dated) = dated {
            if dated > today {
                found.note(Field::StatementDate, Problem::InFuture);
            } else if dated < today.months_earlier(limits::STATEMENT_MONTHS) {
                let months = u32::from(limits::STATEMENT_MONTHS);
                found.note(Field::StatementDate, Problem::TooOld { months });
            }
        }
        let correction = reason(found, &self.correction);
        Some(ReadDocuments {
            name: name?,
            country: country?,
            kind: kind?,
            number: number?,
            expires,
            certificate: certificate?,
            statement: statement?,
            statement_date: dated?,
            correction,
        })
    }
}

fn number(
    found: &mut Findings,
    at: Field,
    kind: DocumentKind,
    country: Region,
    text: &str,
    today: Date,
) -> Option<DocumentNumber> {
    must_be_typed(found, at, text)?;
    let number = id_document::check(kind, country, text, today).map_err(Problem::Number);
    found.value(at, number)
}

fn must_be_typed(found: &mut Findings, at: Field, text: &str) -> Option<()> {
    found.chosen(at, (!text.trim().is_empty()).then_some(()))
}

fn reason(found: &mut Findings, correction: &Option<String>) -> Option<Prose> {
    found.prose(Field::Reason, correction.as_ref()?, limits::REASON)
}

/// What is typed, or what a machine-readable zone says; both must say the same (IDV 9).
fn expiry(
    found: &mut Findings,
    number: Option<&DocumentNumber>,
    text: &str,
    today: Date,
) -> Option<Date> {
    let read = number.and_then(DocumentNumber::expiry);
    let typed = found.date(Field::ExpiresOn, text);
    if typed.is_some_and(|typed| typed < today) {
        found.note(Field::ExpiresOn, Problem::Expired);
    } else if typed.is_some() && read.is_some() && typed != read {
        found.note(Field::ExpiresOn, Problem::Differs(Field::DocumentNumber));
    }
    typed.or(read)
}

fn picture(
    found: &mut Findings,
    field: Field,
    upload: &Option<crate::blob::Upload>,
) -> Option<File> {
    let upload = found.chosen(field, upload.as_ref())?;
    found.checked(field, upload.check(field))
}
