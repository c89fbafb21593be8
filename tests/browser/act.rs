//! What a person does with mouse, keyboard and files. What is covered, moving or disabled is waited for, never forced.

use std::path::Path;

use serde_json::{Value, json};

use super::find::{FIELDS, Node, only};
use super::{Tab, keys};

impl Tab {
    #[track_caller]
    pub fn click(&self, role: &str, name: &str) {
        let at = self.until(&format!("{role} “{name}” to be clickable"), || {
            self.aim(&self.find(&[role], name)?)
        });
        self.click_at(at);
    }

    #[track_caller]
    pub fn hover(&self, role: &str, name: &str) {
        let (x, y) = self.until(&format!("{role} “{name}” to be in reach"), || {
            self.aim(&self.find(&[role], name)?)
        });
        self.mouse("mouseMoved", x, y);
    }

    /// The field with this label; nothing is looked for until it is used.
    pub fn field<'a>(&'a self, name: &'a str) -> Field<'a> {
        Field { tab: self, name }
    }

    /// Chooses from a list, or from the radio buttons of a group, of this name.
    #[track_caller]
    pub fn choose(&self, name: &str, option: &str) {
        let what = format!("“{option}” to be there to choose in “{name}”");
        let radio = self.until(&what, || {
            let mut lists = self.find_all(&["combobox", "listbox", "radiogroup", "group"], name)?;
            let is_group = |node: &Node| node.role.ends_with("group");
            if let [group] = &lists[..]
                && is_group(group)
            {
                let group = self.within(&group.role, &group.name);
                return self.aim(&group.find(&["radio"], option)?).map(Some);
            }
            lists.retain(|node| !is_group(node)); // a list in a group of the same name
            let list = only(lists)?;
            ready(&list)?;
            match self.call(&self.object(&list)?, CHOOSE, &[json!(option)])? {
                Value::String(why) => Err(why),
                _ => Ok(None),
            }
        });
        if let Some(at) = radio {
            self.click_at(at);
        }
    }

    /// Hands a file to whatever asks for one when this button or field is clicked.
    #[track_caller]
    pub fn attach(&self, name: &str, path: &Path) {
        assert!(path.is_file(), "{} is no file to attach", path.display());
        const OPENED: &str = "Page.fileChooserOpened";
        let intercept = |on: bool| {
            let state = json!({ "enabled": on });
            self.devtools("Page.setInterceptFileChooserDialog", state);
        };
        let before = self.heard(OPENED).len();
        intercept(true);
        self.click("button", name);
        let input = self.until(&format!("“{name}” to ask for a file"), || {
            let asked = self.heard(OPENED);
            let input = asked
                .get(before)
                .map(|event| &event.params["backendNodeId"]);
            input.cloned().ok_or_else(|| "nothing did".to_owned())
        });
        intercept(false);
        let files = json!({ "files": [path], "backendNodeId": input });
        self.devtools("DOM.setFileInputFiles", files);
    }

    /// Presses a key, or several together: `Enter`, `Tab`, `Shift+Tab`, `Control+k`.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let events = keys::press(keys).unwrap_or_else(|why| panic!("{why}"));
        for event in events {
            self.devtools("Input.dispatchKeyEvent", event);
        }
    }

    /// Types into whatever has the focus, key by key.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        for sign in text.chars() {
            if sign.is_ascii_graphic() || sign == ' ' {
                self.press(sign.encode_utf8(&mut [0; 4]));
            } else {
                self.devtools("Input.insertText", json!({ "text": sign }));
            }
        }
    }

    /// Goes on with the Tab key until the focus is here: the way of somebody without a mouse.
    #[track_caller]
    pub fn tab_to(&self, role: &str, name: &str) {
        const STEPS: usize = 200;
        self.until(&format!("{role} “{name}”"), || self.find(&[role], name));
        for _ in 0..STEPS {
            self.press("Tab");
            if self.has_focus(role, name) == Ok(true) {
                return;
            }
        }
        self.fail(&format!(
            "{STEPS} times Tab did not lead to {role} “{name}”"
        ));
    }

    /// The place where a click reaches this node and nothing else, once it stands still.
    fn aim(&self, node: &Node) -> Result<(f64, f64), String> {
        ready(node)?;
        self.ask("Page.bringToFront", json!({}))?;
        let seen = json!({ "backendNodeId": node.backend });
        self.ask("DOM.scrollIntoViewIfNeeded", seen)?;
        let place = self.call(&self.object(node)?, AIM, &[])?;
        match (place["x"].as_f64(), place["y"].as_f64()) {
            (Some(x), Some(y)) => Ok((x, y)),
            _ => Err(place["why"].as_str().unwrap_or("it is gone").to_owned()),
        }
    }

    fn click_at(&self, (x, y): (f64, f64)) {
        self.mouse("mouseMoved", x, y);
        self.mouse("mousePressed", x, y);
        self.mouse("mouseReleased", x, y);
    }

    fn mouse(&self, kind: &str, x: f64, y: f64) {
        let button = if kind == "mouseMoved" { "none" } else { "left" };
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": 1 });
        // A click may close its own tab.
        let _gone = self.ask("Input.dispatchMouseEvent", event);
    }
}

/// A field to fill in, by its label.
pub struct Field<'a> {
    tab: &'a Tab,
    name: &'a str,
}

impl Field<'_> {
    /// Replaces what is in the field, like pasting over it.
    #[track_caller]
    pub fn fill(&self, text: &str) {
        if self.set_picked(text) {
            return;
        }
        self.focus();
        self.tab.press("Control+a");
        if text.is_empty() {
            self.tab.press("Delete");
        } else {
            let text = json!({ "text": text });
            self.tab.devtools("Input.insertText", text);
        }
    }

    /// Adds to what is in the field, key by key.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.focus();
        self.tab.press("Control+End");
        self.tab.type_text(text);
    }

    #[track_caller]
    pub fn focus(&self) {
        let what = format!("field “{}” to be clickable", self.name);
        let at = (self.tab).until(&what, || self.tab.aim(&self.find()?));
        self.tab.click_at(at);
    }

    #[track_caller]
    pub fn value(&self) -> String {
        (self.tab).until(&format!("field “{}”", self.name), || {
            Ok(self.find()?.value)
        })
    }

    /// Waits until the field holds this.
    #[track_caller]
    pub fn see(&self, value: &str) {
        let what = format!("field “{}” to hold “{value}”", self.name);
        self.tab.until(&what, || {
            let now = self.find()?.value;
            if now == value {
                Ok(())
            } else {
                Err(format!("it holds “{now}”"))
            }
        });
    }

    fn find(&self) -> Result<Node, String> {
        self.tab.find(&FIELDS, self.name)
    }

    /// Dates and times are picked, not written: their keyboard depends on the browser's language.
    #[track_caller]
    fn set_picked(&self, text: &str) -> bool {
        let what = format!("field “{}” to take “{text}”", self.name);
        self.tab.until(&what, || {
            let node = self.find()?;
            ready(&node)?;
            match self
                .tab
                .call(&self.tab.object(&node)?, PICK, &[json!(text)])?
            {
                Value::String(why) => Err(why),
                picked => Ok(picked == true),
            }
        })
    }
}

fn ready(node: &Node) -> Result<(), String> {
    if node.is("disabled") {
        return Err("it is disabled".to_owned());
    }
    if node.is("readonly") {
        return Err("it can only be read".to_owned());
    }
    Ok(())
}

/// A control that is drawn by its label is clicked there.
const AIM: &str = "async function () {
    const frame = () => Promise.race([
        new Promise(requestAnimationFrame),
        new Promise((done) => setTimeout(done, 1000)), // a hidden page draws none
    ]);
    const middle = (element) => {
        const box = [...element.getClientRects()].find((r) => r.width > 1 && r.height > 1);
        if (!box) return null;
        const between = (from, to, size) => (Math.max(from, 0) + Math.min(to, size)) / 2;
        return {
            x: between(box.left, box.right, innerWidth),
            y: between(box.top, box.bottom, innerHeight),
        };
    };
    let why = 'it has no place on the screen';
    for (const element of [this, ...(this.labels ?? [])]) {
        const before = middle(element);
        await frame();
        await frame(); // in the first one a transition only begins
        const place = middle(element);
        if (!before || !place) continue;
        if (Math.abs(before.x - place.x) + Math.abs(before.y - place.y) > 0.5) {
            return { why: 'it is moving' };
        }
        const hit = document.elementFromPoint(place.x, place.y);
        if (element.contains(hit)) return place;
        why = 'it is covered by ' + (hit ? hit.cloneNode().outerHTML : 'the edge of the window');
    }
    return { why };
}";

const CHOOSE: &str = "function (wanted) {
    const named = (test) => [...this.options ?? []].filter((o) => !o.disabled && test(o.label.trim()));
    const [option, second] = [named((n) => n === wanted), named((n) => n.includes(wanted))]
        .find((found) => found.length > 0) ?? [];
    if (!option) return 'no option has that name';
    if (second) return 'several options have that name';
    this.focus();
    option.selected = true;
    this.dispatchEvent(new Event('input', { bubbles: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
}";

const PICK: &str = "function (value) {
    if (!['date', 'time', 'month', 'week', 'datetime-local'].includes(this.type)) return false;
    this.focus();
    this.value = value;
    if (this.value !== value) return 'that is no ' + this.type;
    this.dispatchEvent(new Event('input', { bubbles: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
}";
