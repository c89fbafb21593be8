//! A company with somebody in every role, and people around it.

use liaison_core::{
    command::{Actor, Command},
    demo::steps,
    id::{AccountId, DepartmentId, Id, InvitationId, MemberId, OrganizationId, Token},
    organization::{
        Role, department::top, give_role::GiveRole, remove_members::RemoveMembers,
        suspend_members::SuspendMembers,
    },
    time::{DAY, Time},
    world::World,
};

use crate::table::{Person, State};

#[derive(Clone)]
pub struct Stage {
    pub organization: OrganizationId,
    pub people: [AccountId; 9],
    pub members: [MemberId; 7],
    pub sales: DepartmentId,
    pub north: DepartmentId,
    pub elsewhere: OrganizationId,
    /// What the commands are aimed at.
    pub department: DepartmentId,
    pub member: MemberId,
    pub invitation: InvitationId,
    pub token: Token,
}

pub const OWNER: usize = 0;
pub const ADMINISTRATOR: usize = 1;
pub const AUDITOR: usize = 2;
pub const MEMBER: usize = 3;
pub const INVITED: usize = 4;
pub const SUSPENDED: usize = 5;
pub const LEFT: usize = 6;
pub const ELSEWHERE: usize = 7;
pub const STRANGER: usize = 8;

pub const PEOPLE: [Person<Stage>; 10] = [
    ("owner", |s| Some(Actor::Account(s.people[OWNER]))),
    ("administrator", |s| {
        Some(Actor::Account(s.people[ADMINISTRATOR]))
    }),
    ("auditor", |s| Some(Actor::Account(s.people[AUDITOR]))),
    ("member", |s| Some(Actor::Account(s.people[MEMBER]))),
    ("invited", |s| Some(Actor::Account(s.people[INVITED]))),
    ("suspended", |s| Some(Actor::Account(s.people[SUSPENDED]))),
    ("left", |s| Some(Actor::Account(s.people[LEFT]))),
    ("member elsewhere", |s| {
        Some(Actor::Account(s.people[ELSEWHERE]))
    }),
    ("stranger", |s| Some(Actor::Account(s.people[STRANGER]))),
    ("visitor", |_| Some(Actor::Visitor)),
];

pub fn number(person: usize) -> String {
    format!("+861380000000{person}")
}

/// A company with somebody in every role and status, and one elsewhere.
pub fn company(name: &'static str) -> State<Stage> {
    let mut world = World::new(Time(20_000 * DAY), 1);
    let w = &mut world;
    let names = [
        "王芳",
        "赵敏",
        "Aud",
        "李雷",
        "韩梅梅",
        "Sus",
        "Lev",
        "Ada",
        "Eve",
    ];
    let people: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(at, name)| steps::person(w, name, &number(at)))
        .collect();
    let owner = people[OWNER];
    let organization = steps::company_of(w, owner, "海蓝科技");
    let elsewhere = steps::company_of(w, people[ELSEWHERE], "Globex");
    let sales = steps::department(w, owner, organization, "销售部", top(organization));
    let north = steps::department(w, owner, organization, "North", sales);
    let mut members = vec![steps::member_of(w, owner, organization)];
    for at in ADMINISTRATOR..=LEFT {
        let id = format!("E{at}");
        members.push(steps::member(
            w,
            owner,
            organization,
            names[at],
            &id,
            &number(at),
            sales,
        ));
        if at != INVITED {
            steps::join(w, people[at], organization);
        }
    }
    let mut run = |command: Command| w.run(Actor::Account(owner), &command).expect("done");
    let mut give = |member, role| {
        run(GiveRole {
            organization,
            member,
            role,
        }
        .into())
    };
    give(members[ADMINISTRATOR], Role::Administrator);
    give(members[AUDITOR], Role::Auditor);
    run(SuspendMembers {
        organization,
        members: vec![members[SUSPENDED]],
    }
    .into());
    run(RemoveMembers {
        organization,
        members: vec![members[LEFT]],
    }
    .into());
    let stage = Stage {
        organization,
        people: people.try_into().expect("nine"),
        members: members.clone().try_into().expect("seven"),
        sales,
        north,
        elsewhere,
        department: north,
        member: members[MEMBER],
        invitation: InvitationId::parse(&"0".repeat(32)).expect("an id"),
        token: Token::parse(&"0".repeat(32)).expect("a token"),
    };
    State { name, world, stage }
}
