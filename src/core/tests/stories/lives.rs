//! Three applicants and two reviewers act at random in several tabs, which are reloaded in between; they look at what is
//! old, and answer late. After every act what must hold is held against what is stored.

use std::collections::BTreeMap;

use liaison_core::{
    command::{Actor, Command},
    demo::steps,
    desk::{
        CaseId, SubmittedApplication, approve::ApproveRegistration,
        approve_identity::ApproveIdentity, ask::AskApplicant, cases, claim::ClaimCase,
        invariants::broken, pass_on::PassOnCase, refuse_identity::RefuseIdentity,
        reject::RejectRegistration, release::ReleaseCase, submitted_applications,
    },
    id::{AccountId, RegistrationId},
    identity::{submit_documents::SubmitDocuments, submit_number::SubmitNumber},
    memory::MemoryStore,
    numbers::{DocumentKind, Region},
    refusal::Field,
    registration::{
        Form, Question, answer::AnswerQuestion, applications, attach_document::AttachDocument,
        begin::BeginRegistration, change_document::ChangeDocument, discard::DiscardDraft,
        remove_document::RemoveDocument, save_draft::SaveDraft, start_anew::StartAnew,
        submit::SubmitRegistration, withdraw::WithdrawRegistration,
    },
    row::ReadRows,
    time::{DAY, Time},
    world::World,
};

use crate::{dice::Dice, tabs::Tabs};

const COMPANIES: [(Region, &str); 3] = [
    (Region::CN, "海蓝科技"),
    (Region::GB, "Northwind"),
    (Region::HK, "Harbour"),
];

struct Life {
    tabs: Tabs,
    /// In which of them somebody acts.
    tab: usize,
    dice: Dice,
    applicants: Vec<AccountId>,
    reviewers: Vec<AccountId>,
    files: u64,
    received: BTreeMap<(RegistrationId, u64), SubmittedApplication>,
}

#[test]
fn applicants_and_reviewers_live_through_two_hundred_worlds() {
    let mut done = BTreeMap::<_, u32>::new();
    for seed in 1..=200 {
        let mut life = Life::begin(seed);
        for step in 0..200 {
            let (actor, command) = life.act();
            let outcome = life.tabs.run(life.tab, actor, &command);
            *done.entry(command.name()).or_default() += u32::from(outcome.is_ok());
            life.look(&format!("seed {seed}, step {step}, {command:?}"));
        }
        life.tabs.settle();
    }
    // What is never done proves nothing.
    let rare: Vec<_> = done.iter().filter(|(_, times)| **times < 10).collect();
    assert!(rare.is_empty(), "{rare:?} of {done:?}");
    println!("{done:?}");
}

impl Life {
    fn begin(seed: u64) -> Self {
        let mut world = World::new(Time(20_000 * DAY), seed);
        let mut number = 0;
        let mut next = || {
            number += 1;
            format!("+8613800000{number:03}")
        };
        let applicants = ["王芳", "Ada", "Bob"].map(|name| {
            let region = if name == "王芳" {
                Region::CN
            } else {
                Region::GB
            };
            steps::person_from(&mut world, name, &next(), region)
        });
        let reviewers = ["Rita", "Ron"].map(|name| steps::reviewer(&mut world, name, &next()));
        for applicant in &applicants {
            for (region, name) in COMPANIES {
                // Two come for the same company, and more often than not one of them is in time.
                steps::draft(&mut world, *applicant, &steps::form(region, name, name));
            }
        }
        Self {
            // Not the seed of the world: what is minted in the tabs is new.
            tabs: Tabs::open(world.store, world.now, seed + 1_000_000),
            tab: 0,
            dice: Dice::new(seed),
            applicants: applicants.into(),
            reviewers: reviewers.into(),
            files: 0,
            received: BTreeMap::new(),
        }
    }

    /// All that must hold; and what was received never changes.
    fn look(&mut self, context: &str) {
        let store = self.tabs.authority();
        assert_eq!(broken(store, self.tabs.now), Ok(vec![]), "{context}");
        let rows = store.list(&submitted_applications()).expect("readable");
        let rows: BTreeMap<_, _> = rows.into_iter().collect();
        for (id, before) in &self.received {
            assert_eq!(rows.get(id), Some(before), "{context}");
        }
        self.received = rows;
    }

    fn act(&mut self) -> (Actor, Command) {
        self.tabs.now = self.tabs.now.plus(self.dice.wait());
        self.tab = self.dice.below(self.tabs.count());
        if self.dice.one_in(25) {
            self.tabs.reload(self.tab, self.dice.one_in(2));
        }
        match self.dice.below(5) {
            0 | 1 => self.at_the_desk(),
            2 => self.identity(),
            _ => self.application(),
        }
    }

    /// What the tab shows in which somebody acts.
    fn seen(&self) -> &MemoryStore {
        self.tabs.seen_by(self.tab)
    }

    fn application(&mut self) -> (Actor, Command) {
        let me = *self.dice.pick(&self.applicants);
        let mine = self.seen().list(&applications(me)).expect("readable");
        let (drafts, sent): (Vec<_>, Vec<_>) = mine
            .into_iter()
            .partition(|(_, application)| application.events.is_empty());
        let some = match self.dice.one_in(3) || sent.is_empty() {
            true => drafts,
            false => sent,
        };
        let Some((registration, application)) = self.dice.pick_if_any(&some) else {
            return (Actor::Account(me), self.begun());
        };
        let document = self.dice.pick_if_any(&application.documents);
        let declared = !self.dice.one_in(9);
        let command = match self.dice.below(16) {
            0 => self.begun(),
            1..5 => SaveDraft {
                registration,
                form: self.typed(application.form),
            }
            .into(),
            5 if self.dice.one_in(3) => self.attach(registration, &application.form),
            7 if document.is_some() => ChangeDocument {
                registration,
                document: document.map(|one| one.file.blob).unwrap_or(upload_of(0)),
                says: steps::says(&application.form),
            }
            .into(),
            8 if self.dice.one_in(3) => RemoveDocument {
                registration,
                document: document.map_or(upload_of(0), |one| one.file.blob),
            }
            .into(),
            9 if self.dice.one_in(3) => WithdrawRegistration { registration }.into(),
            10 if self.dice.one_in(3) => DiscardDraft { registration }.into(),
            10 | 11 => StartAnew { from: registration }.into(),
            6 | 12 | 13 => AnswerQuestion {
                registration,
                reply: String::new(),
                declared,
            }
            .into(),
            _ => SubmitRegistration {
                registration,
                declared,
            }
            .into(),
        };
        (Actor::Account(me), command)
    }

    fn begun(&mut self) -> Command {
        let jurisdiction = None;
        BeginRegistration { jurisdiction }.into()
    }

    fn typed(&mut self, before: Form) -> Form {
        let (region, name) = *self.dice.pick(&COMPANIES);
        let mut form = before;
        match self.dice.below(8) {
            0 => form.number = "1".into(),
            1 => form = steps::form(region, name, name),
            2 => form.address = "2 Harbour Road".into(),
            number => form.display_name = format!("{name} {number}"),
        }
        form
    }

    fn attach(&mut self, registration: RegistrationId, form: &Form) -> Command {
        self.files += 1;
        let kind = *self
            .dice
            .pick(&liaison_core::registration::DocumentKind::ALL);
        AttachDocument {
            registration,
            kind,
            upload: steps::upload(&self.files.to_string()),
            says: steps::says(form),
        }
        .into()
    }

    fn identity(&mut self) -> (Actor, Command) {
        let me = *self.dice.pick(&self.applicants);
        let correction = match self.dice.one_in(3) {
            true => Some("I have married".to_owned()),
            false => None,
        };
        if me == self.applicants[0] {
            let number = steps::id_number(1);
            let name = "王芳".to_owned();
            let act = SubmitNumber {
                name,
                number,
                correction,
            };
            return (Actor::Account(me), act.into());
        }
        self.files += 2;
        let today = self.tabs.now.date(liaison_core::time::UtcOffset::UTC);
        let act = SubmitDocuments {
            name: "Ada Moore".into(),
            country: Some(Region::GB),
            kind: Some(DocumentKind::Passport),
            number: "925076473".into(),
            expires: String::new(),
            certificate: Some(steps::upload(&self.files.to_string())),
            statement: Some(steps::upload(&(self.files - 1).to_string())),
            statement_date: today.to_string(),
            correction,
        };
        (Actor::Account(me), act.into())
    }

    fn at_the_desk(&mut self) -> (Actor, Command) {
        let me = *self.dice.pick(&self.reviewers);
        let all = self.seen().list(&cases()).expect("readable");
        let Some((case, row)) = self.dice.pick_if_any(&all) else {
            return self.identity();
        };
        // Sometimes what is read is not what was submitted last.
        let attempt = match self.dice.one_in(5) {
            true => 0,
            false => row.newest_attempt(),
        };
        let reason = "It cannot be read".to_owned();
        let command: Command = match (self.dice.below(8), case) {
            (0..3, _) => ClaimCase { case }.into(),
            (3, _) if self.dice.one_in(4) => ReleaseCase { case }.into(),
            (3, _) => PassOnCase {
                case,
                to: *self.dice.pick(&self.reviewers),
            }
            .into(),
            (4 | 5, CaseId::Registration(registration)) => {
                let region = self.dice.pick(&COMPANIES).0;
                let askable = Question::askable(liaison_core::registration::Jurisdiction(region));
                AskApplicant {
                    registration,
                    attempt,
                    fields: vec![*self.dice.pick(&askable), Field::DisplayName],
                    why: reason,
                }
                .into()
            }
            (6, CaseId::Registration(registration)) => RejectRegistration {
                registration,
                attempt,
                reason,
            }
            .into(),
            (_, CaseId::Registration(registration)) => ApproveRegistration {
                registration,
                attempt,
            }
            .into(),
            (4..6, CaseId::Identity(submission)) => RefuseIdentity { submission, reason }.into(),
            (_, CaseId::Identity(submission)) => ApproveIdentity { submission }.into(),
        };
        (Actor::Account(me), command)
    }
}

fn upload_of(number: u64) -> liaison_core::id::BlobId {
    steps::upload(&number.to_string()).blob
}
