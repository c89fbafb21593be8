use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    account::{Privacy, privacy, set_privacy::SetPrivacy},
    command::Actor,
    row::ReadRows,
};
use liaison_ui::{PageHeader, Switch};

use super::MeRoute;
use crate::{
    route::Route,
    screens::{Form, title},
    words::me::privacy as word,
};

/// How others may find this person, and what they see outside (CON 7).
#[component]
pub fn PrivacyPane() -> impl IntoView {
    title(word::title());
    let db = use_db();
    let form = Form::new();
    let mine = db.live(|view, _| match view.actor() {
        Actor::Account(me) => view
            .find(&privacy(me).at(()))
            .ok()
            .flatten()
            .unwrap_or_default(),
        Actor::Visitor | Actor::Operator => Privacy::default(),
    });
    let set = move |change: fn(&mut Privacy, bool)| {
        move |on: bool| {
            let mut privacy = mine.get_untracked();
            change(&mut privacy, on);
            _ = form.take(db.run(SetPrivacy { privacy }));
        }
    };
    let is = move |which: fn(&Privacy) -> bool| Signal::derive(move || mine.with(which));
    view! {
        <PageHeader title=word::title() back=Signal::stored(Route::Me(MeRoute::Profile).href()) />
        <div class="pane-scroll">
            <div class="pane-body">
                <Switch
                    label=word::by_phone()
                    hint=word::by_phone_hint()
                    checked=is(|privacy| privacy.findable_by_phone)
                    on_change=set(|privacy, on| privacy.findable_by_phone = on)
                />
                <Switch
                    label=word::by_code()
                    hint=word::by_code_hint()
                    checked=is(|privacy| privacy.addable_by_code)
                    on_change=set(|privacy, on| privacy.addable_by_code = on)
                />
                <Switch
                    label=word::position()
                    hint=word::position_hint()
                    checked=is(|privacy| privacy.shows_department_and_title)
                    on_change=set(|privacy, on| privacy.shows_department_and_title = on)
                />
                {form.card(word::cannot_set(), &[])}
            </div>
        </div>
    }
    .into_any()
}
