use liaison_core::{
    command::{Actor, Command},
    demo::steps,
    id::{AccountId, DepartmentId, Id, InvitationId, MemberId, OrganizationId, Token},
    organization::{
        Role,
        add_member::AddMember,
        change_member::ChangeMember,
        create_department::CreateDepartment,
        delete_department::DeleteDepartment,
        department::top,
        details::Details,
        give_role::GiveRole,
        hand_over_ownership::HandOverOwnership,
        import::batch::{ImportBatch, ImportRow},
        invitations,
        invitations_for_me::InvitationsForMe,
        join::{Join, JoinBy},
        make_invitation::MakeInvitation,
        move_department::MoveDepartment,
        move_members::MoveMembers,
        open_invitation::OpenInvitation,
        place_department::PlaceDepartment,
        remove_members::RemoveMembers,
        rename_department::RenameDepartment,
        restore_members::RestoreMembers,
        revoke_invitation::RevokeInvitation,
        suspend_members::SuspendMembers,
        take_role::TakeRole,
    },
    row::ReadRows,
    time::{DAY, Time},
    world::World,
};

use crate::table::{Person, State, Try, draw, golden};

#[derive(Clone)]
struct Stage {
    organization: OrganizationId,
    people: [AccountId; 9],
    members: [MemberId; 7],
    sales: DepartmentId,
    north: DepartmentId,
    elsewhere: OrganizationId,
    /// What the commands are aimed at.
    department: DepartmentId,
    member: MemberId,
    invitation: InvitationId,
    token: Token,
}

const OWNER: usize = 0;
const ADMINISTRATOR: usize = 1;
const AUDITOR: usize = 2;
const MEMBER: usize = 3;
const INVITED: usize = 4;
const SUSPENDED: usize = 5;
const LEFT: usize = 6;
const ELSEWHERE: usize = 7;
const STRANGER: usize = 8;

const PEOPLE: [Person<Stage>; 10] = [
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

fn number(person: usize) -> String {
    format!("+861380000000{person}")
}

/// A company with somebody in every role and status, and one elsewhere.
fn company(name: &'static str) -> State<Stage> {
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

#[test]
fn departments() {
    let aimed = |name, aim: fn(&Stage) -> DepartmentId| {
        let mut state = company(name);
        state.stage.department = aim(&state.stage);
        state
    };
    let mut states = [
        aimed("an empty one", |s| s.north),
        aimed("with members", |s| s.sales),
        aimed("the top", |s| top(s.organization)),
        aimed("of another company", |s| top(s.elsewhere)),
    ];
    let tries: [Try<Stage>; 5] = [
        |s, _| {
            CreateDepartment {
                organization: s.organization,
                parent: s.department,
                name: "East".into(),
            }
            .into()
        },
        |s, _| {
            RenameDepartment {
                organization: s.organization,
                department: s.department,
                name: "East".into(),
            }
            .into()
        },
        |s, _| {
            MoveDepartment {
                organization: s.organization,
                department: s.department,
                to: s.north,
            }
            .into()
        },
        |s, _| {
            PlaceDepartment {
                organization: s.organization,
                department: s.department,
                behind: None,
            }
            .into()
        },
        |s, _| {
            DeleteDepartment {
                organization: s.organization,
                department: s.department,
            }
            .into()
        },
    ];
    golden!(
        "organization_departments",
        draw(&mut states, &PEOPLE, &tries)
    );
}

fn details(stage: &Stage) -> Details {
    Details {
        name: "Grace".into(),
        employee_id: "E90".into(),
        mobile: steps::mobile("+8613800000090"),
        email: "grace@example.com".into(),
        departments: vec![stage.north],
        title: "Engineer".into(),
        manager: None,
    }
}

#[test]
fn members() {
    let aimed = |name, at: usize| {
        let mut state = company(name);
        state.stage.member = state.stage.members[at];
        state
    };
    let mut foreign = company("of another company");
    foreign.stage.member = steps::member_of(
        &foreign.world,
        foreign.stage.people[ELSEWHERE],
        foreign.stage.elsewhere,
    );
    let mut states = [
        aimed("a member", MEMBER),
        aimed("an invited one", INVITED),
        aimed("a suspended one", SUSPENDED),
        aimed("an administrator", ADMINISTRATOR),
        aimed("the owner", OWNER),
        aimed("somebody who left", LEFT),
        foreign,
    ];
    let tries: [Try<Stage>; 7] = [
        |s, _| {
            AddMember {
                organization: s.organization,
                details: details(s),
            }
            .into()
        },
        |s, _| {
            ChangeMember {
                organization: s.organization,
                member: s.member,
                details: details(s),
            }
            .into()
        },
        |s, _| {
            MoveMembers {
                organization: s.organization,
                members: vec![s.member],
                to: s.north,
            }
            .into()
        },
        |s, _| {
            SuspendMembers {
                organization: s.organization,
                members: vec![s.member],
            }
            .into()
        },
        |s, _| {
            RestoreMembers {
                organization: s.organization,
                members: vec![s.member],
            }
            .into()
        },
        |s, _| {
            RemoveMembers {
                organization: s.organization,
                members: vec![s.member],
            }
            .into()
        },
        |s, _| import(s).into(),
    ];
    golden!("organization_members", draw(&mut states, &PEOPLE, &tries));
}

fn import(stage: &Stage) -> ImportBatch {
    let cells = ["Grace", "E90", "+8613800000090", "/", "", "", ""];
    ImportBatch {
        organization: stage.organization,
        source: "people.csv".into(),
        region: None,
        rows: vec![ImportRow {
            number: 2,
            cells: cells.map(|cell| Some(cell.to_owned())),
        }],
    }
}

#[test]
fn roles() {
    let aimed = |name, at: usize| {
        let mut state = company(name);
        state.stage.member = state.stage.members[at];
        state
    };
    let mut verified = aimed("a verified member", MEMBER);
    steps::verify(
        &mut verified.world,
        verified.stage.people[MEMBER],
        &steps::id_number(1),
    );
    let mut suspended = aimed("verified, suspended", SUSPENDED);
    steps::verify(
        &mut suspended.world,
        suspended.stage.people[SUSPENDED],
        &steps::id_number(2),
    );
    let mut owner = aimed("the owner", OWNER);
    steps::verify(
        &mut owner.world,
        owner.stage.people[OWNER],
        &steps::id_number(3),
    );
    let mut states = [
        aimed("a member", MEMBER),
        verified,
        aimed("an invited one", INVITED),
        suspended,
        aimed("an auditor", AUDITOR),
        owner,
        aimed("somebody who left", LEFT),
    ];
    let tries: [Try<Stage>; 3] = [
        |s, _| {
            GiveRole {
                organization: s.organization,
                member: s.member,
                role: Role::Administrator,
            }
            .into()
        },
        |s, _| {
            TakeRole {
                organization: s.organization,
                member: s.member,
            }
            .into()
        },
        |s, _| {
            HandOverOwnership {
                organization: s.organization,
                to: s.member,
            }
            .into()
        },
    ];
    golden!("organization_roles", draw(&mut states, &PEOPLE, &tries));
}

#[test]
fn nobody_is_made_owner_by_a_role() {
    let mut state = company("");
    let stage = &state.stage;
    let give = GiveRole {
        organization: stage.organization,
        member: stage.member,
        role: Role::Owner,
    };
    let said = [OWNER, ADMINISTRATOR, AUDITOR, MEMBER].map(|at| {
        let actor = Actor::Account(stage.people[at]);
        format!("{:?}", state.world.dry(actor, &give))
    });
    insta::assert_snapshot!(said.join("\n"), @r"
    Err(Refused(Organization(OwnerStays)))
    Err(Refused(Organization(RightNotHeld)))
    Err(Refused(Organization(AuditorOnlyReads)))
    Err(Refused(Organization(NeedsAdministrator)))
    ");
}

/// An invitation, for one member or for whoever is provisioned, in some state.
fn invited(name: &'static str, personal: bool, then: fn(&mut World, &Stage)) -> State<Stage> {
    let mut state = company(name);
    let stage = &mut state.stage;
    stage.member = stage.members[INVITED];
    let make = MakeInvitation {
        organization: stage.organization,
        member: personal.then_some(stage.member),
        days: 7,
    };
    let owner = Actor::Account(stage.people[OWNER]);
    stage.invitation = state.world.run(owner, &make).expect("an invitation");
    let row = state
        .world
        .store
        .find(&invitations(stage.organization).at(stage.invitation));
    stage.token = row.expect("readable").expect("made").token;
    then(&mut state.world, stage);
    state
}

fn by_owner(world: &mut World, stage: &Stage, command: impl Into<Command>) {
    let owner = Actor::Account(stage.people[OWNER]);
    world.run(owner, &command.into()).expect("done");
}

fn invitation_states() -> [State<Stage>; 8] {
    [
        invited("for one", true, |_, _| {}),
        invited("for all", false, |_, _| {}),
        invited("revoked", true, |world, stage| {
            let (organization, invitation) = (stage.organization, stage.invitation);
            by_owner(
                world,
                stage,
                RevokeInvitation {
                    organization,
                    invitation,
                },
            );
        }),
        invited("expired", true, |world, _| world.wait(8 * DAY)),
        invited("used", true, |world, stage| {
            steps::join(world, stage.people[INVITED], stage.organization);
        }),
        invited("suspended", true, |world, stage| {
            let (organization, members) = (stage.organization, vec![stage.member]);
            by_owner(
                world,
                stage,
                SuspendMembers {
                    organization,
                    members,
                },
            );
        }),
        invited("removed", true, |world, stage| {
            let (organization, members) = (stage.organization, vec![stage.member]);
            by_owner(
                world,
                stage,
                RemoveMembers {
                    organization,
                    members,
                },
            );
        }),
        {
            let mut state = invited("unknown", true, |_, _| {});
            state.stage.token = Token::parse(&"7".repeat(32)).expect("a token");
            state.stage.invitation = InvitationId::parse(&"7".repeat(32)).expect("an id");
            state
        },
    ]
}

#[test]
fn invitations_and_joining() {
    let tries: [Try<Stage>; 3] = [
        |s, _| {
            MakeInvitation {
                organization: s.organization,
                member: Some(s.member),
                days: 7,
            }
            .into()
        },
        |s, _| {
            RevokeInvitation {
                organization: s.organization,
                invitation: s.invitation,
            }
            .into()
        },
        |s, _| {
            Join {
                by: JoinBy::Link(s.token),
            }
            .into()
        },
    ];
    let mut table = draw(&mut invitation_states(), &PEOPLE, &tries);
    let by_number: [Try<Stage>; 1] = [|s, _| {
        Join {
            by: JoinBy::Number(s.organization),
        }
        .into()
    }];
    table += "without a link\n";
    table += &draw(&mut invitation_states(), &PEOPLE, &by_number);
    golden!("organization_invitations", table);
}

#[test]
fn what_a_link_and_a_number_tell() {
    let mut text = String::new();
    for state in invitation_states() {
        text += &format!("# {}\n", state.name);
        for (person, actor) in PEOPLE {
            let actor = actor(&state.stage).expect("everybody is there");
            let opened = state.world.ask(
                actor,
                &OpenInvitation {
                    token: state.stage.token,
                },
            );
            let opened =
                opened.map(|opened| (opened.company.display_name.to_string(), opened.personal));
            let waiting = state.world.ask(actor, &InvitationsForMe);
            let waiting = waiting.map(|all| all.len());
            text += &format!("{person}: {opened:?}, waiting: {waiting:?}\n");
        }
    }
    golden!("organization_opening", text);
}
