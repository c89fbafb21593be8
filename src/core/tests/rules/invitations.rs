use liaison_core::{
    audit::payloads,
    command::{Actor, Command},
    demo::steps,
    id::{Id, InvitationId, Token},
    organization::{
        invitation::InvitationState,
        invitations,
        invitations_for_me::InvitationsForMe,
        join::{Join, JoinBy},
        make_invitation::MakeInvitation,
        open_invitation::OpenInvitation,
        remove_members::RemoveMembers,
        revoke_invitation::RevokeInvitation,
        suspend_members::SuspendMembers,
    },
    refusal::{Field, Problem, Refusal},
    row::ReadRows,
    space::Space,
    store::Stop,
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

#[test]
fn an_invitation_is_valid_for_a_day_at_least_and_half_a_year_at_most() {
    let mut state = company("");
    let owner = Actor::Account(state.stage.people[OWNER]);
    let mut for_days = |days| {
        let make = MakeInvitation {
            organization: state.stage.organization,
            member: None,
            days,
        };
        state.world.dry(owner, &make).map(drop)
    };
    let refused = |problem| Err(Stop::Refused(Refusal::Input(Field::Expiry, problem)));
    assert_eq!(for_days(0), refused(Problem::Missing));
    assert_eq!(for_days(181), refused(Problem::TooMany { most: 180 }));
    assert_eq!([for_days(1), for_days(180)], [Ok(()), Ok(())]);
}

#[test]
fn the_console_says_of_an_invitation_what_its_link_says() {
    use InvitationState::*;
    let said = invitation_states().map(|state| {
        let Stage {
            organization,
            invitation,
            ..
        } = state.stage;
        let row = state
            .world
            .store
            .find(&invitations(organization).at(invitation));
        let row = row.expect("readable")?;
        Some(
            row.state(&state.world.store, organization, state.world.now)
                .expect("readable"),
        )
    });
    let expected = [Open, Open, Revoked, Expired, Used, Suspended, Left].map(Some);
    assert_eq!(said[..7], expected);
    let can_be_revoked = said.map(|state| state.is_some_and(InvitationState::can_be_revoked));
    assert_eq!(
        can_be_revoked,
        [true, true, false, false, false, true, false, false]
    );
}

#[test]
fn an_invitation_that_is_revoked_is_noted_by_the_name_even_of_who_has_left() {
    let states = invitation_states();
    let left = &states[6];
    let (mut world, stage) = (left.world.clone(), &left.stage);
    let (organization, invitation) = (stage.organization, stage.invitation);
    by_owner(
        &mut world,
        stage,
        RevokeInvitation {
            organization,
            invitation,
        },
    );
    let facts = world.store.list(&payloads(Space::Console(organization)));
    let (_, last) = facts.expect("readable").pop().expect("noted");
    assert_eq!(last.fact.about, "韩梅梅");
}
