use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{id::RegistrationId, registration::discard::DiscardDraft};
use liaison_ui::{Button, ButtonKind, Confirm, Icon};

use super::RegisterRoute;
use crate::{
    route::{Route, replace},
    screens::Form,
    words::register as word,
};

/// A draft that is wanted no more makes room for another application.
#[component]
pub fn Discard(registration: RegistrationId) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let asking = RwSignal::new(false);
    let discard = move || {
        let discarded = form.take(db.run(DiscardDraft { registration }));
        if discarded.is_some() {
            replace(Route::Register(RegisterRoute::Mine));
        }
    };
    view! {
        <div class="actions">
            <Button label=word::discard() kind=ButtonKind::Quiet icon=Icon::TRASH on_press=move || asking.set(true) />
        </div>
        {form.card(word::cannot_discard(), &[])}
        <Confirm title=word::discard_title() open=asking act=word::discard() on_confirm=discard>
            <p>{word::discard_what()}</p>
        </Confirm>
    }
    .into_any()
}
