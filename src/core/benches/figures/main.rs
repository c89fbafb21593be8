//! The figures of the rules on this machine, natively: `cargo xtask bench`, or `cargo bench -p liaison-core`.

use std::{
    sync::OnceLock,
    time::{Duration, Instant},
};

mod commands;
mod import;
mod people;
mod roster;

fn main() {
    commands::figures();
    import::figures();
    roster::figures(100_000);
    roster::figures(1_000_000);
}

fn heading(text: &str) {
    println!("\n{text}");
}

fn figure(name: &str, value: String) {
    println!("  {name:<58} {value:>14}");
}

fn timed<T>(name: &str, act: impl FnOnce() -> T) -> T {
    let start = clock();
    let done = act();
    figure(name, milliseconds(clock() - start));
    done
}

/// Time that this thread was computing, where the system tells it (Linux), so that a busy machine gives the same
/// figures; else time that passed.
fn clock() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    let start = *START.get_or_init(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let computing = told.and_then(|told| told.split(' ').next()?.parse().ok());
    computing.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1e3)
}

fn megabytes(bytes: usize) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
