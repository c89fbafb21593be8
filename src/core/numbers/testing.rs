//! The mistakes people make when they type numbers.

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

/// Every text that has one other sign of `alphabet` at one place.
pub fn changes_of_one_sign(number: &str, alphabet: &str) -> Vec<String> {
    let place = |at| alphabet.chars().map(move |sign| with(number, at, sign));
    (0..number.len())
        .flat_map(place)
        .filter(|changed| changed != number)
        .collect()
}

/// Every text in which two unlike neighbours have changed places.
pub fn swaps_of_neighbours(number: &str) -> Vec<String> {
    (1..number.len())
        .map(|at| swapped(number, at))
        .filter(|swapped| swapped != number)
        .collect()
}

pub fn with(number: &str, at: usize, sign: char) -> String {
    number
        .chars()
        .enumerate()
        .map(|(place, old)| if place == at { sign } else { old })
        .collect()
}

/// The signs before and at `at` change places.
pub fn swapped(number: &str, at: usize) -> String {
    let mut signs: Vec<char> = number.chars().collect();
    signs.swap(at - 1, at);
    signs.into_iter().collect()
}

/// Runs `read` on any text, and on text that looks much like a number.
pub fn no_text_panics<T>(read: impl Fn(&str) -> T) {
    let like_a_number = "[0-9A-Zaxー<+() ０-９\u{200e}\u{660}-\u{669}字é]{0,100}";
    for texts in [any::<String>().boxed(), like_a_number.boxed()] {
        let outcome = TestRunner::default().run(&texts, |text| {
            read(&text);
            Ok(())
        });
        outcome.unwrap();
    }
    read(&"9".repeat(100_000));
}
