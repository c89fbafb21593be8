use liaison_core::{
    audit::What,
    blob::may_look,
    command::Actor,
    demo::steps,
    desk::{CaseId, DeskRefusal, log_of, open_document::OpenDocument, owner_to_be::OwnerToBe},
    id::AccountId,
    organization::department::top,
    refusal::{Field, Refusal},
    registration::{
        application_of, attach_document::AttachDocument, discard::DiscardDraft,
        remove_document::RemoveDocument,
    },
};

use crate::line::line;

#[test]
fn the_bytes_of_a_document_go_with_the_last_who_needs_them() {
    let mut line = line();
    let draft = steps::draft(&mut line.world, line.applicant, &line.form);
    assert_eq!(line.blobs(), 1);
    let registration = draft;
    line.applicant(&DiscardDraft { registration }).unwrap();
    assert_eq!(line.blobs(), 0);

    let registration = line.asked(vec![Field::BusinessLicense]);
    let mine = application_of(&line.world.store, line.applicant, registration).unwrap();
    let document = mine.documents[0].file.blob;
    let attach = AttachDocument {
        registration,
        kind: mine.documents[0].kind,
        upload: steps::upload("clearer.pdf"),
        says: steps::says(&line.form),
    };
    line.applicant(&attach).unwrap();
    line.applicant(&RemoveDocument {
        registration,
        document,
    })
    .unwrap();
    assert_eq!(line.blobs(), 2, "the desk still shows the first attempt");
    let (store, reviewer) = (&line.world.store, Actor::Account(line.reviewer));
    assert!(may_look(store, reviewer, document).unwrap());
    assert!(!may_look(store, Actor::Account(line.applicant), document).unwrap());
    assert!(
        !may_look(store, reviewer, attach.upload.blob).unwrap(),
        "not submitted yet"
    );
    line.answer(registration).unwrap();
    let store = &line.world.store;
    assert!(may_look(store, reviewer, attach.upload.blob).unwrap());
}

/// DESK 2: who looked, at what, and when.
#[test]
fn every_opening_of_a_document_stands_in_the_log_of_its_case() {
    let mut line = line();
    let registration = line.submitted();
    let mine = application_of(&line.world.store, line.applicant, registration).unwrap();
    let case = CaseId::Registration(registration);
    let open = OpenDocument {
        case,
        blob: mine.documents[0].file.blob,
    };
    for times in 1..=2 {
        line.reviewer(&open).unwrap();
        let log = log_of(&line.world.store, case).unwrap();
        let opened = log
            .iter()
            .filter(|entry| entry.fact.what == What::DocumentOpened)
            .filter(|entry| entry.by == Actor::Account(line.reviewer));
        assert_eq!(opened.count(), times);
    }
}

#[test]
fn nobody_takes_the_bytes_of_others_by_naming_them() {
    let mut line = line();
    let registration = line.submitted();
    let mine = application_of(&line.world.store, line.applicant, registration).unwrap();
    let thief = steps::person(&mut line.world, "Eve", "+8613800000003");
    let draft = steps::draft(&mut line.world, thief, &line.form);
    let attach = AttachDocument {
        registration: draft,
        kind: mine.documents[0].kind,
        upload: liaison_core::blob::Upload {
            blob: mine.documents[0].file.blob,
            ..steps::upload("stolen.pdf")
        },
        says: steps::says(&line.form),
    };
    let stolen = line.world.run(Actor::Account(thief), &attach);
    assert_eq!(stolen, Err(Refusal::NotThere.into()));
    let looks = may_look(
        &line.world.store,
        Actor::Account(thief),
        mine.documents[0].file.blob,
    );
    assert_eq!(looks, Ok(false));
}

/// REG 7: the account becomes the owner, so that is what a reviewer holds against the form.
#[test]
fn a_reviewer_reads_who_becomes_the_owner_and_nobody_else_does() {
    let mut line = line();
    let registration = line.submitted();
    let asks = |line: &crate::line::Line, who: AccountId| {
        line.world
            .ask(Actor::Account(who), &OwnerToBe { registration })
    };
    let known = asks(&line, line.reviewer).unwrap();
    assert_eq!(known.name.to_string(), "Ada");
    assert_eq!(known.mobile, steps::mobile("+8613800000001"));
    assert_eq!(known.verified, None);
    assert_eq!(
        asks(&line, line.applicant),
        Err(Refusal::NotThere.into()),
        "an applicant is no reviewer"
    );
    steps::verify(&mut line.world, line.applicant, &steps::id_number(7));
    let verified = asks(&line, line.reviewer).unwrap().verified;
    assert!(verified.is_some());
    line.approve(registration, 0);
    let over = asks(&line, line.reviewer);
    assert_eq!(over, Err(Refusal::NotThere.into()), "nothing is decided");
}

/// DESK 1, for the bytes too: not only the button is not there.
#[test]
fn a_reviewer_looks_at_no_document_of_a_colleague() {
    let mut line = line();
    let organization = steps::company_of(&mut line.world, line.applicant, "Harbor");
    let registration = steps::submitted(&mut line.world, line.applicant, &line.form);
    let mine = application_of(&line.world.store, line.applicant, registration).unwrap();
    let looks = |line: &crate::line::Line| {
        let blob = mine.documents[0].file.blob;
        may_look(&line.world.store, Actor::Account(line.reviewer), blob)
    };
    let asks = |line: &crate::line::Line| {
        line.world
            .ask(Actor::Account(line.reviewer), &OwnerToBe { registration })
    };
    assert_eq!(looks(&line), Ok(true));
    assert!(asks(&line).is_ok());
    let (world, owner) = (&mut line.world, line.applicant);
    let number = "+8613800000002";
    steps::member(
        world,
        owner,
        organization,
        "Rita",
        "R1",
        number,
        top(organization),
    );
    steps::join(world, line.reviewer, organization);
    assert_eq!(looks(&line), Ok(false));
    let own = Refusal::Desk(DeskRefusal::OwnCase);
    assert_eq!(asks(&line), Err(own.into()));
}
