//! A region without a way of verification: the detour, the result, and the way back.

use liaison_journeys::{Browser, Options, Scratch, Server, Tab, files};

use super::{at, demo_as, is_stored, sign_in};

const NAME: &str = "Camille Laurent";
const NUMBER: &str = "14AA00001";
/// What stands on the bill.
const BILL: &str = "Account 4711-0815";

#[test]
fn from_france_the_way_leads_through_switzerland_and_back() {
    let scratch = Scratch::new();
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let camille = demo_as(&browser, &server, NAME);
    take_the_detour(&camille);
    submit(&camille, &scratch);

    let robin = sign_in(&browser, &server, "Robin Vale");
    decide(&robin);
    at(&camille, "#/chats/team");
    camille.see(&format!("Your name is verified: {NAME}"));
    camille.see("You can switch back to your real region now.");
    camille.click("link", "Open identity");
    camille.click("button", "Switch back to France");
    camille.see("You are in your real region again");
    camille
        .within("main", "")
        .see("There is nothing more to do.");
    at(&camille, "#/me/settings/account/region");
    camille.see("Your account's region is France.");
}

/// In place of the section stands why it is absent, and the way to another region.
fn take_the_detour(tab: &Tab) {
    at(tab, "#/me/profile/name");
    tab.see("Identity Verification is blocked in France");
    tab.click("link", "Me → Settings → Account → Region");
    tab.see("Switzerland is suggested");
    tab.choose("Region", "United States · verification is blocked here");
    tab.see("Verification is blocked here; your mobile number cannot complete");
    tab.choose("Region", "Switzerland");
    tab.click("button", "Change region");
    tab.see("Your account's region is Switzerland.");
    tab.see("Your real region is France");
    tab.click("link", "Verify my identity");
}

/// The document's country is another one than the account's region.
fn submit(tab: &Tab, scratch: &Scratch) {
    tab.field("Name as on the identity card").fill(NAME);
    tab.click("button", "Verify");
    tab.click("button", "Next");
    tab.choose("Country/region", "France");
    tab.choose("Kind of document", "Passport");
    tab.field("Document number").fill(NUMBER);
    let photo = scratch.file("passport.jpg", files::jpeg(900, 600));
    tab.attach("ID Certificates", &photo);
    let bill = scratch.file("bill.pdf", files::pdf(BILL));
    tab.attach("Mobile Phone/Credit Card Statement", &bill);
    tab.see("bill.pdf");
    tab.field("Date of the statement").fill(&days_ago(tab, 120));
    tab.see("Date of the statement is more than");
    tab.field("Date of the statement").fill(&days_ago(tab, 20));
    tab.not_see("Date of the statement is more than");
    tab.click("button", "Submit");
    tab.see("Pending: the result will come to your Team thread");
    tab.see("Saved");
    assert!(is_stored(tab, NUMBER) && is_stored(tab, BILL));
    assert!(!is_stored(tab, files::CAMERA_MAKER), "EXIF is removed");
}

fn days_ago(tab: &Tab, days: u32) -> String {
    let date = format!("new Date(Date.now() - {days} * 86400000).toISOString().slice(0, 10)");
    let date = tab.eval(&date);
    date.as_str().expect("a date").to_owned()
}

/// The reviewer looks at the pictures. Once the screen says that they are erased, the browser's database has them no more.
fn decide(tab: &Tab) {
    at(tab, "#/desk");
    tab.click("link", "FR ••••0001");
    tab.click("button", "Claim");
    tab.click("button", "Open: ID Certificates");
    tab.see_role("img", "ID Certificates");
    tab.click("button", "Approve");
    tab.within("alertdialog", "Approve this case?")
        .click("button", "Approve");
    tab.see("Pictures and number are erased");
    tab.not_see_role("img", "ID Certificates");
    assert!(!is_stored(tab, NUMBER) && !is_stored(tab, BILL));
}
