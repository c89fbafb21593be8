use liaison_core::{
    account::{
        Privacy, mark_team_read::MarkTeamRead, mobile_codes, request_code::RequestCode,
        reset_code::ResetCode, set_privacy::SetPrivacy, sign_up::SignUp,
    },
    command::{Actor, Command},
    id::{AccountId, Id},
    limits,
    numbers::{Mobile, Region},
    row::ReadRows,
    time::{DAY, Time},
    world::World,
};

use crate::table::{Person, State, Try, draw, golden};

struct Stage {
    mobile: Mobile,
    code: String,
    member: Option<Actor>,
}

fn mobile() -> Mobile {
    Mobile::parse("+8613800138000", None).expect("a sound number")
}

fn fresh() -> State<Stage> {
    let stage = Stage {
        mobile: mobile(),
        code: "000000".into(),
        member: None,
    };
    State {
        name: "no code sent",
        world: World::new(Time(20_000 * DAY), 1),
        stage,
    }
}

fn code_sent() -> State<Stage> {
    let mut state = State {
        name: "code sent",
        ..fresh()
    };
    state
        .world
        .run(Actor::Visitor, &RequestCode { mobile: mobile() })
        .expect("a first code");
    let sent = state
        .world
        .store
        .find(&mobile_codes().at(mobile().to_string()));
    state.stage.code = sent.expect("readable").expect("sent").digits;
    state
}

fn code_expired() -> State<Stage> {
    let mut state = State {
        name: "code expired",
        ..code_sent()
    };
    state.world.wait(DAY);
    state
}

fn one_try_left() -> State<Stage> {
    let mut state = State {
        name: "one try left, wrong",
        ..code_sent()
    };
    state.stage.code = "wrong".into();
    for _ in 1..limits::CODE_TRIES {
        let act = sign_up(&state.stage);
        let wrong = state.world.run(Actor::Visitor, &act).expect("decided");
        wrong.expect_err("it is counted");
    }
    state
}

fn signed_up() -> State<Stage> {
    let mut state = State {
        name: "number has an account",
        ..code_sent()
    };
    let act = sign_up(&state.stage);
    let account = state
        .world
        .run(Actor::Visitor, &act)
        .expect("decided")
        .expect("the right code");
    state.stage.member = Some(Actor::Account(account));
    let again = State {
        name: state.name,
        world: state.world,
        stage: state.stage,
    };
    with_code(again)
}

fn with_code(mut state: State<Stage>) -> State<Stage> {
    state
        .world
        .run(Actor::Visitor, &RequestCode { mobile: mobile() })
        .expect("a code");
    let sent = state
        .world
        .store
        .find(&mobile_codes().at(mobile().to_string()));
    state.stage.code = sent.expect("readable").expect("sent").digits;
    state
}

fn asked_too_often() -> State<Stage> {
    let mut state = State {
        name: "six codes sent",
        ..fresh()
    };
    for _ in 0..6 {
        state = with_code(state);
    }
    state
}

fn sign_up(stage: &Stage) -> SignUp {
    SignUp {
        name: "李雷".into(),
        region: Region::parse("CN").expect("a region"),
        mobile: stage.mobile,
        code: stage.code.clone(),
    }
}

#[test]
fn account() {
    let mut states = [
        fresh(),
        code_sent(),
        code_expired(),
        one_try_left(),
        signed_up(),
        asked_too_often(),
    ];
    let people: [Person<Stage>; 3] = [
        ("visitor", |_| Some(Actor::Visitor)),
        ("the person", |stage| stage.member),
        ("of a world before", |_| {
            Some(Actor::Account(AccountId::from_bytes([7; 16])))
        }),
    ];
    let tries: [Try<Stage>; 5] = [
        |stage, _| {
            Command::from(RequestCode {
                mobile: stage.mobile,
            })
        },
        |stage, _| Command::from(sign_up(stage)),
        |_, _| {
            Command::from(SetPrivacy {
                privacy: Privacy::default(),
            })
        },
        |_, _| {
            Command::from(ResetCode {
                seat: None,
                expires: None,
            })
        },
        |_, _| Command::from(MarkTeamRead { seen: 1 }),
    ];
    golden!("account", draw(&mut states, &people, &tries));
}
