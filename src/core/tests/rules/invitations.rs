use liaison_core::{
    command::{Actor, Command},
    demo::steps,
    id::{Id, InvitationId, Token},
    organization::{
        invitations,
        invitations_for_me::InvitationsForMe,
        join::{Join, JoinBy},
        make_invitation::MakeInvitation,
        open_invitation::OpenInvitation,
        remove_members::RemoveMembers,
        revoke_invitation::RevokeInvitation,
        suspend_members::SuspendMembers,
    },
    row::ReadRows,
    time::DAY,
    world::World,
};

use crate::{
    company::*,
    table::{State, Try, draw, golden},
};

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
