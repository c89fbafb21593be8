//! Members see the policies that concern them (POL 7).

use liaison_core::{
    ask::ask,
    command::{Actor, Command},
    demo::steps,
    id::{AccountId, DepartmentId, OrganizationId},
    organization::{
        create_department::CreateDepartment, delete_department::DeleteDepartment, departments,
    },
    policy::{
        ExternalMode, Permitted,
        concerning::{Concerning, MyPolicies},
        set_colleague::SetColleaguePolicy,
        set_external::SetExternalPolicy,
        set_greetings::SetGreetingPolicy,
    },
    refusal::{Field, Problem, Refusal},
    row::ReadRows,
    store::Stop,
    time::Time,
    world::World,
};

fn concerning(world: &World, actor: Actor) -> Result<Vec<Concerning>, Stop> {
    ask(&world.store, actor, world.now, &MyPolicies)
}

#[test]
fn a_member_sees_the_policy_in_force_whether_it_lets_them_and_who_changed_it_why() {
    let mut world = World::new(Time(1_700_000_000_000), 3);
    let owner = steps::person(&mut world, "Ann", "+8613800000001");
    let organization = steps::company_of(&mut world, owner, "Acme");
    let me = Actor::Account(owner);
    let of_ann = |world: &World| concerning(world, me).unwrap().remove(0);
    let before = of_ann(&world);
    assert_eq!(before.external.mode, ExternalMode::Closed);
    assert!(before.permitted && before.external.changed.is_none());

    let change = |mode, permitted| SetExternalPolicy {
        organization,
        mode,
        permitted,
        people_without_organization: true,
        served_by: None,
        why: "The fair in May".into(),
    };
    let nobody = change(ExternalMode::Open, Permitted::Nobody);
    world.run(me, &nobody).expect("an owner may");
    let after = of_ann(&world);
    assert_eq!(after.external.mode, ExternalMode::Open);
    assert!(!after.permitted && after.external.people_without_organization);
    let changed = after.external.changed.expect("it has changed");
    assert_eq!(changed.by.to_string(), "Ann");
    assert_eq!(
        changed.why.map(|why| why.to_string()),
        Some("The fair in May".into())
    );
    assert_eq!(changed.at, world.now);
}

#[test]
fn whoever_has_no_seat_sees_no_policy() {
    let mut world = World::new(Time(1_700_000_000_000), 3);
    let owner: AccountId = steps::person(&mut world, "Ann", "+8613800000001");
    steps::company_of(&mut world, owner, "Acme");
    let stranger = steps::person(&mut world, "Bob", "+8613800000002");
    assert_eq!(concerning(&world, Actor::Account(stranger)), Ok(Vec::new()));
    let visitor = concerning(&world, Actor::Visitor);
    assert_eq!(visitor, Err(Stop::Refused(Refusal::SignIn)));
}

fn open(organization: OrganizationId, permitted: Permitted, why: &str) -> SetExternalPolicy {
    SetExternalPolicy {
        organization,
        mode: ExternalMode::Open,
        permitted,
        people_without_organization: false,
        served_by: None,
        why: why.into(),
    }
}

#[test]
fn a_policy_saved_unchanged_stays_with_the_reason_of_who_changed_it() {
    let mut world = World::new(Time(1_700_000_000_000), 3);
    let owner = steps::person(&mut world, "Ann", "+8613800000001");
    let organization = steps::company_of(&mut world, owner, "Acme");
    let me = Actor::Account(owner);
    for why in ["The fair", ""] {
        let acts: [Command; 3] = [
            open(organization, Permitted::Everyone, why).into(),
            SetColleaguePolicy {
                organization,
                automatic: true,
                why: why.into(),
            }
            .into(),
            SetGreetingPolicy {
                organization,
                allowed: false,
                why: why.into(),
            }
            .into(),
        ];
        for act in acts {
            world.run(me, &act).expect("an owner may");
        }
        world.wait(1000);
    }
    let now = concerning(&world, me).unwrap().remove(0);
    let all = [
        now.external.changed,
        now.colleagues.changed,
        now.greetings.changed,
    ];
    for changed in all {
        let why = changed.and_then(|changed| changed.why);
        assert_eq!(why.map(|why| why.to_string()), Some("The fair".into()));
    }
}

#[test]
fn who_was_chosen_and_has_gone_does_not_hold_up_a_change() {
    let mut world = World::new(Time(1_700_000_000_000), 3);
    let owner = steps::person(&mut world, "Ann", "+8613800000001");
    let organization = steps::company_of(&mut world, owner, "Acme");
    let me = Actor::Account(owner);
    let fair = |world: &mut World| {
        let create = CreateDepartment {
            organization,
            parent: top_of(world, organization),
            name: "Fair".into(),
        };
        world.run(me, &create).expect("an owner may")
    };
    let gone = fair(&mut world);
    let delete = DeleteDepartment {
        organization,
        department: gone,
    };
    world.run(me, &delete).expect("it is empty");
    let stays = fair(&mut world);
    let chosen = |departments: Vec<DepartmentId>| Permitted::Chosen {
        departments,
        members: Vec::new(),
    };
    let save = open(organization, chosen(vec![gone, stays]), "");
    world.run(me, &save).expect("one of them is there");
    let policy = concerning(&world, me).unwrap().remove(0).external;
    assert_eq!(policy.permitted, chosen(vec![stays]));
    let closed = SetExternalPolicy {
        served_by: Some(chosen(vec![gone])),
        ..open(organization, Permitted::Everyone, "")
    };
    let done = world.run(me, &closed);
    assert_eq!(done, Ok(()), "nobody is to be served");
    let nobody = world.run(me, &open(organization, chosen(vec![gone]), ""));
    let missing = Refusal::Input(Field::Permitted, Problem::Missing);
    assert_eq!(nobody, Err(Stop::Refused(missing)));
}

fn top_of(world: &World, organization: OrganizationId) -> DepartmentId {
    let all = world
        .store
        .list(&departments(organization))
        .expect("readable");
    let top = all.into_iter().find(|(_, row)| row.parent.is_none());
    top.expect("every organization has one").0
}
