//! A policy changes while two people talk.

use liaison_journeys::{Browser, Options, Server, Tab};

use super::{another_as, at, demo_as};

#[test]
fn a_policy_that_closes_in_the_middle_makes_the_conversation_read_only_for_both() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let wang = demo_as(&browser, &server, "王小明");
    let chen = another_as(&wang, "陈晓");
    let lin = another_as(&wang, "林静");
    for tab in [&wang, &chen] {
        at(tab, "#/chats");
    }
    wang.click("link", "陈晓");
    chen.click("link", "王小明");
    wang.field("Message").fill("还没写完的话");

    lin.click("link", "Console");
    lin.within("navigation", "Console")
        .click("link", "External communication");
    external_communication(&lin, "Closed");
    wang.see("Your organization does not let its people connect with anyone outside.");
    chen.see("Their organization does not accept requests from yours.");
    wang.see("好的，收到后我安排车辆。");

    external_communication(&lin, "Open");
    wang.field("Message").see("还没写完的话");
    wang.click("button", "Send");
    chen.see("还没写完的话");
}

fn external_communication(tab: &Tab, mode: &str) {
    tab.choose("With whom", mode);
    tab.click("button", "Review the change");
    tab.within("dialog", "What would change")
        .click("button", "Save");
    tab.see("Saved. It holds from now on.");
}
