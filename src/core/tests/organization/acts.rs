use liaison_core::{
    command::{Act, Actor, Command},
    demo::steps,
    id::{AccountId, DepartmentId, MemberId, OrganizationId},
    limits,
    organization::{
        Role, add_member::AddMember, change_member::ChangeMember,
        create_department::CreateDepartment, delete_department::DeleteDepartment, department::top,
        departments, details::Details, give_role::GiveRole, invariants::broken,
        move_department::MoveDepartment, move_members::MoveMembers,
        place_department::PlaceDepartment, records, remove_members::RemoveMembers,
        rename_department::RenameDepartment, restore_members::RestoreMembers, roster::Roster,
        suspend_members::SuspendMembers, take_role::TakeRole, tree::Tree,
    },
    row::ReadRows,
    time::{DAY, Time},
    world::World,
};
use proptest::prelude::*;

struct Company {
    world: World,
    owner: AccountId,
    people: Vec<AccountId>,
    organization: OrganizationId,
    roster: Roster,
}

fn company() -> Company {
    let mut world = World::new(Time(20_000 * DAY), 3);
    let owner = steps::person(&mut world, "Owner", "+8613800000000");
    let organization = steps::company_of(&mut world, owner, "Acme");
    let people = (1..6)
        .map(|at| steps::person(&mut world, "P", &format!("+861380000000{at}")))
        .collect();
    let roster = Roster::read(&world.store, organization).expect("readable");
    Company {
        world,
        owner,
        people,
        organization,
        roster,
    }
}

impl Company {
    fn department(&self, number: u8) -> DepartmentId {
        let all = self
            .world
            .store
            .list(&departments(self.organization))
            .expect("readable");
        all[usize::from(number) % all.len()].0
    }

    fn member(&self, number: u8) -> MemberId {
        let all = self
            .world
            .store
            .list(&records(self.organization))
            .expect("readable");
        all[usize::from(number) % all.len()].0
    }

    fn details(&self, a: u8, b: u8, c: u8) -> Details {
        Details {
            name: format!("Name {}", a % 3),
            employee_id: format!("{}{}", if c.is_multiple_of(2) { "e" } else { "E" }, b % 9),
            mobile: steps::mobile(&format!("+861380000000{}", c % 10)),
            email: String::new(),
            departments: vec![self.department(a), self.department(b)],
            title: String::new(),
            manager: (!c.is_multiple_of(3)).then(|| self.member(b.wrapping_add(c))),
        }
    }

    fn run(&mut self, (kind, a, b, c): (u8, u8, u8, u8)) {
        let organization = self.organization;
        let (department, other) = (self.department(a), self.department(b));
        let name = format!("{}{}", ["x", "X", "y", "z"][usize::from(c % 4)], b % 3);
        let member = self.member(a);
        let members = vec![member, self.member(b)];
        let command: Command = match kind % 16 {
            0..=2 => CreateDepartment {
                organization,
                parent: department,
                name,
            }
            .into(),
            3 => RenameDepartment {
                organization,
                department,
                name,
            }
            .into(),
            4 | 5 => MoveDepartment {
                organization,
                department,
                to: other,
            }
            .into(),
            6 => PlaceDepartment {
                organization,
                department,
                behind: (c % 2 == 0).then_some(other),
            }
            .into(),
            7 => DeleteDepartment {
                organization,
                department,
            }
            .into(),
            8 | 9 => AddMember {
                organization,
                details: self.details(a, b, c),
            }
            .into(),
            10 => ChangeMember {
                organization,
                member,
                details: self.details(a, b, c),
            }
            .into(),
            11 => MoveMembers {
                organization,
                members,
                to: other,
            }
            .into(),
            12 => SuspendMembers {
                organization,
                members,
            }
            .into(),
            13 => RestoreMembers {
                organization,
                members,
            }
            .into(),
            14 if c % 3 == 0 => RemoveMembers {
                organization,
                members: vec![member],
            }
            .into(),
            14 => GiveRole {
                organization,
                member,
                role: Role::Administrator,
            }
            .into(),
            _ if c % 4 == 0 => TakeRole {
                organization,
                member,
            }
            .into(),
            _ => {
                use liaison_core::organization::join::{Join, JoinBy};
                let person = self.people[usize::from(a) % self.people.len()];
                let join = Join {
                    by: JoinBy::Number(organization),
                };
                return self.follow(Actor::Account(person), &join);
            }
        };
        self.follow(Actor::Account(self.owner), &command);
    }

    /// Runs a command and lets the roster follow.
    fn follow(&mut self, actor: Actor, command: &impl Act) {
        if let Ok((_, changes)) = self.world.run_changes(actor, command) {
            self.roster
                .follow(self.organization, &changes)
                .expect("readable");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_administrators_do_the_organization_stays_sound(
        steps in prop::collection::vec(any::<(u8, u8, u8, u8)>(), 1..120),
    ) {
        let mut company = company();
        for (index, step) in steps.iter().enumerate() {
            company.run(*step);
            if index % 20 == 0 {
                prop_assert_eq!(broken(&company.world.store, company.organization).unwrap(), Vec::<String>::new());
            }
        }
        prop_assert_eq!(broken(&company.world.store, company.organization).unwrap(), Vec::<String>::new());
        prop_assert_eq!(company.roster, Roster::read(&company.world.store, company.organization).unwrap());
    }

    #[test]
    fn the_tree_stays_a_tree_under_any_moves(
        moves in prop::collection::vec(any::<(u8, u8)>(), 1..80),
    ) {
        let mut company = company();
        for number in 0..24u8 {
            let parent = company.department(number.wrapping_mul(7));
            let (owner, organization) = (company.owner, company.organization);
            let create = CreateDepartment { organization, parent, name: format!("d{number}") };
            let _ = company.world.run(Actor::Account(owner), &create);
        }
        for (from, to) in moves {
            company.run((4, from, to, 0));
        }
        prop_assert_eq!(broken(&company.world.store, company.organization).unwrap(), Vec::<String>::new());
        let tree = Tree::read(&company.world.store, company.organization).unwrap();
        for id in tree.within(top(company.organization)) {
            prop_assert!(tree.depth(id) <= limits::DEPARTMENT_DEPTH);
            for child in tree.children(id) {
                prop_assert_eq!(tree.parent(*child), Some(id));
                prop_assert!(tree.is_within(*child, id) && !tree.is_within(id, *child));
            }
        }
    }
}
