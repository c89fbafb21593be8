//! People are brought in from files: bad rows, other encodings, two thousand at once, stopped in the middle.

use std::fmt::Write;

use liaison_journeys::{Browser, Options, Scratch, Server, Tab};

use super::demo_as;

const HEADER: &str = "Name,Employee ID,Mobile,Departments,Title\r\n";

/// 林静 brings people into her company.
fn importing(browser: &Browser, server: &Server) -> Tab {
    let tab = demo_as(browser, server, "林静");
    tab.click("link", "Console");
    tab.within("navigation", "Console")
        .click("link", "Departments and members");
    tab.click("link", "Import");
    tab
}

#[test]
fn a_file_with_bad_rows_says_which_and_why_and_the_others_come_in() {
    let scratch = Scratch::new();
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = importing(&browser, &server);
    let rows = "\"Berg, \"\"Ann\"\" Anna\",QH-100,+86 138 2222 0001,销售部/华东,\r\n\
        李雷,QH-101,+86 138 2222 0001,销售部,\r\n\
        韩梅,qh-100,+86 138 2222 0003,销售部,\r\n\
        赵强,QH-102,+86 138 0000 0013,销售部,\r\n\
        钱进,QH-103,12345,销售部,\r\n\
        \"吴\n迪\",QH-104,+86 138 2222 0004,销售部,\r\n\
        王小明,QH-12,+86 138 0000 0012,销售部,\r\n\
        孙悦,QH-13,+86 138 0000 0013,销售部,客户经理\r\n";
    let file = scratch.file("people.csv", format!("\u{feff}{HEADER}{rows}"));
    tab.attach("File with members", &file);
    let error = |id: &str, why: &str| tab.within("row", id).see(why);
    error("QH-101", "Mobile number stands in row 2 already.");
    error("qh-100", "Employee ID stands in row 2 already.");
    error("QH-102", "Mobile number is already in use.");
    error("QH-103", "Mobile number");
    error(
        "QH-104",
        "Name contains an invisible or direction-changing character.",
    );
    for (kind, row) in [
        ("Add 1", "QH-100"),
        ("Change 1", "QH-13"),
        ("Same 1", "QH-12"),
    ] {
        tab.choose("Rows of the file", kind);
        tab.see_role("row", row);
    }
    tab.see("1 department would be created.");
    tab.click("button", "Import 2 rows");
    tab.see("Added: 1 · changed: 1 · left: 0");
    tab.see("5 rows were not imported. The result says why.");

    tab.click("button", "Download the result");
    let result = String::from_utf8(browser.downloaded("members-result.csv")).expect("UTF-8");
    assert!(result.contains("\"Berg, \"\"Ann\"\" Anna\""), "{result}");
    assert!(result.contains("\"吴\n迪\""), "{result}");
    assert!(
        result.contains("Mobile number stands in row 2 already."),
        "{result}"
    );

    tab.click("link", "To the members");
    tab.field("Search").fill("berg");
    tab.within("row", "Berg").see("QH-100");
}

#[test]
fn a_file_that_a_chinese_spreadsheet_wrote_is_read() {
    const WANG_FANG: &[u8] = b"\xcd\xf5\xb7\xbc";
    let scratch = Scratch::new();
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = importing(&browser, &server);
    let row = [HEADER.as_bytes(), WANG_FANG, b",QH-200,13822220200,/,\r\n"].concat();
    tab.attach("File with members", &scratch.file("people.csv", row));
    tab.within("row", "QH-200").see("王芳");
    tab.click("button", "Import 1 row");
    tab.see("Added: 1 · changed: 0 · left: 0");
}

#[test]
fn two_thousand_come_in_though_somebody_stops_in_between() {
    let scratch = Scratch::new();
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = importing(&browser, &server);
    let file = scratch.file("people.csv", two_thousand());
    tab.attach("File with members", &file);
    tab.see("10 departments would be created.");
    stop_as_soon_as_possible(&tab);
    tab.click("button", "Import 2,000 rows");
    tab.see("The import was stopped. What is in stays in.");
    tab.see("Added: 500 · changed: 0 · left: 0");

    tab.click("button", "Import another file");
    tab.attach("File with members", &file);
    tab.see("Same 500");
    tab.click("button", "Import 1,500 rows");
    tab.see("The import is done");
    tab.see("Added: 1,500 · changed: 0 · left: 0");
    tab.click("link", "To the members");
    tab.see("2,003 people");
    tab.field("Search").fill("N-2000");
    tab.see_role("row", "员工2000");
    tab.reload();
    tab.see("2,003 people");
}

#[test]
fn who_is_not_in_the_file_is_named_and_leaves_only_after_asking() {
    let scratch = Scratch::new();
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = importing(&browser, &server);
    let mut rows = "Name,Employee ID,Mobile\r\n\
        王小明,QH-12,+86 138 0000 0012\r\n\
        孙悦,QH-13,+86 138 0000 0013\r\n"
        .to_owned();
    for n in 1..=5 {
        _ = writeln!(rows, "员工{n},N-{n},+86 139 1234 000{n}\r");
    }
    let five = scratch.file("five.csv", &rows);
    let six = scratch.file("six.csv", rows + "员工6,N-6,+86 139 1234 0006\r\n");
    tab.attach("File with members", &six);
    tab.click("button", "Import 6 rows");
    tab.see("Added: 6 · changed: 0 · left: 0");

    tab.click("button", "Import another file");
    tab.click("switch", "Members who are not in the file leave");
    tab.attach("File with members", &five);
    tab.see("1 member is not in the file and would leave.");
    tab.within("row", "N-6").see("(N-6) is not in the file");
    tab.click("button", "Remove 1 member");
    tab.within("alertdialog", "Remove 1 member who is not in the file?")
        .click("button", "Cancel");
    tab.within("row", "N-6").see("员工6");
    tab.click("button", "Remove 1 member");
    tab.within("alertdialog", "Remove 1 member who is not in the file?")
        .click("button", "Remove 1 member");
    tab.see("Added: 0 · changed: 0 · left: 1");
    tab.click("button", "Download the result");
    let result = String::from_utf8(browser.downloaded("members-result.csv")).expect("UTF-8");
    assert!(result.contains("员工6,N-6,,Left\r\n"), "{result}");
    tab.click("link", "To the members");
    tab.see("8 people");
}

#[test]
fn an_import_goes_on_while_one_looks_at_another_page() {
    let scratch = Scratch::new();
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = importing(&browser, &server);
    tab.attach(
        "File with members",
        &scratch.file("people.csv", two_thousand()),
    );
    tab.click("button", "Import 2,000 rows");
    tab.within("navigation", "Console").click("link", "Roles");
    tab.see_role("heading", "Roles");
    tab.within("navigation", "Console")
        .click("link", "Departments and members");
    tab.see("2,003 people");
    tab.click("link", "Import");
    tab.see("Added: 2,000 · changed: 0 · left: 0");
}

fn two_thousand() -> String {
    let mut text = HEADER.to_owned();
    for n in 1..=2000 {
        let department = n % 10;
        _ = writeln!(
            text,
            "员工{n},N-{n:04},+86 139 1234 {n:04},部门{department},员工\r"
        );
    }
    text
}

/// Faster than any hand: the button is pressed as soon as it is there.
fn stop_as_soon_as_possible(tab: &Tab) {
    tab.eval(
        "new MutationObserver((_, watching) => {
            const stop = [...document.querySelectorAll('button')]
                .find((button) => button.textContent.includes('Stop after this batch'));
            if (!stop) return;
            watching.disconnect();
            stop.click();
        }).observe(document.body, { childList: true, subtree: true }), null",
    );
}
