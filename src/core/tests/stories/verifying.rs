use liaison_core::{
    account::{
        Notice, OutsideCard, change_region::ChangeRegion, outside_card, profile_of,
        switch_back_region::SwitchBackRegion, team,
    },
    blob::blobs,
    command::{Act, Actor},
    demo::steps,
    desk::{
        CaseId, approve_identity::ApproveIdentity, claim::ClaimCase, identity_file,
        refuse_identity::RefuseIdentity,
    },
    id::{AccountId, SubmissionId},
    identity::{
        IdentityRefusal, IdentityState, set_verification_way::SetVerificationWay, standing,
        submit_documents::SubmitDocuments, submit_number::SubmitNumber, verified_name, ways,
    },
    numbers::{DocumentKind, Region, VerificationWay},
    refusal::{Field, Problem, Refusal},
    row::ReadRows,
    space::Party,
    store::Stop,
    time::{DAY, Date, Time},
    world::World,
};

const NUMBER: &str = "A123456(3)";

struct Stage {
    world: World,
    person: AccountId,
    reviewer: AccountId,
}

fn stage(region: Region) -> Stage {
    let day = Date::new(2024, 6, 10).expect("a day").days() as u64;
    let mut world = World::new(Time(day * DAY), 1);
    let reviewer = steps::reviewer(&mut world, "Rita", "+8613800000002");
    let person = steps::person_from(&mut world, "Fong", "+85251234567", region);
    Stage {
        world,
        person,
        reviewer,
    }
}

impl Stage {
    fn person<A: Act>(&mut self, act: &A) -> Result<A::Done, Stop> {
        self.world.run(Actor::Account(self.person), act)
    }

    fn claim(&mut self, submission: SubmissionId) {
        let case = CaseId::Identity(submission);
        self.reviewer(&ClaimCase { case }).expect("free");
    }

    fn reviewer<A: Act>(&mut self, act: &A) -> Result<A::Done, Stop> {
        self.world.run(Actor::Account(self.reviewer), act)
    }

    fn verified(&mut self, act: &SubmitDocuments) {
        let submission = self.person(act).expect("sound");
        self.claim(submission);
        self.reviewer(&ApproveIdentity { submission })
            .expect("in hand");
    }

    fn card(&self) -> OutsideCard {
        let party = Party {
            account: self.person,
            seat: None,
        };
        let card = self.world.store.find(&outside_card(party).at(()));
        card.expect("readable").expect("written")
    }

    /// Whether these bytes stand anywhere in any row.
    fn holds(&self, text: &str) -> bool {
        let within = |bytes: &[u8]| {
            bytes
                .windows(text.len())
                .any(|part| part == text.as_bytes())
        };
        let mut rows = self.world.store.rows();
        rows.any(|(_, key, row)| within(&key) || within(&row))
    }
}

fn documents(name: &str, number: &str) -> SubmitDocuments {
    SubmitDocuments {
        name: name.into(),
        country: Some(Region::HK),
        kind: Some(DocumentKind::IdentityCard),
        number: number.into(),
        expires: String::new(),
        certificate: Some(steps::upload(&format!("{name} card.jpg"))),
        statement: Some(steps::upload(&format!("{name} statement.pdf"))),
        statement_date: "2024-03-10".into(),
        correction: None,
    }
}

#[test]
fn the_real_name_takes_the_place_of_the_account_name() {
    let mut stage = stage(Region::HK);
    assert_eq!(&*stage.card().name, "Fong");
    stage.verified(&documents("WONG Fong", NUMBER));
    let card = stage.card();
    assert!(card.verified && &*card.name == "WONG Fong");
    let profile = profile_of(&stage.world.store, stage.person).unwrap();
    assert_eq!(&*profile.name, "WONG Fong");
}

#[test]
fn pictures_and_the_whole_number_go_with_the_decision() {
    for approve in [true, false] {
        let mut stage = stage(Region::HK);
        let submission = stage.person(&documents("WONG Fong", NUMBER)).unwrap();
        assert!(stage.holds("A1234563"));
        assert_eq!(stage.world.store.list(&blobs()).unwrap().len(), 2);
        stage.claim(submission);
        let reason = "The statement is of somebody else".to_owned();
        if approve {
            stage.reviewer(&ApproveIdentity { submission }).unwrap();
        } else {
            stage
                .reviewer(&RefuseIdentity { submission, reason })
                .unwrap();
        }
        assert!(!stage.holds("A1234563"));
        assert!(stage.world.store.list(&blobs()).unwrap().is_empty());
        let file = identity_file(&stage.world.store, submission)
            .unwrap()
            .unwrap();
        assert_eq!(file.submitted.evidence, None);
        assert_eq!(file.submitted.last_four, "4563");
        assert_eq!(
            stage.holds("WONG Fong"),
            approve,
            "who was refused has no name here"
        );
    }
}

#[test]
fn one_number_verifies_five_accounts_however_it_is_typed_and_on_whatever_document() {
    let mut stage = stage(Region::HK);
    for at in 0..5 {
        let mobile = format!("+8525123456{at}");
        stage.person = steps::person_from(&mut stage.world, "Fong", &mobile, Region::HK);
        let typed = ["A123456(3)", "a1234563", "Ａ１２３４５６（３）"][at % 3];
        let kind = [DocumentKind::IdentityCard, DocumentKind::DrivingLicense][at % 2];
        stage.verified(&SubmitDocuments {
            kind: Some(kind),
            ..documents(&format!("Fong {at}"), typed)
        });
    }
    stage.person = steps::person_from(&mut stage.world, "Fong", "+85251234569", Region::HK);
    let used_up: Stop = Refusal::Identity(IdentityRefusal::NumberUsedUp).into();
    for kind in [
        DocumentKind::IdentityCard,
        DocumentKind::ResidencePermit,
        DocumentKind::DrivingLicense,
    ] {
        let sixth = stage.person(&SubmitDocuments {
            kind: Some(kind),
            ..documents("Fong", NUMBER)
        });
        assert_eq!(sixth, Err(used_up.clone()), "{kind:?}");
    }
}

#[test]
fn a_sixth_that_was_submitted_in_time_is_not_approved_either() {
    let mut stage = stage(Region::HK);
    let early = stage.person(&documents("Early", NUMBER)).unwrap();
    for at in 0..5 {
        let mobile = format!("+8525123457{at}");
        stage.person = steps::person_from(&mut stage.world, "Fong", &mobile, Region::HK);
        stage.verified(&documents(&format!("Fong {at}"), NUMBER));
    }
    stage.claim(early);
    let used_up = Refusal::Identity(IdentityRefusal::NumberUsedUp).into();
    let approved = stage.reviewer(&ApproveIdentity { submission: early });
    assert_eq!(approved, Err(used_up));
}

#[test]
fn a_verified_name_stands_while_its_correction_is_under_review_and_when_it_is_refused() {
    let mut stage = stage(Region::HK);
    stage.verified(&documents("WONG Fong", NUMBER));
    let again = stage.person(&documents("CHAN Fong", NUMBER));
    let verified = Refusal::Identity(IdentityRefusal::AlreadyVerified).into();
    assert_eq!(again, Err(verified));
    let correction = SubmitDocuments {
        correction: Some("I have married".into()),
        ..documents("CHAN Fong", NUMBER)
    };
    let submission = stage.person(&correction).unwrap();
    assert_eq!(&*stage.card().name, "WONG Fong");
    stage.claim(submission);
    let reason = "The statement shows the old name".into();
    stage
        .reviewer(&RefuseIdentity { submission, reason })
        .unwrap();
    let name = verified_name(&stage.world.store, stage.person).unwrap();
    assert_eq!(name.as_deref(), Some("WONG Fong"));
    let correction = SubmitDocuments {
        certificate: Some(steps::upload("new card.jpg")),
        statement: Some(steps::upload("new statement.pdf")),
        ..correction
    };
    stage.verified(&correction);
    assert_eq!(&*stage.card().name, "CHAN Fong");
}

#[test]
fn who_lives_where_no_way_leads_takes_the_detour_and_returns() {
    let mut stage = stage(Region::US);
    let now = stage.world.now;
    let blocked = standing(&stage.world.store, stage.person, now).unwrap();
    let instead = Some(Region::CA);
    assert_eq!(blocked.way, VerificationWay::None { instead });
    let region = Region::CA;
    stage.person(&ChangeRegion { region }).unwrap();
    stage.verified(&documents("WONG Fong", NUMBER));
    let told = stage.world.store.list(&team(stage.person)).unwrap();
    let switch_back = |notice: &Notice| {
        matches!(
            notice,
            Notice::IdentityVerified {
                switch_back: true,
                ..
            }
        )
    };
    assert!(told.iter().any(|(_, entry)| switch_back(&entry.notice)));
    stage.person(&SwitchBackRegion {}).unwrap();
    let home = standing(&stage.world.store, stage.person, now).unwrap();
    assert_eq!((home.region, home.home_region), (Region::US, None));
    assert_eq!(home.state, IdentityState::Verified);
}

#[test]
fn moving_between_regions_that_have_a_way_is_no_detour() {
    let mut stage = stage(Region::HK);
    let region = Region::CN;
    stage.person(&ChangeRegion { region }).unwrap();
    let profile = profile_of(&stage.world.store, stage.person).unwrap();
    assert_eq!((profile.region, profile.home_region), (Region::CN, None));
}

#[test]
fn the_operator_opens_and_blocks_regions() {
    let mut stage = stage(Region::US);
    let open = SetVerificationWay {
        region: Region::US,
        way: Some(VerificationWay::Documents),
    };
    let listed = |stage: &Stage| {
        let ways = ways(&stage.world.store).unwrap();
        ways.into_iter().find(|(region, _)| *region == Region::US)
    };
    let instead = Some(Region::CA);
    let blocked = VerificationWay::None { instead };
    assert_eq!(listed(&stage), Some((Region::US, blocked)));
    stage.world.run(Actor::Operator, &open).unwrap();
    let opened = VerificationWay::Documents;
    assert_eq!(listed(&stage), Some((Region::US, opened)));
    stage.verified(&documents("WONG Fong", NUMBER));
    let astray = SetVerificationWay {
        region: Region::GB,
        way: Some(VerificationWay::None {
            instead: Some(Region::FR),
        }),
    };
    let blocked_too = Refusal::Input(Field::Region, Problem::Form).into();
    let led = stage.world.run(Actor::Operator, &astray);
    assert_eq!(led, Err(blocked_too));
}

#[test]
fn everything_that_is_wrong_with_what_is_shown_is_found_at_once() {
    let today = Date::new(2024, 6, 10).unwrap();
    let wrong = SubmitDocuments {
        name: " ".into(),
        number: "A123456(4)".into(),
        expires: "2024-06-09".into(),
        certificate: None,
        statement: Some(liaison_core::blob::Upload {
            head: b"MZ\x90\0".to_vec(),
            ..steps::upload("statement.pdf")
        }),
        statement_date: "2024-03-09".into(),
        ..documents("", "")
    };
    let found = wrong.read(today).err().unwrap();
    let found: Vec<_> = found.iter().map(|one| (one.field, one.problem)).collect();
    let check = liaison_core::numbers::Problem::CheckDigit;
    assert_eq!(
        found,
        [
            (Field::RealName, Problem::Missing),
            (Field::DocumentNumber, Problem::Number(check)),
            (Field::ExpiresOn, Problem::Expired),
            (Field::IdCertificate, Problem::Missing),
            (Field::Statement, Problem::FileType),
            (Field::StatementDate, Problem::TooOld { months: 3 }),
        ]
    );
    let early = unfinished(&wrong, today);
    assert_eq!(early, [Field::RealName, Field::IdCertificate]);
    let nothing = SubmitDocuments {
        country: None,
        kind: None,
        expires: String::new(),
        statement: None,
        statement_date: String::new(),
        number: String::new(),
        ..wrong
    };
    let missing = unfinished(&nothing, today);
    assert_eq!(
        missing,
        [
            Field::RealName,
            Field::DocumentCountry,
            Field::DocumentKind,
            Field::DocumentNumber,
            Field::IdCertificate,
            Field::Statement,
            Field::StatementDate,
        ]
    );
}

/// What more typing can still mend.
fn unfinished(act: &SubmitDocuments, today: Date) -> Vec<Field> {
    let found = act.read(today).err().unwrap();
    let unfinished = found.into_iter().filter(|one| one.may_be_unfinished());
    unfinished.map(|one| one.field).collect()
}

#[test]
fn a_mainland_number_with_a_lower_case_x_or_wide_digits_is_read() {
    let today = Date::new(2024, 6, 10).unwrap();
    for number in ["11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ"] {
        let typed = SubmitNumber {
            name: "李雷".into(),
            number: number.into(),
            correction: None,
        };
        let read = typed.read(today).ok().unwrap();
        assert_eq!(read.number.as_str(), "11010519491231002X");
    }
}

#[test]
fn who_holds_a_residence_permit_is_verified_with_it_where_the_mainland_number_is_asked() {
    let mut stage = stage(Region::CN);
    let typed = SubmitNumber {
        name: "WONG Fong".into(),
        number: "810000 19940823 0021".into(),
        correction: None,
    };
    let submission = stage.person(&typed).unwrap();
    let file = identity_file(&stage.world.store, submission).unwrap();
    let submitted = file.unwrap().submitted;
    assert_eq!(
        (submitted.kind, submitted.country),
        (DocumentKind::ResidencePermit, Region::CN)
    );
    steps::approve_identity(&mut stage.world, submission);
    assert!(stage.card().verified);
    let wrong = SubmitNumber {
        number: "810000199408230022".into(),
        ..typed
    };
    let today = Date::new(2024, 6, 10).unwrap();
    let found = wrong.read(today).err().unwrap();
    let check = liaison_core::numbers::Problem::CheckDigit;
    assert_eq!(found[0].problem, Problem::Number(check));
}

#[test]
fn a_correction_without_a_reason_is_asked_for_it() {
    let mut stage = stage(Region::HK);
    stage.verified(&documents("WONG Fong", NUMBER));
    let correction = SubmitDocuments {
        correction: Some(" ".into()),
        ..documents("CHAN Fong", NUMBER)
    };
    let missing = Refusal::Input(Field::Reason, Problem::Missing).into();
    assert_eq!(stage.person(&correction), Err(missing));
}

#[test]
fn a_passport_and_a_statement_verify_where_documents_are_asked() {
    let mut stage = stage(Region::GB);
    let submission = steps::show_passport(&mut stage.world, stage.person, Region::GB, "925076473");
    steps::approve_identity(&mut stage.world, submission);
    assert!(stage.card().verified);
}
