use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    account::{Privacy, privacy, set_privacy::SetPrivacy},
    command::Actor,
    row::ReadRows,
};
use liaison_ui::{PageHeader, Switch};

use super::MeRoute;
use crate::{
    route::Route,
    screens::{Form, stopped, title},
    words::me::privacy as word,
};

/// How others may find this person, and what they see outside (CON 7).
#[component]
pub fn PrivacyPane() -> impl IntoView {
    title(word::title());
    let db = use_db();
    let form = Form::new();
    // A row that cannot be read is not the default: a switch would write that over what is stored.
    let mine = db.live(|view, _| match view.actor() {
        Actor::Account(me) => view
            .find(&privacy(me).at(()))
            .map(Option::unwrap_or_default),
        Actor::Visitor | Actor::Operator => Ok(Privacy::default()),
    });
    let broken = Memo::new(move |_| mine.get().err());
    let set = move |change: fn(&mut Privacy, bool)| {
        move |on: bool| {
            let Ok(mut privacy) = mine.get_untracked() else {
                return;
            };
            change(&mut privacy, on);
            _ = form.take(db.run(SetPrivacy { privacy }));
        }
    };
    let is = move |which: fn(&Privacy) -> bool| {
        Signal::derive(move || mine.with(|mine| mine.as_ref().is_ok_and(which)))
    };
    let switches = move || {
        view! {
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
        }
        .into_any()
    };
    view! {
        <PageHeader title=word::title() back=Signal::stored(Route::Me(MeRoute::Profile).href()) />
        <div class="pane-scroll">
            <div class="pane-body">
                {move || match broken.get() {
                    None => switches(),
                    Some(stop) => stopped(word::cannot_set(), stop),
                }}
                {form.card(word::cannot_set(), &[])}
            </div>
        </div>
    }
    .into_any()
}
