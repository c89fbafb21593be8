//! Keys by the names that `KeyboardEvent.key` has, with the modifiers before them: `Control+k`.

use serde_json::{Value, json};

/// What `Input.dispatchKeyEvent` wants to know for going down and coming up.
pub(super) fn press(combination: &str) -> Result<[Value; 2], String> {
    let (modifiers, key) = split(combination)?;
    let (code, number, text) = describe(key)?;
    let mut down = json!({
        "type": "rawKeyDown",
        "modifiers": modifiers,
        "key": if key == "Space" { " " } else { key },
        "code": code,
        "windowsVirtualKeyCode": number,
    });
    let mut up = down.clone();
    up["type"] = json!("keyUp");
    let commands = modifiers & (ALT | CONTROL | META) != 0;
    if let Some(text) = text
        && !commands
    {
        down["type"] = json!("keyDown");
        down["text"] = json!(text);
    }
    Ok([down, up])
}

const ALT: u8 = 1;
const CONTROL: u8 = 2;
const META: u8 = 4;
const SHIFT: u8 = 8;

fn split(combination: &str) -> Result<(u8, &str), String> {
    let mut modifiers = 0;
    let mut rest = combination;
    while let Some((modifier, key)) = rest.split_once('+')
        && !key.is_empty()
    {
        modifiers |= match modifier {
            "Alt" => ALT,
            "Control" => CONTROL,
            "Meta" => META,
            "Shift" => SHIFT,
            _ => return Err(format!("no modifier is called {modifier}")),
        };
        rest = key;
    }
    Ok((modifiers, rest))
}

/// The physical key, its number on Windows, which Chromium goes by, and what it writes.
fn describe(key: &str) -> Result<(String, u32, Option<String>), String> {
    let named = |number| Ok((key.to_owned(), number, None));
    let mut characters = key.chars();
    match key {
        "Enter" => Ok((key.to_owned(), 13, Some("\r".to_owned()))),
        "Space" | " " => Ok(("Space".to_owned(), 32, Some(" ".to_owned()))),
        "Backspace" => named(8),
        "Tab" => named(9),
        "Escape" => named(27),
        "PageUp" => named(33),
        "PageDown" => named(34),
        "End" => named(35),
        "Home" => named(36),
        "ArrowLeft" => named(37),
        "ArrowUp" => named(38),
        "ArrowRight" => named(39),
        "ArrowDown" => named(40),
        "Delete" => named(46),
        _ => match (characters.next(), characters.next()) {
            (Some(sign), None) => Ok(character(sign)),
            _ => Err(format!("no key is called {key}")),
        },
    }
}

fn character(sign: char) -> (String, u32, Option<String>) {
    let upper = sign.to_ascii_uppercase();
    let (code, number) = match upper {
        'A'..='Z' => (format!("Key{upper}"), u32::from(upper)),
        '0'..='9' => (format!("Digit{upper}"), u32::from(upper)),
        _ => (String::new(), 0),
    };
    (code, number, Some(sign.to_string()))
}
