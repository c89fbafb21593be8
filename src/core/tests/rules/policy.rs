use liaison_core::{
    command::{Actor, Command},
    id::AccountId,
    organization::{Realm, Role},
    policy::{
        ExternalMode, Permitted, add_partner::AddPartner, remove_partner::RemovePartner,
        set_colleague::SetColleaguePolicy, set_external::SetExternalPolicy,
        set_greetings::SetGreetingPolicy,
    },
    world::World,
};

use crate::{
    stage::{self, Firm, firm, leave, person, sit, suspend},
    table::{Person, State, Try, draw, golden},
};

struct Stage {
    ours: Firm,
    theirs: Firm,
    people: [AccountId; 8],
}

fn fresh() -> State<Stage> {
    let mut world = stage::world();
    let ours = firm(&mut world, 1, "Northwind", Realm::International);
    let theirs = firm(&mut world, 2, "Contoso", Realm::International);
    let names = [
        "Olive", "Adam", "Audrey", "Mia", "Sue", "Leo", "Otto", "Uma",
    ];
    let mut number = 0;
    let people = names.map(|name| {
        number += 1;
        person(&mut world, name, number)
    });
    let roles = [
        Some(Role::Owner),
        Some(Role::Administrator),
        Some(Role::Auditor),
        None,
        Some(Role::Administrator),
        None,
    ];
    for (account, role) in people.iter().zip(roles) {
        sit(&mut world, ours, *account, role);
    }
    suspend(&mut world, ours, people[4]);
    leave(&mut world, ours, people[5]);
    sit(&mut world, theirs, people[6], Some(Role::Owner));
    State {
        name: "closed",
        world,
        stage: Stage {
            ours,
            theirs,
            people,
        },
    }
}

fn partnered() -> State<Stage> {
    let mut state = State {
        name: "partner named",
        ..fresh()
    };
    let act = add_partner(&state.stage);
    state
        .world
        .run(Actor::Account(state.stage.people[1]), &act)
        .expect("an administrator may");
    state
}

fn add_partner(stage: &Stage) -> AddPartner {
    AddPartner {
        organization: stage.ours.id,
        corporate_id: stage.theirs.corporate_id.to_string(),
        until: None,
        why: "We build together".into(),
    }
}

const PEOPLE: [Person<Stage>; 9] = [
    ("visitor", |_| Some(Actor::Visitor)),
    ("owner", |s| Some(Actor::Account(s.people[0]))),
    ("administrator", |s| Some(Actor::Account(s.people[1]))),
    ("auditor", |s| Some(Actor::Account(s.people[2]))),
    ("member", |s| Some(Actor::Account(s.people[3]))),
    ("suspended administrator", |s| {
        Some(Actor::Account(s.people[4]))
    }),
    ("left", |s| Some(Actor::Account(s.people[5]))),
    ("owner of another", |s| Some(Actor::Account(s.people[6]))),
    ("stranger", |s| Some(Actor::Account(s.people[7]))),
];

#[test]
fn policy() {
    let mut states = [fresh(), partnered()];
    let tries: [Try<Stage>; 5] = [
        |stage, _: &World| {
            Command::from(SetExternalPolicy {
                organization: stage.ours.id,
                mode: ExternalMode::Partners,
                permitted: Permitted::Everyone,
                people_without_organization: false,
                served_by: None,
                why: "We begin with one partner".into(),
            })
        },
        |stage, _| Command::from(add_partner(stage)),
        |stage, _| {
            let act = RemovePartner {
                organization: stage.ours.id,
                partner: stage.theirs.id,
                why: String::new(),
            };
            Command::from(act)
        },
        |stage, _| {
            let act = SetColleaguePolicy {
                organization: stage.ours.id,
                automatic: true,
                why: String::new(),
            };
            Command::from(act)
        },
        |stage, _| {
            let act = SetGreetingPolicy {
                organization: stage.ours.id,
                allowed: false,
                why: String::new(),
            };
            Command::from(act)
        },
    ];
    golden!("policy", draw(&mut states, &PEOPLE, &tries));
}
