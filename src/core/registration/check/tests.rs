use super::*;
use crate::{
    demo::steps,
    numbers,
    numbers::Region,
    registration::{Says, Scale},
};

const HK: Region = Region::HK;

fn today() -> Date {
    Date::from_iso("2024-06-10").unwrap()
}

/// What is found after a change to a sound form and its documents, without the places.
fn found(
    region: Region,
    change: impl FnOnce(&mut Form, &mut Vec<Document>),
) -> Vec<(Field, Problem)> {
    let mut form = steps::form(region, "海蓝科技有限公司", "海蓝");
    let jurisdiction = Jurisdiction(region);
    let wanted = |kind: &DocumentKind| kind.wanted(jurisdiction) == Wanted::Always;
    let document = |kind| Document {
        kind,
        file: steps::upload(&format!("{kind:?}.pdf"))
            .check(Field::File)
            .unwrap(),
        says: steps::says(&form),
    };
    let kinds = DocumentKind::ALL.into_iter().filter(wanted);
    let mut documents = kinds.map(document).collect();
    change(&mut form, &mut documents);
    let found = check(&form, &documents, today());
    found.iter().map(|one| (one.field, one.problem)).collect()
}

fn says(documents: &mut [Document]) -> &mut Says {
    &mut documents[0].says
}

#[test]
fn a_sound_application_has_no_faults() {
    for region in [Region::CN, HK, Region::GB] {
        assert_eq!(found(region, |_, _| ()), []);
    }
}

#[test]
fn an_empty_form_is_faulted_field_by_field_and_at_once() {
    let all = check(&Form::default(), &[], today());
    let fields: Vec<_> = all.iter().map(|one| one.field).collect();
    assert_eq!(
        fields,
        [
            Field::Jurisdiction,
            Field::LegalName,
            Field::DisplayName,
            Field::Industry,
            Field::Scale,
            Field::Address,
            Field::ApplicantName,
            Field::ApplicantRole,
            Field::ApplicantPosition,
            Field::ApplicantMobile,
            Field::Plan,
        ]
    );
    assert!(all.iter().all(|one| one.problem == Problem::Missing));
}

#[test]
fn each_jurisdiction_wants_its_documents() {
    let missing = |kind| (kind, Problem::Missing);
    for (region, wanted) in [
        (Region::CN, vec![missing(Field::BusinessLicense)]),
        (Region::GB, vec![missing(Field::CertificateOfIncorporation)]),
        (
            HK,
            vec![
                missing(Field::BusinessLicense),
                missing(Field::CertificateOfIncorporation),
            ],
        ),
    ] {
        assert_eq!(found(region, |_, documents| documents.clear()), wanted);
    }
}

#[test]
fn what_a_document_says_is_compared_with_the_form() {
    type Change = fn(&mut Form, &mut Vec<Document>);
    type Case = (&'static str, Change, &'static [(Field, Problem)]);
    const CHECK_DIGIT: Problem = Problem::Number(numbers::Problem::CheckDigit);
    let cases: [Case; 8] = [
        (
            "another name",
            |_, documents| says(documents).legal_name = "海兰科技有限公司".into(),
            &[(Field::DocumentLegalName, Problem::Differs(Field::LegalName))],
        ),
        (
            "the same name in another width",
            |form, documents| {
                form.legal_name = "Ａcme (Shanghai) LTD".into();
                says(documents).legal_name = "acme （shanghai）  Ltd".into();
            },
            &[],
        ),
        (
            "another sound number",
            |_, documents| says(documents).number = "91350100M000100Y43".into(),
            &[(
                Field::DocumentNumber,
                Problem::Differs(Field::SocialCreditCode),
            )],
        ),
        (
            "a wrong check character",
            |form, documents| {
                form.number = "91350100M000100Y44".into();
                says(documents).number = "91350100m000100y43".into();
            },
            &[(Field::SocialCreditCode, CHECK_DIGIT)],
        ),
        (
            "expired yesterday",
            |_, documents| says(documents).expires = "2024-06-09".into(),
            &[(Field::ExpiresOn, Problem::Expired)],
        ),
        (
            "valid until today",
            |_, documents| says(documents).expires = "2024-06-10".into(),
            &[],
        ),
        (
            "issued tomorrow",
            |_, documents| says(documents).issued = "2024-06-11".into(),
            &[(Field::IssuedOn, Problem::InFuture)],
        ),
        (
            "a 31 February",
            |_, documents| says(documents).issued = "2024-02-31".into(),
            &[(Field::IssuedOn, Problem::NoSuchDay)],
        ),
    ];
    for (name, change, expected) in cases {
        assert_eq!(found(Region::CN, change), expected, "{name}");
    }
}

#[test]
fn outside_the_mainland_a_business_license_has_a_number_of_its_own() {
    let other = |_: &mut Form, documents: &mut Vec<Document>| {
        says(documents).number = "51234567-000-01-24-0".into();
    };
    assert_eq!(found(HK, other), []);
}

#[test]
fn a_document_that_the_jurisdiction_does_not_know_is_not_wanted() {
    let one_more = found(Region::CN, |_, documents| {
        let mut certificate = documents[0].clone();
        certificate.kind = DocumentKind::CertificateOfIncorporation;
        documents.push(certificate);
    });
    assert_eq!(
        one_more,
        [(Field::CertificateOfIncorporation, Problem::NotWanted)]
    );
}

#[test]
fn a_data_region_of_the_other_realm_is_asked_anew() {
    let moved = found(Region::CN, |form, _| {
        form.data_region = Some(DataRegion::Canada);
    });
    assert_eq!(moved, [(Field::DataRegion, Problem::Missing)]);
}

#[test]
fn a_finding_on_a_document_names_the_document() {
    let mut form = steps::form(HK, "Acme", "Acme");
    form.scale = Some(Scale::Above1000);
    let document = Document {
        kind: DocumentKind::Other,
        file: steps::upload("other.pdf").check(Field::File).unwrap(),
        says: Says::default(),
    };
    let blob = document.file.blob;
    let found = check(&form, &[document], today());
    let (on_document, on_form): (Vec<_>, Vec<_>) =
        found.iter().partition(|one| one.document == Some(blob));
    let fields = |all: Vec<&Finding>| all.iter().map(|one| one.field).collect::<Vec<_>>();
    assert_eq!(
        fields(on_document),
        [Field::DocumentLegalName, Field::IssuedOn]
    );
    assert_eq!(
        fields(on_form),
        [Field::BusinessLicense, Field::CertificateOfIncorporation]
    );
}
