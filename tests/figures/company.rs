//! A company of a hundred thousand: brought in, opened again, searched.

use std::time::Duration;

use liaison_journeys::{Browser, Options, Scratch, Server, Tab};

use crate::people::{self, PEOPLE};
use crate::probe::{self, Took};
use crate::report::{Aim, Unit, figure, median, share};

/// Who owns a demo company, and who works there and has written with somebody.
const OWNER: &str = "林静";
const MEMBER: &str = "王小明";
const WRITTEN_WITH: &str = "陈晓";
/// A task this long is felt.
const LONG: f64 = 50.0;

pub fn figures() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = probe::tab(&browser);
    tab.go(&server.url(""));
    tab.click("button", "Explore the demo");
    tab.see("Sign in");
    tab.click("button", MEMBER);
    tab.see("Chats");
    let before = opening(&tab, &server);
    message(&tab);

    sign_in(&tab, &server, OWNER);
    import(&tab);
    sign_in(&tab, &server, MEMBER);
    let unfolded = probe::opened(&tab, &server.url("#/chats"), WRITTEN_WITH);
    let name = "opening the app right after it, before the journal is folded into pages";
    figure(name, unfolded, Unit::Milliseconds, Aim::None);

    // The journal is folded when nothing has happened for two seconds.
    std::thread::sleep(Duration::from_secs(8));
    let after = opening(&tab, &server);
    let name = "opening the app with them stored, more than with the demo alone";
    figure(name, after - before, Unit::Milliseconds, Aim::Most(300.0));
    figure(
        "opening the app with the demo alone",
        before,
        Unit::Milliseconds,
        Aim::None,
    );
    search(&tab);
    figure(
        "memory of the program then",
        probe::heap(&tab),
        Unit::Megabytes,
        Aim::Most(100.0),
    );
}

fn sign_in(tab: &Tab, server: &Server, person: &str) {
    tab.go("about:blank");
    tab.go(&server.url("#/sign-in/chats"));
    tab.click("button", person);
    tab.see(&format!("Acting as {person}"));
}

/// From asking for the page to the list of chats.
fn opening(tab: &Tab, server: &Server) -> f64 {
    let url = server.url("#/chats");
    let mut times: Vec<f64> = (0..7)
        .map(|_| probe::opened(tab, &url, WRITTEN_WITH))
        .collect();
    median(&mut times)
}

fn import(tab: &Tab) {
    let scratch = Scratch::new();
    let file = scratch.file("people.csv", people::file());
    tab.click("link", "Console");
    tab.within("navigation", "Console")
        .click("link", "Departments and members");
    tab.click("link", "Import");
    tab.see("File with members");
    tab.attach("File with members", &file);
    let run = format!("Import {},000 rows", PEOPLE / 1000);
    task("dry run of 100,000 rows", &probe::since(tab, &run), 2.0);
    tab.click("button", &run);
    task(
        "import of 100,000 rows",
        &probe::since(tab, "The import is done"),
        5.0,
    );
    tab.see("Saved");
    figure(
        "memory of the console's program then",
        probe::heap(tab),
        Unit::Megabytes,
        Aim::None,
    );
}

fn task(name: &str, took: &Took, seconds: f64) {
    figure(name, took.all / 1e3, Unit::Seconds, Aim::Most(seconds));
    let longest = format!(
        "{name}: the longest of {} tasks over 50 ms",
        took.long_tasks
    );
    figure(&longest, took.longest, Unit::Milliseconds, Aim::Most(LONG));
}

/// A message from the key to its place in the conversation.
fn message(tab: &Tab) {
    tab.click("link", WRITTEN_WITH);
    let mut times: Vec<f64> = (0..40)
        .map(|number| {
            tab.field("Message").fill(&format!("Message {number}"));
            probe::key(tab, "Enter")
        })
        .collect();
    let name = "a message, from Enter to painted and marked as sent, p95";
    figure(name, share(&mut times, 0.95), Unit::Milliseconds, Aim::None);
}

/// Names, words of names, and employee IDs, typed sign by sign; before each the field is emptied.
fn search(tab: &Tab) {
    const TYPED: [&str; 14] = [
        "anna",
        "E000123",
        "smith",
        "jose garcia",
        "okafor",
        "e0999",
        "zoe zoe",
        "tanaka",
        "E05",
        "nobody",
        "chidi",
        "yuki a",
        "lindstrom",
        "E099999",
    ];
    tab.eval("location.hash = '#/contacts/add'");
    tab.see("Add by Phone Number");
    let field = tab.field("Add colleagues");
    let mut first = Vec::new();
    let mut all = Vec::new();
    for typed in TYPED {
        field.fill("");
        field.focus();
        std::thread::sleep(Duration::from_millis(300));
        for (at, sign) in typed.char_indices() {
            let took = probe::key(tab, sign.encode_utf8(&mut [0; 4]));
            if at == 0 {
                first.push(took);
            }
            all.push(took);
        }
    }
    let p95 = share(&mut all, 0.95);
    figure(
        "a key in directory search, to painted rows, p95",
        p95,
        Unit::Milliseconds,
        Aim::Most(16.7),
    );
    figure(
        "a key in directory search, median",
        median(&mut all),
        Unit::Milliseconds,
        Aim::None,
    );
    figure(
        "the first key of a search, median",
        median(&mut first),
        Unit::Milliseconds,
        Aim::None,
    );
}
