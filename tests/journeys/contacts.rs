//! Two companies of the demo meet: by a code before the camera, by phone number, in the directory.

use liaison_journeys::{Browser, Camera, Options, Scratch, Server, camera, files};

use super::{another_as, at, demo_as, link_of};

#[test]
fn a_code_before_the_camera_ends_at_a_request_and_the_other_side_accepts() {
    let scratch = Scratch::new();
    let film = scratch.path().join("film.y4m");
    camera::show("https://example.org/somewhere/else", &film);
    let server = Server::of_build();
    let browser = Browser::start(Options {
        camera: Camera::Showing(film.clone()),
        ..Options::default()
    });
    let lin = demo_as(&browser, &server, "林静");
    let chen = another_as(&lin, "陈晓");
    let link = link_of(&chen);

    at(&lin, "#/contacts/add/scan");
    lin.see("This code does not come from Liaison");
    camera::show(&link, &film);
    at(&lin, "#/contacts/add");
    lin.click("link", "Scan");
    lin.see_title("陈晓");
    lin.see("海岳物流");

    let long = "长".repeat(141);
    lin.field("Greeting").fill(&long);
    lin.click("button", "Send request");
    lin.see("Greeting may have at most 140 characters; this has 141.");
    lin.field("Greeting").see(&long);
    lin.field("Greeting").fill("我是青禾的林静。");
    lin.click("button", "Send request");
    lin.see("Your request is waiting for an answer");

    at(&chen, "#/contacts/requests");
    chen.click("link", "林静");
    chen.see("我是青禾的林静。");
    chen.see("By QR code or link");
    chen.click("button", "Accept");
    chen.see_title("林静");
    chen.field("Message").fill("您好，林总！");
    chen.click("button", "Send");

    lin.click("link", "Send message");
    lin.see("您好，林总！");
    lin.field("Message").fill("很高兴认识您。");
    lin.click("button", "Send");
    chen.see("很高兴认识您。");
    for tab in [&lin, &chen] {
        tab.not_see("waiting for an answer");
    }
    lin.click("link", "Team");
    lin.see("陈晓 accepted your request");
    lin.within("listitem", "陈晓 accepted")
        .click("link", "Open");
    lin.see_title("陈晓");
}

#[test]
fn a_code_of_oneself_a_reset_one_and_one_of_another_world_each_say_so() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let chen = demo_as(&browser, &server, "陈晓");
    let lin = another_as(&chen, "林静");
    let link = link_of(&chen);
    let fragment = |link: &str| link[link.find('#').expect("a fragment")..].to_owned();
    let place = fragment(&link);

    at(&chen, &place);
    chen.see("That is you.");
    chen.see_role("link", "My QR code");

    at(&chen, "#/me/code");
    chen.click("button", "Reset code");
    chen.within("alertdialog", "Reset your code?")
        .click("button", "Reset code");
    chen.see("You have a new code");
    at(&lin, &place);
    lin.see("No account can be found this way.");

    let token = place.rsplit('/').next().expect("a token");
    at(&lin, &format!("#/add/{}/{token}", "0".repeat(32)));
    lin.see("This code belongs to another Liaison");

    at(&lin, &fragment(&link_of(&chen)));
    lin.see_title("陈晓");
}

#[test]
fn a_hidden_number_looks_like_a_missing_one_and_a_findable_one_is_found() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let lin = demo_as(&browser, &server, "林静");
    let search = |number: &str| {
        at(&lin, "#/contacts");
        at(&lin, "#/contacts/add/phone");
        lin.field("Mobile number").fill(number);
        lin.click("button", "Search");
    };
    search("13800000022");
    lin.see("Nobody was found");
    let hidden = lin.within("alert", "").text();
    search("13899999999");
    lin.see("Nobody was found");
    assert_eq!(lin.within("alert", "").text(), hidden);
    search("12345");
    lin.see_state("textbox", "Mobile number", "invalid", true);
    lin.field("Mobile number").see("12345");

    let chen = another_as(&lin, "陈晓");
    at(&chen, "#/me/privacy");
    chen.click("switch", "Findable by phone number");
    chen.see_state("switch", "Findable by phone number", "checked", true);
    search("13800000022");
    lin.see_title("陈晓");
    lin.see("海岳物流");
}

#[test]
fn a_colleague_is_asked_without_any_verification_and_an_outsider_is_not() {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let sun = demo_as(&browser, &server, "孙悦");
    at(&sun, "#/contacts/add");
    sun.field("Add colleagues").fill("nobody at all");
    sun.see("Ask 林静 (owner).");
    sun.field("Add colleagues").fill("qh-12");
    sun.click("link", "王小明");
    sun.click("button", "Send request");
    sun.see("Your request is waiting for an answer");
    sun.click("button", "Withdraw");
    sun.see("You have withdrawn your request");

    let chen = another_as(&sun, "陈晓");
    let link = link_of(&chen);
    at(&sun, &link[link.find('#').expect("a fragment")..]);
    sun.see("must be verified as your real name");
    sun.click("link", "Verify my identity");
    sun.field("Name as on the identity card").fill("孙悦");
    sun.click("button", "Verify");
    sun.field("ID card number").fill("110101199003070012");
    sun.see("does not pass its check digit");
    sun.see_role("link", "Back to where you were");
}

#[test]
fn a_camera_that_is_denied_or_absent_says_so() {
    let server = Server::of_build();
    for (camera, says) in [
        (Camera::Absent, "This device has no camera."),
        (
            Camera::Denied,
            "The browser was told not to give this page the camera.",
        ),
    ] {
        let browser = Browser::start(Options {
            camera,
            ..Options::default()
        });
        let tab = demo_as(&browser, &server, "林静");
        at(&tab, "#/contacts/add/scan");
        tab.see(says);
        tab.see("From a picture");
    }
}

#[test]
fn a_camera_that_is_taken_away_says_so_and_a_picture_of_the_code_does_as_well() {
    let scratch = Scratch::new();
    let film = scratch.path().join("film.y4m");
    camera::show_nothing(&film);
    let server = Server::of_build();
    let browser = Browser::start(Options {
        camera: Camera::Showing(film),
        ..Options::default()
    });
    let lin = demo_as(&browser, &server, "林静");
    let link = link_of(&another_as(&lin, "陈晓"));
    at(&lin, "#/contacts/add/scan");
    lin.see("Hold the QR code before the camera.");
    lin.eval(
        "const [track] = document.querySelector('video').srcObject.getTracks();
         track.stop(); // tells nobody, unlike a cable that is pulled
         track.dispatchEvent(new Event('ended'))",
    );
    lin.see("The camera was switched off or unplugged.");

    lin.attach(
        "From a picture",
        &scratch.file("stripes.png", files::png(400, 400)),
    );
    lin.see("No QR code can be read in this picture.");
    lin.attach("From a picture", &scratch.file("code.txt", "no picture"));
    lin.see("This file is not a picture that the browser can open.");
    lin.attach(
        "From a picture",
        &scratch.file("code.png", files::qr_png(&link)),
    );
    lin.see_title("陈晓");
}
