//! A newer version is told of, and taken when it is asked for.

use std::{fs, path::Path};

use liaison_journeys::{Browser, Options, Scratch, Server, Tab};

const NEXT: &str = "0123456789ab";

#[test]
fn a_newer_version_is_told_with_its_date_and_taken_by_reloading() {
    let host = Scratch::new();
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist"),
        host.path(),
    );
    let server = Server::start(host.path());
    let browser = Browser::start(Options::default());
    let tab = browser.open(&server.url(""));
    tab.see("Explore the demo");
    let worker = "(await navigator.serviceWorker.ready).active?.state == 'activated'";
    tab.wait_for("the app to be kept", worker);
    tab.reload();
    look(&tab);
    assert!(!tab.text().contains("A new version is ready"));

    publish(host.path(), &build(&tab));
    look(&tab);
    tab.see("A new version is ready");
    tab.see("Feb 3, 2031");
    assert_ne!(build(&tab), NEXT, "nobody asked for it yet");
    tab.click("button", "Reload");
    let taken = format!("document.querySelector('meta[name=liaison-build]').content == '{NEXT}'");
    tab.wait_for("the newer version", &taken);
    tab.see("Explore the demo");
    look(&tab);
    assert!(!tab.text().contains("A new version is ready"));
}

/// Comes into sight, and waits until the host has been asked.
fn look(tab: &Tab) {
    tab.eval(
        "const asked = () => performance.getEntriesByName(new URL('release.json', document.baseURI).href).length;
         const before = asked();
         document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
         while (asked() == before) await new Promise((done) => setTimeout(done, 20));",
    );
}

fn build(tab: &Tab) -> String {
    let build = tab.eval("document.querySelector('meta[name=liaison-build]').content");
    build.as_str().expect("the page names its build").to_owned()
}

/// The same files under another name are another version.
fn publish(host: &Path, build: &str) {
    for name in ["index.html", "sw.js"] {
        let text = fs::read_to_string(host.join(name)).expect("a release has it");
        fs::write(host.join(name), text.replace(build, NEXT)).expect("it can be written");
    }
    let note = format!(r#"{{"build":"{NEXT}","date":"2031-02-03","version":"0.1.1"}}"#);
    fs::write(host.join("release.json"), note).expect("it can be written");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("dist is there").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        match from.is_dir() {
            true => copy(&from, &to),
            false => _ = fs::copy(&from, &to).expect("a file can be copied"),
        }
    }
}
