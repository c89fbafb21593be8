//! Liaison on any static host: under a path, and without a network after the first visit.

use liaison_journeys::{Browser, Options, Server, Tab};

use super::{at, demo_as, link_of, sign_in};

#[test]
fn under_a_path_everything_is_asked_for_and_linked_below_it() {
    let server = Server::of_build_under("/tools/liaison/");
    let browser = Browser::start(Options::default());
    let lin = demo_as(&browser, &server, "林静");
    at(&lin, "#/contacts/add/scan");
    lin.see("This device has no camera.");
    lin.click("link", "Chats");
    lin.click("link", "Console");
    lin.see("Getting ready");
    let link = link_of(&lin);
    assert!(link.starts_with(&server.url("#/add/")), "{link}");
    let chen = sign_in(&browser, &server, "陈晓");
    chen.go(&link);
    chen.see_title("林静");

    let asked = server.asked();
    let outside = asked
        .iter()
        .filter(|path| !path.starts_with("/tools/liaison/") && *path != "/favicon.ico");
    assert_eq!(outside.collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn without_a_network_the_app_opens_again_and_keeps_what_is_done() {
    let mut server = Server::of_build_under("/tools/liaison/");
    let browser = Browser::start(Options::default());
    let tab = demo_as(&browser, &server, "王小明");
    kept_for_later(&tab);
    tab.close();
    let browser = Browser::start(browser.close());
    server.stop();

    let wang = sign_in(&browser, &server, "王小明");
    wang.click("link", "陈晓");
    wang.field("Message").fill("在隧道里写的。");
    wang.click("button", "Send");
    wang.see_role("img", "Sent");
    wang.see("Saved");
    wang.reload();
    wang.see("在隧道里写的。");

    // What is loaded only when it is needed is there as well.
    at(&wang, "#/contacts/add/scan");
    wang.see("This device has no camera.");
    let lin = sign_in(&browser, &server, "林静");
    lin.click("link", "Console");
    lin.see("Getting ready");
    at(&lin, "#/register");
    lin.see("Before you start");
    let robin = sign_in(&browser, &server, "Robin Vale");
    robin.click("link", "Review desk");
    robin.click("link", "Fjordlys Energi AB");
    robin.see("Every opening is logged.");
}

/// Waits until the browser has kept the app.
fn kept_for_later(tab: &Tab) {
    let worker = "(await navigator.serviceWorker.ready).active?.state == 'activated'";
    tab.wait_for("the app to be kept", worker);
}
