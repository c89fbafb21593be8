//! Several tabs: ordered, equal, and nothing of it lost. Tabs are `Db`s of their own on one database.

use std::collections::BTreeSet;

use js_sys::Reflect;
use liaison_bridge::Db;
use liaison_core::{command::Actor, refusal::Refusal, store::Stop};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::acts::*;

#[wasm_bindgen_test]
async fn what_one_tab_does_shows_in_the_other() {
    let (a, b) = (open("shows").await, open("shows").await);
    run(a, put("x", "of a")).unwrap();
    assert!(until(|| row(b, "x").as_deref() == Some("of a")).await);
    run(b, put("x", "of b")).unwrap();
    assert!(until(|| row(a, "x").as_deref() == Some("of b")).await);
    close([a, b]);
}

#[wasm_bindgen_test]
async fn of_two_tabs_that_act_in_the_same_instant_one_is_told_that_it_came_second() {
    let (a, b) = (open("same instant").await, open("same instant").await);
    let claim = |by| Claim { what: "desk", by };
    assert_eq!(run(a, claim("a")), Ok(()));
    assert_eq!(run(b, claim("b")), Ok(()), "b cannot know yet");
    a.saved().await.unwrap();
    b.saved().await.unwrap();
    assert!(until(|| row(a, "desk") == row(b, "desk")).await);
    let told = [a.changed_outcomes(), b.changed_outcomes()].concat();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].actor, Actor::Operator);
    assert_eq!(told[0].before, Ok(()));
    assert_eq!(told[0].after, Err(Stop::Refused(Refusal::NotThere)));
    let second = if a.changed_outcomes().is_empty() {
        "b"
    } else {
        "a"
    };
    assert_ne!(row(a, "desk").as_deref(), Some(second));
    a.forget_changed_outcomes();
    b.forget_changed_outcomes();
    assert!(a.changed_outcomes().is_empty() && b.changed_outcomes().is_empty());
    close([a, b]);
}

#[wasm_bindgen_test]
async fn hundreds_of_acts_of_two_racing_tabs_are_ordered_and_none_is_lost() {
    let tabs = [open("two").await, open("two").await];
    race("two", &tabs, 1, 300, usize::MAX, 0).await;
}

#[wasm_bindgen_test]
async fn three_tabs_that_hear_nothing_of_each_other_and_fold_at_odds_stay_equal() {
    for seed in 0..4 {
        let name = format!("deaf {seed}");
        let tabs = [deaf(&name).await, deaf(&name).await, deaf(&name).await];
        // Long signatures make many pages.
        race(&name, &tabs, seed, 120, 7, 8000).await;
    }
}

#[wasm_bindgen_test]
async fn a_tab_that_has_slept_through_a_fold_finds_its_way() {
    let (a, b) = (deaf("slept").await, deaf("slept").await);
    for n in 0..5 {
        run(a, Sign(format!("a{n}"))).unwrap();
    }
    a.erased().await.unwrap();
    run(a, Sign("a5".into())).unwrap();
    a.saved().await.unwrap();
    run(b, Sign("b".into())).unwrap();
    b.saved().await.unwrap();
    assert_eq!(lines(&b.copy()), ["a0", "a1", "a2", "a3", "a4", "a5", "b"]);
    b.erased().await.unwrap();
    run(a, Sign("late".into())).unwrap();
    a.erased().await.unwrap();
    assert_eq!(lines(&a.copy()).len(), 8);
    close([a, b]);
    let again = open("slept").await;
    assert_eq!(lines(&again.copy())[6..], ["b", "late"]);
    again.close();
}

#[wasm_bindgen_test]
async fn a_world_that_is_replaced_is_replaced_in_every_tab() {
    let (a, b) = (open("replaced").await, open("replaced").await);
    run(a, put("old", "1")).unwrap();
    a.saved().await.unwrap();
    let other = open("replacement").await;
    run(other, put("new", "2")).unwrap();
    let world = a.world();
    a.replace_world(other.copy(), &[]).await.unwrap();
    assert_ne!(a.world(), world);
    run(b, put("after", "3")).unwrap();
    b.saved().await.unwrap();
    assert!(until(|| same_rows(&a.copy(), &b.copy())).await);
    assert_eq!(a.world(), b.world());
    let rows = ["old", "new", "after"].map(|key| row(a, key));
    assert_eq!(rows, [None, Some("2".into()), Some("3".into())]);
    close([a, b]);
    other.close();
}

/// Lets the tabs sign in turns that a seed decides, and compares what came of it.
async fn race(name: &str, tabs: &[Db], seed: u64, acts: usize, fold_every: usize, length: usize) {
    let mut chance = seed;
    let mut draw = |below: u64| {
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) % below
    };
    let mut signed = BTreeSet::new();
    for n in 0..acts {
        let tab = draw(tabs.len() as u64) as usize;
        let signature = format!("{tab}/{n}/{}", "x".repeat(length));
        run(tabs[tab], Sign(signature.clone())).unwrap();
        signed.insert(signature);
        if n % fold_every == fold_every - 1 {
            tabs[draw(tabs.len() as u64) as usize]
                .erased()
                .await
                .unwrap();
        }
        match draw(6) {
            0 => pause(0).await,
            1 => tabs[tab].saved().await.unwrap(),
            _ => {}
        }
    }
    for tab in tabs {
        tab.saved().await.unwrap();
    }
    // Everybody writes once more after everybody has saved, so the last one has read all.
    for tab in tabs {
        run(*tab, Sign(String::new())).unwrap();
        tab.saved().await.unwrap();
    }
    let last = tabs[tabs.len() - 1].copy();
    let lines = lines(&last);
    assert_eq!(lines.len(), acts + tabs.len(), "every act once");
    assert!(signed.iter().all(|signature| lines.contains(signature)));
    for (tab, db) in tabs.iter().enumerate() {
        let own = lines
            .iter()
            .filter_map(|line| line.strip_prefix(&format!("{tab}/")));
        let own: Vec<u32> = own
            .map(|rest| rest.split('/').next().unwrap().parse().unwrap())
            .collect();
        assert!(own.is_sorted(), "a tab's own acts stay in order");
        assert!(db.changed_outcomes().is_empty());
    }
    for tab in tabs {
        tab.close();
    }
    let again = open(name).await;
    assert!(
        same_rows(&again.copy(), &last),
        "what is on the disk is what the last tab has"
    );
    again.close();
}

/// A tab of a browser without BroadcastChannel.
async fn deaf(name: &str) -> Db {
    let global = js_sys::global();
    let key = "BroadcastChannel".into();
    let channel = Reflect::get(&global, &key).unwrap();
    Reflect::set(&global, &key, &wasm_bindgen::JsValue::UNDEFINED).unwrap();
    let db = open(name).await;
    Reflect::set(&global, &key, &channel).unwrap();
    db
}

fn close(tabs: [Db; 2]) {
    tabs.into_iter().for_each(Db::close);
}
