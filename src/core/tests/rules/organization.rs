use liaison_core::{
    account::choose_main_seat::ChooseMainSeat,
    command::Actor,
    demo::steps,
    id::DepartmentId,
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
        move_department::MoveDepartment,
        move_members::MoveMembers,
        place_department::PlaceDepartment,
        remove_members::RemoveMembers,
        rename_department::RenameDepartment,
        restore_members::RestoreMembers,
        suspend_members::SuspendMembers,
        take_role::TakeRole,
    },
};

use crate::{
    company::*,
    table::{Try, draw, golden},
};

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
fn main_seat() {
    let mut states = [company("one's company")];
    let tries: [Try<Stage>; 1] = [|s, _| {
        ChooseMainSeat {
            organization: s.organization,
        }
        .into()
    }];
    golden!("organization_main_seat", draw(&mut states, &PEOPLE, &tries));
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
