//! Finding by role and accessible name, as a screen reader does; what is hidden or behind a modal dialog is not there.

use serde_json::{Value, json};

use super::Tab;

/// A node of the accessibility tree.
pub(super) struct Node {
    pub backend: u64,
    pub role: String,
    pub name: String,
    pub value: String,
    states: Vec<(String, Value)>,
}

/// Roles of what one fills in. Chromium tells date and time fields apart by roles of its own.
pub(super) const FIELDS: [&str; 7] = [
    "textbox",
    "searchbox",
    "combobox",
    "spinbutton",
    "Date",
    "DateTime",
    "InputTime",
];

/// What is called by what stands in it, where Chromium computes no name.
const CALLED_BY_CONTENT: [&str; 6] = ["alert", "article", "listitem", "paragraph", "row", "status"];

impl Node {
    /// Nothing for what the accessibility tree leaves out.
    pub fn read(node: &Value) -> Option<Self> {
        if node["ignored"] == true {
            return None;
        }
        let text = |of: &str| match &node[of]["value"] {
            Value::String(text) => tidy(text),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        let states = node["properties"].as_array().into_iter().flatten();
        Some(Self {
            backend: node["backendDOMNodeId"].as_u64()?,
            role: text("role"),
            name: text("name"),
            value: text("value"),
            states: states
                .filter_map(|p| Some((p["name"].as_str()?.to_owned(), p["value"]["value"].clone())))
                .collect(),
        })
    }

    pub fn state(&self, name: &str) -> Option<&Value> {
        let state = self.states.iter().find(|(state, _)| state == name);
        state.map(|(_, value)| value)
    }

    pub fn is(&self, state: &str) -> bool {
        (self.state(state)).is_some_and(|value| value == true || value == "true")
    }
}

impl Tab {
    /// The one thing of these roles with this name; else the one whose name contains it.
    pub(super) fn find(&self, roles: &[&str], name: &str) -> Result<Node, String> {
        only(self.find_all(roles, name)?)
    }

    /// Everything of these roles with exactly this name; if there is nothing, all whose names contain it.
    pub(super) fn find_all(&self, roles: &[&str], name: &str) -> Result<Vec<Node>, String> {
        let root = self.root()?;
        let roles: Vec<_> = roles.iter().flat_map(|role| spellings(role)).collect();
        let mut exact = self.query(json!({ "objectId": root, "accessibleName": name }))?;
        exact.retain(|node| roles.contains(&node.role.as_str()));
        if !exact.is_empty() && !name.is_empty() {
            return Ok(exact);
        }
        let mut partly = Vec::new();
        for role in roles {
            for mut node in self.query(json!({ "objectId": root, "role": role }))? {
                if node.name.is_empty() && CALLED_BY_CONTENT.contains(&role) {
                    node.name = self.text_of(&self.object(&node)?)?;
                }
                if node.name.contains(name) {
                    partly.push(node);
                }
            }
        }
        if partly.iter().any(|node| node.name == name) {
            partly.retain(|node| node.name == name);
        }
        Ok(partly)
    }

    fn query(&self, query: Value) -> Result<Vec<Node>, String> {
        let answer = self.ask("Accessibility.queryAXTree", query)?;
        let nodes = answer["nodes"].as_array().into_iter().flatten();
        Ok(nodes.filter_map(Node::read).collect())
    }

    /// The document, or the innermost part that is being looked at, as a remote object.
    pub(super) fn root(&self) -> Result<String, String> {
        let Some(((role, name), outer)) = self.within.split_last() else {
            let document = json!({ "expression": "document", "objectGroup": "sought" });
            return object_id(&self.ask("Runtime.evaluate", document)?["result"]);
        };
        let outer = Self {
            within: outer.to_vec(),
            ..self.clone()
        };
        let part = outer.find(&[role], name);
        outer.object(&part.map_err(|why| format!("{role} “{name}”: {why}"))?)
    }

    pub(super) fn object(&self, node: &Node) -> Result<String, String> {
        let of = json!({ "backendNodeId": node.backend, "objectGroup": "sought" });
        object_id(&self.ask("DOM.resolveNode", of)?["object"])
    }

    /// Calls a JavaScript function with a remote object as `this`.
    pub(super) fn call(
        &self,
        object: &str,
        function: &str,
        arguments: &[Value],
    ) -> Result<Value, String> {
        let arguments: Vec<_> = arguments.iter().map(|v| json!({ "value": v })).collect();
        let call = json!({
            "objectId": object,
            "functionDeclaration": function,
            "arguments": arguments,
            "awaitPromise": true,
            "returnByValue": true,
            "userGesture": true,
        });
        super::tab::value_of(self.ask("Runtime.callFunctionOn", call)?)
    }
}

pub(super) fn only(mut found: Vec<Node>) -> Result<Node, String> {
    match (found.pop(), found.len()) {
        (Some(node), 0) => Ok(node),
        (Some(_), others) => Err(format!(
            "{} of them are there: say which by `within`, or use the whole name",
            others + 1
        )),
        (None, _) => Err("there is none".to_owned()),
    }
}

/// As people compare words: white space is one space.
pub(super) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What Chromium calls a role: ARIA's name, or one of its own.
fn spellings(role: &str) -> Vec<&str> {
    match role {
        "button" => vec!["button", "DisclosureTriangle"],
        "img" => vec!["image", "img"],
        role => vec![role],
    }
}

fn object_id(object: &Value) -> Result<String, String> {
    let id = object["objectId"].as_str();
    id.map(str::to_owned)
        .ok_or_else(|| "the page is changing".to_owned())
}
