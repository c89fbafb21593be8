//! Contacts: people, requests, the directory, and the ways to add somebody (CON).

mod add;
mod answering;
mod asking;
mod browse;
mod card;
mod colleague;
mod found;
mod list;
mod open;
mod person;
mod person_pane;
mod phone;
mod requests;
mod roster;
mod route;
mod scan;
mod seat;

use leptos::prelude::*;
use liaison_ui::{ButtonKind, ButtonLink, EmptyState, Icon};

pub use open::AddScreen;
pub use route::{Colleague, ContactsRoute};
pub use seat::{SeatField, own_seats};

use self::{
    add::AddPane, browse::DirectoryPane, colleague::ColleaguePane, found::FoundPane,
    list::ContactList, person_pane::PersonPane, phone::PhonePane, requests::RequestsPane,
    scan::ScanPane,
};
use crate::{
    route::Route,
    screens::{EmployeeFrame, SignedIn, title},
    words::contacts as word,
};

#[component]
pub fn ContactsScreen(#[prop(into)] route: Signal<ContactsRoute>) -> impl IntoView {
    let at_detail = Signal::derive(move || route.get() != ContactsRoute::List);
    let detail = move || match route.get() {
        ContactsRoute::List => view! { <NobodyChosen /> }.into_any(),
        ContactsRoute::Requests => view! { <RequestsPane /> }.into_any(),
        ContactsRoute::Person(pair) => view! { <PersonPane pair=pair /> }.into_any(),
        ContactsRoute::Found(answer) => view! { <FoundPane answer=answer /> }.into_any(),
        ContactsRoute::Add => view! { <AddPane /> }.into_any(),
        ContactsRoute::Scan => view! { <ScanPane /> }.into_any(),
        ContactsRoute::Phone => view! { <PhonePane /> }.into_any(),
        ContactsRoute::Organization(organization, department) => {
            view! { <DirectoryPane organization=organization department=department /> }.into_any()
        }
        ContactsRoute::Colleague(place) => view! { <ColleaguePane place=place /> }.into_any(),
    };
    view! {
        <SignedIn>
            <EmployeeFrame at_detail=at_detail list=view! { <ContactList route=route /> }.into_any() detail=detail.into_any() />
        </SignedIn>
    }
    .into_any()
}

#[component]
fn NobodyChosen() -> impl IntoView {
    title(word::title());
    view! {
        <EmptyState icon=Icon::CONTACTS title=word::none_chosen() text=word::none_chosen_why()>
            <ButtonLink label=word::add_title() href=Route::Contacts(ContactsRoute::Add).href() kind=ButtonKind::Primary icon=Icon::ADD />
        </EmptyState>
    }
    .into_any()
}
