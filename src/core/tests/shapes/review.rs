use liaison_core::{
    blob::{Blob, Holder, blobs},
    desk::{
        Case, CaseFact, CaseId, Claim, Correction, Outcome, Pictures, Reviewer, Shown, Stage,
        SubmittedApplication, SubmittedIdentity, case_facts, cases, reviewers,
        submitted_applications, submitted_identities,
    },
    numbers::{self, id_document},
    organization::Realm,
    refusal::Field,
    registration::*,
};

use crate::{samples::*, shape::Shape};

pub fn shapes() -> Vec<Shape> {
    let holders = vec![
        Holder::Application(id(0x80), id(0x81)),
        Holder::Registration(id(0x81)),
        Holder::Identity(id(0x82)),
    ];
    let blob = Shape::of(
        blobs().at(id(0x83)),
        each(holders, |holder| Blob {
            holders: vec![holder],
        }),
    );
    let mut shapes = vec![blob];
    shapes.extend(registrations());
    shapes.extend(desk());
    shapes
}

fn question() -> Question {
    Question {
        fields: vec![Field::Address, Field::BusinessLicense],
        why: prose("Which?"),
    }
}

fn registrations() -> Vec<Shape> {
    let happened = vec![
        Happened::Submitted,
        Happened::TakenUp,
        Happened::Asked(question()),
        Happened::Answered,
        Happened::Approved {
            organization: id(0x84),
        },
        Happened::Rejected {
            reason: prose("No."),
        },
        Happened::Withdrawn,
    ];
    let document = Document {
        kind: DocumentKind::CertificateOfIncorporation,
        file: file(0x85),
        says: Says {
            legal_name: "Northwind Ltd".into(),
            number: "12 34".into(),
            issued: "2020-02-29".into(),
            expires: "".into(),
        },
    };
    let row = |what| Application {
        begun: at(1),
        saved: at(2),
        form: form(),
        documents: vec![document.clone()],
        events: vec![Event { at: at(3), what }],
    };
    vec![
        Shape::of(applications(id(0x80)).at(id(0x81)), each(happened, row)),
        Shape::one(
            registered_entities().at("GB/1234".into()),
            RegisteredEntity {
                account: id(0x80),
                registration: id(0x81),
            },
        ),
    ]
}

/// As typed, so with spaces and signs that a check would refuse.
fn form() -> Form {
    Form {
        jurisdiction: Some(Jurisdiction(region("GB"))),
        legal_name: "Northwind Ltd ".into(),
        display_name: "Northwind".into(),
        industry: Some(Industry::ALL[1]),
        scale: Some(Scale::UpTo500),
        address: "1 Road".into(),
        number: "12 34".into(),
        applicant_name: "Ann".into(),
        applicant_role: Some(ApplicantRole::HrLead),
        applicant_position: "HR".into(),
        applicant_mobile: "+44".into(),
        data_region: Some(DataRegion::Germany),
        plan: Some(Plan::Business),
    }
}

fn desk() -> Vec<Shape> {
    let stages = vec![
        Stage::Open,
        Stage::Asked {
            at: at(3),
            question: question(),
        },
        Stage::Decided {
            at: at(4),
            by: id(0x90),
            outcome: Outcome::Approved,
        },
        Stage::Withdrawn { at: at(5) },
    ];
    let case = |stage| Case {
        account: id(0x80),
        realm: Realm::International,
        attempts: 2,
        submitted: at(2),
        claim: Some(Claim {
            by: id(0x90),
            at: at(3),
        }),
        stage,
    };
    let mut of_cases = each(stages, case);
    let refused = Stage::Decided {
        at: at(4),
        by: id(0x90),
        outcome: Outcome::Refused {
            reason: prose("No."),
        },
    };
    of_cases.push(("Refused".into(), case(refused)));
    vec![
        Shape::of(cases().at(CaseId::Registration(id(0x81))), of_cases),
        Shape::one(
            reviewers().at(id(0x90)),
            Reviewer {
                name: line("Rita"),
                appointed: at(1),
            },
        ),
        Shape::one(
            submitted_applications().at((id(0x81), 258)),
            SubmittedApplication {
                account: id(0x80),
                at: at(2),
                statement: statement(),
                answered: Some(Answered {
                    question: question(),
                    reply: Some(prose("This.")),
                }),
            },
        ),
        Shape::one(
            case_facts().at((CaseId::Registration(id(0x81)), 258)),
            CaseFact,
        ),
        Shape::one(submitted_identities().at(id(0x82)), submitted_identity()),
    ]
}

fn statement() -> Statement {
    let jurisdiction = Jurisdiction(region("GB"));
    Statement {
        jurisdiction,
        legal_name: line("Northwind Ltd"),
        display_name: line("Northwind"),
        industry: Industry::ALL[1],
        scale: Scale::UpTo500,
        address: line("1 Road"),
        number: EntityNumber::parse(jurisdiction, "1234").expect("a number"),
        applicant: Applicant {
            name: line("Ann"),
            role: ApplicantRole::HrLead,
            position: line("HR"),
            mobile: mobile(),
        },
        data_region: DataRegion::Germany,
        plan: Plan::Business,
        evidence: vec![Evidence {
            kind: DocumentKind::CertificateOfIncorporation,
            file: file(0x85),
            legal_name: line("Northwind Ltd"),
            number: Some(line("1234")),
            issued: day("2020-02-29"),
            expires: Some(day("2030-02-28")),
        }],
    }
}

fn submitted_identity() -> SubmittedIdentity {
    let (kind, country) = (numbers::DocumentKind::IdentityCard, region("CN"));
    let number = id_document::check(kind, country, "11010519491231002X", day("2024-01-01"));
    SubmittedIdentity {
        account: id(0x80),
        at: at(2),
        country,
        kind,
        last_four: "002X".into(),
        evidence: Some(Shown {
            name: line("林静"),
            number: number.expect("a number"),
            pictures: Some(Pictures {
                certificate: file(0x91),
                expires: Some(day("2030-02-28")),
                statement: file(0x93),
                statement_date: day("2023-12-01"),
            }),
            correction: Some(Correction {
                from: line("林敬"),
                reason: prose("A typo"),
            }),
        }),
    }
}
