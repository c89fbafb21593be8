use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::identity::NextStep;
use liaison_ui::{KeyValue, KeyValues, PageHeader, Pill, RowLink};

use super::{
    MeRoute,
    identity::{Absent, own_standing, state_word},
    profile::myself,
};
use crate::{
    route::Route,
    screens::title,
    words::me::{identity as identity_word, name as word},
};

/// *Name*: what others read, and *Identity Verification* or why it is absent (IDV 2, 5).
#[component]
pub fn NamePane() -> impl IntoView {
    title(word::title());
    let db = use_db();
    let me = db.live(|view, _| myself(view).ok().flatten());
    let standing = db.live(|view, now| own_standing(view, now.time()));
    let names = move || {
        let me = me.get()?;
        let account = me.profile.name.to_string();
        Some(view! {
            <KeyValues>
                <KeyValue label=word::account_name()><bdi>{account}</bdi></KeyValue>
                {me.verified.then(|| view! { <KeyValue label=word::real_name()><bdi>{me.name}</bdi></KeyValue> })}
            </KeyValues>
        })
    };
    let section = move || {
        let standing = standing.get()?;
        if let NextStep::Absent { region, instead } = standing.next() {
            return Some(view! { <Absent region=region instead=instead then=None /> }.into_any());
        }
        let (label, tone) = state_word(&standing);
        let href = Route::Me(MeRoute::Identity { then: None }).href();
        Some(
            view! {
                <div class="rows">
                    <RowLink label=identity_word::title() note=word::why() href=Signal::stored(href)>
                        <Pill label=label tone=tone />
                    </RowLink>
                </div>
            }
            .into_any(),
        )
    };
    view! {
        <PageHeader title=word::title() back=Signal::stored(Route::Me(MeRoute::Myself).href()) />
        <div class="pane-scroll"><div class="pane-body">{names} {section}</div></div>
    }
    .into_any()
}
