//! Companies register.

use sha2::{Digest, Sha256};

use super::{run, some_reviewer};
use crate::{
    account::profile_of,
    blob::Upload,
    command::Actor,
    demo::paper,
    desk::{CaseId, approve::ApproveRegistration, ask::AskApplicant, claim::ClaimCase},
    id::{AccountId, OrganizationId, RegistrationId},
    numbers::{Region, SocialCreditCode},
    organization::Realm,
    refusal::Field,
    registration::{
        ApplicantRole, DataRegion, DocumentKind, Form, Industry, Jurisdiction, Plan, Says, Scale,
        Wanted, attach_document::AttachDocument, begin::BeginRegistration, save_draft::SaveDraft,
        submit::SubmitRegistration,
    },
    world::World,
};

/// An approved organization with its owner, outside the mainland.
pub fn company_of(world: &mut World, owner: AccountId, name: &str) -> OrganizationId {
    company(world, owner, &form(Region::GB, name, name))
}

/// Registers a company with its documents and has it approved.
pub fn company(world: &mut World, owner: AccountId, form: &Form) -> OrganizationId {
    let registration = submitted(world, owner, form);
    let reviewer = some_reviewer(world);
    let case = CaseId::Registration(registration);
    run(world, Actor::Account(reviewer), &ClaimCase { case });
    let approve = ApproveRegistration {
        registration,
        attempt: 0,
    };
    run(world, Actor::Account(reviewer), &approve)
}

/// Claims a fresh application and asks about it.
pub fn asked(world: &mut World, registration: RegistrationId, fields: &[Field], why: &str) {
    let reviewer = Actor::Account(some_reviewer(world));
    let case = CaseId::Registration(registration);
    run(world, reviewer, &ClaimCase { case });
    let ask = AskApplicant {
        registration,
        attempt: 0,
        fields: fields.into(),
        why: why.into(),
    };
    run(world, reviewer, &ask);
}

/// Fills in a form with its documents and submits it.
pub fn submitted(world: &mut World, applicant: AccountId, form: &Form) -> RegistrationId {
    let registration = draft(world, applicant, form);
    let submit = SubmitRegistration {
        registration,
        declared: true,
    };
    run(world, Actor::Account(applicant), &submit);
    registration
}

/// Fills in a form with its documents.
pub fn draft(world: &mut World, applicant: AccountId, form: &Form) -> RegistrationId {
    let me = Actor::Account(applicant);
    let jurisdiction = form.jurisdiction;
    let registration = run(world, me, &BeginRegistration { jurisdiction });
    let person = profile_of(&world.store, applicant).expect("a profile");
    let filled_in = Form {
        applicant_name: person.name.to_string(),
        applicant_mobile: person.mobile.to_string(),
        ..form.clone()
    };
    let save = SaveDraft {
        registration,
        form: filled_in,
    };
    run(world, me, &save);
    let wanted = |kind: &DocumentKind| {
        jurisdiction.is_some_and(|jurisdiction| kind.wanted(jurisdiction) == Wanted::Always)
    };
    for kind in DocumentKind::ALL.into_iter().filter(wanted) {
        let attach = AttachDocument {
            registration,
            kind,
            upload: paper::upload(&file_name(form, kind), &registration.to_string()),
            says: says(form),
        };
        run(world, me, &attach);
    }
    registration
}

fn file_name(form: &Form, kind: DocumentKind) -> String {
    let title = match (kind, form.realm()) {
        (DocumentKind::BusinessLicense, Some(Realm::Mainland)) => "营业执照",
        (DocumentKind::BusinessLicense, _) => "Business License",
        (DocumentKind::CertificateOfIncorporation, _) => "Certificate of Incorporation",
        (DocumentKind::Other, _) => "Letter",
    };
    format!("{} · {title} · {}.pdf", form.legal_name, form.number)
}

/// A file with these words on it.
pub fn upload(name: &str) -> Upload {
    paper::upload(name, "")
}

/// A form without fault. The number in the register follows from the name.
pub fn form(region: Region, legal_name: &str, display_name: &str) -> Form {
    let jurisdiction = Jurisdiction(region);
    Form {
        jurisdiction: Some(jurisdiction),
        legal_name: legal_name.into(),
        display_name: display_name.into(),
        industry: Some(Industry::Software),
        scale: Some(Scale::UpTo200),
        address: "1 Harbour Road".into(),
        number: register_number(jurisdiction, legal_name),
        applicant_name: "Ada Moore".into(),
        applicant_role: Some(ApplicantRole::Founder),
        applicant_position: "Director".into(),
        applicant_mobile: "+447700900123".into(),
        data_region: DataRegion::offered(jurisdiction.realm()).first().copied(),
        plan: Some(Plan::Free),
    }
}

/// What stands on the founding document of such a form.
pub fn says(form: &Form) -> Says {
    Says {
        legal_name: form.legal_name.clone(),
        number: form.number.clone(),
        issued: "2020-01-02".into(),
        expires: String::new(),
    }
}

/// Eight digits, or a Unified Social Credit Code that begins with them.
fn register_number(jurisdiction: Jurisdiction, name: &str) -> String {
    let hash: [u8; 32] = Sha256::digest(name.as_bytes()).into();
    let number = u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]);
    let digits = format!("{:08}", number % 100_000_000);
    if jurisdiction.realm() == Realm::International {
        return digits;
    }
    let body = format!("91110000{digits}");
    let signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let organization_codes = signs.chars().map(|sign| format!("{body}{sign}"));
    organization_codes
        .flat_map(|body| signs.chars().map(move |check| format!("{body}{check}")))
        .find(|code| SocialCreditCode::parse(code).is_ok())
        .expect("one of the check signs fits")
}
