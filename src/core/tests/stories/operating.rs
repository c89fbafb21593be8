//! What whoever runs this Liaison sees of its people.

use liaison_core::{
    account::{profile, seats},
    command::Actor,
    demo::steps,
    id::AccountId,
    operator::{Known, People},
    row::{Key, Row},
    store::{Stop, Write},
    time::Time,
    world::World,
};

#[test]
fn who_has_a_row_that_cannot_be_read_can_still_be_chosen() {
    let (mut world, ann, _) = two();
    let organization = steps::company_of(&mut world, ann, "Acme");
    let before = known(&world).unwrap();
    assert_eq!(before[0].seats.len(), 1);
    spoil(&mut world, seats(ann).at(organization));
    let after = known(&world).unwrap();
    assert_eq!(after.len(), before.len());
    assert!(after[0].account == ann && after[0].seats.is_empty());
}

#[test]
fn nobody_who_can_be_read_is_not_nobody() {
    let (mut world, ann, bob) = two();
    spoil(&mut world, profile(ann).at(()));
    let left = known(&world).unwrap();
    assert!(left.len() == 1 && left[0].account == bob);
    spoil(&mut world, profile(bob).at(()));
    assert!(matches!(known(&world), Err(Stop::Fault(_))));
    assert_eq!(known(&World::new(Time(0), 1)), Ok(Vec::new()));
}

fn two() -> (World, AccountId, AccountId) {
    let mut world = World::new(Time(1_700_000_000_000), 3);
    let ann = steps::person(&mut world, "Ann", "+8613800000001");
    let bob = steps::person(&mut world, "Bob", "+8613800000002");
    (world, ann, bob)
}

fn known(world: &World) -> Result<Vec<Known>, Stop> {
    world.ask(Actor::Operator, &People)
}

/// As a defect of the disk does.
fn spoil<R: Row>(world: &mut World, key: Key<R>) {
    let now = world.now;
    let mut tx = world.store.begin();
    tx.set(&key.space, &key.bytes, Some(vec![R::VERSION]))
        .expect("written");
    tx.commit(now);
}
