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

#[test]
fn a_contact_who_was_removed_is_asked_again_from_the_closed_conversation() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let wang = demo_as(&browser, &server, "王小明");
    let chen = another_as(&wang, "陈晓");
    wang.click("link", "陈晓");
    chen.click("link", "王小明");
    chen.click("link", "Contact card");
    chen.click("button", "Remove contact");
    chen.within("alertdialog", "Remove this contact?")
        .click("button", "Remove contact");
    chen.see("Contact removed");

    wang.see("You are not contacts of each other.");
    wang.within("alert", "").click("link", "Contact card");
    wang.see("Your messages do not reach them");
    wang.field("Greeting").fill("还想请教一件事。");
    wang.click("button", "Send request");

    at(&chen, "#/contacts/requests");
    chen.click("link", "王小明");
    chen.see("还想请教一件事。");
    chen.click("button", "Accept");
    chen.see("好的，收到后我安排车辆。");
    wang.click("link", "Send message");
    wang.see_role("textbox", "Message");
}

#[test]
fn where_greetings_are_switched_off_a_request_goes_without_one() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let lin = demo_as(&browser, &server, "林静");
    let chen = another_as(&lin, "陈晓");
    let link = super::link_of(&chen);
    to_policy(&lin);
    lin.click("switch", "Greetings");
    let asked = lin.within("dialog", "Greetings");
    asked.see("New requests from your people and to them will carry no greeting.");
    asked.click("button", "Turn off");

    at(&lin, &link[link.find('#').expect("a fragment")..]);
    lin.see_title("陈晓");
    lin.see("This request carries no greeting");
    lin.click("button", "Send request");
    lin.see("Your request is waiting for an answer");
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
