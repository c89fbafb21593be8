//! Reviewers decide.

use liaison_core::{
    command::{Actor, Command},
    demo::steps,
    desk::{
        appoint_reviewer::AppointReviewer, approve::ApproveRegistration, claim::ClaimCase,
        open_document::OpenDocument, pass_on::PassOnCase, reject::RejectRegistration,
        release::ReleaseCase,
    },
    organization::department::top,
};

use crate::{
    registration::{
        Stage, answered, approved, ask, asked, claimed, closed, draft, named, rejected, submitted,
        used_up, withdrawn,
    },
    table::{Person, State, Try, draw, golden},
};

/// The applicant has become a reviewer since.
fn of_their_own() -> State<Stage> {
    let mut state = named("applicant appointed", submitted());
    let act = AppointReviewer {
        account: state.stage.applicant,
        name: "Ann".into(),
    };
    state.world.run(Actor::Operator, &act).expect("appointed");
    state
}

/// Who has the case in hand has become a colleague of the applicant since.
fn of_their_kin() -> State<Stage> {
    let mut state = named("reviewer now a colleague", claimed());
    let (stage, world) = (&state.stage, &mut state.world);
    let (applicant, elsewhere) = (stage.applicant, stage.elsewhere);
    steps::member(
        world,
        applicant,
        elsewhere,
        "Rita",
        "E3",
        "+8613800000002",
        top(elsewhere),
    );
    steps::join(world, stage.reviewer, elsewhere);
    state
}

/// Resubmitted, and the reviewer looks at the newest attempt.
fn on_attempt(stage: &Stage, world: &liaison_core::world::World) -> u64 {
    let answers = stage.application(world).resubmissions_left();
    3 - u64::from(answers)
}

const PEOPLE: [Person<Stage>; 7] = [
    ("applicant", |s| Some(Actor::Account(s.applicant))),
    ("reviewer", |s| Some(Actor::Account(s.reviewer))),
    ("second reviewer", |s| Some(Actor::Account(s.second))),
    ("applicant's colleague", |s| Some(Actor::Account(s.kin))),
    ("stranger", |s| Some(Actor::Account(s.stranger))),
    ("visitor", |_| Some(Actor::Visitor)),
    ("operator", |_| Some(Actor::Operator)),
];

#[test]
fn desk() {
    let mut states = [
        draft(),
        submitted(),
        of_their_own(),
        claimed(),
        of_their_kin(),
        asked(),
        answered(),
        used_up(),
        closed(),
        approved(),
        rejected(),
        withdrawn(),
    ];
    let tries: [Try<Stage>; 12] = [
        |stage, _| {
            Command::from(AppointReviewer {
                account: stage.stranger,
                name: "Sam".into(),
            })
        },
        |stage, _| Command::from(ClaimCase { case: stage.case() }),
        |stage, _| Command::from(ReleaseCase { case: stage.case() }),
        |stage, _| {
            Command::from(PassOnCase {
                case: stage.case(),
                to: stage.second,
            })
        },
        // To a colleague of the applicant.
        |stage, _| {
            Command::from(PassOnCase {
                case: stage.case(),
                to: stage.kin,
            })
        },
        // To whoever has it in hand.
        |stage, _| {
            Command::from(PassOnCase {
                case: stage.case(),
                to: stage.reviewer,
            })
        },
        // To nobody of the desk.
        |stage, _| {
            Command::from(PassOnCase {
                case: stage.case(),
                to: stage.stranger,
            })
        },
        |stage, world| {
            Command::from(OpenDocument {
                case: stage.case(),
                blob: stage.document(world),
            })
        },
        |stage, world| Command::from(ask(stage, on_attempt(stage, world))),
        |stage, world| {
            Command::from(ApproveRegistration {
                registration: stage.registration,
                attempt: on_attempt(stage, world),
            })
        },
        // What was read is not what was submitted last.
        |stage, _| {
            Command::from(ApproveRegistration {
                registration: stage.registration,
                attempt: 0,
            })
        },
        |stage, world| {
            Command::from(RejectRegistration {
                registration: stage.registration,
                attempt: on_attempt(stage, world),
                reason: "The license is of another company".into(),
            })
        },
    ];
    golden!("desk", draw(&mut states, &PEOPLE, &tries));
}
