//! What a seat, a block and a switch for greetings mean for whoever wants to meet somebody.

use liaison_core::{
    account::{Privacy, seats, set_privacy::SetPrivacy},
    command::Actor,
    contact::{
        ContactRefusal, MayAsk, Pair, Terms, Way,
        accept::AcceptRequest,
        block::SetBlocked,
        decline::DeclineRequest,
        open_code::OpenCode,
        relations,
        send_request::{Recipient, SendRequest, Sent},
        withdraw::WithdrawRequest,
    },
    id::{AccountId, OrganizationId, Token},
    policy::{ExternalMode, Rule, set_greetings::SetGreetingPolicy},
    refusal::{Field, Problem, Refusal},
    row::ReadRows,
    space::Party,
    store::Stop,
};

use crate::{
    contact::{Stage, accepted, asked, open},
    stage::{leave, set_outside, sit, suspend},
    table::State,
};

fn may_open(
    state: &mut State<Stage>,
    who: AccountId,
    token: Token,
    seat: Option<OrganizationId>,
) -> Result<(), Rule> {
    let opened = state
        .world
        .dry(Actor::Account(who), &OpenCode { token, seat });
    match opened {
        Ok(_) => Ok(()),
        Err(Stop::Refused(Refusal::Policy(rule))) => Err(rule),
        Err(stop) => panic!("{stop:?}"),
    }
}

/// Otherwise somebody could go around the policy of their organization (POL 3).
#[test]
fn whoever_takes_a_seat_is_met_without_one_no_more() {
    let mut state = open();
    let Stage {
        ours,
        ann,
        stranger,
        bobs_code,
        strangers_code,
        ..
    } = state.stage.clone();
    assert_eq!(
        may_open(&mut state, ann, strangers_code, Some(ours.id)),
        Ok(())
    );
    assert_eq!(may_open(&mut state, stranger, bobs_code, None), Ok(()));
    sit(&mut state.world, ours, stranger, None);
    let bobs = Some(state.stage.theirs.id);
    let bob = state.stage.bob;
    assert_eq!(
        may_open(&mut state, bob, strangers_code, bobs),
        Err(Rule::NotFound)
    );
    assert_eq!(
        may_open(&mut state, stranger, bobs_code, None),
        Err(Rule::FromYourSeat)
    );
    assert_eq!(
        may_open(&mut state, stranger, bobs_code, Some(ours.id)),
        Ok(())
    );
}

/// Opening the code again would lead to the same answer; it is for the administrators to change this (POL 4).
#[test]
fn whoever_is_suspended_reads_that_it_is_about_their_seat() {
    let mut state = open();
    let (ours, ann, code) = (state.stage.ours, state.stage.ann, state.stage.bobs_code);
    suspend(&mut state.world, ours, ann);
    assert_eq!(
        may_open(&mut state, ann, code, None),
        Err(Rule::YourSeat),
        "a screen offers no seat where none is active"
    );
}

/// It is about a seat of theirs, and no partner of ours.
#[test]
fn whoever_asked_without_a_seat_and_is_suspended_in_one_is_not_there() {
    let mut state = open();
    let Stage {
        ours,
        theirs,
        ann,
        stranger,
        anns_code,
        ..
    } = state.stage.clone();
    let world = &mut state.world;
    let (me, seat) = (Actor::Account(stranger), None);
    let code = OpenCode {
        token: anns_code,
        seat,
    };
    let ask = SendRequest {
        to: Recipient::Answer(world.run(me, &code).expect("open")),
        greeting: String::new(),
    };
    world.run(me, &ask).expect("open to all");
    sit(world, theirs, stranger, None);
    suspend(world, theirs, stranger);
    set_outside(world, ours, ann, ExternalMode::Partners, true);
    let accept = AcceptRequest {
        pair: Pair {
            theirs: Party {
                account: stranger,
                seat,
            },
            seat: Some(ours.id),
        },
    };
    let refused = world.run(Actor::Account(ann), &accept).err();
    assert_eq!(refused, Some(Refusal::Policy(Rule::TheirSeat).into()));
}

/// CON 7 is about being found, and whoever asks lets themselves be known.
#[test]
fn whoever_has_asked_can_be_asked_back_though_nobody_finds_them() {
    let hides = SetPrivacy {
        privacy: Privacy {
            addable_by_code: false,
            ..Privacy::default()
        },
    };
    let again = |pair| SendRequest {
        to: Recipient::Known(pair),
        greeting: String::new(),
    };
    let mut state = asked();
    let (ann, bob) = (
        Actor::Account(state.stage.ann),
        Actor::Account(state.stage.bob),
    );
    let (anns, bobs) = (state.stage.anns(), state.stage.bobs());
    state.world.run(ann, &hides).expect("their own");
    let decline = DeclineRequest { pair: bobs };
    state.world.run(bob, &decline).expect("asked");
    let may_ask = MayAsk {
        pair: bobs,
        way: Way::Code,
    };
    let open = Terms { greeting: true };
    assert_eq!(state.world.ask(bob, &may_ask), Ok(Ok(open)));
    assert_eq!(state.world.run(bob, &again(bobs)), Ok(Sent::Waiting(bobs)));

    let mut state = asked();
    state.world.run(bob, &hides).expect("their own");
    let withdraw = WithdrawRequest { pair: anns };
    state.world.run(ann, &withdraw).expect("asked");
    let refused = state.world.run(ann, &again(anns)).err();
    assert_eq!(
        refused,
        Some(Refusal::Policy(Rule::NotFound).into()),
        "who was only looked for has a say still"
    );
}

/// A block is about the person and not about one of their seats; and they are told of none of it.
#[test]
fn whoever_is_blocked_in_one_seat_reaches_nobody_from_another() {
    let mut state = accepted();
    let Stage {
        theirs, ann, bob, ..
    } = state.stage.clone();
    let block = SetBlocked {
        pair: state.stage.bobs(),
        blocked: true,
    };
    state
        .world
        .run(Actor::Account(bob), &block)
        .expect("a contact");
    sit(&mut state.world, theirs, ann, None);
    let colleagues = Pair {
        theirs: Party {
            account: bob,
            seat: Some(theirs.id),
        },
        seat: Some(theirs.id),
    };
    let ask = SendRequest {
        to: to_member(&state, theirs.id, bob),
        greeting: String::new(),
    };
    let sent = state.world.run(Actor::Account(ann), &ask);
    assert_eq!(sent, Ok(Sent::Waiting(colleagues)));
    let arrived = state
        .world
        .store
        .find(&relations(bob).at(colleagues.mirrored(ann)));
    assert_eq!(
        arrived,
        Ok(None),
        "it waits for the sender and is nowhere else"
    );
}

#[test]
fn whoever_blocks_somebody_they_asked_takes_the_request_back_and_asks_no_more() {
    let mut state = asked();
    let Stage { ann, bob, .. } = state.stage.clone();
    let pair = state.stage.anns();
    let set = |blocked| SetBlocked { pair, blocked };
    state
        .world
        .run(Actor::Account(ann), &set(true))
        .expect("a relation");
    let accept = AcceptRequest {
        pair: state.stage.bobs(),
    };
    let gone = Refusal::Contact(ContactRefusal::RequestGone);
    assert_eq!(
        state.world.run(Actor::Account(bob), &accept).err(),
        Some(gone.into())
    );
    let again = SendRequest {
        to: Recipient::Known(pair),
        greeting: String::new(),
    };
    let refused = state.world.run(Actor::Account(ann), &again).err();
    assert_eq!(refused, Some(Refusal::Policy(Rule::YouBlock).into()));
    state
        .world
        .run(Actor::Account(ann), &set(false))
        .expect("a relation");
    assert_eq!(
        state.world.run(Actor::Account(ann), &again),
        Ok(Sent::Waiting(pair))
    );
}

/// CON 4: either company can switch greetings off.
#[test]
fn no_greeting_goes_where_one_of_the_companies_has_switched_them_off() {
    for ours in [true, false] {
        let mut state = open();
        let Stage {
            theirs,
            ann,
            bob,
            bobs_code,
            ..
        } = state.stage.clone();
        let (organization, administrator) = match ours {
            true => (state.stage.ours.id, ann),
            false => (theirs.id, bob),
        };
        let off = SetGreetingPolicy {
            organization,
            allowed: false,
            why: String::new(),
        };
        state
            .world
            .run(Actor::Account(administrator), &off)
            .expect("an owner may");
        let seat = Some(state.stage.ours.id);
        let me = Actor::Account(ann);
        let answer = state
            .world
            .run(
                me,
                &OpenCode {
                    token: bobs_code,
                    seat,
                },
            )
            .expect("open");
        let terms = state.world.ask(
            me,
            &MayAsk {
                pair: state.stage.anns(),
                way: Way::Code,
            },
        );
        assert_eq!(terms, Ok(Ok(Terms { greeting: false })));
        let request = |greeting: &str| SendRequest {
            to: Recipient::Answer(answer),
            greeting: greeting.into(),
        };
        let refused = state.world.run(me, &request("Hello")).err();
        assert_eq!(
            refused,
            Some(Refusal::Input(Field::Greeting, Problem::NotWanted).into())
        );
        assert!(state.world.run(me, &request(" ")).is_ok());
    }
}

/// POL 4: a rule is named, and not that there is nothing.
#[test]
fn whoever_has_left_reads_why_they_cannot_ask_a_former_colleague_again() {
    let mut state = open();
    let Stage {
        ours,
        ann,
        colleague,
        stranger,
        ..
    } = state.stage.clone();
    let me = Actor::Account(ann);
    let seat = Some(ours.id);
    let pair = Pair {
        theirs: Party {
            account: colleague,
            seat,
        },
        seat,
    };
    let may_ask = MayAsk {
        pair,
        way: Way::Directory,
    };
    let open = Terms { greeting: true };
    assert_eq!(state.world.ask(me, &may_ask), Ok(Ok(open)));
    let request = SendRequest {
        to: to_member(&state, ours.id, colleague),
        greeting: String::new(),
    };
    state.world.run(me, &request).expect("a colleague");
    leave(&mut state.world, ours, ann);
    let why = Refusal::Policy(Rule::YourSeat);
    assert_eq!(state.world.ask(me, &may_ask), Ok(Err(why)));
    let never_there = state.world.ask(Actor::Account(stranger), &may_ask);
    assert_eq!(never_there, Err(Refusal::NotThere.into()));
}

fn to_member(state: &State<Stage>, organization: OrganizationId, account: AccountId) -> Recipient {
    let seat = state.world.store.find(&seats(account).at(organization));
    let seat = seat.expect("readable").expect("a seat");
    Recipient::Member {
        organization,
        department: seat.department,
        member: seat.member,
    }
}
