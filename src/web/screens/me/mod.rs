//! Me: profile, identity, code, privacy, settings.

mod code;
mod documents_form;
mod identity;
mod list;
mod name;
mod number_form;
mod policies;
mod privacy;
mod profile;
mod region;
mod route;
mod settings;
mod verdicts;

use leptos::prelude::*;

pub use route::MeRoute;

use self::{
    code::CodePane,
    identity::IdentityPane,
    list::MeList,
    name::NamePane,
    policies::PoliciesPane,
    privacy::PrivacyPane,
    profile::ProfilePane,
    region::RegionPane,
    settings::{AccountPane, SettingsPane},
};
use crate::screens::{EmployeeFrame, SignedIn};

#[component]
pub fn MeScreen(#[prop(into)] route: Signal<MeRoute>) -> impl IntoView {
    let at_detail = Signal::derive(move || route.get() != MeRoute::Profile);
    let detail = move || match route.get() {
        MeRoute::Profile | MeRoute::Myself => view! { <ProfilePane /> }.into_any(),
        MeRoute::Name => view! { <NamePane /> }.into_any(),
        // In another program of the app: see `IdentityScreen`.
        MeRoute::Identity { .. } => ().into_any(),
        MeRoute::Code => view! { <CodePane /> }.into_any(),
        MeRoute::Privacy => view! { <PrivacyPane /> }.into_any(),
        MeRoute::Policies => view! { <PoliciesPane /> }.into_any(),
        MeRoute::Settings => view! { <SettingsPane /> }.into_any(),
        MeRoute::Account => view! { <AccountPane /> }.into_any(),
        MeRoute::Region { then } => view! { <RegionPane then=then.map(|then| *then) /> }.into_any(),
    };
    view! {
        <SignedIn>
            <EmployeeFrame at_detail=at_detail list=view! { <MeList route=route /> }.into_any() detail=detail.into_any() />
        </SignedIn>
    }
    .into_any()
}

/// *Identity Verification* by itself: most people open it once, so it comes with another program of the app.
#[component]
pub fn IdentityScreen(#[prop(into)] route: Signal<MeRoute>) -> impl IntoView {
    let detail = move || match route.get() {
        MeRoute::Identity { then } => {
            view! { <IdentityPane then=then.map(|then| *then) /> }.into_any()
        }
        _ => ().into_any(),
    };
    view! {
        <SignedIn>
            <EmployeeFrame at_detail=true list=view! { <MeList route=route /> }.into_any() detail=detail.into_any() />
        </SignedIn>
    }
    .into_any()
}
