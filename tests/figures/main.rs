//! The figures of the built app in a real browser: `cargo xtask bench`, or for one part
//! `cargo bench -p liaison-journeys --bench figures -- company`.

mod company;
mod people;
mod probe;
mod report;
mod visits;

const PARTS: [(&str, fn()); 3] = [
    ("visit", visits::first),
    ("offline", visits::offline),
    ("company", company::figures),
];

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    // cargo adds a word of its own.
    let asked: Vec<&String> = asked
        .iter()
        .filter(|word| !word.starts_with("--"))
        .collect();
    for (name, measure) in PARTS {
        if asked.is_empty() || asked.iter().any(|word| *word == name) {
            measure();
        }
    }
}
