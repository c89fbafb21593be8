//! The browser is killed while it writes. What comes back is the state before a write or after it, never between, and
//! what was shown as sent is there.

use std::time::Duration;

use liaison_journeys::{Browser, Options, Server, Tab};
use serde_json::json;

use super::{demo_as, is_full, sign_in};

/// Messages in a burst, each of so many signs.
const BURST: usize = 20;
const SIGNS: usize = 1500;

#[test]
fn a_kill_during_a_write_takes_nothing_that_was_shown_as_sent() {
    kill_again_and_again(Options::default());
}

#[test]
fn a_kill_during_a_write_takes_nothing_on_sqlite_either() {
    kill_again_and_again(Options {
        sqlite: true,
        ..Options::default()
    });
}

#[test]
fn a_kill_while_the_demo_is_made_leaves_nobody_or_everybody() {
    let kills = if is_full() { 20 } else { 4 };
    let server = Server::of_build();
    for kill in 0..kills {
        let browser = Browser::start(Options {
            sqlite: kill % 2 == 0,
            ..Options::default()
        });
        let tab = browser.open(&server.url(""));
        tab.click("button", "Explore the demo");
        std::thread::sleep(Duration::from_millis(150 * kill % 1000));
        let browser = Browser::start(browser.kill());

        let tab = browser.open(&server.url("#/sign-in/chats"));
        tab.see_role("link", "Create an account");
        let people = tab.eval("document.querySelectorAll('.person-row').length");
        println!("kill {kill}: {people} people");
        if people == 0 {
            tab.see("Nobody has an account in this browser");
            demo_as(&browser, &server, "林静").close();
        } else {
            sign_in(&browser, &server, "Robin Vale").see("Review desk");
        }
    }
}

fn kill_again_and_again(options: Options) {
    let kills = if is_full() { 50 } else { 10 };
    let server = Server::of_build();
    let mut browser = Browser::start(options);
    demo_as(&browser, &server, "王小明").close();
    let mut tab = conversation(&browser, &server);
    let mut before = messages(&tab);
    for kill in 0..kills {
        begin_burst(&tab, kill);
        // How far it has come differs from kill to kill.
        std::thread::sleep(Duration::from_millis(37 * kill as u64 % 400));
        let shown = shown_as_sent(&tab, kill);
        browser = Browser::start(browser.kill());
        tab = conversation(&browser, &server);

        let after = messages(&tab);
        let burst: Vec<_> = (0..BURST).map(|place| text(kill, place)).collect();
        let arrived = after.iter().filter(|text| burst.contains(text)).count();
        println!("kill {kill}: {shown} shown as sent, {arrived} arrived");
        assert!(arrived >= shown, "some that were shown as sent are gone");
        before.extend_from_slice(&burst[..arrived]);
        assert!(before.ends_with(&after), "not what was there: {after:?}");
    }
}

/// As the one who writes.
fn conversation(browser: &Browser, server: &Server) -> Tab {
    let tab = sign_in(browser, server, "王小明");
    tab.click("link", "陈晓");
    tab.see_role("textbox", "Message");
    tab
}

fn text(kill: usize, place: usize) -> String {
    format!("{kill}/{place} {}", "字".repeat(SIGNS))
}

/// The latest that stand on the screen.
fn messages(tab: &Tab) -> Vec<String> {
    let texts =
        tab.eval("[...document.querySelectorAll('.message bdi')].map((text) => text.textContent)");
    let texts = texts.as_array().expect("a list").iter();
    texts
        .map(|text| text.as_str().unwrap_or_default().to_owned())
        .collect()
}

/// Sends one message after the other, some at once and some after a pause, without waiting for any to be kept.
fn begin_burst(tab: &Tab, kill: usize) {
    let texts: Vec<_> = (0..BURST).map(|place| text(kill, place)).collect();
    tab.eval(&format!(
        "(async () => {{
            const field = document.querySelector('textarea');
            for (const [place, text] of {}.entries()) {{
                field.value = text;
                field.dispatchEvent(new Event('input', {{ bubbles: true }}));
                field.form.requestSubmit();
                await new Promise((done) => setTimeout(done, 10 * (place % 4)));
            }}
        }})(), null",
        json!(texts)
    ));
}

/// How many of the burst are shown as sent.
fn shown_as_sent(tab: &Tab, kill: usize) -> usize {
    let shown = tab.eval(&format!(
        "[...document.querySelectorAll('.message')].filter((message) => (
            message.querySelector('bdi').textContent.startsWith('{kill}/')
            && message.querySelector('[aria-label=Sent]')
        )).length"
    ));
    let shown = shown.as_u64().expect("a number");
    usize::try_from(shown).expect("a small number")
}
