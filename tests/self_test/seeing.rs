//! What is found, what a failure says, what a page complains of.

use super::*;

#[test]
fn things_are_found_by_role_and_name() {
    let tab = on_page(
        "<main><h1>Contacts</h1>
         <button onclick='out.textContent = `added`'><svg width=9 height=9></svg> Add</button>
         <button>Add by phone number</button>
         <button style='display: none'>Hidden</button>
         <details><summary>More</summary><p>Folded</p></details>
         <img alt='Verified mark' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>
         <a href='#there'>Somewhere else</a> <output id=out></output>
         <p>Three <b>mem</b>bers</p><div>4</div><div>days</div>
         <select aria-label=Region><option>Canada<option selected>France</select></main>",
    );
    tab.see_role("heading", "Contacts");
    tab.see_role("img", "Verified mark");
    tab.see("Three members 4 days");
    tab.see("France");
    tab.not_see("Canada");
    tab.not_see("Folded");
    tab.not_see_role("button", "Hidden");
    tab.click("button", "Add"); // the exact name wins
    tab.see("added");
    tab.click("button", "More");
    tab.see("Folded");
    tab.click("link", "Somewhere");
    assert!(tab.url().ends_with("#there"));
    tab.see_title("Page");
    assert_eq!(tab.count("button", "Add"), 1);
}

#[test]
fn a_failure_says_what_was_there_instead() {
    let tab = on_page("<button>Save</button><button disabled>Send</button><button>Save</button>");
    let tab = tab.patient(Duration::from_millis(300));
    let why = failure(|| tab.see("Saved"));
    assert!(
        why.contains("“Saved”") && why.contains("button “Send” [disabled]"),
        "{why}"
    );
    let picture = why.lines().find_map(|line| line.strip_prefix("picture: "));
    assert!(Path::new(picture.expect("a picture is named")).is_file());
    assert!(failure(|| tab.click("button", "Save")).contains("2 of them"));
    assert!(failure(|| tab.click("button", "Send")).contains("disabled"));
    assert!(failure(|| tab.click("button", "Sand")).contains("there is none"));
}

#[test]
fn a_modal_dialog_hides_what_is_behind_it() {
    let tab = on_page(
        "<button onclick='ask.showModal()'>Remove</button>
         <dialog id=ask aria-label='Remove Chen Wei?'><form method=dialog><button>Remove</button></form></dialog>
         <table><tr><th>Name<th>Request<tr><td>Chen Wei<td><button onclick='this.replaceWith(`asked Chen`)'>Ask</button>
                <tr><td>Ada Byron<td><button onclick='this.replaceWith(`asked Ada`)'>Ask</button></table>",
    );
    tab.click("button", "Remove");
    tab.not_see_role("button", "Ask");
    let dialog = tab.within("dialog", "Remove Chen Wei?");
    dialog.not_see("Ada");
    dialog.click("button", "Remove");
    tab.not_see_role("dialog", "");
    tab.within("row", "Ada Byron").click("button", "Ask");
    tab.see("asked Ada");
    tab.not_see("asked Chen");
}

#[test]
fn errors_of_a_page_fail_its_test() {
    for (body, complaint) in [
        (
            "<script>console.error('lost', 3, { a: 1 })</script>",
            "lost 3 Object",
        ),
        ("<script>nothing.there</script>", "nothing is not defined"),
        (
            "<script>Promise.reject(new Error('refused'))</script>",
            "refused",
        ),
        ("<script src=missing.js></script>", "404"),
        ("<script>setTimeout(() => alert('stop'))</script>", "stop"),
        (
            "<script>new Worker(URL.createObjectURL(new Blob(['throw new Error(`inside`)'])))</script>",
            "inside",
        ),
    ] {
        let tab = on_page(body);
        tab.eval("await new Promise((done) => setTimeout(done, 300))");
        let why = failure(|| drop(tab));
        assert!(why.contains(complaint), "{body}: {why}");
    }
    let tab = on_page("<script>console.error('expected')</script>");
    tab.allow_error("expect");
}

#[test]
fn sizes_themes_and_pictures() {
    let tab = on_page(
        "<style>body { height: 3000px; color-scheme: light dark }</style><script>
         const asks = (query) => matchMedia(query).matches;</script>",
    );
    assert_eq!(tab.eval("innerWidth"), 1280);
    tab.resize(360, 740);
    assert_eq!(tab.eval("asks('(width: 360px)')"), true);
    tab.theme(true);
    tab.reduced_motion(true);
    assert_eq!(tab.eval("asks('(prefers-color-scheme: dark)')"), true);
    assert_eq!(tab.eval("asks('(prefers-reduced-motion: reduce)')"), true);
    tab.language("zh-CN");
    tab.reload();
    assert_eq!(tab.eval("localStorage['liaison.language']"), "zh-CN");
    tab.theme(false);
    assert_eq!(tab.eval("asks('(prefers-color-scheme: dark)')"), false);
    let size = |file: &Path| {
        let bytes = std::fs::read(file).expect("the picture is there");
        let number = |at| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
        (number(16), number(20))
    };
    let picture = tab.site.path().join("pictures/page.png");
    tab.screenshot(&picture);
    assert_eq!(size(&picture), (360, 740));
    tab.screenshot_whole(&picture);
    assert!(size(&picture).1 >= 3000);
}

#[test]
fn axe_finds_a_planted_defect() {
    let tab = on_page("<main><h1>Fine</h1><p id=pale>Words</p></main>");
    tab.check_accessible();
    tab.eval("pale.style.color = '#ccc'; pale.insertAdjacentHTML('afterend', '<input>')");
    let rules: Vec<_> = tab.axe().into_iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["color-contrast", "label"]);
    assert!(failure(|| tab.check_accessible()).contains("color-contrast"));
}
