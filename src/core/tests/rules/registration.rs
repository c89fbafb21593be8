//! A company registers. What nobody may do reads the same as what is not there.

use liaison_core::{
    command::{Act, Actor, Command},
    demo::steps,
    desk::{
        CaseId, approve::ApproveRegistration, ask::AskApplicant, claim::ClaimCase,
        reject::RejectRegistration,
    },
    id::{AccountId, BlobId, OrganizationId, RegistrationId},
    numbers::Region,
    organization::department::top,
    refusal::Field,
    registration::{
        Application, DocumentKind, Form, Says, answer::AnswerQuestion, applications,
        attach_document::AttachDocument, begin::BeginRegistration, change_document::ChangeDocument,
        discard::DiscardDraft, remove_document::RemoveDocument, save_draft::SaveDraft,
        start_anew::StartAnew, submit::SubmitRegistration, withdraw::WithdrawRegistration,
    },
    row::ReadRows,
    time::{DAY, Time},
    world::World,
};

use crate::table::{Person, State, Try, draw, golden};

#[derive(Clone)]
pub struct Stage {
    pub applicant: AccountId,
    pub reviewer: AccountId,
    pub second: AccountId,
    /// A reviewer who is a colleague of the applicant in another company.
    pub kin: AccountId,
    pub stranger: AccountId,
    /// The other company of the applicant.
    pub elsewhere: OrganizationId,
    pub registration: RegistrationId,
}

impl Stage {
    pub fn case(&self) -> CaseId {
        CaseId::Registration(self.registration)
    }

    pub fn application(&self, world: &World) -> Application {
        let key = applications(self.applicant).at(self.registration);
        world.store.find(&key).expect("readable").expect("begun")
    }

    pub fn document(&self, world: &World) -> BlobId {
        let application = self.application(world);
        let first = application.documents.first();
        first.map_or(steps::upload("none").blob, |first| first.file.blob)
    }
}

fn form() -> Form {
    steps::form(Region::CN, "海蓝科技有限公司", "海蓝科技")
}

pub fn draft() -> State<Stage> {
    let mut world = World::new(Time(20_000 * DAY), 1);
    let w = &mut world;
    let reviewer = steps::reviewer(w, "Rita", "+8613800000002");
    let second = steps::reviewer(w, "Ron", "+8613800000003");
    let kin = steps::reviewer(w, "Kim", "+8613800000005");
    let applicant = steps::person(w, "王芳", "+8613800000001");
    let stranger = steps::person(w, "Eve", "+8613800000004");
    let elsewhere = steps::company_of(w, applicant, "Elsewhere");
    steps::member(
        w,
        applicant,
        elsewhere,
        "Kim",
        "E2",
        "+8613800000005",
        top(elsewhere),
    );
    steps::join(w, kin, elsewhere);
    let registration = steps::draft(w, applicant, &form());
    let stage = Stage {
        applicant,
        reviewer,
        second,
        kin,
        stranger,
        elsewhere,
        registration,
    };
    State {
        name: "draft",
        world,
        stage,
    }
}

fn empty() -> State<Stage> {
    let mut state = named("empty draft", draft());
    let begin = BeginRegistration { jurisdiction: None };
    state.stage.registration = run(&mut state, |s| s.applicant, &begin);
    state
}

/// Somebody else has submitted for the same legal entity.
fn taken() -> State<Stage> {
    let mut state = named("entity taken", draft());
    steps::submitted(&mut state.world, state.stage.stranger, &form());
    state
}

pub fn submitted() -> State<Stage> {
    let mut state = named("submitted", draft());
    let act = submit(&state.stage);
    run(&mut state, |s| s.applicant, &act);
    state
}

pub fn claimed() -> State<Stage> {
    let mut state = named("in review", submitted());
    let case = state.stage.case();
    run(&mut state, |s| s.reviewer, &ClaimCase { case });
    state
}

pub fn asked() -> State<Stage> {
    let mut state = named("question open", claimed());
    let act = ask(&state.stage, 0);
    run(&mut state, |s| s.reviewer, &act);
    state
}

pub fn closed() -> State<Stage> {
    let mut state = named("closed", asked());
    state.world.wait(30 * DAY);
    state
}

pub fn answered() -> State<Stage> {
    let mut state = named("resubmitted", asked());
    let act = answer(&state.stage);
    run(&mut state, |s| s.applicant, &act);
    state
}

/// All three resubmissions are used.
pub fn used_up() -> State<Stage> {
    let mut state = named("resubmitted thrice", answered());
    for attempt in 1..3 {
        let act = ask(&state.stage, attempt);
        run(&mut state, |s| s.reviewer, &act);
        let act = answer(&state.stage);
        run(&mut state, |s| s.applicant, &act);
    }
    state
}

pub fn approved() -> State<Stage> {
    let mut state = named("approved", claimed());
    let act = ApproveRegistration {
        registration: state.stage.registration,
        attempt: 0,
    };
    run(&mut state, |s| s.reviewer, &act);
    state
}

pub fn rejected() -> State<Stage> {
    let mut state = named("rejected", claimed());
    let act = RejectRegistration {
        registration: state.stage.registration,
        attempt: 0,
        reason: "The license is of another company".into(),
    };
    run(&mut state, |s| s.reviewer, &act);
    state
}

pub fn withdrawn() -> State<Stage> {
    let mut state = named("withdrawn", claimed());
    let registration = state.stage.registration;
    run(
        &mut state,
        |s| s.applicant,
        &WithdrawRegistration { registration },
    );
    state
}

pub fn named(name: &'static str, state: State<Stage>) -> State<Stage> {
    State { name, ..state }
}

pub fn run<A: Act>(state: &mut State<Stage>, who: fn(&Stage) -> AccountId, act: &A) -> A::Done {
    let actor = Actor::Account(who(&state.stage));
    state.world.run(actor, act).expect("a step of the stage")
}

fn submit(stage: &Stage) -> SubmitRegistration {
    SubmitRegistration {
        registration: stage.registration,
        declared: true,
    }
}

/// About the display name and the license.
pub fn ask(stage: &Stage, attempt: u64) -> AskApplicant {
    AskApplicant {
        registration: stage.registration,
        attempt,
        fields: vec![Field::DisplayName, Field::BusinessLicense],
        why: "The seal cannot be read".into(),
    }
}

fn answer(stage: &Stage) -> AnswerQuestion {
    AnswerQuestion {
        registration: stage.registration,
        reply: String::new(),
        declared: true,
    }
}

const PEOPLE: [Person<Stage>; 5] = [
    ("applicant", |s| Some(Actor::Account(s.applicant))),
    ("reviewer", |s| Some(Actor::Account(s.reviewer))),
    ("stranger", |s| Some(Actor::Account(s.stranger))),
    ("visitor", |_| Some(Actor::Visitor)),
    ("operator", |_| Some(Actor::Operator)),
];

#[test]
fn registration() {
    let mut states = [
        empty(),
        draft(),
        taken(),
        submitted(),
        claimed(),
        asked(),
        answered(),
        closed(),
        approved(),
        rejected(),
        withdrawn(),
    ];
    let tries: [Try<Stage>; 11] = [
        |_, _| Command::from(BeginRegistration { jurisdiction: None }),
        |stage, world| {
            let mut form = stage.application(world).form;
            form.display_name = "海蓝".into(); // asked about
            let registration = stage.registration;
            Command::from(SaveDraft { registration, form })
        },
        |stage, world| {
            let mut form = stage.application(world).form;
            form.address = "中山路 1 号".into(); // not asked about
            let registration = stage.registration;
            Command::from(SaveDraft { registration, form })
        },
        |stage, _| {
            Command::from(AttachDocument {
                registration: stage.registration,
                kind: DocumentKind::BusinessLicense,
                upload: steps::upload("second.pdf"),
                says: Says::default(),
            })
        },
        |stage, world| {
            Command::from(ChangeDocument {
                registration: stage.registration,
                document: stage.document(world),
                says: Says::default(),
            })
        },
        |stage, world| {
            Command::from(RemoveDocument {
                registration: stage.registration,
                document: stage.document(world),
            })
        },
        |stage, _| Command::from(submit(stage)),
        |stage, _| Command::from(answer(stage)),
        |stage, _| {
            Command::from(WithdrawRegistration {
                registration: stage.registration,
            })
        },
        |stage, _| {
            Command::from(DiscardDraft {
                registration: stage.registration,
            })
        },
        |stage, _| {
            Command::from(StartAnew {
                from: stage.registration,
            })
        },
    ];
    golden!("registration", draw(&mut states, &PEOPLE, &tries));
}
