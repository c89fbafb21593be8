//! Readers follow the world, and run no more often than they must.

use std::{cell::Cell, rc::Rc};

use any_spawner::Executor;
use liaison_bridge::Db;
use liaison_core::{
    account::profile,
    ask::Question,
    command::Actor,
    demo::steps,
    desk::appoint_reviewer::AppointReviewer,
    id::AccountId,
    row::ReadRows,
    store::{Read, Stop},
    time::Time,
    world::World,
};
use reactive_graph::{
    effect::Effect,
    owner::Owner,
    signal::RwSignal,
    traits::{Get, Set},
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::acts::*;

#[derive(Clone, Default)]
struct Count(Rc<Cell<u32>>);

impl Count {
    fn one_more(&self) {
        self.0.set(self.0.get() + 1);
    }
    /// How often since it was asked last.
    fn taken(&self) -> u32 {
        self.0.take()
    }
}

#[wasm_bindgen_test]
async fn a_reader_runs_again_when_its_rows_change_and_not_when_others_do() {
    let (db, owner) = (open("runs again").await, Owner::new());
    owner.set();
    let runs = Count::default();
    let counted = runs.clone();
    let memo = db.authority_live(move |store, _| {
        counted.one_more();
        store
            .get(&SPACE, b"mine")
            .expect("held")
            .map(|value| value.into_owned())
    });
    let shown = |expected: Option<&str>| assert_eq!(memo.get_untracked(), expected.map(Into::into));
    shown(None);
    shown(None);
    assert_eq!(runs.taken(), 1);
    run(db, put("other", "x")).unwrap();
    shown(None);
    assert_eq!(runs.taken(), 0, "another row");
    run(db, put("mine", "1")).unwrap();
    shown(Some("1"));
    assert_eq!(runs.taken(), 1);
    run(db, put("mine", "1")).unwrap();
    shown(Some("1"));
    assert_eq!(runs.taken(), 0, "nothing changed");

    let tab = open("runs again").await;
    run(tab, put("mine", "2")).unwrap();
    assert!(
        until(|| memo.get_untracked().as_deref() == Some(b"2")).await,
        "in another tab"
    );
    owner.cleanup();
    tab.close();
    db.close();
}

#[wasm_bindgen_test]
async fn a_tab_that_becomes_somebody_else_sees_what_that_person_may() {
    let (db, owner) = (open("persona").await, Owner::new());
    owner.set();
    let [ann, bob] = people(db).await;
    let name_of = move |account| {
        db.live(move |read, _| {
            let found = read.find(&profile(account).at(()));
            found.map(|found| found.map(|found| found.name.to_string()))
        })
    };
    let (ann_s, bob_s) = (name_of(ann), name_of(bob));
    let shown = || [ann_s, bob_s].map(|memo| memo.get_untracked().unwrap());
    let both = |a: Option<&str>, b: Option<&str>| [a.map(String::from), b.map(String::from)];
    db.act_as(Actor::Visitor);
    assert_eq!(shown(), both(None, None));
    db.act_as(Actor::Account(ann));
    assert_eq!(shown(), both(Some("Ann"), None));
    db.act_as(Actor::Account(bob));
    assert_eq!(shown(), both(None, Some("Bob")));
    db.close();

    let again = open("persona").await;
    assert_eq!(again.actor(), Actor::Account(bob), "kept with the tab");
    again.act_as(Actor::Visitor);
    again.close();
    owner.cleanup();
}

/// Visibility is made of rows too: the row that opens a space lets its readers run again.
#[wasm_bindgen_test]
async fn a_reader_sees_a_space_as_soon_as_it_may() {
    let (db, owner) = (open("space opens").await, Owner::new());
    owner.set();
    let [account, _] = people(db).await;
    run(db, put("case", "1")).unwrap();
    db.act_as(Actor::Account(account));
    let memo = db.live(|read, _| read.get(&SPACE, b"case").expect("held").is_some());
    assert!(!memo.get_untracked());
    let name = "Ann".into();
    run(db, AppointReviewer { account, name }).unwrap();
    assert!(memo.get_untracked());
    db.act_as(Actor::Visitor);
    db.close();
    owner.cleanup();
}

#[wasm_bindgen_test]
async fn signals_that_a_reader_reads_let_it_run_again_too() {
    let (db, owner) = (open("signals").await, Owner::new());
    owner.set();
    run(db, put("a", "of a")).unwrap();
    run(db, put("b", "of b")).unwrap();
    let which = RwSignal::new("a");
    let memo = db.authority_live(move |store, now| {
        assert!(now.time() > Time(1_700_000_000_000));
        store
            .get(&SPACE, which.get().as_bytes())
            .expect("held")
            .map(|value| value.into_owned())
    });
    assert_eq!(memo.get_untracked().as_deref(), Some(&b"of a"[..]));
    which.set("b");
    assert_eq!(memo.get_untracked().as_deref(), Some(&b"of b"[..]));
    owner.cleanup();
    db.close();
}

#[wasm_bindgen_test]
async fn a_question_is_answered_anew_when_what_it_rests_on_has_changed() {
    struct HowMany;
    impl Question for HowMany {
        type Answer = usize;
        fn answer(&self, authority: &dyn Read, _: Actor, _: Time) -> Result<usize, Stop> {
            Ok(lines(authority).len())
        }
    }
    let (db, owner) = (open("question").await, Owner::new());
    owner.set();
    let memo = db.live_ask(|| HowMany);
    assert_eq!(memo.get_untracked(), Ok(0));
    run(db, Sign("a".into())).unwrap();
    assert_eq!(memo.get_untracked(), Ok(1));
    assert_eq!(db.ask(&HowMany), Ok(1));
    owner.cleanup();
    db.close();
}

#[wasm_bindgen_test]
async fn effects_on_a_reader_run_after_the_act_and_none_after_its_owner_is_gone() {
    // The app has one; here several tests may ask for it.
    _ = Executor::init_wasm_bindgen();
    let (db, owner) = (open("effects").await, Owner::new());
    owner.set();
    let seen = Count::default();
    let counted = seen.clone();
    let memo = db.authority_live(|store, _| lines(store).len());
    Effect::new(move |_| {
        memo.get();
        counted.one_more();
    });
    assert!(until(|| seen.taken() == 1).await);
    for name in ["a", "b"] {
        run(db, Sign(name.into())).unwrap();
    }
    pause(20).await;
    assert_eq!(seen.taken(), 1, "two acts in one go are shown once");
    owner.cleanup();
    drop(owner);
    run(db, Sign("c".into())).unwrap();
    pause(20).await;
    assert_eq!(seen.taken(), 0);
    db.close();
}

/// Two people in a world of their own.
async fn people(db: Db) -> [AccountId; 2] {
    let mut world = World::new(Time(1_700_000_000_000), 1);
    let ann = steps::person(&mut world, "Ann", "+8613800000001");
    let bob = steps::person(&mut world, "Bob", "+8613800000002");
    db.replace_world(world.store, &[]).await.unwrap();
    [ann, bob]
}
