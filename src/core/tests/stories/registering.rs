use liaison_core::{
    account::{Notice, profile_of, seats, team},
    audit::{Verdict, What, links, payloads, verify},
    command::Actor,
    demo::steps,
    desk::{CaseId, ask::AskApplicant, log_of, queue, registration_file},
    id::RegistrationId,
    limits,
    numbers::Region,
    organization::{Role, cards, company, corporate_ids, department::top, headcount, role_of},
    refusal::{Field, Problem},
    registration::{
        Form, RegistrationRefusal, Says, State, application_of, begin::BeginRegistration,
        change_document::ChangeDocument, discard::DiscardDraft, registered_entities,
        save_draft::SaveDraft, start_anew::StartAnew, submit::SubmitRegistration,
        withdraw::WithdrawRegistration,
    },
    row::{ReadRows, WriteRows},
    space::Space,
    time::DAY,
};

use crate::line::{Line, line, refused};

#[test]
fn an_approved_company_opens_with_its_owner() {
    let mut line = line();
    let registration = line.submitted();
    let organization = line.approve(registration, 0);
    let (store, owner) = (&line.world.store, line.applicant);
    let company = store.find(&company(organization).at(())).unwrap().unwrap();
    assert_eq!(&*company.display_name, "海蓝科技");
    let id = company.corporate_id.to_string();
    assert!(id.len() == 18 && id.starts_with("ww"), "{id}");
    let found = store.find(&corporate_ids().at(company.corporate_id));
    assert_eq!(found.unwrap().unwrap().organization, organization);
    let role = role_of(store, owner, organization).unwrap();
    assert_eq!(role, Some(Role::Owner));
    let seat = store.find(&seats(owner).at(organization)).unwrap().unwrap();
    let card = store
        .find(&cards(organization, top(organization)).at(seat.member))
        .unwrap()
        .unwrap();
    assert_eq!(
        (&*card.name, card.title.as_deref()),
        ("Ada", Some("Director"))
    );
    assert_eq!(
        profile_of(store, owner).unwrap().main_seat,
        Some(organization)
    );
    let count = store
        .find(&headcount(organization).at(()))
        .unwrap()
        .unwrap();
    assert_eq!((count.invited, count.active), (0, 1));
    let told = store.list(&team(owner)).unwrap();
    let approved = |notice: &Notice| matches!(notice, Notice::RegistrationApproved { .. });
    let told: Vec<_> = told.iter().map(|(_, entry)| &entry.notice).collect();
    assert!(approved(told[told.len() - 1]));
    let joined = |notice: &&Notice| matches!(notice, Notice::Joined { .. });
    assert!(!told.iter().any(joined), "one notice is enough");
    for space in [Space::Console(organization), Space::Desk] {
        assert!(!store.list(&links(space)).unwrap().is_empty());
        let verdict = verify(store, space).unwrap();
        assert!(matches!(verdict, Verdict::Sound { erased: 0, .. }));
    }
}

#[test]
fn what_was_submitted_is_what_is_decided() {
    let mut line = line();
    let registration = line.asked(vec![Field::DisplayName]);
    let form = Form {
        display_name: "海蓝".into(),
        ..line.typed(registration)
    };
    line.applicant(&SaveDraft { registration, form }).unwrap();
    let file = registration_file(&line.world.store, registration);
    let file = file.unwrap().unwrap();
    assert_eq!(&*file.attempts[0].statement.display_name, "海蓝科技");
    line.answer(registration).unwrap();
    let organization = line.approve(registration, 1);
    let company = line.world.store.find(&company(organization).at(()));
    assert_eq!(&*company.unwrap().unwrap().display_name, "海蓝");
    let file = registration_file(&line.world.store, registration);
    let attempts = file.unwrap().unwrap().attempts;
    assert_eq!(&*attempts[0].statement.display_name, "海蓝科技");
    let question = &attempts[1].answered.as_ref().unwrap().question;
    assert_eq!(question.fields, [Field::DisplayName]);
}

#[test]
fn the_log_of_the_desk_says_what_an_answer_changed() {
    let mut line = line();
    let registration = line.asked(vec![Field::DisplayName]);
    let form = Form {
        display_name: "海蓝".into(),
        ..line.typed(registration)
    };
    line.applicant(&SaveDraft { registration, form }).unwrap();
    line.answer(registration).unwrap();
    let facts = line.world.store.list(&payloads(Space::Desk)).unwrap();
    let changes = &facts.last().unwrap().1.fact.changes;
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].field, Field::DisplayName);
    assert_eq!(changes[0].before.as_deref(), Some("海蓝科技"));
    assert_eq!(changes[0].after.as_deref(), Some("海蓝"));
}

#[test]
fn a_legal_entity_is_free_again_when_its_application_has_ended() {
    type End = fn(&mut Line, RegistrationId);
    let ends: [(&str, End); 3] = [
        ("rejected", |line, registration| line.reject(registration)),
        ("withdrawn", |line, registration| {
            line.applicant(&WithdrawRegistration { registration })
                .unwrap();
        }),
        ("closed", |line, registration| {
            let ask = AskApplicant {
                registration,
                attempt: 0,
                fields: vec![Field::Address],
                why: "Which floor?".into(),
            };
            line.reviewer(&ask).unwrap();
            line.world.wait(30 * DAY);
        }),
    ];
    for (name, end) in ends {
        let mut line = line();
        let first = line.submitted();
        let other = steps::person(&mut line.world, "Bob", "+8613800000003");
        let theirs = steps::draft(&mut line.world, other, &line.form);
        let submit = SubmitRegistration {
            registration: theirs,
            declared: true,
        };
        let taken = line.world.run(Actor::Account(other), &submit);
        assert_eq!(refused(taken), RegistrationRefusal::EntityTaken, "{name}");
        end(&mut line, first);
        assert!(line.state(first).has_ended(), "{name}");
        let free = line.world.run(Actor::Account(other), &submit);
        assert_eq!(free, Ok(()), "{name}");
    }
}

#[test]
fn a_corrected_number_frees_the_entity_that_was_named_by_mistake() {
    let mut line = line();
    let fields = vec![Field::SocialCreditCode, Field::BusinessLicense];
    let registration = line.asked(fields);
    let right = steps::form(Region::CN, "Another", "Another").number;
    let form = Form {
        number: right,
        ..line.typed(registration)
    };
    let mine = application_of(&line.world.store, line.applicant, registration).unwrap();
    let change = ChangeDocument {
        registration,
        document: mine.documents[0].file.blob,
        says: steps::says(&form),
    };
    line.applicant(&SaveDraft { registration, form }).unwrap();
    line.applicant(&change).unwrap();
    line.answer(registration).unwrap();
    let other = steps::person(&mut line.world, "Bob", "+8613800000003");
    steps::submitted(&mut line.world, other, &line.form);
}

#[test]
fn a_license_that_expires_in_review_is_held_against_nobody_who_cannot_mend_it() {
    for (asked, found) in [
        (Field::Address, None),
        (Field::BusinessLicense, Some(Problem::Expired)),
    ] {
        let mut line = line();
        let registration = submitted_with_a_license_until(&mut line, "2024-03-10");
        steps::asked(&mut line.world, registration, &[asked], "Please look again");
        line.world.wait(14 * DAY);
        let application = application_of(&line.world.store, line.applicant, registration).unwrap();
        let faults = application.check_at(line.world.now);
        assert_eq!(faults.first().map(|fault| fault.problem), found);
        assert_eq!(line.answer(registration).is_ok(), found.is_none());
    }
}

#[test]
fn a_license_that_expires_before_the_second_question_is_held_to_the_day_it_was_last_open() {
    for (first, second, found) in [
        (Field::Address, Field::Address, None),
        (Field::BusinessLicense, Field::Address, None),
        (
            Field::Address,
            Field::BusinessLicense,
            Some(Problem::Expired),
        ),
    ] {
        let mut line = line();
        let registration = submitted_with_a_license_until(&mut line, "2024-03-10");
        steps::asked(&mut line.world, registration, &[first], "Please look again");
        if first == Field::Address {
            line.world.wait(14 * DAY);
        }
        line.answer(registration).unwrap();
        let again = AskApplicant {
            registration,
            attempt: 1,
            fields: vec![second],
            why: "And once more".into(),
        };
        line.reviewer(&again).unwrap();
        line.world.wait(14 * DAY);
        let application = application_of(&line.world.store, line.applicant, registration).unwrap();
        let faults = application.check_at(line.world.now);
        assert_eq!(faults.first().map(|fault| fault.problem), found);
        assert_eq!(line.answer(registration).is_ok(), found.is_none());
    }
}

fn submitted_with_a_license_until(line: &mut Line, expires: &str) -> RegistrationId {
    let registration = steps::draft(&mut line.world, line.applicant, &line.form);
    let mine = application_of(&line.world.store, line.applicant, registration).unwrap();
    let change = ChangeDocument {
        registration,
        document: mine.documents[0].file.blob,
        says: Says {
            expires: expires.into(),
            ..steps::says(&line.form)
        },
    };
    line.applicant(&change).unwrap();
    let submit = SubmitRegistration {
        registration,
        declared: true,
    };
    line.applicant(&submit).unwrap();
    registration
}

#[test]
fn who_is_asked_about_the_name_can_correct_what_is_read_on_the_license() {
    let mut line = line();
    let registration = line.asked(vec![Field::LegalName]);
    let form = Form {
        legal_name: "海蓝科技股份有限公司".into(),
        ..line.typed(registration)
    };
    let mine = application_of(&line.world.store, line.applicant, registration).unwrap();
    let change = ChangeDocument {
        registration,
        document: mine.documents[0].file.blob,
        says: steps::says(&form),
    };
    line.applicant(&SaveDraft { registration, form }).unwrap();
    line.applicant(&change).unwrap();
    line.answer(registration).unwrap();
}

#[test]
fn a_new_application_starts_from_the_old_fields_and_documents() {
    let mut line = line();
    let registration = line.submitted();
    line.reject(registration);
    let from = registration;
    let anew = line.applicant(&StartAnew { from }).unwrap();
    let store = &line.world.store;
    let old = application_of(store, line.applicant, registration).unwrap();
    let new = application_of(store, line.applicant, anew).unwrap();
    assert_eq!((new.form, new.documents), (old.form, old.documents));
    assert_eq!(line.state(anew), State::Draft);
    let submit = SubmitRegistration {
        registration: anew,
        declared: true,
    };
    line.applicant(&submit).unwrap();
    let file = registration_file(&line.world.store, anew).unwrap().unwrap();
    assert!(file.matching[0].same_number && file.matching[0].registration == registration);
}

#[test]
fn a_person_has_ten_open_applications_and_discards_one_for_another() {
    let mut line = line();
    let begin = BeginRegistration { jurisdiction: None };
    let mut begun = Vec::new();
    for _ in 0..limits::OPEN_APPLICATIONS {
        begun.push(line.applicant(&begin).unwrap());
    }
    let one_more = line.applicant(&begin);
    assert_eq!(refused(one_more), RegistrationRefusal::TooManyOpen);
    let registration = begun[0];
    line.applicant(&DiscardDraft { registration }).unwrap();
    line.applicant(&begin).unwrap();
    assert!(line.applicant(&begin).is_err());
}

#[test]
fn the_log_of_a_case_tells_of_no_other_one() {
    let mut line = line();
    let registration = line.submitted();
    line.reject(registration);
    let from = registration;
    let anew = line.applicant(&StartAnew { from }).unwrap();
    let submit = SubmitRegistration {
        registration: anew,
        declared: true,
    };
    line.applicant(&submit).unwrap();
    let store = &line.world.store;
    let log = |registration| -> Vec<_> {
        let log = log_of(store, CaseId::Registration(registration)).unwrap();
        log.iter().map(|one| (one.by, one.fact.what)).collect()
    };
    let (ada, rita) = (
        Actor::Account(line.applicant),
        Actor::Account(line.reviewer),
    );
    assert_eq!(
        log(registration),
        [
            (rita, What::RegistrationRejected),
            (rita, What::CaseClaimed),
            (ada, What::RegistrationSubmitted),
        ]
    );
    assert_eq!(log(anew), [(ada, What::RegistrationSubmitted)]);
}

#[test]
fn a_case_bears_the_name_that_was_stated_last() {
    let mut line = line();
    let registration = line.asked(vec![Field::LegalName]);
    let form = Form {
        legal_name: "海蓝科技股份有限公司".into(),
        ..line.typed(registration)
    };
    let mine = application_of(&line.world.store, line.applicant, registration).unwrap();
    let change = ChangeDocument {
        registration,
        document: mine.documents[0].file.blob,
        says: steps::says(&form),
    };
    line.applicant(&SaveDraft { registration, form }).unwrap();
    line.applicant(&change).unwrap();
    line.answer(registration).unwrap();
    let queue = queue(&line.world.store, line.world.now).unwrap();
    assert_eq!(queue[0].subject, "海蓝科技股份有限公司");
}

#[test]
fn a_matching_application_whose_question_ran_out_has_ended() {
    let mut line = line();
    let first = line.asked(vec![Field::Address]);
    line.world.wait(30 * DAY);
    let second = steps::submitted(&mut line.world, line.applicant, &line.form);
    let file = registration_file(&line.world.store, second)
        .unwrap()
        .unwrap();
    let found = &file.matching[0];
    assert_eq!(found.registration, first);
    assert!(found.case.ended(line.world.now).is_some());
}

#[test]
fn outside_the_mainland_a_number_is_taken_together_with_its_name() {
    let mut line = line();
    let form = |name: &str| Form {
        number: "12345678".into(),
        ..steps::form(Region::GB, name, name)
    };
    let first = steps::submitted(&mut line.world, line.applicant, &form("Acme Ltd"));
    let other = steps::person(&mut line.world, "Bob", "+8613800000003");
    let second = steps::submitted(&mut line.world, other, &form("Acme of Scotland Ltd"));
    let file = registration_file(&line.world.store, second)
        .unwrap()
        .unwrap();
    let found = &file.matching[0];
    assert!(found.same_number && !found.same_name && found.registration == first);
    for name in ["ACME  Ltd", "Acme of Scotland Ltd"] {
        let third = steps::draft(&mut line.world, line.reviewer, &form(name));
        let submit = SubmitRegistration {
            registration: third,
            declared: true,
        };
        let taken = refused(line.reviewer(&submit));
        assert_eq!(taken, RegistrationRefusal::EntityTaken, "{name}");
    }
}

#[test]
fn a_company_that_was_registered_before_names_counted_is_still_taken() {
    let mut line = line();
    let form = steps::form(Region::GB, "Acme Ltd", "Acme");
    let registration = steps::submitted(&mut line.world, line.applicant, &form);
    let file = registration_file(&line.world.store, registration)
        .unwrap()
        .unwrap();
    let statement = &file.attempts[0].statement;
    let mut tx = line.world.store.begin();
    let row = tx
        .find(&registered_entities().at(statement.entity()))
        .unwrap()
        .unwrap();
    tx.remove(&registered_entities().at(statement.entity()))
        .unwrap();
    tx.put(&registered_entities().at(statement.number.place()), &row)
        .unwrap();
    let now = line.world.now;
    tx.commit(now);
    let other = steps::person(&mut line.world, "Bob", "+8613800000003");
    let theirs = steps::draft(&mut line.world, other, &form);
    let submit = SubmitRegistration {
        registration: theirs,
        declared: true,
    };
    let taken = line.world.run(Actor::Account(other), &submit);
    assert_eq!(refused(taken), RegistrationRefusal::EntityTaken);
}
