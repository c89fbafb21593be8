//! Members see the policies that concern them (POL 7).

use liaison_core::{
    ask::ask,
    command::Actor,
    demo::steps,
    id::AccountId,
    policy::{
        ExternalMode, Permitted,
        concerning::{Concerning, MyPolicies},
        set_external::SetExternalPolicy,
    },
    refusal::Refusal,
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
