//! Registrations that do not go straight on: rejected, begun anew, withdrawn, and from abroad.

use liaison_journeys::{Browser, Options, Scratch, Server, Tab, files};

use super::{at, demo_as, sign_in};

const DECLARATION: &str = "I declare that all of this is accurate";
const LEGAL_NAME: &str = "Fjordlys Energi AB";

#[test]
fn a_rejection_says_why_and_a_new_application_starts_from_the_old_fields() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let robin = demo_as(&browser, &server, "Robin Vale");
    at(&robin, "#/desk");
    robin.click("link", LEGAL_NAME);
    robin.click("button", "Claim");
    robin.click("button", "Reject");
    let dialog = robin.within("dialog", "Reject this case?");
    dialog.click("button", "Reject");
    dialog.see("Reason is missing.");
    dialog
        .field("Reason")
        .fill("The certificate belongs to another company.");
    dialog.click("button", "Reject");
    robin.within("region", "Decision").see("Rejected");

    let greta = sign_in(&browser, &server, "Greta Lindholm");
    greta.click("link", "Team");
    greta
        .within("main", "")
        .within("listitem", "the application was rejected")
        .click("link", "Open the application");
    greta.see("The certificate belongs to another company.");
    greta.click("button", "Start anew from these fields");
    greta.field("Legal name").see(LEGAL_NAME);
    greta.click("button", "Check and declare");
    submit(&greta);
    robin.see(LEGAL_NAME);

    greta.click("button", "Withdraw the application");
    greta
        .within("alertdialog", "Withdraw the application?")
        .click("button", "Withdraw the application");
    greta.see("You have withdrawn the application");
    greta.see_role("button", "Start anew from these fields");
}

#[test]
fn a_draft_keeps_what_fits_and_is_discarded_after_asking() {
    const NAME: &str = "Lumière Lyon";
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = demo_as(&browser, &server, "Camille Laurent");
    at(&tab, "#/register/mainland");
    tab.click("button", "Start the application");
    tab.field("Registered address").fill(&"a".repeat(1001));
    tab.field("Legal name").fill(NAME);
    tab.see("Not saved: see the field");
    tab.field("Registered address").fill("1 Raffles Place");
    tab.see("Draft saved");
    at(&tab, "#/register/mine");
    tab.click("link", NAME);
    tab.field("Registered address").see("1 Raffles Place");
    tab.click("button", "Discard draft");
    tab.within("alertdialog", "Discard this draft?")
        .click("button", "Discard draft");
    tab.see_title("My applications");
    assert_eq!(tab.count("link", NAME), 0);
}

#[test]
fn whoever_runs_this_browser_makes_a_person_a_reviewer() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = demo_as(&browser, &server, "Camille Laurent");
    at(&tab, "#/desk");
    tab.see("The review desk is for reviewers");
    tab.click("button", "Acting as Camille Laurent");
    tab.click("button", "Make Camille Laurent a reviewer");
    tab.within("alertdialog", "Make Camille Laurent a reviewer?")
        .click("button", "Appoint");
    tab.press("Escape");
    tab.click("link", LEGAL_NAME);
    tab.see_role("button", "Claim");
}

#[test]
fn an_international_company_brings_its_certificate_and_what_differs_is_named() {
    let scratch = Scratch::new();
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = demo_as(&browser, &server, "Camille Laurent");
    at(&tab, "#/register/international");
    tab.click("button", "Start the application");
    tab.see("Jurisdiction is missing.");
    tab.choose("Jurisdiction", "Singapore");
    tab.click("button", "Start the application");
    tab.field("Legal name").fill("Lumière Textiles Pte. Ltd.");
    tab.field("Display name").fill("Lumière");
    tab.field("Registration number").fill("201912345K");
    tab.choose("Sector", "Manufacturing");
    tab.choose("Industry", "Textiles");
    tab.choose("Number of people", "1–50 people");
    tab.field("Registered address")
        .fill("1 Raffles Place, Singapore");
    tab.choose("Data region", "Singapore");
    tab.choose("Plan", "Free");
    tab.click("button", "Continue");
    tab.field("Applicant's name").fill("Camille Laurent");
    tab.choose("Applicant's role", "Executive");
    tab.field("Applicant's position").fill("Directrice");
    tab.field("Applicant's mobile number")
        .fill("+33 6 12 34 56 78");
    tab.click("button", "Continue");

    let certificate = scratch.file(
        "certificate.pdf",
        files::pdf("Certificate of incorporation"),
    );
    tab.attach("Certificate of incorporation", &certificate);
    tab.field("Legal name on the document")
        .fill("Lumiere Textiles Limited");
    tab.field("Document number").fill("201912345K");
    tab.field("Date of issue").fill("2019-04-05");
    tab.field("Date of expiry").fill("2020-04-05");
    tab.click("button", "Continue");
    tab.see("Legal name on the document does not agree with “Legal name”.");
    tab.see("Date of expiry has passed.");
    tab.field("Legal name on the document")
        .fill("Lumière Textiles Pte. Ltd.");
    // A day that no calendar has is not taken for none.
    tab.field("Date of expiry").fill("");
    tab.field("Date of expiry").focus();
    tab.press("ArrowLeft");
    tab.press("ArrowLeft");
    tab.type_text("02312030");
    tab.click("button", "Continue");
    tab.see("Date of expiry is on no calendar.");
    tab.field("Date of expiry").fill("");
    tab.see("Leave it empty if it does not expire.");
    tab.click("button", "Continue");
    submit(&tab);
}

/// Everything is there but the declaration.
fn submit(tab: &Tab) {
    tab.click("checkbox", DECLARATION);
    tab.click("button", "Submit");
    tab.see("A decision is expected by");
}
