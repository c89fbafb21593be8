use liaison_core::{
    account::{Privacy, personal_codes, set_privacy::SetPrivacy},
    command::{Actor, Command},
    contact::{
        Pair,
        accept::AcceptRequest,
        block::SetBlocked,
        decline::DeclineRequest,
        describe::DescribeContact,
        find_by_phone::FindByPhone,
        open_code::OpenCode,
        remove::RemoveContact,
        send_request::{Recipient, SendRequest},
        withdraw::WithdrawRequest,
    },
    id::{AccountId, Chance, OrganizationId, Token},
    organization::{Realm, Role},
    policy::ExternalMode,
    row::ReadRows,
    space::Party,
    time::DAY,
    world::World,
};

use crate::{
    stage::{self, Firm, firm, leave, open_to_all, person, set_outside, sit, suspend, verify},
    table::{Person, State, Try, draw, golden},
};

/// Ann of ours asks Bob of theirs.
#[derive(Clone)]
pub struct Stage {
    pub ours: Firm,
    pub theirs: Firm,
    pub ann: AccountId,
    pub bob: AccountId,
    pub colleague: AccountId,
    suspended: AccountId,
    left: AccountId,
    pub stranger: AccountId,
    pub unverified: AccountId,
    pub anns_code: Token,
    pub bobs_code: Token,
    pub strangers_code: Token,
}

impl Stage {
    fn seat_of(&self, actor: Option<Actor>) -> Option<OrganizationId> {
        match actor {
            Some(Actor::Account(account)) if account == self.bob => Some(self.theirs.id),
            Some(Actor::Account(account)) if account == self.stranger => None,
            _ => Some(self.ours.id),
        }
    }

    pub fn anns(&self) -> Pair {
        Pair {
            theirs: Party {
                account: self.bob,
                seat: Some(self.theirs.id),
            },
            seat: Some(self.ours.id),
        }
    }

    pub fn bobs(&self) -> Pair {
        self.anns().mirrored(self.ann)
    }
}

pub fn open() -> State<Stage> {
    let mut world = stage::world();
    let ours = firm(&mut world, 1, "Northwind", Realm::International);
    let theirs = firm(&mut world, 2, "Contoso", Realm::International);
    let mut number = 0;
    let [ann, bob, colleague, suspended, left, stranger, unverified] =
        ["Ann", "Bob", "Carl", "Sue", "Leo", "Uma", "Vic"].map(|name| {
            number += 1;
            person(&mut world, name, number)
        });
    for account in [ann, colleague, suspended, left, unverified] {
        sit(
            &mut world,
            ours,
            account,
            (account == ann).then_some(Role::Owner),
        );
    }
    sit(&mut world, theirs, bob, Some(Role::Owner));
    for account in [ann, bob, colleague, suspended, left, stranger] {
        verify(&mut world, account);
    }
    open_to_all(&mut world, ours, ann);
    open_to_all(&mut world, theirs, bob);
    suspend(&mut world, ours, suspended);
    leave(&mut world, ours, left);
    let anns_code = code(&world, ann, Some(ours));
    let bobs_code = code(&world, bob, Some(theirs));
    let strangers_code = code(&world, stranger, None);
    let stage = Stage {
        ours,
        theirs,
        ann,
        bob,
        colleague,
        suspended,
        left,
        stranger,
        unverified,
        anns_code,
        bobs_code,
        strangers_code,
    };
    State {
        name: "open",
        world,
        stage,
    }
}

fn code(world: &World, account: AccountId, firm: Option<Firm>) -> Token {
    let seat = firm.map(|firm| firm.id);
    let code = world.store.find(&personal_codes(account).at(seat));
    code.expect("readable").expect("a code").token
}

fn closed_there() -> State<Stage> {
    let mut state = State {
        name: "theirs closed",
        ..open()
    };
    let (theirs, bob) = (state.stage.theirs, state.stage.bob);
    set_outside(&mut state.world, theirs, bob, ExternalMode::Closed, true);
    state
}

fn hidden() -> State<Stage> {
    let mut state = State {
        name: "hidden",
        ..open()
    };
    hide(&state.stage, &mut state.world);
    state
}

pub fn hide(stage: &Stage, world: &mut World) {
    let privacy = Privacy {
        addable_by_code: false,
        ..Privacy::default()
    };
    world
        .run(Actor::Account(stage.bob), &SetPrivacy { privacy })
        .expect("one's own");
}

/// Bob has a seat in Ann's company too, which speaks with nobody outside, and he is found neither by code nor number.
fn hidden_colleague() -> State<Stage> {
    let mut state = State {
        name: "hidden colleague",
        ..hidden()
    };
    let (ours, ann, bob) = (state.stage.ours, state.stage.ann, state.stage.bob);
    sit(&mut state.world, ours, bob, None);
    state.stage.bobs_code = code(&state.world, bob, Some(ours));
    set_outside(&mut state.world, ours, ann, ExternalMode::Closed, true);
    state
}

fn findable() -> State<Stage> {
    let mut state = State {
        name: "findable",
        ..open()
    };
    let privacy = Privacy {
        findable_by_phone: true,
        ..Privacy::default()
    };
    state
        .world
        .run(Actor::Account(state.stage.bob), &SetPrivacy { privacy })
        .expect("one's own");
    state
}

pub fn asked() -> State<Stage> {
    let mut state = State {
        name: "asked",
        ..open()
    };
    let open = OpenCode {
        token: state.stage.bobs_code,
        seat: Some(state.stage.ours.id),
    };
    let ann = Actor::Account(state.stage.ann);
    let answer = state.world.run(ann, &open).expect("both sides are open");
    let act = SendRequest {
        to: Recipient::Answer(answer),
        greeting: "Hello".into(),
    };
    state.world.run(ann, &act).expect("both sides are open");
    state
}

fn expired() -> State<Stage> {
    let mut state = State {
        name: "expired",
        ..asked()
    };
    state.world.wait(31 * DAY);
    state
}

pub fn accepted() -> State<Stage> {
    let mut state = State {
        name: "accepted",
        ..asked()
    };
    let act = AcceptRequest {
        pair: state.stage.bobs(),
    };
    state
        .world
        .run(Actor::Account(state.stage.bob), &act)
        .expect("asked");
    state
}

fn declined() -> State<Stage> {
    let mut state = State {
        name: "declined",
        ..asked()
    };
    let act = DeclineRequest {
        pair: state.stage.bobs(),
    };
    state
        .world
        .run(Actor::Account(state.stage.bob), &act)
        .expect("asked");
    state
}

pub fn removed() -> State<Stage> {
    let mut state = State {
        name: "removed by Bob",
        ..accepted()
    };
    let act = RemoveContact {
        pair: state.stage.bobs(),
    };
    state
        .world
        .run(Actor::Account(state.stage.bob), &act)
        .expect("a contact");
    state
}

pub const PEOPLE: [Person<Stage>; 8] = [
    ("visitor", |_| Some(Actor::Visitor)),
    ("Ann", |s| Some(Actor::Account(s.ann))),
    ("Bob", |s| Some(Actor::Account(s.bob))),
    ("Ann's colleague", |s| Some(Actor::Account(s.colleague))),
    ("unverified colleague", |s| {
        Some(Actor::Account(s.unverified))
    }),
    ("suspended", |s| Some(Actor::Account(s.suspended))),
    ("left", |s| Some(Actor::Account(s.left))),
    ("no organization", |s| Some(Actor::Account(s.stranger))),
];

#[test]
fn looking() {
    let mut states = [
        open(),
        closed_there(),
        hidden(),
        hidden_colleague(),
        findable(),
        accepted(),
    ];
    let mut text = String::new();
    for (name, actor) in PEOPLE {
        let tries: [Try<(Stage, Option<Actor>)>; 4] = [
            |(stage, actor), _| {
                Command::from(OpenCode {
                    token: stage.bobs_code,
                    seat: stage.seat_of(*actor),
                })
            },
            |(stage, actor), _| {
                let token = Chance::new([9; 32]).id();
                Command::from(OpenCode {
                    token,
                    seat: stage.seat_of(*actor),
                })
            },
            |(stage, actor), _| {
                Command::from(FindByPhone {
                    mobile: stage::mobile(2),
                    seat: stage.seat_of(*actor),
                })
            },
            |(stage, actor), _| {
                Command::from(FindByPhone {
                    mobile: stage::mobile(99),
                    seat: stage.seat_of(*actor),
                })
            },
        ];
        text.push_str(&format!("# {name}\n"));
        let mut with_actor = states.each_mut().map(|state| {
            let actor = actor(&state.stage);
            State {
                name: state.name,
                world: state.world.clone(),
                stage: (state.stage.clone(), actor),
            }
        });
        text.push_str(&draw(
            &mut with_actor,
            &[(name, |(_, actor)| *actor)],
            &tries,
        ));
    }
    golden!("looking", text);
}

#[test]
fn contact() {
    let mut states = [
        open(),
        asked(),
        expired(),
        declined(),
        accepted(),
        removed(),
    ];
    let tries: [Try<Stage>; 10] = [
        |s, _| request(s.anns()),
        |s, _| request(s.bobs()),
        |s, _| Command::from(AcceptRequest { pair: s.bobs() }),
        |s, _| Command::from(AcceptRequest { pair: s.anns() }),
        |s, _| Command::from(DeclineRequest { pair: s.bobs() }),
        |s, _| Command::from(WithdrawRequest { pair: s.anns() }),
        |s, _| Command::from(WithdrawRequest { pair: s.bobs() }),
        |s, _| Command::from(RemoveContact { pair: s.anns() }),
        |s, _| {
            Command::from(SetBlocked {
                pair: s.bobs(),
                blocked: true,
            })
        },
        |s, _| {
            Command::from(DescribeContact {
                pair: s.anns(),
                remark: "Bob from Contoso".into(),
                description: "".into(),
            })
        },
    ];
    golden!("contact", draw(&mut states, &PEOPLE, &tries));
}

pub fn request(pair: Pair) -> Command {
    Command::from(SendRequest {
        to: Recipient::Known(pair),
        greeting: String::new(),
    })
}

#[test]
fn what_is_said_of_a_code_or_number_does_not_tell_whether_it_exists() {
    for mut state in [hidden(), hidden_colleague()] {
        let seat = Some(state.stage.ours.id);
        let askers = [
            state.stage.ann,
            state.stage.colleague,
            state.stage.unverified,
            state.stage.suspended,
        ];
        for asker in askers.map(Actor::Account) {
            let code = |token| Command::from(OpenCode { token, seat });
            let number = |last| {
                let mobile = stage::mobile(last);
                Command::from(FindByPhone { mobile, seat })
            };
            let same = [
                (code(state.stage.bobs_code), code(Chance::new([9; 32]).id())),
                (number(2), number(99)),
            ];
            for (real, guessed) in same {
                let heard = [real, guessed].map(|act| state.world.dry(asker, &act));
                assert_eq!(heard[0], heard[1], "{}, {asker:?}", state.name);
            }
        }
    }
}
