//! The console over time: rights come and go, people leave, and the trail tells all of it.

use liaison_journeys::{Browser, Options, Server, Tab};

use super::{another_as, at, demo_as, sign_in};

#[test]
fn rights_are_given_taken_and_handed_over_at_once_and_the_trail_tells_it() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let lin = demo_as(&browser, &server, "林静");
    let wang = another_as(&lin, "王小明");
    assert_eq!(wang.count("link", "Console"), 0);
    page_of_console(&lin, "Roles");
    lin.click("button", "Give a role");
    let dialog = lin.within("dialog", "Give a role");
    dialog.field("To whom").fill("王小明");
    dialog.click("button", "王小明");
    dialog.choose("Role", "Auditor");
    dialog.click("button", "Give a role");
    lin.within("row", "王小明").see("Auditor");

    page_of_console(&wang, "Roles");
    wang.see("You are an auditor here: you see everything and change nothing.");
    assert_eq!(wang.count("button", "Give a role"), 0);
    hand_over(&lin);
    lin.see("This console is not open to you");
    wang.see_role("button", "Give a role");
    wang.within("row", "王小明").see("Owner");

    page_of_console(&wang, "Audit");
    wang.field("Search").fill("王小明");
    wang.see_role("cell", "Owner: 林静 becomes 王小明");
    wang.see_role("cell", "Role: Auditor");
    wang.click("button", "Verify");
    wang.see("The log is complete and unchanged");
    wang.click("button", "Export");
    wang.click("menuitem", "As CSV");
    let trail = String::from_utf8(browser.downloaded(".csv")).expect("UTF-8");
    assert!(trail.contains("王小明"), "{trail}");
    wang.see_role("cell", "Audit exported");
}

#[test]
fn acts_on_many_spare_the_owner_and_whoever_has_left_meanwhile() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let lin = demo_as(&browser, &server, "林静");
    page_of_console(&lin, "Departments and members");
    lin.click("checkbox", "Select all members shown");
    lin.see("3 members chosen");
    lin.click("button", "Suspend");
    let dialog = lin.within("alertdialog", "Suspend 2 members?");
    dialog.see("The owner is among those chosen");
    dialog.click("button", "Suspend");
    lin.within("row", "王小明").see("Suspended");
    lin.see("1 member chosen");
    lin.click("button", "Choose nobody");

    lin.click("checkbox", "Select 王小明");
    lin.see("1 member chosen");
    let other = sign_in(&browser, &server, "林静");
    page_of_console(&other, "Departments and members");
    other.click("link", "王小明");
    other.click("button", "Remove");
    other
        .within("alertdialog", "Remove 1 member?")
        .click("button", "Remove");
    lin.not_see("1 member chosen");
}

#[test]
fn whoever_is_suspended_or_leaves_loses_access_at_once_and_contacts_read_why() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let lin = demo_as(&browser, &server, "林静");
    let wang = another_as(&lin, "王小明");
    let chen = another_as(&lin, "陈晓");
    wang.click("link", "陈晓");
    chen.click("link", "王小明");
    wang.see_role("textbox", "Message");
    chen.see_role("textbox", "Message");

    page_of_console(&lin, "Departments and members");
    lin.click("link", "王小明");
    lin.click("button", "Suspend");
    lin.within("alertdialog", "Suspend 1 member?")
        .click("button", "Suspend");
    wang.see("Your seat in your organization is suspended or has ended.");
    chen.see("This conversation is closed for now");
    let alone = another_as(&lin, "王小明");
    at(&alone, "#/me/code");
    alone.see("Nobody can add you by a code for now");
    at(&alone, "#/contacts");
    at(&alone, "#/contacts/add/phone");
    alone.field("Mobile number").fill("13800000022");
    alone.click("button", "Search");
    alone.see("Your seat in your organization is suspended or has ended.");
    lin.click("button", "Restore");
    wang.see_role("textbox", "Message");
    chen.see_role("textbox", "Message");

    lin.click("button", "Remove");
    lin.within("alertdialog", "Remove 1 member?")
        .click("button", "Remove");
    wang.see("Your seat in your organization is suspended or has ended.");
    chen.see("This person no longer sits in the seat in which you met.");
    chen.see("好的，收到后我安排车辆。");
    at(&wang, "#/chats/team");
    wang.see("Your seat in 青禾科技 has ended");
}

#[test]
fn an_invitation_that_was_revoked_lets_nobody_in() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let lin = demo_as(&browser, &server, "林静");
    page_of_console(&lin, "Invitations");
    lin.click("button", "Make an invitation");
    lin.see("Open until");
    lin.see("Saved");
    lin.click("button", "Copy: Invitation link");
    let link = lin.clipboard();
    let wang = sign_in(&browser, &server, "陈晓");
    wang.go(&link);
    wang.see("青禾科技 invites you");
    wang.click("button", "Join 青禾科技");
    wang.see("This invitation is for somebody with another mobile number.");

    lin.click("button", "Revoke");
    lin.within("alertdialog", "Revoke this invitation?")
        .click("button", "Revoke");
    wang.see("This invitation was revoked.");
}

fn page_of_console(tab: &Tab, page: &str) {
    if tab.count("navigation", "Console") == 0 {
        tab.click("link", "Console");
    }
    tab.within("navigation", "Console").click("link", page);
}

fn hand_over(tab: &Tab) {
    tab.click("button", "Hand over…");
    let dialog = tab.within("dialog", "Hand over ownership");
    dialog.field("New owner").fill("王小明");
    dialog.click("button", "王小明");
    dialog.click("button", "Go on");
    dialog.see("Declaration is missing.");
    dialog.click("checkbox", "I understand that my rights");
    dialog.click("button", "Go on");
    tab.within("alertdialog", "Make 王小明 the owner?")
        .click("button", "Hand over ownership");
}
