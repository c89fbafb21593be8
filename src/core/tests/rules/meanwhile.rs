//! What policy says when something changed between the code that was opened and the request, or between the request and
//! its answer.

use liaison_core::{
    command::{Actor, Command},
    contact::{accept::AcceptRequest, withdraw::WithdrawRequest},
    organization::Realm,
    policy::ExternalMode,
    time::DAY,
    world::World,
};

use crate::{
    contact::{Stage, asked, hide, request},
    stage::{leave, move_realm, set_outside, suspend, unverify},
    table::{Person, State, Try, draw, golden},
};

type Happens = fn(&Stage, &mut World);

const MEANWHILE: [(&str, Happens); 14] = [
    ("nothing", |_, _| {}),
    ("ours closed", |s, w| {
        set_outside(w, s.ours, s.ann, ExternalMode::Closed, true)
    }),
    ("theirs closed", |s, w| {
        set_outside(w, s.theirs, s.bob, ExternalMode::Closed, true)
    }),
    ("ours: partners only", |s, w| {
        set_outside(w, s.ours, s.ann, ExternalMode::Partners, true)
    }),
    ("ours: nobody may", |s, w| {
        set_outside(w, s.ours, s.ann, ExternalMode::Open, false)
    }),
    ("theirs: nobody may", |s, w| {
        set_outside(w, s.theirs, s.bob, ExternalMode::Open, false)
    }),
    ("Ann not verified", |s, w| unverify(w, s.ann)),
    ("Bob not verified", |s, w| unverify(w, s.bob)),
    ("Ann suspended", |s, w| suspend(w, s.ours, s.ann)),
    ("Bob suspended", |s, w| suspend(w, s.theirs, s.bob)),
    ("Ann left", |s, w| leave(w, s.ours, s.ann)),
    ("Bob left", |s, w| leave(w, s.theirs, s.bob)),
    ("Bob hidden", hide),
    ("another realm", |s, w| {
        move_realm(w, s.theirs, Realm::Mainland)
    }),
];

/// Ann takes her request back, so that she may ask anew.
fn taken_back() -> State<Stage> {
    let mut state = asked();
    let act = WithdrawRequest {
        pair: state.stage.anns(),
    };
    let ann = Actor::Account(state.stage.ann);
    state.world.run(ann, &act).expect("it waits");
    state.world.wait(8 * DAY);
    state
}

#[test]
fn policy_is_asked_again_at_the_request_and_at_its_answer() {
    let asks: Person<Stage> = ("Ann", |s| Some(Actor::Account(s.ann)));
    let answers: Person<Stage> = ("Bob", |s| Some(Actor::Account(s.bob)));
    let mut text = String::new();
    for (name, happens) in MEANWHILE {
        text.push_str(&format!("# {name}\n"));
        let since = |state: State<Stage>| {
            let mut state = State { name, ..state };
            happens(&state.stage, &mut state.world);
            [state]
        };
        let again: Try<Stage> = |s, _| request(s.anns());
        text.push_str(&draw(&mut since(taken_back()), &[asks], &[again]));
        let accept: Try<Stage> = |s, _| Command::from(AcceptRequest { pair: s.bobs() });
        text.push_str(&draw(&mut since(asked()), &[answers], &[accept]));
    }
    golden!("meanwhile", text);
}
