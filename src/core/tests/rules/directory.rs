//! Who is found in a directory, and by whom.

use liaison_core::{
    command::Actor,
    demo::steps,
    id::AccountId,
    organization::directory::{Listed, in_department, keepers},
    organization::roster::Roster,
    organization::{
        MemberStatus, Role, department::top, give_role::GiveRole, suspend_members::SuspendMembers,
    },
    time::Time,
    world::World,
};

struct Stage {
    world: World,
    organization: liaison_core::id::OrganizationId,
    owner: AccountId,
    stranger: AccountId,
}

fn stage() -> Stage {
    let mut world = World::new(Time(1_700_000_000_000), 7);
    let owner = steps::person(&mut world, "Amelia Hart", "+447700900010");
    let organization = steps::company_of(&mut world, owner, "Northwind");
    let stranger = steps::person(&mut world, "Stranger", "+447700900099");
    let top = top(organization);
    let sales = steps::department(&mut world, owner, organization, "Sales", top);
    let mut member = |name, id, number, department| {
        steps::member(
            &mut world,
            owner,
            organization,
            name,
            id,
            number,
            department,
        )
    };
    member("Anna Berg", "NW-7", "+447700900011", sales);
    member("Bert Hannah", "a-9", "+447700900012", top);
    member("王小明", "NW-12", "+447700900013", sales);
    Stage {
        world,
        organization,
        owner,
        stranger,
    }
}

fn found(stage: &Stage, who: AccountId, typed: &str) -> usize {
    let view = stage.world.view(Actor::Account(who));
    let roster = Roster::read(&view, stage.organization).expect("readable");
    roster.search(typed, 50).len()
}

#[test]
fn colleagues_are_found_and_nobody_outside_finds_anybody() {
    let stage = stage();
    assert_eq!(found(&stage, stage.owner, "anna"), 2); // Anna, and Bert Hannah
    assert_eq!(found(&stage, stage.owner, "ｎｗ-1"), 1);
    assert_eq!(found(&stage, stage.stranger, "a"), 0);
    let view = stage.world.view(Actor::Account(stage.stranger));
    let top = top(stage.organization);
    assert!(
        in_department(&view, stage.organization, top)
            .expect("readable")
            .is_empty()
    );
    assert!(
        keepers(&view, stage.organization)
            .expect("readable")
            .is_empty()
    );
}

#[test]
fn who_is_invited_is_listed_as_such_and_who_keeps_the_directory_has_a_name() {
    let stage = stage();
    let view = stage.world.view(Actor::Account(stage.owner));
    let listed =
        in_department(&view, stage.organization, top(stage.organization)).expect("readable");
    let invited = |listed: &&Listed| listed.card.status == MemberStatus::Invited;
    assert_eq!(listed.iter().filter(invited).count(), 1);
    assert_eq!(
        keepers(&view, stage.organization).expect("readable").len(),
        1
    );
}

#[test]
fn whoever_is_suspended_is_not_asked() {
    let mut stage = stage();
    let organization = stage.organization;
    let world = &mut stage.world;
    let anna = steps::person(world, "Anna Berg", "+447700900011");
    steps::join(world, anna, organization);
    let member = steps::member_of(world, anna, organization);
    let owner = Actor::Account(stage.owner);
    let role = Role::Administrator;
    let give = GiveRole {
        organization,
        member,
        role,
    };
    world.run(owner, &give).expect("an active member");
    let asked = |world: &World| keepers(&world.store, organization).expect("readable").len();
    assert_eq!(asked(world), 2);
    let members = vec![member];
    let suspend = SuspendMembers {
        organization,
        members,
    };
    world.run(owner, &suspend).expect("an administrator");
    assert_eq!(asked(world), 1);
}
