//! Everything of a browser as one file, and into another browser.

use liaison_journeys::{Browser, Options, Scratch, Server, files};

use super::{at, demo_as};

#[test]
fn a_copy_of_everything_opens_in_another_browser() {
    let scratch = Scratch::new();
    let server = Server::of_build();
    let here = Browser::start(Options::default());
    let wang = demo_as(&here, &server, "王小明");
    wang.click("link", "陈晓");
    wang.field("Message").fill("这句话要带到另一个浏览器。");
    wang.click("button", "Send");
    wang.see_role("img", "Sent");
    at(&wang, "#/sign-in/chats");
    wang.click("link", "Save or open a copy");
    wang.click("button", "Save a copy");
    let copy = here.downloaded("liaison.world");
    here.close();

    let there = Browser::start(Options::default());
    let tab = there.open(&server.url("#/sign-in/chats"));
    tab.see("Nobody has an account in this browser");
    tab.click("link", "Save or open a copy");
    for (name, bytes, why) in [
        (
            "invoice.world",
            files::pdf("No world"),
            "is not a copy that Liaison saved",
        ),
        (
            "half.world",
            copy[..copy.len() / 2].to_vec(),
            "was cut short or changed",
        ),
    ] {
        tab.attach("File", &scratch.file(name, bytes));
        tab.see(why);
    }
    tab.attach("File", &scratch.file("liaison.world", copy));
    let asked = tab.within("alertdialog", "Replace what is in this browser");
    asked.click("button", "Replace it");
    tab.see("The copy is open.");
    tab.click("button", "王小明");
    tab.click("link", "陈晓");
    tab.see("这句话要带到另一个浏览器。");
    tab.reload();
    tab.see("这句话要带到另一个浏览器。");

    // The documents have come along.
    at(&tab, "#/sign-in/desk");
    tab.click("button", "Robin Vale");
    tab.click("link", "Fjordlys Energi AB");
    tab.click("button", "Claim");
    tab.click("button", "Open: Certificate of incorporation");
    tab.see("Open in another tab");
    tab.not_see("The file is not here any more.");
}
