//! Without a mouse: from the first screen to a sent message, and out of everything that opens.

use liaison_journeys::{Browser, Options, Server, Tab};

#[test]
fn the_keyboard_alone_leads_from_the_first_screen_to_a_sent_message() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = browser.open(&server.url(""));
    press(&tab, "button", "Explore the demo");
    tab.see("Sign in");
    press(&tab, "button", "林静");
    tab.see_title("Chats");

    // What opens is left by Escape, and the focus is where it was.
    press(&tab, "button", "Acting as 林静");
    tab.see_role("dialog", "Act as");
    tab.press("Escape");
    tab.see_focus("button", "Acting as 林静");

    press(&tab, "link", "Contacts");
    press(&tab, "link", "New requests");
    press(&tab, "link", "周海");
    tab.see("林总您好，想聊聊明年的合作。");
    press(&tab, "button", "Accept");
    tab.see_title("周海");
    reach(&tab, "textbox", "Message");
    tab.type_text("Of course, Mr Zhou.");
    tab.press("Enter");
    tab.see_role("img", "Sent");
    tab.field("Message").see("");
}

/// Goes there by the Tab key and presses Enter.
fn press(tab: &Tab, role: &str, name: &str) {
    reach(tab, role, name);
    tab.press("Enter");
}

/// Where the focus is can be seen.
fn reach(tab: &Tab, role: &str, name: &str) {
    tab.tab_to(role, name);
    let ring = "(({ outlineStyle, outlineWidth, boxShadow }) => (
        boxShadow != 'none' || (outlineStyle != 'none' && outlineWidth != '0px')
    ))(getComputedStyle(document.activeElement))";
    tab.wait_for(&format!("a ring around “{name}”"), ring);
}
