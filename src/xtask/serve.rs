//! The app on this machine, rebuilt when a source changes. Without the service worker: what one sees is what was built.

use crate::page;
use crate::run::{Done, root, run};
use crate::setup::{Need, ready};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;

const PORTS: std::ops::Range<u16> = 8080..8100;

pub fn serve(words: &[&str]) -> Done {
    if let Some(word) = words.first() {
        return Err(format!("`serve` takes no `{word}`."));
    }
    let tools = ready(&[Need::Build])?;
    page::refresh()?;
    let free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    let port = PORTS.clone().find(free).ok_or_else(|| {
        let (first, last) = (PORTS.start, PORTS.end - 1);
        format!("Every port from {first} to {last} is taken on this machine.")
    })?;

    println!("Building. The first time takes a few minutes, later ones seconds.");
    std::thread::spawn(move || announce(port));
    let mut trunk = tools.program("trunk");
    trunk
        .args([
            "serve",
            "--skip-version-check",
            "--disable-address-lookup=true",
            "--locked",
            "--address",
            "127.0.0.1",
            "--port",
        ])
        .arg(port.to_string())
        // Both would be inline scripts, which the page's own policy refuses.
        .args([
            "--no-autoreload=true",
            "--no-error-reporting=true",
            "--no-spa=true",
            "--dist",
        ])
        .arg(root().join("target/serve-site"))
        .env("NO_COLOR", "true");
    for source in ["src/core", "src/web", "src/locales", "style", "index.html"] {
        let source = root().join(source);
        if source.exists() {
            trunk.arg("--watch").arg(source);
        }
    }
    run(&mut trunk)
}

/// Says the address when somebody answers there.
fn announce(port: u16) {
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        std::thread::sleep(Duration::from_millis(200));
    }
    println!(
        "\n  Liaison is at  http://127.0.0.1:{port}/\n  Change a source, then reload the page. Ctrl-C ends it.\n"
    );
}
