//! Chats: the Team thread and conversations (MSG).

mod conversation;
mod list;
mod notice;
mod route;
mod team;

use leptos::prelude::*;
use liaison_ui::{EmptyState, Icon};

pub use route::ChatsRoute;

use self::{conversation::ConversationPane, list::ThreadList, team::TeamPane};
use crate::{
    screens::{EmployeeFrame, SignedIn, title},
    words::chats as word,
};

#[component]
pub fn ChatsScreen(#[prop(into)] route: Signal<ChatsRoute>) -> impl IntoView {
    let at_detail = Signal::derive(move || route.get() != ChatsRoute::List);
    let detail = move || match route.get() {
        ChatsRoute::List => {
            title(word::title());
            view! { <EmptyState icon=Icon::CHATS title=word::none_chosen() text=word::none_chosen_why() /> }.into_any()
        }
        ChatsRoute::Team => view! { <TeamPane /> }.into_any(),
        ChatsRoute::Direct(conversation) => {
            view! { <ConversationPane conversation=conversation /> }.into_any()
        }
    };
    view! {
        <SignedIn>
            <EmployeeFrame at_detail=at_detail list=view! { <ThreadList route=route /> }.into_any() detail=detail.into_any() />
        </SignedIn>
    }
    .into_any()
}
