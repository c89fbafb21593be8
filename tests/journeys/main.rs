//! What people do, in a real browser, on the built app.

mod accessible;
mod bad_input;
mod console;
mod contacts;
mod copies;
mod import;
mod keyboard;
mod kill;
mod offline;
mod outcome;
mod policy;
mod region;
mod registration;
mod small;
mod update;

use std::time::Duration;

use liaison_journeys::{Browser, Server, Tab};
use serde_json::json;

/// What takes long is done whole only when it is asked for: `LIAISON_FULL=1`.
pub fn is_full() -> bool {
    std::env::var_os("LIAISON_FULL").is_some()
}

/// A tab on the demo world, signed in as one of its persons.
pub fn demo_as(browser: &Browser, server: &Server, person: &str) -> Tab {
    let tab = browser.open(&server.url(""));
    tab.click("button", "Explore the demo");
    // A debug build makes the demo slowly.
    let patient = tab.patient(Duration::from_secs(60));
    patient.see("Sign in");
    patient.click("button", person);
    tab.see("Chats");
    tab
}

/// Another tab, as another person of the same browser.
pub fn another_as(tab: &Tab, person: &str) -> Tab {
    let other = tab.opens(|tab| {
        tab.click("button", "Acting as");
        tab.click("link", &format!("Open {person} in another tab"));
    });
    tab.press("Escape");
    other.see(&format!("Acting as {person}"));
    other
}

/// A tab of its own, as somebody who is in this browser already.
pub fn sign_in(browser: &Browser, server: &Server, person: &str) -> Tab {
    let tab = browser.open(&server.url("#/sign-in/chats"));
    tab.click("button", person);
    tab.see(&format!("Acting as {person}"));
    tab
}

/// Makes an account from the form for that: the code is read on the person's phone.
pub fn sign_up(tab: &Tab, name: &str, region: &str, mobile: &str) {
    ask_for_code(tab, name, region, mobile);
    type_code(tab, mobile);
    tab.click("button", "Create account");
    tab.see(&format!("Acting as {name}"));
}

fn ask_for_code(tab: &Tab, name: &str, region: &str, mobile: &str) {
    tab.field("Name").fill(name);
    tab.choose("Region", region);
    tab.field("Mobile number").fill(mobile);
    tab.click("button", "Send code");
    tab.see(&format!("A code went to {mobile}"));
}

fn type_code(tab: &Tab, mobile: &str) {
    tab.click("button", "Phones");
    let phones = tab.within("dialog", "Phones");
    let message = phones.within("listitem", mobile);
    message.see("your code");
    let message = message.text();
    let code = message
        .rsplit(' ')
        .next()
        .expect("a message ends with its code");
    phones.click("button", "Close");
    tab.field("Code").fill(code);
}

/// Goes to a place without loading the page again.
pub fn at(tab: &Tab, fragment: &str) {
    tab.eval(&format!("location.hash = '{fragment}'"));
}

/// The link that somebody's code carries.
pub fn link_of(tab: &Tab) -> String {
    at(tab, "#/me/code");
    tab.see("Whoever scans this");
    let link = tab.eval("document.querySelector('.code-link a').href");
    link.as_str().expect("a link").to_owned()
}

/// A tab that does not hear in time what other tabs do.
pub const DEAF: &str = "
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set() {} });
    for (const looked of ['focus', 'visibilitychange']) {
        addEventListener(looked, (event) => event.stopImmediatePropagation(), true);
    }";

/// Whether these signs can be found anywhere in the browser's database.
pub fn is_stored(tab: &Tab, text: &str) -> bool {
    let search = format!("({IS_STORED})({})", json!(text));
    tab.eval(&format!("await {search}")) == true
}

const IS_STORED: &str = "async (text) => {
    const finished = (request) => new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
    });
    const latin = new TextDecoder('latin1');
    const bytes = async (value) => {
        if (value instanceof Blob) return value.arrayBuffer();
        return value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? value : new ArrayBuffer(0);
    };
    const wanted = latin.decode(new TextEncoder().encode(text));
    const database = await finished(indexedDB.open('liaison'));
    try {
        for (const store of database.objectStoreNames) {
            const values = await finished(database.transaction(store).objectStore(store).getAll());
            for (const value of values) {
                if (latin.decode(await bytes(value)).includes(wanted)) return true;
            }
        }
        return false;
    } finally {
        database.close();
    }
}";
