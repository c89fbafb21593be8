//! What goes wrong gets a sentence, and nothing that was typed is lost.

use liaison_journeys::{Browser, Options, Scratch, Server, Tab, files};
use serde_json::json;

use super::{DEAF, another_as, ask_for_code, at, demo_as, is_stored, sign_up, type_code};

#[test]
fn numbers_are_read_as_people_write_them_and_judged_while_they_are_typed() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = demo_as(&browser, &server, "孙悦");
    at(&tab, "#/me/profile/name/identity");
    tab.field("Name as on the identity card").fill("孙悦");
    tab.click("button", "Verify");
    let number = tab.field("ID card number");
    for (typed, says) in [
        (
            "110105194902310021",
            "contains a date that is on no calendar",
        ),
        ("110105204901310022", "contains a birth date in the future"),
        ("11010519491231002A", "cannot have “A” in place 18"),
        ("110105194912310021", "does not pass its check digit"),
    ] {
        number.fill(typed);
        tab.see(says);
        tab.see_state("textbox", "ID card number", "invalid", true);
        number.see(typed);
    }
    for typed in ["11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ"] {
        number.fill(typed);
        tab.see_state("textbox", "ID card number", "invalid", false);
    }
    tab.click("button", "Next");
    tab.see("Pending: the result will come to your Team thread");
}

#[test]
fn a_code_is_sent_again_and_who_has_an_account_already_is_led_on_to_where_they_were_going() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = demo_as(&browser, &server, "孙悦");
    at(&tab, "#/sign-up/contacts");
    let mobile = "+86 139 0013 9001";
    ask_for_code(&tab, "Zhong", "China", mobile);
    tab.field("Code").fill("no code");
    tab.click("button", "Send again");
    tab.see("A new code is on its way");
    tab.field("Code").see("");
    type_code(&tab, mobile);
    tab.click("button", "Create account");
    tab.see("This number already has an account.");
    tab.click("link", "Sign in");
    tab.click("button", "钟离");
    tab.wait_for("to be among the contacts", "location.hash == '#/contacts'");
}

#[test]
fn scripts_signs_and_scripts_of_the_world_are_text_and_nothing_else() {
    const SCRIPT: &str = "<script>alert(1)</script>";
    const PICTURE: &str = "<img src=x onerror=alert(1)>";
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = browser.open(&server.url("#/sign-up/register/mainland"));
    sign_up(&tab, SCRIPT, "China", "+86 137 0000 0009");
    tab.click("button", "Start the application");
    for field in ["Legal name", "Display name", "Registered address"] {
        tab.field(field).fill(PICTURE);
    }
    tab.see("Draft saved");
    at(&tab, "#/register/mine");
    tab.see_role("link", PICTURE);

    at(&tab, "#/me/profile/name");
    tab.see(SCRIPT);
    assert_eq!(
        tab.eval("document.querySelectorAll('main img, main script').length"),
        0
    );
}

#[test]
fn names_may_be_of_any_script_but_not_turn_the_line_around() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = members_of_lin(&browser, &server);
    tab.click("link", "Add a member");
    let fill = |name: &str, n: u32| {
        tab.field("Name").fill(name);
        tab.field("Employee ID").fill(&format!("QH-{n}"));
        tab.field("Mobile number")
            .fill(&format!("+86 137 0000 {n}"));
    };
    let longest = "名".repeat(64);
    for (n, name) in (1001..).zip(["林", "שירה לוי", "Zoë 👩‍🔬", longest.as_str()])
    {
        fill(name, n);
        tab.click("button", "Add and fill in another");
        tab.see_role("gridcell", name);
        tab.field("Name").see("");
    }
    for (name, says) in [
        (
            "名".repeat(65),
            "Name may have at most 64 characters; this has 65.",
        ),
        (
            "abc\u{202e}def".to_owned(),
            "invisible or direction-changing",
        ),
        ("   ".to_owned(), "Name is missing."),
    ] {
        fill(&name, 1900);
        tab.click("button", "Add and fill in another");
        tab.see(says);
        tab.field("Employee ID").see("QH-1900");
    }
    tab.field("Name").fill("赵一");
    tab.field("Mobile number").fill("+99 137");
    tab.click("button", "Add and fill in another");
    tab.see("No country has the calling code with which Mobile number begins.");
}

#[test]
fn departments_are_neither_too_deep_nor_in_a_circle() {
    let scratch = Scratch::new();
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = members_of_lin(&browser, &server);
    tab.click("link", "Import");
    let path = |depth: u32| {
        (1..=depth)
            .map(|n| format!("层{n}"))
            .collect::<Vec<_>>()
            .join("/")
    };
    let rows = [(16, "QH-16"), (2, "QH-2")]
        .map(|(depth, id)| format!("{id},{id},+86 137 0000 20{depth:02},{}\n", path(depth)));
    let file = format!("Name,Employee ID,Mobile,Departments\n{}", rows.concat());
    tab.attach("File with members", &scratch.file("deep.csv", file));
    tab.within("row", "QH-16")
        .see("Departments can stand at most 15 levels deep.");
    tab.click("button", "Import 1 row");
    tab.click("link", "To the members");

    tab.click("treeitem", "层1");
    tab.click("button", "Change department");
    tab.click("menuitem", "Move below another department");
    tab.within("dialog", "Move below another department")
        .click("treeitem", "层1");
    tab.see("A department cannot move below itself.");
}

#[test]
fn a_message_that_is_too_long_says_so_and_stays() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = demo_as(&browser, &server, "王小明");
    tab.click("link", "陈晓");
    let megabyte = "a".repeat(1024 * 1024);
    tab.field("Message").fill(&megabyte);
    tab.click("button", "Send");
    tab.see("Message may have at most 4,000 characters; this has 1,048,576.");
    assert_eq!(tab.field("Message").value().len(), megabyte.len());
    tab.field("Message").fill("短一点。");
    tab.click("button", "Send");
    tab.field("Message").see("");
    tab.not_see("may have at most 4,000 characters");
}

#[test]
fn a_photo_of_forty_megapixels_is_made_smaller_and_loses_what_the_camera_wrote() {
    let scratch = Scratch::new();
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = demo_as(&browser, &server, "宋雅");
    at(&tab, "#/register/mine");
    tab.click("link", "成都云杉食品有限公司");
    tab.click("button", "Documents");
    let photo = scratch.file("photo.jpg", files::jpeg(5500, 7300));
    tab.attach("Other document", &photo);
    let patient = tab.patient(std::time::Duration::from_secs(30));
    patient.see_role("img", "Other document: photo.jpg");
    let size = "(({ naturalWidth, naturalHeight }) => [naturalWidth, naturalHeight])
        (document.querySelector('img[alt*=\"photo.jpg\"]'))";
    tab.wait_for("the picture", &format!("{size}[0] > 0"));
    assert_eq!(tab.eval(size), json!([1808, 2400]));
    tab.see("Saved");
    assert!(!is_stored(&tab, files::CAMERA_MAKER));
}

#[test]
fn what_was_withdrawn_a_second_ago_cannot_be_accepted() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let zhou = demo_as(&browser, &server, "周海");
    let lin = browser.blank();
    lin.before_each_page(DEAF);
    lin.go(&server.url("#/sign-in/contacts/requests"));
    lin.click("button", "林静");
    lin.click("link", "周海");
    lin.see_role("button", "Accept");

    at(&zhou, "#/contacts/requests");
    zhou.click("link", "林静");
    zhou.click("button", "Withdraw");
    zhou.see("You have withdrawn your request");
    zhou.see("Saved");
    lin.click("button", "Accept");
    lin.see("Another tab was first, and this was not done: This request was withdrawn");
    at(&lin, "#/contacts");
    lin.see("Nobody yet.");
}

#[test]
fn a_link_to_what_one_may_not_see_says_so() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let lin = demo_as(&browser, &server, "林静");
    lin.click("link", "Console");
    lin.see("Getting ready");
    let console = fragment(&lin);
    let wang = another_as(&lin, "王小明");
    wang.click("link", "陈晓");
    wang.see_role("textbox", "Message");
    let conversation = fragment(&wang);

    at(&wang, &console);
    wang.see("This console is not open to you");
    at(&wang, &format!("{console}/audit"));
    wang.see("This console is not open to you");
    at(&wang, "#/desk");
    wang.see("The review desk is for reviewers");
    at(&wang, "#/no/such/place");
    wang.see("There is no such place");
    at(&lin, &conversation);
    lin.see("This conversation is not here");
}

fn fragment(tab: &Tab) -> String {
    let url = tab.url();
    url[url.find('#').expect("a fragment")..].to_owned()
}

fn members_of_lin(browser: &Browser, server: &Server) -> Tab {
    let tab = demo_as(browser, server, "林静");
    tab.click("link", "Console");
    tab.within("navigation", "Console")
        .click("link", "Departments and members");
    tab
}
