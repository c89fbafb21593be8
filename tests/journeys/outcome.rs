//! The great line: a company registers, is asked, is approved, builds itself and opens to one partner; its employee
//! proves who they are, is found by a code, and two people write to each other. The browser is closed in between.

use std::path::Path;

use liaison_journeys::{Browser, Camera, Options, Scratch, Server, Tab, camera, files};

use super::{at, demo_as, link_of, sign_in, sign_up};

const LEGAL_NAME: &str = "星桥机器人（深圳）有限公司";
const COMPANY: &str = "星桥机器人";
/// The example of GB 32100-2015.
const CREDIT_CODE: &str = "91350100M000100Y43";
/// The example of GB 11643-1999.
const ID_NUMBER: &str = "11010519491231002X";
const OWNER: &str = "顾远";
const REVIEWER: &str = "Robin Vale";
const EMPLOYEE: &str = "白帆";
const EMPLOYEES_MOBILE: &str = "+86 137 0000 0002";
const PARTNER: &str = "海岳物流";

#[test]
fn a_company_registers_and_two_people_of_two_companies_write_to_each_other() {
    let scratch = Scratch::new();
    let film = scratch.path().join("film.y4m");
    camera::show_nothing(&film);
    let server = Server::of_build();
    let browser = Browser::start(Options {
        camera: Camera::Showing(film.clone()),
        ..Options::default()
    });
    demo_as(&browser, &server, REVIEWER).close();
    let owner = browser.open(&server.url(""));
    fill_in(&owner, &scratch);
    owner.close();

    let browser = close_and_open(browser);
    let owner = sign_in(&browser, &server, OWNER);
    submit(&owner);
    let reviewer = sign_in(&browser, &server, REVIEWER);
    ask(&reviewer);
    answer(&owner);
    approve(&reviewer);
    owner.see("The organization is registered");
    owner.click("link", "Open the console");
    build(&owner);
    open_to_partner(&owner, &corporate_id(&browser, &server));
    let invitation = invite(&owner);

    let employee = browser.open(&invitation);
    join(&employee);
    prove(&employee);
    claim(&reviewer, "CN ••••002X");
    approve(&reviewer);
    employee.see(&format!("Your name is verified: {EMPLOYEE}"));
    let partner = sign_in(&browser, &server, "陈晓");
    ask_by_camera(&partner, &link_of(&employee), &film);
    for tab in [owner, reviewer, employee, partner] {
        tab.close();
    }

    let browser = close_and_open(browser);
    let employee = sign_in(&browser, &server, EMPLOYEE);
    let partner = sign_in(&browser, &server, "陈晓");
    accept_and_talk(&employee, &partner);
}

fn close_and_open(browser: Browser) -> Browser {
    Browser::start(browser.close())
}

/// From the first screen through an account to a form that lacks nothing but its declaration.
fn fill_in(tab: &Tab, scratch: &Scratch) {
    tab.click("link", "Register an organization");
    tab.see("Review usually takes 5 business days");
    tab.click("link", "Mainland");
    sign_up(tab, OWNER, "China", "+86 137 0000 0001");
    tab.click("button", "Start the application");

    tab.field("Legal name").fill(LEGAL_NAME);
    tab.field("Display name").fill(COMPANY);
    tab.field("Unified Social Credit Code")
        .fill("91350100M000100Y44");
    tab.see("does not pass its check digit");
    tab.field("Unified Social Credit Code").fill(CREDIT_CODE);
    tab.see("The check character is right.");
    tab.choose("Sector", "Technology");
    tab.choose("Industry", "Hardware");
    tab.choose("Number of people", "51–100 people");
    tab.field("Registered address").fill("深圳市南山区");
    tab.choose("Data region", "Mainland China");
    tab.choose("Plan", "Business");
    tab.click("button", "Continue");

    tab.field("Applicant's name").fill(OWNER);
    tab.choose("Applicant's role", "Founder");
    tab.field("Applicant's position").fill("总经理");
    tab.field("Applicant's mobile number")
        .fill("+86 137 0000 0001");
    tab.click("button", "Continue");

    attach_license(tab, scratch);
    tab.click("button", "Continue");
    tab.see_role("button", "Submit");
    tab.see("Draft saved");
}

/// What a renamed program is, its bytes tell; a picture is taken.
fn attach_license(tab: &Tab, scratch: &Scratch) {
    let attach = |path: &Path| tab.attach("Business license", path);
    attach(&scratch.file("license.jpg", files::exe()));
    tab.see("only JPEG, PNG, WebP or PDF are taken");
    attach(&scratch.file("营业执照.png", files::png(1200, 900)));
    tab.field("Legal name on the document").fill(LEGAL_NAME);
    tab.field("Document number").fill(CREDIT_CODE);
    tab.field("Date of issue").fill("2021-03-04");
}

/// The draft is where it was left.
fn submit(tab: &Tab) {
    at(tab, "#/register/mine");
    tab.click("link", LEGAL_NAME);
    tab.see("Check and declare");
    tab.click("button", "Check and declare");
    tab.see_role("link", "Business license: 营业执照.png");
    tab.click("button", "Submit");
    tab.see("Declaration is missing");
    tab.click("checkbox", "I declare that all of this is accurate");
    tab.click("button", "Submit");
    tab.see("A decision is expected by");
}

fn ask(tab: &Tab) {
    claim(tab, LEGAL_NAME);
    tab.click("button", "Ask a question");
    let question = tab.within("dialog", "Ask a question");
    question.click("checkbox", "Registered address");
    question.field("Why").fill("请填写完整的注册地址。");
    question.click("button", "Send the question");
    tab.see("Waits for the applicant until");
}

fn claim(tab: &Tab, subject: &str) {
    at(tab, "#/desk");
    tab.click("link", subject);
    tab.click("button", "Claim");
}

/// Only what was asked about can be changed.
fn answer(tab: &Tab) {
    tab.see("请填写完整的注册地址。");
    assert_eq!(tab.count("textbox", "Legal name"), 0);
    tab.field("Registered address")
        .fill("深圳市南山区科技园路1号");
    tab.field("Reply").fill("已补充。");
    tab.click("checkbox", "I declare that all of this is accurate");
    tab.click("button", "Submit again");
    tab.see("Submitted again");
}

fn approve(tab: &Tab) {
    tab.click("button", "Approve");
    tab.within("alertdialog", "Approve this case?")
        .click("button", "Approve");
    tab.within("region", "Decision").see("Approved");
}

/// A department, and two people in it.
fn build(tab: &Tab) {
    let console = tab.within("navigation", "Console");
    console.click("link", "Departments and members");
    tab.click("button", "Change department");
    tab.click("menuitem", "New department below");
    let dialog = tab.within("dialog", "New department below");
    dialog.field("Department").fill("市场部");
    dialog.click("button", "Create");
    tab.click("treeitem", "市场部");
    tab.click("link", "Add a member");
    let member = |name: &str, id: &str, mobile: &str| {
        tab.field("Name").fill(name);
        tab.field("Employee ID").fill(id);
        tab.field("Mobile number").fill(mobile);
    };
    member("夏禾", "XQ-2", "+86 137 0000 0003");
    tab.click("button", "Add and fill in another");
    tab.see("夏禾 was added");
    member(EMPLOYEE, "XQ-3", EMPLOYEES_MOBILE);
    tab.click("button", "Add and go on to the invitation");
}

/// The link for the member who was added last.
fn invite(tab: &Tab) -> String {
    tab.within("navigation", "Console")
        .click("link", "Departments and members");
    tab.click("link", EMPLOYEE);
    tab.click("button", "Make an invitation");
    tab.click("button", "Copy: Invitation link");
    tab.clipboard()
}

/// The partner's owner reads it in the own console.
fn corporate_id(browser: &Browser, server: &Server) -> String {
    let tab = sign_in(browser, server, "周海");
    tab.click("link", "Console");
    tab.within("navigation", "Console")
        .click("link", "Registration");
    tab.see("Corporate ID");
    let text = tab.text();
    let id = text
        .split(' ')
        .find(|word| word.len() == 18 && word.starts_with("ww"));
    let id = id.expect("a corporate ID").to_owned();
    tab.close();
    id
}

fn open_to_partner(tab: &Tab, corporate_id: &str) {
    let console = tab.within("navigation", "Console");
    console.click("link", "External communication");
    tab.choose("With whom", "Partners only");
    tab.click("button", "Review the change");
    tab.within("dialog", "What would change")
        .click("button", "Save");
    tab.see("Saved. It holds from now on.");
    console.click("link", "Partners");
    tab.click("button", "Add a partner");
    let dialog = tab.within("dialog", "Add a partner");
    dialog.field("Corporate ID").fill(corporate_id);
    dialog.click("button", "Add a partner");
    tab.within("row", PARTNER).see(corporate_id);
}

fn join(tab: &Tab) {
    tab.see(&format!("{COMPANY} invites you"));
    tab.click("link", "Create an account with your mobile number");
    sign_up(tab, EMPLOYEE, "China", EMPLOYEES_MOBILE);
    tab.click("button", &format!("Join {COMPANY}"));
    tab.see(&format!("You have joined {COMPANY}"));
}

/// The mainland way.
fn prove(tab: &Tab) {
    tab.click("link", "Me");
    at(tab, "#/me/profile/name");
    tab.click("link", "Identity Verification");
    tab.field("Name as on the identity card").fill(EMPLOYEE);
    tab.click("button", "Verify");
    tab.field("ID card number").fill(ID_NUMBER);
    tab.click("button", "Next");
    tab.see("Pending: the result will come to your Team thread");
    at(tab, "#/chats/team");
}

fn ask_by_camera(tab: &Tab, link: &str, film: &Path) {
    camera::show(link, film);
    at(tab, "#/contacts/add");
    tab.click("link", "Scan");
    tab.see_title(EMPLOYEE);
    tab.see(COMPANY);
    tab.field("Greeting").fill("您好，我是海岳物流的陈晓。");
    tab.click("button", "Send request");
    tab.see("Your request is waiting for an answer");
}

fn accept_and_talk(employee: &Tab, partner: &Tab) {
    employee.click("link", "Contacts");
    employee.click("link", "New requests");
    employee.click("link", "陈晓");
    employee.see("您好，我是海岳物流的陈晓。");
    employee.click("button", "Accept");
    employee.see_title("陈晓");
    employee.field("Message").fill("您好！很高兴认识您。");
    employee.click("button", "Send");

    // Only then the list has its last order, and nothing moves under the pointer.
    partner.see("您好！很高兴认识您。");
    partner.click("link", EMPLOYEE);
    partner.field("Message").fill("合作愉快！");
    partner.press("Enter");
    employee.see("合作愉快！");
}
