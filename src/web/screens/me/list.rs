use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_ui::{Avatar, Icon, PageHeader, Size, Text};

use super::{
    MeRoute,
    profile::{Myself, myself},
};
use crate::{route::Route, words::me as word};

/// The account name area, and where else one goes from here.
#[component]
pub fn MeList(route: Signal<MeRoute>) -> impl IntoView {
    let db = use_db();
    let me = db.live(|view, _| myself(view).ok().flatten());
    let row = move |icon: Icon, label: Text, to: MeRoute, within: fn(&MeRoute) -> bool| {
        let here = move || route.with(within).then_some("page");
        view! {
            <li>
                <a class="list-row" href=Route::Me(to).href() aria-current=here>
                    <span class="row-icon">{icon}</span>
                    <span class="list-text"><span class="list-line">{label}</span></span>
                </a>
            </li>
        }
        .into_any()
    };
    let account = move || {
        let Myself {
            name, organization, ..
        } = me.get()?;
        let here = move || {
            let within = |route: &MeRoute| {
                matches!(
                    route,
                    MeRoute::Profile | MeRoute::Myself | MeRoute::Name | MeRoute::Identity { .. }
                )
            };
            route.with(within).then_some("page")
        };
        let organization = organization.unwrap_or_default();
        Some(view! {
            <a class="list-row" href=Route::Me(MeRoute::Myself).href() aria-current=here>
                <Avatar name=Signal::stored(name.clone()) size=Size::Large />
                <span class="list-text">
                    <span class="list-line"><bdi class="cut strong">{name}</bdi></span>
                    <span class="list-line"><bdi class="cut muted">{organization}</bdi></span>
                </span>
            </a>
        })
    };
    view! {
        <PageHeader title=word::title() />
        <nav class="pane-scroll" aria-label=word::title()>
            {account}
            <ul class="list">
                {row(Icon::QR, word::my_code(), MeRoute::Code, |route| *route == MeRoute::Code)}
                {row(Icon::EYE, word::privacy::title(), MeRoute::Privacy, |route| *route == MeRoute::Privacy)}
                {row(Icon::BUILDING, word::policies::title(), MeRoute::Policies, |route| *route == MeRoute::Policies)}
                {row(Icon::SETTINGS, word::settings::title(), MeRoute::Settings, |route| {
                    matches!(route, MeRoute::Settings | MeRoute::Account | MeRoute::Region { .. })
                })}
            </ul>
        </nav>
    }
    .into_any()
}
