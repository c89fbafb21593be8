//! What people do, in a real browser, on the built app.

mod contacts;

use std::time::Duration;

use liaison_journeys::{Browser, Server, Tab};

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
