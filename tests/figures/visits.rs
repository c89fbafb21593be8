//! The first visit over a poor network, and the next one without any.

use std::fs;
use std::path::Path;

use liaison_journeys::{Browser, Options, Scratch, Server, Speed};

use crate::probe;
use crate::report::{Aim, Unit, figure, median};

/// The first screen can be used when its first button is there.
const USABLE: &str = "Explore the demo";

pub fn first() {
    let site = compressed();
    let server = Server::start(site.path());
    let mut times: Vec<f64> = (0..3)
        .map(|_| {
            let browser = Browser::start(Options::default());
            let tab = probe::tab(&browser);
            tab.throttle(Speed::SLOW_4G_CPU_4X);
            probe::opened(&tab, &server.url(""), USABLE) / 1e3
        })
        .collect();
    let name = "first usable screen, slow 4G, processor 4 times slower";
    figure(name, median(&mut times), Unit::Seconds, Aim::Most(2.5));
}

pub fn offline() {
    let mut server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = probe::tab(&browser);
    tab.go(&server.url(""));
    let worker = "(await navigator.serviceWorker.ready).active?.state == 'activated'";
    tab.wait_for("the app to be kept", worker);
    // The second visit is the first that the worker serves, and lets the browser keep what it compiled.
    probe::opened(&tab, &server.url(""), USABLE);
    server.stop();
    let mut times: Vec<f64> = (0..7)
        .map(|_| probe::opened(&tab, &server.url(""), USABLE) / 1e3)
        .collect();
    figure(
        "warm start offline",
        median(&mut times),
        Unit::Seconds,
        Aim::Most(0.5),
    );
}

/// The built app, each file with its brotli beside it, as a host keeps it.
fn compressed() -> Scratch {
    let scratch = Scratch::new();
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist");
    copy(&dist, &dist, &scratch);
    scratch
}

fn copy(folder: &Path, dist: &Path, to: &Scratch) {
    let entries = fs::read_dir(folder).expect("dist/ can be read");
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            copy(&path, dist, to);
            continue;
        }
        let content = fs::read(&path).expect("a file of dist/ can be read");
        let name = path.strip_prefix(dist).expect("it stands in dist/");
        let name = name.to_str().expect("our names are text");
        to.file(name, &content);
        let mut small = Vec::new();
        let how = brotli::enc::BrotliEncoderParams::default();
        brotli::BrotliCompress(&mut &content[..], &mut small, &how).expect("memory takes it");
        to.file(&format!("{name}.br"), small);
    }
}
