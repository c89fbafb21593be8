//! The language that is shown. Everything that reads it through [`locale`] follows a change without a reload.

use leptos::prelude::*;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Locale {
    En,
    ZhCn,
}

/// The language now; reactive where somebody is looking.
pub fn locale() -> Locale {
    // Event handlers ask as well, to build a sentence once: that is no mistake and deserves no warning.
    match leptos::reactive::graph::Observer::get() {
        Some(_) => SHOWN.with(|shown| shown.get()),
        None => SHOWN.with(|shown| shown.get_untracked()),
    }
}

/// Shows everything in another language. `<html lang>` follows, for fonts, hyphenation and screen readers.
pub fn set_locale(locale: Locale) {
    if let Some(root) = document().document_element() {
        _ = root.set_attribute("lang", locale.tag());
    }
    SHOWN.with(|shown| shown.set(locale));
}

impl Locale {
    pub const ALL: [Locale; 2] = [Locale::En, Locale::ZhCn];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::ZhCn => "zh-CN",
        }
    }

    /// The language's own name: the same in every language.
    pub fn own_name(self) -> &'static str {
        match self {
            Locale::En => "English",
            Locale::ZhCn => "简体中文",
        }
    }

    /// The language that a tag means, if we speak it: `en-GB` is English, every `zh` Simplified Chinese.
    pub fn of_tag(tag: &str) -> Option<Locale> {
        let language = tag.split('-').next().unwrap_or_default();
        Locale::ALL.into_iter().find(|locale| {
            locale
                .tag()
                .split('-')
                .next()
                .is_some_and(|ours| ours.eq_ignore_ascii_case(language))
        })
    }

    /// The first of the browser's languages that we speak.
    pub fn of_browser() -> Locale {
        browser_tags()
            .iter()
            .find_map(|tag| Locale::of_tag(tag))
            .unwrap_or(Locale::En)
    }

    /// The tag for dates and numbers: the reader's own region if the browser tells one (`en-GB` writes 5 March).
    pub(crate) fn format_tag(self) -> String {
        let own = browser_tags()
            .into_iter()
            .find(|tag| Locale::of_tag(tag) == Some(self));
        match self {
            Locale::En => own.unwrap_or_else(|| self.tag().to_owned()),
            Locale::ZhCn => self.tag().to_owned(),
        }
    }
}

fn browser_tags() -> Vec<String> {
    window()
        .navigator()
        .languages()
        .iter()
        .filter_map(|tag| tag.as_string())
        .collect()
}

thread_local! {
    static SHOWN: ArcRwSignal<Locale> = ArcRwSignal::new(Locale::En);
}
