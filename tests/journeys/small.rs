//! On a phone: one thing after the other, and never anything beside the screen.

use liaison_journeys::{Browser, Options, Server, Tab};

const PHONE: (u32, u32) = (390, 760);
/// As narrow as phones are.
const NARROW: (u32, u32) = (360, 640);

#[test]
fn on_a_phone_the_way_from_the_first_screen_to_a_sent_message_never_scrolls_sideways() {
    let server = Server::of_build();
    let browser = Browser::start(Options {
        size: PHONE,
        ..Options::default()
    });
    let tab = browser.open(&server.url(""));
    tab.see("Explore the demo");
    fits(&tab);
    tab.click("button", "Explore the demo");
    tab.see("Sign in");
    fits(&tab);
    tab.click("button", "林静");
    tab.see_title("Chats");
    fits(&tab);
    tab.click("button", "Acting as 林静");
    tab.see_role("dialog", "Act as");
    fits(&tab);
    tab.press("Escape");

    tab.click("link", "Contacts");
    tab.see_title("Contacts");
    fits(&tab);
    tab.click("link", "Add");
    tab.see("Add by Phone Number");
    fits(&tab);
    tab.click("link", "My QR code");
    tab.see("Whoever scans this");
    fits(&tab);
    tab.click("link", "Back");
    tab.click("link", "Contacts");
    tab.click("link", "New requests");
    tab.see("周海");
    fits(&tab);
    tab.click("link", "周海");
    tab.see("林总您好，想聊聊明年的合作。");
    fits(&tab);
    tab.click("button", "Accept");
    tab.see_title("周海");
    tab.field("Message").fill(&"好".repeat(300));
    tab.click("button", "Send");
    tab.see_role("img", "Sent");
    tab.field("Message")
        .fill("https://example.org/a-very-long-address-without-any-place-to-break-it-in-two");
    tab.press("Enter");
    tab.see("a-very-long-address");
    fits(&tab);
    tab.click("link", "Back");
    tab.see_title("Chats");
    fits(&tab);
}

/// Nothing stands beside the screen, whichever phone it is.
fn fits(tab: &Tab) {
    for (width, height) in [NARROW, PHONE] {
        tab.resize(width, height);
        let beside = tab.eval(
            "[document.scrollingElement, ...document.querySelectorAll('main, dialog[open], .pane-scroll')]
                .filter((one) => one.scrollWidth > one.clientWidth)
                .map((one) => one.className || one.tagName)",
        );
        let beside = beside.as_array().expect("a list");
        assert!(beside.is_empty(), "{} at {width} px: {beside:?}", tab.url());
    }
}
