use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::contact::{Pair, accept::AcceptRequest, decline::DeclineRequest};
use liaison_ui::{Button, ButtonKind, Icon, KeyValue, KeyValues, intl, notices};

use super::{
    asking::BlockButton,
    person::{Person, way},
};
use crate::{
    route::{Route, go},
    screens::{Form, chats::ChatsRoute},
    words::contacts as word,
};

/// Somebody asks: accepted by hand, or declined (CON 4).
#[component]
pub fn Answering(pair: Pair, person: Memo<Option<Person>>) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let notices = notices();
    let accept = move || {
        if let Some(conversation) = form.take(db.run(AcceptRequest { pair })) {
            notices.tell(word::accepted());
            go(Route::Chats(ChatsRoute::Direct(conversation)));
        }
    };
    let decline = move || {
        if form.take(db.run(DeclineRequest { pair })).is_some() {
            notices.tell(word::declined());
        }
    };
    let asked = move || {
        let relation = person.with(|person| person.as_ref()?.relation.clone())?;
        let greeting = relation.greeting.map(|greeting| view! { <blockquote class="greeting"><bdi>{greeting.to_string()}</bdi></blockquote> });
        Some(view! {
            {greeting}
            <KeyValues>
                <KeyValue label=word::how()>{way(relation.way)}</KeyValue>
                <KeyValue label=word::when()>{intl::date_time(relation.state.at().0)}</KeyValue>
            </KeyValues>
        })
    };
    view! {
        <p class="strong">{word::asks_you()}</p>
        {asked}
        {form.card(word::cannot_answer(), &[])}
        <div class="actions">
            <Button label=word::accept() kind=ButtonKind::Primary icon=Icon::CHECK on_press=accept />
            <Button label=word::decline() on_press=decline />
            <BlockButton pair=pair />
        </div>
    }
    .into_any()
}
