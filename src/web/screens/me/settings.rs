use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_ui::{Choice, Icon, Locale, PageHeader, RowLink, Segmented, intl};

use super::{MeRoute, profile::myself};
use crate::{
    route::Route,
    screens::title,
    settings::{Theme, settings},
    tell,
    words::{me::settings as word, settings as appearance},
};
use liaison_core::refusal::Field as Of;

/// *Settings*: how this browser shows Liaison, and the account.
#[component]
pub fn SettingsPane() -> impl IntoView {
    title(word::title());
    let settings = settings();
    let themes = || {
        vec![
            Choice::new(Theme::System, appearance::theme_system()),
            Choice::new(Theme::Light, appearance::theme_light()),
            Choice::new(Theme::Dark, appearance::theme_dark()),
        ]
    };
    let languages = || {
        [Locale::En, Locale::ZhCn]
            .map(|language| Choice::new(language, language.own_name()))
            .to_vec()
    };
    view! {
        <PageHeader title=word::title() back=Signal::stored(Route::Me(MeRoute::Profile).href()) />
        <div class="pane-scroll">
            <div class="pane-body">
                <div class="rows">
                    <RowLink icon=Icon::ME label=word::account() note=word::account_note() href=Signal::stored(Route::Me(MeRoute::Account).href()) />
                </div>
                <Segmented
                    label=word::theme()
                    choices=themes
                    chosen=Signal::derive(move || Some(settings.theme()))
                    on_choose=move |theme| settings.set_theme(theme)
                />
                <Segmented
                    label=word::language()
                    choices=languages
                    chosen=Signal::derive(move || Some(settings.language()))
                    on_choose=move |language| settings.set_language(language)
                />
            </div>
        </div>
    }
    .into_any()
}

/// *Me* → *Settings* → *Account*.
#[component]
pub fn AccountPane() -> impl IntoView {
    title(word::account());
    let me = use_db().live(|view, _| myself(view).ok().flatten());
    let rows = move || {
        let profile = me.get()?.profile;
        let region_href = Route::Me(MeRoute::Region { then: None }).href();
        let region = intl::region_name(profile.region.as_str());
        Some(view! {
            <div class="rows">
                <div class="row-link">
                    <span class="row-text">{tell::field(Of::Mobile)}</span>
                    <span class="row-value figures">{profile.mobile.spaced()}</span>
                </div>
                <RowLink label=tell::field(Of::Region) href=Signal::stored(region_href)>{region}</RowLink>
            </div>
        })
    };
    view! {
        <PageHeader title=word::account() back=Signal::stored(Route::Me(MeRoute::Settings).href()) />
        <div class="pane-scroll"><div class="pane-body">{rows}</div></div>
    }
    .into_any()
}
