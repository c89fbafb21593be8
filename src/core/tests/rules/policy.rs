use liaison_core::{
    audit::{Changed, payloads},
    command::{Actor, Command},
    id::AccountId,
    organization::{Realm, Role},
    policy::{
        ExternalMode, Permitted, add_partner::AddPartner, partners, remove_partner::RemovePartner,
        set_colleague::SetColleaguePolicy, set_external::SetExternalPolicy,
        set_greetings::SetGreetingPolicy,
    },
    refusal::Field,
    row::ReadRows,
    space::Space,
    time::{DAY, Time},
    world::World,
};

use crate::{
    stage::{self, Firm, firm, leave, move_realm, person, sit, suspend},
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

fn in_another_realm() -> State<Stage> {
    let mut state = State {
        name: "of another realm",
        ..fresh()
    };
    move_realm(&mut state.world, state.stage.theirs, Realm::Mainland);
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
    let mut states = [fresh(), partnered(), in_another_realm()];
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

#[test]
fn a_partner_who_is_added_again_gets_another_end_and_stays_since_when_it_was() {
    let State {
        mut world, stage, ..
    } = partnered();
    let row = |world: &World| {
        let key = partners(stage.ours.id).at(stage.theirs.id);
        world.store.find(&key).expect("readable").expect("named")
    };
    let before = row(&world);
    world.wait(DAY);
    let until = world.now.plus(DAY);
    let again = AddPartner {
        until: Some(until),
        ..add_partner(&stage)
    };
    let owner = Actor::Account(stage.people[0]);
    world.run(owner, &again).expect("another end");
    let after = row(&world);
    assert_eq!(
        (after.added, after.added_by),
        (before.added, before.added_by)
    );
    assert_eq!(after.until, Some(until));
    let ended = |before: Option<Time>, after: Option<Time>| Changed {
        field: Field::Until,
        before: before.map(|time| time.0.to_string()),
        after: after.map(|time| time.0.to_string()),
    };
    assert_eq!(noted(&world, stage.ours), [ended(None, Some(until))]);

    let remove = RemovePartner {
        organization: stage.ours.id,
        partner: stage.theirs.id,
        why: String::new(),
    };
    world.run(owner, &remove).expect("a partner");
    assert_eq!(noted(&world, stage.ours)[1], ended(Some(until), None));
}

/// What the last fact in a trail says of changes.
fn noted(world: &World, firm: Firm) -> Vec<Changed> {
    let facts = world.store.list(&payloads(Space::Console(firm.id)));
    let (_, last) = facts.expect("readable").pop().expect("noted");
    last.fact.changes
}
