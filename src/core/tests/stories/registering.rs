use liaison_core::{
    account::{Notice, TeamEntry, profile_of, seats, team},
    audit::{Verdict, links, payloads, verify},
    blob::{blobs, may_look},
    command::{Act, Actor},
    demo::steps,
    desk::{
        CaseId, approve::ApproveRegistration, ask::AskApplicant, claim::ClaimCase, queue,
        registration_file, reject::RejectRegistration,
    },
    id::{AccountId, OrganizationId, RegistrationId},
    numbers::Region,
    organization::{Role, cards, company, corporate_ids, department::top, headcount, role_of},
    refusal::{Field, Problem, Refusal},
    registration::{
        Form, RegistrationRefusal, Says, State, answer::AnswerQuestion, application_of,
        applications, attach_document::AttachDocument, change_document::ChangeDocument, closings,
        discard::DiscardDraft, mine, remove_document::RemoveDocument, save_draft::SaveDraft,
        start_anew::StartAnew, submit::SubmitRegistration, withdraw::WithdrawRegistration,
    },
    row::ReadRows,
    space::Space,
    store::Stop,
    time::{DAY, Date, HOUR, Time},
    view::View,
    world::World,
};

struct Line {
    world: World,
    applicant: AccountId,
    reviewer: AccountId,
    form: Form,
}

fn line() -> Line {
    // A Monday.
    let monday = Date::new(2024, 3, 4).expect("a day").days() as u64;
    let mut world = World::new(Time(monday * DAY + 10 * HOUR), 1);
    let applicant = steps::person(&mut world, "Ada", "+8613800000001");
    let reviewer = steps::reviewer(&mut world, "Rita", "+8613800000002");
    let form = steps::form(Region::CN, "海蓝科技有限公司", "海蓝科技");
    Line {
        world,
        applicant,
        reviewer,
        form,
    }
}

impl Line {
    fn applicant<A: Act>(&mut self, act: &A) -> Result<A::Done, Stop> {
        self.world.run(Actor::Account(self.applicant), act)
    }

    fn reviewer<A: Act>(&mut self, act: &A) -> Result<A::Done, Stop> {
        self.world.run(Actor::Account(self.reviewer), act)
    }

    fn submitted(&mut self) -> RegistrationId {
        let registration = steps::submitted(&mut self.world, self.applicant, &self.form);
        let case = CaseId::Registration(registration);
        self.reviewer(&ClaimCase { case }).expect("free");
        registration
    }

    fn asked(&mut self, fields: Vec<Field>) -> RegistrationId {
        let registration = self.submitted();
        let ask = AskApplicant {
            registration,
            attempt: 0,
            fields,
            why: "Please look again".into(),
        };
        self.reviewer(&ask).expect("in hand");
        registration
    }

    fn answer(&mut self, registration: RegistrationId) -> Result<(), Stop> {
        let reply = String::new();
        let declared = true;
        self.applicant(&AnswerQuestion {
            registration,
            reply,
            declared,
        })
    }

    fn approve(&mut self, registration: RegistrationId, attempt: u64) -> OrganizationId {
        let act = ApproveRegistration {
            registration,
            attempt,
        };
        self.reviewer(&act).expect("in hand")
    }

    fn reject(&mut self, registration: RegistrationId) {
        let act = RejectRegistration {
            registration,
            attempt: 0,
            reason: "The seal is of another company".into(),
        };
        self.reviewer(&act).expect("in hand");
    }

    fn state(&self, registration: RegistrationId) -> State {
        application_of(&self.world.store, self.applicant, registration)
            .expect("begun")
            .state_at(self.world.now)
    }

    fn typed(&self, registration: RegistrationId) -> Form {
        application_of(&self.world.store, self.applicant, registration)
            .expect("begun")
            .form
    }

    fn blobs(&self) -> usize {
        self.world.store.list(&blobs()).expect("readable").len()
    }
}

fn refused<T: std::fmt::Debug>(result: Result<T, Stop>) -> RegistrationRefusal {
    match result {
        Err(Stop::Refused(Refusal::Registration(refusal))) => refusal,
        other => panic!("{other:?}"),
    }
}

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
    assert!(told.iter().any(|(_, entry)| approved(&entry.notice)));
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
        let draft = steps::draft(&mut line.world, line.applicant, &line.form);
        let registration = draft;
        let mine = application_of(&line.world.store, line.applicant, draft).unwrap();
        let change = ChangeDocument {
            registration,
            document: mine.documents[0].file.blob,
            says: Says {
                expires: "2024-03-10".into(),
                ..steps::says(&line.form)
            },
        };
        line.applicant(&change).unwrap();
        let declared = true;
        line.applicant(&SubmitRegistration {
            registration,
            declared,
        })
        .unwrap();
        steps::asked(&mut line.world, registration, &[asked], "Please look again");
        line.world.wait(14 * DAY);
        let application = application_of(&line.world.store, line.applicant, draft).unwrap();
        let faults = application.check_at(line.world.now);
        assert_eq!(faults.first().map(|fault| fault.problem), found);
        assert_eq!(line.answer(registration).is_ok(), found.is_none());
    }
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

#[test]
fn the_queue_shows_what_is_overdue_first_and_counts_no_weekends() {
    let mut line = line();
    let first = steps::submitted(&mut line.world, line.applicant, &line.form);
    line.world.wait(3 * DAY);
    let other = steps::person(&mut line.world, "Bob", "+8613800000003");
    let form = steps::form(Region::GB, "Northwind Ltd", "Northwind");
    let second = steps::submitted(&mut line.world, other, &form);
    // The next Tuesday: six business days after Monday, three after Thursday.
    line.world.wait(5 * DAY);
    let view = View::new(&line.world.store, Actor::Account(line.reviewer));
    let lines = queue(&view, line.world.now).unwrap();
    let seen: Vec<_> = lines
        .iter()
        .map(|line| (line.id, line.age, line.overdue, line.days_left))
        .collect();
    assert_eq!(
        seen,
        [
            (CaseId::Registration(first), 6, true, 0),
            (CaseId::Registration(second), 3, false, 2),
        ]
    );
    let stranger = View::new(&line.world.store, Actor::Account(other));
    assert_eq!(queue(&stranger, line.world.now), Ok(Vec::new()));
}

#[test]
fn an_applicant_sees_their_own_applications_and_what_happened_to_them() {
    let mut line = line();
    let registration = line.asked(vec![Field::Address]);
    line.world.wait(31 * DAY);
    let view = View::new(&line.world.store, Actor::Account(line.applicant));
    let all = mine(&view, line.applicant, line.world.now).unwrap();
    assert_eq!(all.len(), 1);
    assert!(matches!(all[0].state, State::Closed { .. }));
    let application = application_of(&view, line.applicant, registration).unwrap();
    assert_eq!(application.timeline(line.world.now).len(), 5);
    let reviewer = View::new(&line.world.store, Actor::Account(line.reviewer));
    let theirs = reviewer.list(&applications(line.applicant)).unwrap();
    assert!(theirs.is_empty(), "the desk reads its own copy");
    let told = closings(&view, line.applicant, line.world.now).unwrap();
    assert!(matches!(
        told[..],
        [TeamEntry {
            notice: Notice::RegistrationClosed { .. },
            ..
        }]
    ));
}
