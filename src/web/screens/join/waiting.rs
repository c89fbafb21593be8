use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::organization::{
    invitations_for_me::{InvitationsForMe, WaitingInvitation},
    join::{Join, JoinBy},
};
use liaison_ui::{Button, ButtonKind, Callout, Tone, notices};

use crate::{screens::Form, words::join as word};

/// The organizations that have entered this person's number and wait for them.
#[component]
pub fn WaitingInvitations() -> impl IntoView {
    let waiting = use_db().live_ask(|| InvitationsForMe);
    let offer = |waiting: WaitingInvitation| view! { <Offer waiting=waiting /> }.into_any();
    move || {
        let waiting = waiting.get().unwrap_or_default();
        (!waiting.is_empty()).then(|| {
            let offers = waiting.into_iter().map(offer).collect_view();
            view! { <div class="stack tight pad">{offers}</div> }
        })
    }
}

#[component]
fn Offer(waiting: WaitingInvitation) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let notices = notices();
    let name = waiting.company.display_name.to_string();
    let joined = name.clone();
    let organization = waiting.organization;
    let join = move || {
        let by = JoinBy::Number(organization);
        if form.take(db.run(Join { by })).is_some() {
            notices.tell(word::joined(joined.clone()));
        }
    };
    view! {
        <Callout tone=Tone::Info title=word::waits(name.clone())>
            <p>{word::waits_why()}</p>
            {form.card(word::cannot_join(), &[])}
            <div class="actions">
                <Button label=word::join(name) kind=ButtonKind::Primary small=true on_press=join />
            </div>
        </Callout>
    }
    .into_any()
}
