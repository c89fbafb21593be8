//! A person is verified.

use liaison_core::{
    account::{change_region::ChangeRegion, switch_back_region::SwitchBackRegion},
    command::{Act, Actor, Command},
    demo::steps,
    desk::{
        CaseId, approve_identity::ApproveIdentity, claim::ClaimCase, open_document::OpenDocument,
        refuse_identity::RefuseIdentity,
    },
    id::{AccountId, Id, SubmissionId},
    identity::{
        set_verification_way::SetVerificationWay, submit_documents::SubmitDocuments,
        submit_number::SubmitNumber,
    },
    numbers::{DocumentKind, Region, VerificationWay},
    time::{DAY, Time},
    world::World,
};

use crate::table::{Person, State, Try, draw, golden};

#[derive(Clone)]
struct Stage {
    person: AccountId,
    reviewer: AccountId,
    second: AccountId,
    stranger: AccountId,
    submission: SubmissionId,
    /// What a correction says; nothing where none is asked for.
    correction: Option<String>,
}

fn from(name: &'static str, region: Region) -> State<Stage> {
    let mut world = World::new(Time(20_000 * DAY), 1);
    let w = &mut world;
    let reviewer = steps::reviewer(w, "Rita", "+8613800000002");
    let second = steps::reviewer(w, "Ron", "+8613800000003");
    let person = steps::person_from(w, "王芳", "+8613800000001", region);
    let stranger = steps::person(w, "Eve", "+8613800000004");
    let stage = Stage {
        person,
        reviewer,
        second,
        stranger,
        submission: SubmissionId::from_bytes([0; 16]),
        correction: None,
    };
    State { name, world, stage }
}

fn pending() -> State<Stage> {
    let mut state = from("pending", Region::CN);
    let act = number(&state.stage);
    state.stage.submission = run(&mut state, |s| s.person, &act);
    state
}

fn claimed() -> State<Stage> {
    claim(State {
        name: "claimed",
        ..pending()
    })
}

fn verified() -> State<Stage> {
    let mut state = State {
        name: "verified",
        ..claimed()
    };
    let submission = state.stage.submission;
    run(&mut state, |s| s.reviewer, &ApproveIdentity { submission });
    state
}

fn correcting() -> State<Stage> {
    let mut state = State {
        name: "verified, correcting",
        ..verified()
    };
    state.stage.correction = Some("I have married".into());
    state
}

fn correcting_without_a_reason() -> State<Stage> {
    let mut state = State {
        name: "verified, no reason",
        ..verified()
    };
    state.stage.correction = Some(String::new());
    state
}

fn refused() -> State<Stage> {
    refuse(State {
        name: "refused",
        ..claimed()
    })
}

fn thrice_refused() -> State<Stage> {
    let mut state = State {
        name: "three attempts",
        ..refused()
    };
    for _ in 0..2 {
        let act = number(&state.stage);
        state.stage.submission = run(&mut state, |s| s.person, &act);
        state = refuse(claim(state));
    }
    state
}

/// The number has verified five accounts.
fn used_up() -> State<Stage> {
    let mut state = from("number used up", Region::CN);
    for number in 0..5 {
        let mobile = format!("+861390000100{number}");
        let other = steps::person(&mut state.world, "王芳", &mobile);
        steps::verify(&mut state.world, other, &steps::id_number(1));
    }
    state
}

fn by_documents() -> State<Stage> {
    let mut state = State {
        name: "documents claimed",
        ..from("", Region::HK)
    };
    let act = documents(&state.stage);
    state.stage.submission = run(&mut state, |s| s.person, &act);
    claim(state)
}

fn on_the_detour() -> State<Stage> {
    let mut state = State {
        name: "on the detour",
        ..from("", Region::US)
    };
    let region = Region::CA;
    run(&mut state, |s| s.person, &ChangeRegion { region });
    state
}

fn claim(mut state: State<Stage>) -> State<Stage> {
    let case = CaseId::Identity(state.stage.submission);
    run(&mut state, |s| s.reviewer, &ClaimCase { case });
    state
}

fn refuse(mut state: State<Stage>) -> State<Stage> {
    let act = RefuseIdentity {
        submission: state.stage.submission,
        reason: "The name is another".into(),
    };
    run(&mut state, |s| s.reviewer, &act);
    state
}

fn run<A: Act>(state: &mut State<Stage>, who: fn(&Stage) -> AccountId, act: &A) -> A::Done {
    let actor = Actor::Account(who(&state.stage));
    state.world.run(actor, act).expect("a step of the stage")
}

fn number(stage: &Stage) -> SubmitNumber {
    SubmitNumber {
        name: "王芳".into(),
        number: steps::id_number(1),
        correction: stage.correction.clone(),
    }
}

fn documents(stage: &Stage) -> SubmitDocuments {
    SubmitDocuments {
        name: "WONG Fong".into(),
        country: Some(Region::HK),
        kind: Some(DocumentKind::IdentityCard),
        number: "A123456(3)".into(),
        expires: String::new(),
        certificate: Some(steps::upload("card.jpg")),
        statement: Some(steps::upload("statement.pdf")),
        statement_date: "2024-09-10".into(),
        correction: stage.correction.clone(),
    }
}

const PEOPLE: [Person<Stage>; 6] = [
    ("the person", |s| Some(Actor::Account(s.person))),
    ("reviewer", |s| Some(Actor::Account(s.reviewer))),
    ("second reviewer", |s| Some(Actor::Account(s.second))),
    ("stranger", |s| Some(Actor::Account(s.stranger))),
    ("visitor", |_| Some(Actor::Visitor)),
    ("operator", |_| Some(Actor::Operator)),
];

#[test]
fn identity() {
    let mut states = [
        from("not verified", Region::CN),
        from("of Hong Kong", Region::HK),
        from("of the US", Region::US),
        on_the_detour(),
        pending(),
        claimed(),
        by_documents(),
        verified(),
        correcting(),
        correcting_without_a_reason(),
        refused(),
        thrice_refused(),
        used_up(),
    ];
    let tries: [Try<Stage>; 9] = [
        |stage, _| Command::from(number(stage)),
        |stage, _| Command::from(documents(stage)),
        |stage, _| {
            Command::from(ClaimCase {
                case: CaseId::Identity(stage.submission),
            })
        },
        |stage, _| {
            Command::from(OpenDocument {
                case: CaseId::Identity(stage.submission),
                blob: steps::upload("card.jpg").blob,
            })
        },
        |stage, _| {
            Command::from(ApproveIdentity {
                submission: stage.submission,
            })
        },
        |stage, _| {
            Command::from(RefuseIdentity {
                submission: stage.submission,
                reason: "The name is another".into(),
            })
        },
        |_, _| Command::from(ChangeRegion { region: Region::CH }),
        |_, _| Command::from(SwitchBackRegion {}),
        |_, _| {
            Command::from(SetVerificationWay {
                region: Region::GB,
                way: Some(VerificationWay::None {
                    instead: Some(Region::CA),
                }),
            })
        },
    ];
    golden!("identity", draw(&mut states, &PEOPLE, &tries));
}
