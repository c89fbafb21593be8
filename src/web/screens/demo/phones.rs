use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    ask::ask,
    command::Actor,
    numbers::Mobile,
    operator::{Phone, Phones as Asked},
};
use liaison_ui::{Button, ButtonKind, Dialog, DialogShape, EmptyState, Icon};

use crate::words::demo as word;

/// Where a text message would arrive, it is shown as that person's phone, and the screen says so.
#[component]
pub fn Phones() -> impl IntoView {
    let open = RwSignal::new(false);
    let phones = use_db().authority_live(|store, now| {
        ask(store, Actor::Operator, now.time(), &Asked).unwrap_or_default()
    });
    let label = move || word::phones(phones.with(|phones| phones.len() as u64));
    let content = move || {
        match phones.with(Vec::is_empty) {
        true => view! { <EmptyState icon=Icon::PHONE title=word::no_message() text=word::no_message_why() /> }.into_any(),
        false => view! { <ul class="stack">{phones.get().into_iter().map(phone).collect_view()}</ul> }.into_any(),
    }
    };
    view! {
        <Button label=label icon=Icon::PHONE kind=ButtonKind::Quiet small=true on_press=move || open.set(true) />
        <Dialog title=word::phones_title() open=open shape=DialogShape::Panel>
            <p class="muted">{word::phones_why()}</p>
            {content}
        </Dialog>
    }
    .into_any()
}

fn phone(phone: Phone) -> AnyView {
    let mobile = match Mobile::parse(&phone.mobile, None) {
        Ok(mobile) => mobile.spaced(),
        Err(_) => phone.mobile,
    };
    let owner = phone
        .owner
        .map(|owner| view! { <bdi>{owner.name.to_string()}</bdi> });
    view! {
        <li class="demo-phone">
            <p class="muted">{mobile} " " {owner}</p>
            <p>{word::text_message()}</p>
            <p class="demo-code">{phone.digits}</p>
        </li>
    }
    .into_any()
}
