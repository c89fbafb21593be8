use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    command::Actor, desk::appoint_reviewer::AppointReviewer, id::AccountId, operator::Known,
};
use liaison_ui::{Button, ButtonKind, Confirm, Icon};

use super::people;
use crate::{screens::Form, words::demo as word};

/// Unlinked, this browser is the operator, who lets a person decide at the desk (DEMO 4): whoever this tab is.
#[component]
pub fn MakeReviewer() -> impl IntoView {
    let db = use_db();
    let everybody = people(db);
    let form = Form::new();
    let candidate = Memo::new(move |_| {
        let is_me = |known: &&Known| db.actor() == Actor::Account(known.account);
        everybody.with(|people| {
            let me = people.as_ref().ok()?.iter().find(is_me)?;
            (!me.is_reviewer).then(|| (me.account, me.profile.name.to_string()))
        })
    });
    let one = move |(account, name): (AccountId, String)| {
        let asking = RwSignal::new(false);
        let appoint = {
            let name = name.clone();
            move || {
                let name = name.clone();
                form.take(db.run_as(Actor::Operator, AppointReviewer { account, name }));
            }
        };
        view! {
            <div class="actions">
                <Button label=word::make_reviewer(name.clone()) kind=ButtonKind::Quiet icon=Icon::REVIEW on_press=move || asking.set(true) />
            </div>
            <Confirm title=word::make_reviewer_title(name) open=asking act=word::appoint() kind=ButtonKind::Primary on_confirm=appoint>
                <p>{word::make_reviewer_what()}</p>
            </Confirm>
        }
        .into_any()
    };
    view! {
        {move || candidate.get().map(one)}
        {form.card(word::cannot_appoint(), &[])}
    }
    .into_any()
}
