//! Liaison in the browser. Where to start: [`app::App`] is the table of contents; `words` is how it speaks.

mod app;
mod route;
mod screens;
mod settings;
mod tell;
mod words;

use leptos::mount::mount_to_body;

fn main() {
    console_error_panic_hook::set_once();
    liaison_ui::set_wording(app::wording());
    mount_to_body(app::App);
}
