use leptos::prelude::*;
use liaison_ui::Text;

use crate::words;

/// Says in the page's title where one is, while the screen stands.
pub fn title(of: impl Into<Text>) {
    let of = of.into();
    Effect::new(move |_| document().set_title(&words::app::title(of.clone()).get()));
}
