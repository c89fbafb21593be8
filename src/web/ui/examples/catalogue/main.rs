//! Every part in its states, to look at. It is not shipped.
//!
//! ```sh
//! cargo build -p liaison-ui --example catalogue --target wasm32-unknown-unknown
//! wasm-bindgen --target web --out-dir target/catalogue target/wasm32-unknown-unknown/debug/examples/catalogue.wasm
//! cp -r style src/web/ui/examples/catalogue/index.html target/catalogue
//! ```
//!
//! Then `cargo run -p liaison-journeys --bin shots -- target/catalogue FOLDER --hash '#controls'`; the places are
//! `controls`, `states`, `app`, `detail`, `console`, `task`, `desk`, and `dialog`, `panel`, `confirm`, `menu` for what opens.

mod frames;
mod parts;
mod screens;

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;
use liaison_ui::{Locale, Notices, Text, Wording, set_locale, set_wording};

fn main() {
    set_wording(wording());
    let language = LocalStorage::raw()
        .get_item("liaison.language")
        .ok()
        .flatten()
        .unwrap_or_default();
    set_locale(Locale::of_tag(&language).unwrap_or_else(Locale::of_browser));
    leptos::mount::mount_to_body(move || {
        Notices::start();
        let hash = window().location().hash().unwrap_or_default();
        match hash.trim_start_matches('#') {
            "app" => frames::app(false),
            "detail" => frames::app(true),
            "console" => frames::console(),
            "task" => screens::task(),
            "desk" => screens::desk(),
            "states" => parts::states(),
            page => parts::controls(page),
        }
    });
}

/// A sample sentence in both languages.
pub fn say(en: &'static str, zh: &'static str) -> Text {
    (move || {
        Text::from(if liaison_ui::locale() == Locale::En {
            en
        } else {
            zh
        })
    })
    .into()
}

fn wording() -> Wording {
    Wording {
        close: || say("Close", "关闭"),
        cancel: || say("Cancel", "取消"),
        back: || say("Back", "返回"),
        dismiss: || say("Dismiss", "知道了"),
        optional: || say("optional", "选填"),
        remove: || say("Remove", "移除"),
        choose_file: || say("Choose a file", "选择文件"),
        or_drop_it: || say("or drop it here", "或拖到这里"),
        signs_left: |n| {
            Text::plural(
                &[
                    ["{0} character left", "{0} characters left"],
                    ["还可输入 {0} 个字"; 2],
                ],
                n,
                [n.into()],
            )
        },
        signs_too_many: |n| {
            Text::plural(
                &[
                    ["{0} character too many", "{0} characters too many"],
                    ["超出 {0} 个字"; 2],
                ],
                n,
                [n.into()],
            )
        },
        step: |at, of| {
            Text::phrase(
                &["Step {0} of {1}", "第 {0} 步，共 {1} 步"],
                [at.into(), of.into()],
            )
        },
        step_done: || say("done", "已完成"),
        who_can_change_it: || say("Who can change it", "谁可以更改"),
        what_to_do: || say("What to do", "接下来"),
        notices: || say("Notices", "提示"),
    }
}
