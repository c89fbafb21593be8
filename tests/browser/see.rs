//! What a person sees, and what a screen reader hears.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use data_encoding::BASE64;
use serde_json::{Value, json};

use super::Tab;
use super::find::{Node, tidy};

impl Tab {
    /// Waits until this stands on the screen: text, or what a field holds.
    #[track_caller]
    pub fn see(&self, text: &str) {
        let wanted = tidy(text);
        self.until(&format!("“{text}”"), || {
            if self.try_text()?.contains(&wanted) {
                Ok(())
            } else {
                Err("it is not on the screen".to_owned())
            }
        });
    }

    /// Waits until this stands on the screen no more.
    #[track_caller]
    pub fn not_see(&self, text: &str) {
        let unwanted = tidy(text);
        self.until(&format!("“{text}” to go"), || {
            if self.try_text()?.contains(&unwanted) {
                Err("it is still on the screen".to_owned())
            } else {
                Ok(())
            }
        });
    }

    #[track_caller]
    pub fn see_role(&self, role: &str, name: &str) {
        self.until(&format!("{role} “{name}”"), || {
            let found = self.find_all(&[role], name)?;
            let first = found.into_iter().next().map(|_| ());
            first.ok_or_else(|| "there is none".to_owned())
        });
    }

    #[track_caller]
    pub fn not_see_role(&self, role: &str, name: &str) {
        self.until(&format!("{role} “{name}” to go"), || {
            if self.find_all(&[role], name)?.is_empty() {
                Ok(())
            } else {
                Err("it is still there".to_owned())
            }
        });
    }

    /// Waits for a state as a screen reader tells it: `checked`, `disabled`, `expanded`, `selected`, `invalid`, …
    #[track_caller]
    pub fn see_state(&self, role: &str, name: &str, state: &str, wanted: bool) {
        let what = format!("{role} “{name}” with {state} = {wanted}");
        self.until(&what, || {
            let node = self.find(&[role], name)?;
            if node.is(state) == wanted {
                Ok(())
            } else {
                Err(format!("{state} is {:?}", node.state(state)))
            }
        });
    }

    #[track_caller]
    pub fn see_focus(&self, role: &str, name: &str) {
        self.until(&format!("the focus on {role} “{name}”"), || {
            if self.has_focus(role, name)? {
                Ok(())
            } else {
                Err("it is elsewhere".to_owned())
            }
        });
    }

    #[track_caller]
    pub fn see_title(&self, text: &str) {
        let wanted = json!(text);
        let js = format!("document.title.includes({wanted}) || document.title");
        self.wait_for(&format!("“{text}” in the title"), &js);
    }

    /// How many things of this role and name are there at this moment.
    #[track_caller]
    pub fn count(&self, role: &str, name: &str) -> usize {
        (self.find_all(&[role], name)).map_or_else(|why| panic!("{why}"), |found| found.len())
    }

    /// All that stands on the screen, white space as one space.
    #[track_caller]
    pub fn text(&self) -> String {
        self.try_text().unwrap_or_else(|why| panic!("{why}"))
    }

    fn try_text(&self) -> Result<String, String> {
        self.text_of(&self.root()?)
    }

    pub(super) fn text_of(&self, object: &str) -> Result<String, String> {
        let text = self.call(object, TEXT, &[])?;
        Ok(tidy(text.as_str().unwrap_or("")))
    }

    #[track_caller]
    pub fn screenshot(&self, path: &Path) {
        (self.try_screenshot(path, false)).unwrap_or_else(|why| panic!("no screenshot: {why}"));
    }

    /// The page from top to bottom, also what is scrolled out of sight.
    #[track_caller]
    pub fn screenshot_whole(&self, path: &Path) {
        (self.try_screenshot(path, true)).unwrap_or_else(|why| panic!("no screenshot: {why}"));
    }

    pub(super) fn try_screenshot(&self, path: &Path, whole: bool) -> Result<(), String> {
        let how = json!({ "format": "png", "captureBeyondViewport": whole });
        let answer = self.ask("Page.captureScreenshot", how)?;
        let data = answer["data"].as_str().unwrap_or("");
        let picture = BASE64.decode(data.as_bytes()).map_err(|e| e.to_string())?;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|e| e.to_string())?;
        }
        std::fs::write(path, picture).map_err(|e| e.to_string())
    }

    pub(super) fn has_focus(&self, role: &str, name: &str) -> Result<bool, String> {
        let node = self.find(&[role], name)?;
        let is_active = "function () { return this === document.activeElement; }";
        let active = self.call(&self.object(&node)?, is_active, &[])?;
        Ok(active == true)
    }

    /// The accessibility tree, a line for each thing with a role or a name.
    pub fn tree(&self) -> String {
        const LINES: usize = 300;
        let answer = self.ask("Accessibility.getFullAXTree", json!({}));
        let nodes = answer.map_or(Value::Null, |mut answer| answer["nodes"].take());
        let nodes: Vec<_> = nodes.as_array().into_iter().flatten().collect();
        let by_id: BTreeMap<_, _> = (nodes.iter().copied())
            .filter_map(|node| Some((node["nodeId"].as_str()?, node)))
            .collect();
        let mut tree = String::new();
        if let Some(root) = nodes.first() {
            draw(root, &by_id, 0, "", &mut tree);
        }
        match tree.match_indices('\n').nth(LINES) {
            Some((end, _)) => format!("{}\n…", &tree[..end]),
            None => tree,
        }
    }
}

/// Text that only repeats the name of what it stands in is left out.
fn draw(
    node: &Value,
    by_id: &BTreeMap<&str, &Value>,
    depth: usize,
    around: &str,
    tree: &mut String,
) {
    let (mut inner, mut name_here) = (depth, around.to_owned());
    let telling =
        |node: &Node| is_telling(node) && !(node.role == "StaticText" && node.name == around);
    if let Some(node) = Node::read(node).filter(telling) {
        let Node { role, name, .. } = &node;
        let indent = "  ".repeat(depth);
        let _infallible = write!(tree, "{indent}{role} “{name}”");
        if !node.value.is_empty() {
            let _infallible = write!(tree, " = “{}”", node.value);
        }
        for state in ["disabled", "readonly", "checked", "expanded", "focused"] {
            if node.is(state) {
                let _infallible = write!(tree, " [{state}]");
            }
        }
        tree.push('\n');
        inner += 1;
        name_here = node.name;
    }
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = child.as_str().and_then(|id| by_id.get(id)) {
            draw(child, by_id, inner, &name_here, tree);
        }
    }
}

fn is_telling(node: &Node) -> bool {
    match node.role.as_str() {
        "InlineTextBox" | "LineBreak" => false,
        "generic" | "none" | "LabelText" => !node.name.is_empty(),
        _ => true,
    }
}

/// Text as it is drawn: what is hidden is left out, blocks stand apart, fields show what they hold, a closed list
/// shows only what is chosen.
const TEXT: &str = "function () {
    const silent = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'OPTION', 'DATALIST', 'HEAD']);
    const drawn = { opacityProperty: true, visibilityProperty: true };
    const read = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.data;
        if (node.nodeType !== Node.ELEMENT_NODE || silent.has(node.tagName)) return '';
        const { display } = getComputedStyle(node);
        if (display !== 'contents' && !node.checkVisibility(drawn)) return '';
        if (node.tagName === 'BR') return ' ';
        if (node.files) return ` ${[...node.files].map((file) => file.name)} `;
        if (node.selectedOptions) return ` ${[...node.selectedOptions].map((o) => o.label)} `;
        if (node.tagName === 'TEXTAREA') return ` ${node.value} `;
        if (node.tagName === 'INPUT') {
            return ['checkbox', 'radio', 'password'].includes(node.type) ? '' : ` ${node.value} `;
        }
        const inner = [...node.childNodes].map(read).join('');
        return display === 'inline' || display === 'contents' ? inner : ` ${inner} `;
    };
    return read(this === document ? document.documentElement : this);
}";
