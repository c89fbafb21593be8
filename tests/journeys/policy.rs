//! A policy changes while two people talk.

use liaison_journeys::{Browser, Options, Server, Tab};

use super::{DEAF, another_as, at, demo_as};

const CLOSED: &str = "Your organization does not let its people connect with anyone outside.";

#[test]
fn a_policy_that_closes_in_the_middle_makes_the_conversation_read_only_for_both() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let lin = demo_as(&browser, &server, "林静");
    let wang = another_as(&lin, "王小明");
    let chen = another_as(&lin, "陈晓");
    for (tab, other) in [(&wang, "陈晓"), (&chen, "王小明")] {
        tab.click("link", other);
    }
    wang.field("Message").fill("还没写完的话");

    to_policy(&lin);
    external_communication(&lin, "Closed");
    wang.see(CLOSED);
    chen.see("Their organization does not accept requests from yours.");
    wang.see("好的，收到后我安排车辆。");

    // Whoever is concerned can read what was decided, by whom and when.
    let reading = another_as(&lin, "王小明");
    reading.click("link", "Me");
    reading.click("link", "Policies of my organizations");
    reading.see("With nobody outside.");
    reading.see("by 林静");

    external_communication(&lin, "Open");
    reading.see("With every verified organization whose own rules allow it.");
    reading.see("You are among those who may.");
    wang.field("Message").see("还没写完的话");
    wang.click("button", "Send");
    chen.see("还没写完的话");
}

#[test]
fn a_message_that_comes_too_late_stands_there_with_the_reason() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let lin = demo_as(&browser, &server, "林静");
    let wang = browser.blank();
    wang.before_each_page(DEAF);
    wang.go(&server.url("#/sign-in/chats"));
    wang.click("button", "王小明");
    wang.click("link", "陈晓");
    wang.see_role("textbox", "Message");

    to_policy(&lin);
    external_communication(&lin, "Closed");
    wang.field("Message").fill("我现在出发。");
    wang.click("button", "Send");
    wang.see("The message was not sent");
    wang.within("listitem", "我现在出发。").see(CLOSED);
    wang.see("This conversation is closed for now");
    let chen = another_as(&lin, "陈晓");
    chen.click("link", "王小明");
    chen.see("好的，收到后我安排车辆。");
    chen.not_see("我现在出发。");
}

fn to_policy(tab: &Tab) {
    at(tab, "#/chats");
    tab.click("link", "Console");
    tab.within("navigation", "Console")
        .click("link", "External communication");
}

fn external_communication(tab: &Tab, mode: &str) {
    tab.choose("With whom", mode);
    tab.click("button", "Review the change");
    tab.within("dialog", "What would change")
        .click("button", "Save");
    tab.within("region", "Notices")
        .see("Saved. It holds from now on.");
}
