//! A company on its way through the desk.

use liaison_core::{
    blob::blobs,
    command::{Act, Actor},
    demo::steps,
    desk::{
        CaseId, approve::ApproveRegistration, ask::AskApplicant, claim::ClaimCase,
        reject::RejectRegistration,
    },
    id::{AccountId, OrganizationId, RegistrationId},
    numbers::Region,
    refusal::{Field, Refusal},
    registration::{Form, RegistrationRefusal, State, answer::AnswerQuestion, application_of},
    row::ReadRows,
    store::Stop,
    time::{DAY, Date, HOUR, Time},
    world::World,
};

pub struct Line {
    pub world: World,
    pub applicant: AccountId,
    pub reviewer: AccountId,
    pub form: Form,
}

pub fn line() -> Line {
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
    pub fn applicant<A: Act>(&mut self, act: &A) -> Result<A::Done, Stop> {
        self.world.run(Actor::Account(self.applicant), act)
    }

    pub fn reviewer<A: Act>(&mut self, act: &A) -> Result<A::Done, Stop> {
        self.world.run(Actor::Account(self.reviewer), act)
    }

    pub fn submitted(&mut self) -> RegistrationId {
        let registration = steps::submitted(&mut self.world, self.applicant, &self.form);
        let case = CaseId::Registration(registration);
        self.reviewer(&ClaimCase { case }).expect("free");
        registration
    }

    pub fn asked(&mut self, fields: Vec<Field>) -> RegistrationId {
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

    pub fn answer(&mut self, registration: RegistrationId) -> Result<(), Stop> {
        let reply = String::new();
        let declared = true;
        self.applicant(&AnswerQuestion {
            registration,
            reply,
            declared,
        })
    }

    pub fn approve(&mut self, registration: RegistrationId, attempt: u64) -> OrganizationId {
        let act = ApproveRegistration {
            registration,
            attempt,
        };
        self.reviewer(&act).expect("in hand")
    }

    pub fn reject(&mut self, registration: RegistrationId) {
        let act = RejectRegistration {
            registration,
            attempt: 0,
            reason: "The seal is of another company".into(),
        };
        self.reviewer(&act).expect("in hand");
    }

    pub fn state(&self, registration: RegistrationId) -> State {
        application_of(&self.world.store, self.applicant, registration)
            .expect("begun")
            .state_at(self.world.now)
    }

    pub fn typed(&self, registration: RegistrationId) -> Form {
        application_of(&self.world.store, self.applicant, registration)
            .expect("begun")
            .form
    }

    pub fn blobs(&self) -> usize {
        self.world.store.list(&blobs()).expect("readable").len()
    }
}

pub fn refused<T: std::fmt::Debug>(result: Result<T, Stop>) -> RegistrationRefusal {
    match result {
        Err(Stop::Refused(Refusal::Registration(refusal))) => refusal,
        other => panic!("{other:?}"),
    }
}
