//! Mouse, keyboard, forms, files.

use super::*;

#[test]
fn what_is_covered_cannot_be_clicked_and_what_is_far_is_scrolled_to() {
    let tab = on_page(
        "<button style='position: absolute; inset: 0 auto auto 0' onclick='fail()'>Below</button>
         <div id=cover style='position: absolute; inset: 0; background: white'></div>
         <button style='position: absolute; top: 5000px' onclick='cover.remove(); said.textContent = `far`'>Far</button>
         <output id=said></output>
         <button id=late style='position: absolute; top: 300px; transition: left 0.5s; left: 0'
             onclick='said.textContent = `caught`'>Moving</button>",
    );
    let why = failure(|| (tab.patient(Duration::from_millis(300))).click("button", "Below"));
    assert!(why.contains("covered by <div id=\"cover\""), "{why}");
    tab.click("button", "Far");
    tab.see("far");
    tab.eval("late.style.left = '600px'; 1");
    tab.click("button", "Moving");
    tab.see("caught");
}

#[test]
fn forms_are_filled_as_people_fill_them() {
    let tab = on_page(
        "<form onsubmit='event.preventDefault(); said.textContent = `sent`'>
         <label>Legal name <input id=n value=old oninput='echo.textContent = this.value'></label>
         <label>Mobile <input type=tel required></label>
         <label>Notes <textarea></textarea></label>
         <label>Valid until <input type=date id=d></label>
         <label>Industry <select id=i onchange='echo.textContent = this.value'>
             <option>Farming<option>Trade</select></label>
         <fieldset><legend>Jurisdiction</legend>
             <label><input type=radio name=j style='position: absolute; opacity: 0'> Mainland China</label>
             <label><input type=radio name=j> Elsewhere</label></fieldset>
         <label><input type=checkbox> I declare</label>
         <label>Code <input readonly value=ww12></label>
         <button>Submit</button><output id=said></output><p id=echo></p></form>",
    );
    tab.field("Legal name").fill("启明 Robotics");
    tab.see("启明 Robotics");
    tab.field("Legal name").type_text(" Ltd");
    tab.field("Legal name").see("启明 Robotics Ltd");
    tab.field("Mobile").fill("+86 138 0000 0000");
    tab.field("Notes").fill("one\ntwo");
    tab.field("Valid until").fill("2031-02-28");
    assert_eq!(tab.eval("d.value"), "2031-02-28");
    tab.choose("Industry", "Trade");
    assert_eq!(tab.eval("echo.textContent"), "Trade");
    tab.choose("Jurisdiction", "Mainland China");
    tab.see_state("radio", "Mainland China", "checked", true);
    tab.click("checkbox", "I declare");
    tab.see_state("checkbox", "I declare", "checked", true);
    assert_eq!(tab.field("Code").value(), "ww12");
    tab.field("Legal name").fill("");
    tab.field("Legal name").see("");
    tab.press("Enter");
    tab.see("sent");
    let hurried = tab.patient(Duration::from_millis(300));
    assert!(failure(|| hurried.field("Code").fill("x")).contains("only be read"));
    assert!(failure(|| hurried.choose("Industry", "Mining")).contains("no option"));
}

#[test]
fn the_keyboard_alone_is_enough() {
    let tab = on_page(
        "<button>One</button><input aria-label=Two><button onclick='said.textContent = `pressed`'>Three</button>
         <output id=said></output><script>
         addEventListener('keydown', (e) => { if (e.ctrlKey && e.key === 'k') said.textContent = 'palette'; });
         </script>",
    );
    tab.press("Control+k");
    tab.see("palette");
    tab.tab_to("textbox", "Two");
    tab.type_text("Héllo, 你好 1+1");
    tab.field("Two").see("Héllo, 你好 1+1");
    tab.press("Tab");
    tab.see_focus("button", "Three");
    tab.press("Space");
    tab.see("pressed");
    tab.press("Shift+Tab");
    tab.see_focus("textbox", "Two");
}

#[test]
fn files_are_attached_and_are_what_they_seem() {
    let tab = on_page(
        "<label>Business license <input type=file id=f onchange='show()'></label>
         <input type=file id=photo hidden onchange='said.textContent = this.files[0].name'>
         <button onclick='photo.click()'>Choose a photo</button><output id=said></output><script>
         const show = async () => {
             const picture = await createImageBitmap(f.files[0]).catch(() => ({ width: 'no', height: 'picture' }));
             said.textContent = `${f.files[0].name}: ${picture.width} ${picture.height}`;
         };</script>",
    );
    for (name, bytes, shown) in [
        ("a.png", files::png(601, 400), "601 400"),
        ("b.jpg", files::jpeg(301, 400), "301 400"),
        ("large.jpg", files::jpeg(5_000, 8_000), "5000 8000"),
        ("c.webp", files::webp(), "1 1"),
        ("license.jpg", files::exe(), "no picture"),
    ] {
        tab.attach("Business license", &tab.site.file(name, bytes));
        tab.see(&format!("{name}: {shown}"));
    }
    let photo = tab.site.file("d.jpg", files::jpeg(64, 64));
    assert!(String::from_utf8_lossy(&files::jpeg(64, 64)).contains(files::CAMERA_MAKER));
    tab.attach("Choose a photo", &photo);
    tab.see("d.jpg");
}

#[test]
fn a_pdf_opens() {
    let trial = on_page("");
    trial
        .site
        .file("statement.pdf", files::pdf("Statement of June"));
    let tab = trial.browser.open(&trial.server.url("statement.pdf"));
    assert_eq!(tab.eval("document.contentType"), "application/pdf");
}

#[test]
fn downloads_can_be_read() {
    let tab = on_page("<a href='data:text/csv,name%0AAda' download='result.csv'>Result</a>");
    tab.click("link", "Result");
    assert_eq!(tab.browser.downloaded("result.csv"), b"name\nAda");
}
