//! What a person sets for this browser: theme and language. Kept in local storage, the same in every tab.
//!
//! As plain text and through `raw()`: gloo-storage's typed half is JSON, and its parser weighs 18 kB.

use gloo_storage::{LocalStorage, Storage};
use leptos::{ev, prelude::*};
use liaison_ui::{Locale, locale, set_locale};

const THEME: &str = "liaison.theme";
const LANGUAGE: &str = "liaison.language";

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    System,
    Light,
    Dark,
}

/// The settings of this browser; a screen gets them with [`settings`].
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    theme: RwSignal<Theme>,
}

pub fn settings() -> Settings {
    expect_context()
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    fn name(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

impl Settings {
    /// Reads what was set, shows it, and follows the other tabs. Comes before the first view.
    pub fn start() -> Settings {
        let settings = Settings {
            theme: RwSignal::new(Theme::System),
        };
        settings.read();
        let heard = window_event_listener(ev::storage, move |event| {
            if event
                .key()
                .is_none_or(|key| key == THEME || key == LANGUAGE)
            {
                settings.read();
            }
        });
        on_cleanup(move || heard.remove());
        provide_context(settings);
        settings
    }

    pub fn theme(self) -> Theme {
        self.theme.get()
    }

    pub fn set_theme(self, theme: Theme) {
        keep(THEME, theme.name());
        self.show_theme(theme);
    }

    pub fn language(self) -> Locale {
        locale()
    }

    pub fn set_language(self, language: Locale) {
        keep(LANGUAGE, language.tag());
        set_locale(language);
    }

    fn read(self) {
        let kept = |key| LocalStorage::raw().get_item(key).ok().flatten();
        let theme =
            kept(THEME).and_then(|name| Theme::ALL.into_iter().find(|theme| theme.name() == name));
        self.show_theme(theme.unwrap_or_default());
        let language = kept(LANGUAGE).and_then(|tag| Locale::of_tag(&tag));
        set_locale(language.unwrap_or_else(Locale::of_browser));
    }

    fn show_theme(self, theme: Theme) {
        if let Some(root) = document().document_element() {
            // Neither can fail on an element that exists.
            _ = match theme {
                Theme::System => root.remove_attribute("data-theme"),
                _ => root.set_attribute("data-theme", theme.name()),
            };
        }
        self.theme.set(theme);
    }
}

/// A browser that keeps nothing (a private window, a full disk) still shows what was chosen, until it is closed.
fn keep(key: &str, value: &str) {
    if LocalStorage::raw().set_item(key, value).is_err() {
        leptos::logging::warn!("{key} is not kept");
    }
}
