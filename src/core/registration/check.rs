//! The strict reading of a draft: everything that is wrong with it at once, field by field, or the statement that may be
//! submitted. Screens show what is found; submission stops at the first.

use super::{
    Applicant, Application, DataRegion, Document, DocumentKind, EntityNumber, Evidence, Form,
    Happened, Jurisdiction, State, Statement, Wanted,
};
use crate::{
    findings::{Finding, Findings},
    limits,
    numbers::Mobile,
    organization::Realm,
    refusal::{Field, Problem},
    text::Line,
    time::{Date, Time},
};

/// What must be mended before submission.
pub fn check(form: &Form, documents: &[Document], today: Date) -> Vec<Finding> {
    read_on(form, documents, |_| today)
        .err()
        .unwrap_or_default()
}

impl Application {
    /// What must be mended before the application can be submitted, or submitted again.
    pub fn check_at(&self, now: Time) -> Vec<Finding> {
        self.statement(now).err().unwrap_or_default()
    }

    /// Reads the application as a statement. A document that was received and is not asked about cannot be mended, so it
    /// is held to the day on which it was last open.
    pub(super) fn statement(&self, now: Time) -> Result<Statement, Vec<Finding>> {
        let realm = self.form.realm().unwrap_or(Realm::International);
        let state = self.state_at(now);
        let day = |kind: DocumentKind| {
            let open = match &state {
                State::QuestionOpen { question, .. } => question.opens(kind.field()),
                _ => true,
            };
            let received = self.received(kind.field()).filter(|_| !open);
            received.unwrap_or(now).date(realm.offset())
        };
        read_on(&self.form, &self.documents, day)
    }

    /// When the desk was given a field or document that could be mended, the last time: with the first submission, or
    /// with an answer to a question about it.
    fn received(&self, field: Field) -> Option<Time> {
        let (mut open, mut received) = (true, None);
        for event in &self.events {
            match &event.what {
                Happened::Asked(question) => open = question.opens(field),
                Happened::Submitted | Happened::Answered if open => received = Some(event.at),
                _ => {}
            }
        }
        received
    }
}

/// `today` may be another day for each kind of document.
fn read_on(
    form: &Form,
    documents: &[Document],
    today: impl Fn(DocumentKind) -> Date,
) -> Result<Statement, Vec<Finding>> {
    let mut found = Findings::default();
    let statement = read(&mut found, form, documents, &today);
    found.end(statement)
}

fn read(
    found: &mut Findings,
    form: &Form,
    documents: &[Document],
    today: &dyn Fn(DocumentKind) -> Date,
) -> Option<Statement> {
    let jurisdiction = found.chosen(Field::Jurisdiction, form.jurisdiction);
    let legal_name = found.line(Field::LegalName, &form.legal_name, limits::LEGAL_NAME);
    let display_name = found.line(Field::DisplayName, &form.display_name, limits::DISPLAY_NAME);
    let number = jurisdiction.and_then(|jurisdiction| {
        let number = EntityNumber::parse(jurisdiction, &form.number);
        found.value(form.number_field(), number)
    });
    let industry = found.chosen(Field::Industry, form.industry);
    let scale = found.chosen(Field::Scale, form.scale);
    let address = found.line(Field::Address, &form.address, limits::ADDRESS);
    let name = found.line(
        Field::ApplicantName,
        &form.applicant_name,
        limits::PERSON_NAME,
    );
    let role = found.chosen(Field::ApplicantRole, form.applicant_role);
    let position = found.line(
        Field::ApplicantPosition,
        &form.applicant_position,
        limits::TITLE,
    );
    let mobile = mobile(found, form);
    let data_region = data_region(found, form);
    let plan = found.chosen(Field::Plan, form.plan);
    let evidence = jurisdiction.map(|jurisdiction| {
        kinds_of_documents(found, jurisdiction, documents);
        let read = |document: &Document| {
            let today = today(document.kind);
            evidence(found, form, number.as_ref(), document, today)
        };
        documents.iter().filter_map(read).collect()
    });
    Some(Statement {
        jurisdiction: jurisdiction?,
        legal_name: legal_name?,
        display_name: display_name?,
        industry: industry?,
        scale: scale?,
        address: address?,
        number: number?,
        applicant: Applicant {
            name: name?,
            role: role?,
            position: position?,
            mobile: mobile?,
        },
        data_region: data_region?,
        plan: plan?,
        evidence: evidence?,
    })
}

fn mobile(found: &mut Findings, form: &Form) -> Option<Mobile> {
    let text = form.applicant_mobile.trim();
    let region = form.jurisdiction.map(|jurisdiction| jurisdiction.0);
    let mobile = match text {
        "" => Err(Problem::Missing),
        text => Mobile::parse(text, region).map_err(Problem::Number),
    };
    found.value(Field::ApplicantMobile, mobile)
}

/// A region that the realm does not offer was chosen before the jurisdiction changed: it is asked anew.
fn data_region(found: &mut Findings, form: &Form) -> Option<DataRegion> {
    let realm = form.realm()?;
    let offered = |region: &DataRegion| DataRegion::offered(realm).contains(region);
    found.chosen(Field::DataRegion, form.data_region.filter(offered))
}

fn kinds_of_documents(found: &mut Findings, jurisdiction: Jurisdiction, documents: &[Document]) {
    for kind in DocumentKind::ALL {
        let there = documents.iter().any(|document| document.kind == kind);
        match kind.wanted(jurisdiction) {
            Wanted::Always if !there => found.note(kind.field(), Problem::Missing),
            Wanted::Never if there => found.note(kind.field(), Problem::NotWanted),
            _ => {}
        }
    }
}

fn evidence(
    found: &mut Findings,
    form: &Form,
    number: Option<&EntityNumber>,
    document: &Document,
    today: Date,
) -> Option<Evidence> {
    found.document = Some(document.file.blob);
    let says = &document.says;
    let legal_name = found.line(
        Field::DocumentLegalName,
        &says.legal_name,
        limits::LEGAL_NAME,
    );
    let differs = |name: &Line| name.folded() != crate::text::folded(&form.legal_name);
    if legal_name.as_ref().is_some_and(differs) {
        found.note(Field::DocumentLegalName, Problem::Differs(Field::LegalName));
    }
    let issued = found.date_that_must_be(Field::IssuedOn, &says.issued);
    let expires = found.date(Field::ExpiresOn, &says.expires);
    if issued.is_some_and(|issued| issued > today) {
        found.note(Field::IssuedOn, Problem::InFuture);
    }
    if expires.is_some_and(|expires| expires < today) {
        found.note(Field::ExpiresOn, Problem::Expired);
    }
    let number = document_number(found, number, document);
    found.document = None;
    Some(Evidence {
        kind: document.kind,
        file: document.file.clone(),
        legal_name: legal_name?,
        number,
        issued: issued?,
        expires,
    })
}

/// The document that founds the company carries the company's number; others carry their own.
fn document_number(
    found: &mut Findings,
    company: Option<&EntityNumber>,
    document: &Document,
) -> Option<Line> {
    let text = &document.says.number;
    let company = company?;
    let founding = match document.kind {
        DocumentKind::BusinessLicense => company.field() == Field::SocialCreditCode,
        DocumentKind::CertificateOfIncorporation => company.field() == Field::RegistrationNumber,
        DocumentKind::Other => false,
    };
    if founding {
        if !found.value(Field::DocumentNumber, company.is_written(text))? {
            found.note(Field::DocumentNumber, Problem::Differs(company.field()));
        }
    } else if document.kind == DocumentKind::Other && text.trim().is_empty() {
        return None;
    }
    found.line(Field::DocumentNumber, text, limits::PROOF_NUMBER)
}

#[cfg(test)]
mod tests;
