//! Seeded worlds: many people act at random in several tabs, with reloads in between, and after each act what must hold
//! is held against what is stored.
//!
//! `LIAISON_WORLDS=1000 LIAISON_STEPS=500 cargo test -p liaison-core --test worlds` runs more of them; a seed that failed
//! is named in the failure, runs alone with `LIAISON_SEED=…`, and then keeps its name in [`SEEDS_THAT_FAILED`].

mod administrators;
mod dice;
mod invariants;
mod people;
mod tabs;

use dice::Dice;
use invariants::Watch;
use people::Cast;
use tabs::Tabs;

/// Seeds that once showed a fault, and what it was.
const SEEDS_THAT_FAILED: &[(u64, &str)] = &[];

#[test]
fn what_must_hold_holds_in_every_world() {
    let number = |name: &str, default: u64| {
        std::env::var(name)
            .ok()
            .and_then(|text| text.parse().ok())
            .unwrap_or(default)
    };
    let steps = number("LIAISON_STEPS", 200);
    let seeds: Vec<u64> = match number("LIAISON_SEED", 0) {
        0 => SEEDS_THAT_FAILED
            .iter()
            .map(|(seed, _)| *seed)
            .chain(1..=number("LIAISON_WORLDS", 200))
            .collect(),
        seed => vec![seed],
    };
    let (stage, cast) = Cast::stage();
    let (mut done, mut refused) = (0, 0);
    for seed in seeds {
        let counted = live(seed, steps, stage.clone(), &cast);
        done += counted.0;
        refused += counted.1;
    }
    println!("{done} acts were done, {refused} refused");
    assert!(
        done > 0 && refused > 0,
        "a world in which nothing is done, or nothing refused, proves nothing"
    );
}

/// One world from its first act to its last. Says how many acts were done and refused.
fn live(seed: u64, steps: u64, stage: liaison_core::world::World, cast: &Cast) -> (u64, u64) {
    let mut dice = Dice::new(seed);
    let mut tabs = Tabs::open(stage.store, stage.now, seed);
    let mut watch = Watch::default();
    let (mut done, mut refused) = (0, 0);
    for step in 0..steps {
        tabs.now = tabs.now.plus(dice.wait());
        let tab = dice.below(tabs.count());
        if dice.one_in(25) {
            tabs.reload(tab, dice.one_in(2));
        }
        let (actor, command) = cast.act(&mut dice, tabs.seen_by(tab), tabs.now);
        let context = format!("seed {seed}, step {step}: {actor:?} {command:?}");
        let outcome = tabs.run(tab, actor, &command);
        match &outcome {
            Ok(changes) => {
                done += 1;
                watch.after(
                    &context,
                    tabs.authority(),
                    tabs.now,
                    actor,
                    &command,
                    changes,
                );
            }
            Err(stop) => {
                refused += 1;
                assert!(
                    !matches!(stop, liaison_core::store::Stop::Fault(_)),
                    "{context}: {stop:?}"
                );
            }
        }
        if step % 25 == 24 {
            watch.everything(&context, tabs.authority(), cast);
        }
    }
    tabs.settle();
    watch.everything(&format!("seed {seed}, at the end"), tabs.authority(), cast);
    (done, refused)
}
