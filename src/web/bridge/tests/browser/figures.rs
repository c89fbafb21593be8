//! Rough figures, for whoever reads the output; `LIAISON_FULL` makes them large. The limits are generous: they catch
//! what is wrong by an order of magnitude, on any machine.

use any_spawner::Executor;
use liaison_core::{
    command::{Act, Actor, Tx},
    conversation::send_message::SendMessage,
    demo::steps,
    desk::appoint_reviewer::AppointReviewer,
    memory::MemoryStore,
    space::Space,
    store::{Read, Stop, Write},
    time::Time,
    world::World,
};
use reactive_graph::{
    effect::Effect,
    owner::Owner,
    signal::RwSignal,
    traits::{GetUntracked, Update},
};
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

use crate::acts::*;

const IS_FULL: bool = option_env!("LIAISON_FULL").is_some();

/// Milliseconds.
fn clock() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .expect("a page")
        .now()
}

#[wasm_bindgen_test]
async fn a_large_world_opens_quickly() {
    let rows: u32 = if IS_FULL { 400_000 } else { 20_000 };
    let name = "large";
    let mut store = MemoryStore::default();
    for batch in 0..rows / 500 {
        let mut tx = store.begin();
        for n in batch * 500..(batch + 1) * 500 {
            let key = n.wrapping_mul(0x9e37_79b9).to_be_bytes().repeat(4);
            tx.set(&Space::Vault, &key, Some(n.to_be_bytes().repeat(20)))
                .expect("memory takes every write");
        }
        tx.commit(Time(1));
    }
    let db = open(name).await;
    let started = clock();
    db.replace_world(store, &[]).await.unwrap();
    let replaced = clock() - started;
    run(db, put("a", "1")).unwrap();
    let started = clock();
    db.erased().await.unwrap();
    let folded = clock() - started;
    db.close();
    let started = clock();
    let db = open(name).await;
    let opened = clock() - started;
    assert_eq!(db.copy().rows().count(), rows as usize + 1);
    let mb = db.copy().size() / 1_000_000;
    console_log!(
        "FIGURE a world of {rows} rows, {mb} MB: written in {replaced:.0} ms, folded again in {folded:.0} ms, opened in | {opened:.0} ms |  | "
    );
    assert!(opened < 5_000.0);
    db.close();
}

#[wasm_bindgen_test]
fn commands_are_decided_quickly() {
    let messages: u32 = if IS_FULL { 20_000 } else { 500 };
    let mut world = World::new(Time(1_700_000_000_000), 1);
    let (ann, conversation) = steps::two_who_talk(&mut world);
    let started = clock();
    for number in 0..messages {
        let text = format!("Message {number}");
        let say = SendMessage { conversation, text };
        world
            .run(Actor::Account(ann), &say)
            .expect("they are contacts");
    }
    let per_second = f64::from(messages) * 1e3 / (clock() - started);
    console_log!("FIGURE commands (messages) per second, in wasm | {per_second:.0} |  | ");
    assert!(per_second > 100.0);
}

#[wasm_bindgen_test]
async fn an_act_is_shown_at_once_among_a_hundred_live_views() {
    /// One row of many, as a screen would change one.
    struct Touch(u32);
    impl Act for Touch {
        type Done = ();
        fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
            let key = format!("row {:04}", self.0 % 100);
            tx.set(&SPACE, key.as_bytes(), Some(self.0.to_be_bytes().into()))
        }
    }
    _ = Executor::init_wasm_bindgen();
    let (db, owner) = (open("hundred").await, Owner::new());
    owner.set();
    let mut world = World::new(Time(1_700_000_000_000), 1);
    let account = steps::person(&mut world, "Ann", "+8613800000001");
    db.replace_world(world.store, &[]).await.unwrap();
    run(
        db,
        AppointReviewer {
            account,
            name: "Ann".into(),
        },
    )
    .unwrap();
    db.act_as(Actor::Account(account));
    for n in 0..100 {
        run(db, Touch(n)).unwrap();
    }
    let drawn = RwSignal::new(0u32);
    for view in 0..100u32 {
        let memo = db.live(move |read, _| {
            let key = format!("row {view:04}");
            let own = read
                .get(&SPACE, key.as_bytes())
                .expect("held")
                .map(|row| row.into_owned());
            // Every tenth view is a list.
            let from = format!("row {:04}", view / 20 * 20);
            let list = if view % 10 == 0 { 20 } else { 0 };
            let list = read
                .scan(&SPACE, from.as_bytes()..b"row~", list)
                .expect("held");
            (
                own,
                list.into_iter()
                    .map(|(_, row)| row.into_owned())
                    .collect::<Vec<_>>(),
            )
        });
        Effect::new(move |_| {
            memo.get();
            drawn.update(|drawn| *drawn += 1);
        });
    }
    assert!(until(|| drawn.get_untracked() >= 100).await);
    let mut times: Vec<f64> = Vec::new();
    for n in 0..400 {
        let before = drawn.get_untracked();
        let started = clock();
        run(db, Touch(1000 + n * 7)).unwrap();
        while drawn.get_untracked() == before {
            Executor::tick().await;
        }
        times.push(clock() - started);
        if n % 10 == 0 {
            pause(0).await;
        }
    }
    liaison_core::order::sort_by(&mut times, f64::total_cmp);
    let [median, p95] = [200, 380].map(|at| times[at]);
    console_log!(
        "FIGURE an act to its redrawn views, 100 of them live, p95 (median {median:.1} ms) | {p95:.1} ms | 7.0 ms | {}",
        if p95 <= 7.0 { "met" } else { "missed" }
    );
    assert!(p95 < 70.0);
    db.saved().await.unwrap();
    db.act_as(Actor::Visitor);
    owner.cleanup();
    db.close();
}
