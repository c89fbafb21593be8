//! A member's life, from the link to the leaving.

use liaison_core::{
    account::{
        choose_main_seat::ChooseMainSeat, code_targets, main_seat, personal_codes, profile_of,
        seats, team,
    },
    audit::{Changed, payloads},
    command::Actor,
    demo::steps,
    id::{AccountId, MemberId, OrganizationId},
    organization::{
        EmployeeId, MemberStatus, Role, cards,
        change_member::ChangeMember,
        department::{UNPLACED, top},
        departments,
        details::Details,
        former_accounts, former_members,
        give_role::GiveRole,
        hand_over_ownership::HandOverOwnership,
        invariants::broken,
        member,
        move_members::MoveMembers,
        place_department::PlaceDepartment,
        pointers,
        remove_members::RemoveMembers,
        restore_members::RestoreMembers,
        role_of,
        still_members::StillMembers,
        suspend_members::SuspendMembers,
        tree::Tree,
    },
    refusal::Field,
    row::ReadRows,
    space::Space,
    store::Read,
    time::{DAY, Time},
    world::World,
};

struct Life {
    world: World,
    owner: AccountId,
    person: AccountId,
    member: MemberId,
    organization: OrganizationId,
}

fn joined() -> Life {
    let mut world = World::new(Time(20_000 * DAY), 5);
    let owner = steps::person(&mut world, "Owner", "+8613800000000");
    let person = steps::person(&mut world, "李雷", "+8613800000001");
    let organization = steps::company_of(&mut world, owner, "Acme");
    let at = top(organization);
    let member = steps::member(
        &mut world,
        owner,
        organization,
        "李雷",
        "E1",
        "+8613800000001",
        at,
    );
    steps::join(&mut world, person, organization);
    Life {
        world,
        owner,
        person,
        member,
        organization,
    }
}

impl Life {
    fn owner(&self) -> Actor {
        Actor::Account(self.owner)
    }

    fn holds(&self, space: Space) -> bool {
        self.world.view(Actor::Account(self.person)).holds(&space)
    }

    fn owner_member(&self) -> MemberId {
        steps::member_of(&self.world, self.owner, self.organization)
    }

    /// What the last fact of the trail says of changes: the field, before and after.
    fn noted(&self) -> Vec<(Field, Option<String>, Option<String>)> {
        let space = Space::Console(self.organization);
        let facts = self.world.store.list(&payloads(space)).unwrap();
        let (_, last) = facts.into_iter().next_back().unwrap();
        let parts = |changed: Changed| (changed.field, changed.before, changed.after);
        last.fact.changes.into_iter().map(parts).collect()
    }

    fn sound(&self) {
        assert_eq!(broken(&self.world.store, self.organization), Ok(vec![]));
    }
}

#[test]
fn who_joins_has_a_seat_a_code_and_word_of_it() {
    let life = joined();
    let (store, organization) = (&life.world.store, life.organization);
    assert_eq!(
        profile_of(store, life.person).unwrap().main_seat,
        Some(organization)
    );
    let code = store
        .find(&personal_codes(life.person).at(Some(organization)))
        .unwrap()
        .unwrap();
    assert!(store.has(&code_targets().at(code.token)).unwrap());
    assert_eq!(store.list(&team(life.person)).unwrap().len(), 2);
    assert!(life.holds(Space::Organization(organization)));
    assert!(life.holds(Space::Department(organization, top(organization))));
    assert!(!life.holds(Space::Console(organization)));
    life.sound();
}

#[test]
fn who_sits_in_two_companies_is_met_in_the_one_they_choose_while_the_seat_is_theirs() {
    let mut life = joined();
    let person = Actor::Account(life.person);
    let other = steps::company_of(&mut life.world, life.person, "Globex");
    let met = |life: &Life| main_seat(&life.world.store, life.person).unwrap();
    assert_eq!(met(&life), Some(life.organization));
    let choose = |organization| ChooseMainSeat { organization };
    life.world.run(person, &choose(other)).unwrap();
    assert_eq!(met(&life), Some(other));
    life.world.run(person, &choose(life.organization)).unwrap();
    let members = vec![life.member];
    let organization = life.organization;
    let suspend = SuspendMembers {
        organization,
        members,
    };
    life.world.run(life.owner(), &suspend).unwrap();
    assert_eq!(met(&life), Some(other));
}

#[test]
fn who_left_loses_access_at_once_and_leaves_room_for_another() {
    let mut life = joined();
    let (owner, organization) = (life.owner(), life.organization);
    let give = GiveRole {
        organization,
        member: life.member,
        role: Role::Administrator,
    };
    life.world.run(owner, &give).unwrap();
    let store = &life.world.store;
    let code = store
        .find(&personal_codes(life.person).at(Some(organization)))
        .unwrap()
        .unwrap();
    life.world
        .run(
            owner,
            &RemoveMembers {
                organization,
                members: vec![life.member],
            },
        )
        .unwrap();

    let store = &life.world.store;
    for space in [
        Space::Organization(organization),
        Space::Console(organization),
        Space::Company(organization),
    ] {
        assert!(!life.holds(space), "{space:?}");
    }
    assert!(!store.has(&seats(life.person).at(organization)).unwrap());
    assert!(!store.has(&code_targets().at(code.token)).unwrap());
    assert_eq!(profile_of(store, life.person).unwrap().main_seat, None);
    let former = store
        .find(&former_members(organization).at(life.member))
        .unwrap()
        .unwrap();
    assert_eq!(&*former.name, "李雷");
    let seat = former_accounts(organization).at(life.person);
    let former = store.find(&seat).unwrap().unwrap();
    assert_eq!((&*former.name, former.left), ("李雷", life.world.now));
    assert_eq!(
        life.noted(),
        [
            (Field::EmployeeId, Some("E1".into()), None),
            (Field::Role, Some("Administrator".into()), None)
        ]
    );
    let question = StillMembers {
        organization,
        members: vec![life.member, life.owner_member()],
    };
    let still = life.world.ask(owner, &question);
    assert_eq!(still, Ok(vec![life.owner_member()]));
    let outside = life.world.ask(Actor::Account(life.person), &question);
    assert_eq!(outside, Ok(Vec::new()));
    let (owner, at) = (life.owner, top(organization));
    let again = steps::member(
        &mut life.world,
        owner,
        organization,
        "李雷",
        "e1",
        "+8613800000001",
        at,
    );
    assert_ne!(again, life.member);
    steps::join(&mut life.world, life.person, organization);
    assert_eq!(
        role_of(&life.world.store, life.person, organization),
        Ok(None)
    );
    life.sound();
}

#[test]
fn who_is_suspended_sees_nothing_and_is_restored_as_they_were() {
    let mut life = joined();
    let (owner, organization, members) = (life.owner(), life.organization, vec![life.member]);
    life.world
        .run(
            owner,
            &SuspendMembers {
                organization,
                members: members.clone(),
            },
        )
        .unwrap();
    assert!(!life.holds(Space::Organization(organization)));
    life.sound();
    life.world
        .run(
            owner,
            &RestoreMembers {
                organization,
                members,
            },
        )
        .unwrap();
    assert!(life.holds(Space::Organization(organization)));
    life.sound();
}

#[test]
fn the_card_moves_with_the_main_department() {
    let mut life = joined();
    let (organization, member, at) = (life.organization, life.member, top(life.organization));
    let sales = steps::department(&mut life.world, life.owner, organization, "Sales", at);
    let owner = life.owner();
    let give = GiveRole {
        organization,
        member,
        role: Role::Auditor,
    };
    life.world.run(owner, &give).unwrap();
    let details = Details {
        name: "Li Lei".into(),
        employee_id: "E-1".into(),
        mobile: steps::mobile("+8613800000009"),
        email: "li@example.com".into(),
        departments: vec![sales, at],
        title: "Lead".into(),
        manager: None,
    };
    life.world
        .run(
            owner,
            &ChangeMember {
                organization,
                member,
                details,
            },
        )
        .unwrap();
    let store = &life.world.store;
    let card = store
        .find(&cards(organization, sales).at(member))
        .unwrap()
        .unwrap();
    assert_eq!((&*card.name, card.status), ("Li Lei", MemberStatus::Active));
    assert!(!store.has(&cards(organization, at).at(member)).unwrap());
    assert_eq!(
        store
            .find(&pointers(organization, at).at(member))
            .unwrap()
            .unwrap()
            .main,
        sales
    );
    let old = EmployeeId::check("E1").unwrap();
    assert_eq!(
        member::with_employee_id(store, organization, &old),
        Ok(None)
    );
    life.sound();

    life.world
        .run(
            owner,
            &MoveMembers {
                organization,
                members: vec![member],
                to: at,
            },
        )
        .unwrap();
    let store = &life.world.store;
    assert_eq!(
        member::member_of(store, organization, member)
            .unwrap()
            .record
            .departments,
        [at]
    );
    life.sound();
}

#[test]
fn a_manager_who_left_is_none() {
    let mut life = joined();
    let (owner, organization, at) = (life.owner(), life.organization, top(life.organization));
    let report = steps::member(
        &mut life.world,
        life.owner,
        organization,
        "R",
        "R1",
        "+8613800000007",
        at,
    );
    let details = |manager| Details {
        name: "R".into(),
        employee_id: "R1".into(),
        mobile: steps::mobile("+8613800000007"),
        email: String::new(),
        departments: vec![at],
        title: String::new(),
        manager,
    };
    let set = ChangeMember {
        organization,
        member: report,
        details: details(Some(life.member)),
    };
    life.world.run(owner, &set).unwrap();
    life.world
        .run(
            owner,
            &RemoveMembers {
                organization,
                members: vec![life.member],
            },
        )
        .unwrap();
    let found = member::member_of(&life.world.store, organization, report).unwrap();
    assert_eq!(found.record.manager, None);
    life.world
        .run(
            owner,
            &MoveMembers {
                organization,
                members: vec![report],
                to: at,
            },
        )
        .unwrap();
    life.sound();
}

#[test]
fn ownership_goes_over_whole() {
    let mut life = joined();
    let (owner, organization) = (life.owner(), life.organization);
    steps::verify(&mut life.world, life.person, &steps::id_number(1));
    life.world
        .run(
            owner,
            &HandOverOwnership {
                organization,
                to: life.member,
            },
        )
        .unwrap();
    assert_eq!(
        role_of(&life.world.store, life.person, organization),
        Ok(Some(Role::Owner))
    );
    assert_eq!(
        role_of(&life.world.store, life.owner, organization),
        Ok(None)
    );
    assert!(!life.world.view(owner).holds(&Space::Console(organization)));
    life.sound();
}

#[test]
fn departments_stand_where_they_were_placed() {
    let mut life = joined();
    let (owner, organization, at) = (life.owner(), life.organization, top(life.organization));
    let [a, b, c] = ["a", "b", "c"]
        .map(|name| steps::department(&mut life.world, life.owner, organization, name, at));
    let order = |life: &Life| {
        Tree::read(&life.world.store, organization)
            .unwrap()
            .children(at)
            .to_vec()
    };
    let place = |life: &mut Life, department, behind| {
        life.world
            .run(
                owner,
                &PlaceDepartment {
                    organization,
                    department,
                    behind,
                },
            )
            .unwrap();
    };
    assert_eq!(order(&life), [a, b, c]);
    let behind = |before: Option<&str>, after: Option<&str>| {
        let name = |name: &str| name.to_owned();
        [(Field::Department, before.map(name), after.map(name))]
    };
    place(&mut life, c, None);
    assert_eq!(order(&life), [c, a, b]);
    assert_eq!(life.noted(), behind(Some("b"), None));
    place(&mut life, c, Some(a));
    assert_eq!(order(&life), [a, c, b]);
    assert_eq!(life.noted(), behind(None, Some("a")));
    place(&mut life, a, Some(b));
    assert_eq!(order(&life), [c, b, a]);
    let late = steps::department(&mut life.world, life.owner, organization, "0 late", at);
    assert_eq!(order(&life), [c, b, a, late]);
    let row = life
        .world
        .store
        .find(&departments(organization).at(late))
        .unwrap()
        .unwrap();
    assert_eq!(row.order, UNPLACED);
}
