use leptos::prelude::*;
use liaison_ui::{Button, ButtonKind, Icon, Locale};

use crate::{
    settings::{Theme, settings},
    words::settings as word,
};

/// The switches for theme and language.
#[component]
pub fn Appearance() -> impl IntoView {
    let settings = settings();
    let next_theme = move || match settings.theme() {
        Theme::System => (Theme::Light, word::theme_system()),
        Theme::Light => (Theme::Dark, word::theme_light()),
        Theme::Dark => (Theme::System, word::theme_dark()),
    };
    let other_language = move || match settings.language() {
        Locale::En => Locale::ZhCn,
        Locale::ZhCn => Locale::En,
    };
    view! {
        <div class="row">
            <Button
                label=move || word::theme_is(next_theme().1)
                kind=ButtonKind::Quiet
                icon=Icon::SUN
                small=true
                on_press=move || settings.set_theme(next_theme().0)
            />
            <Button
                label=move || other_language().own_name()
                kind=ButtonKind::Quiet
                icon=Icon::LANGUAGE
                small=true
                on_press=move || settings.set_language(other_language())
            />
        </div>
    }
    .into_any()
}
