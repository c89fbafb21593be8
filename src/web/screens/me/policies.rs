use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::policy::{
    ExternalMode, Partner,
    concerning::{Concerning, MyPolicies},
};
use liaison_ui::{Card, EmptyState, Icon, KeyValue, KeyValues, PageHeader};

use super::MeRoute;
use crate::{
    route::Route,
    screens::{last_change, stopped, title},
    words::me::policies as word,
};

/// What one's organizations have decided about one, and when that changed last (POL 7).
#[component]
pub fn PoliciesPane() -> impl IntoView {
    title(word::title());
    let answer = use_db().live_ask(|| MyPolicies);
    let body = move || match answer.get() {
        Ok(policies) if policies.is_empty() => {
            view! { <EmptyState icon=Icon::BUILDING title=word::none() text=word::none_why() /> }
                .into_any()
        }
        Ok(policies) => policies.into_iter().map(of_one).collect_view().into_any(),
        Err(stop) => stopped(word::cannot_read(), stop),
    };
    view! {
        <PageHeader title=word::title() back=Signal::stored(Route::Me(MeRoute::Profile).href()) />
        <div class="pane-scroll">
            <div class="pane-body">
                <p class="muted">{word::why()}</p>
                {body}
            </div>
        </div>
    }
    .into_any()
}

fn of_one(policies: Concerning) -> AnyView {
    let Concerning {
        organization,
        external,
        permitted,
        partners,
        colleagues,
        serves,
        greetings,
    } = policies;
    let outside = match external.mode {
        ExternalMode::Closed => word::closed(),
        ExternalMode::Partners => word::partners(),
        ExternalMode::Open => word::open(),
    };
    let named = (external.mode == ExternalMode::Partners && !partners.is_empty())
        .then(|| view! { <p>{word::partners_are(names(&partners))}</p> });
    let you = match permitted {
        true => word::you_may(),
        false => word::you_may_not(),
    };
    let without = match (external.people_without_organization, serves) {
        (true, true) => word::without_yes(),
        (true, false) => word::without_not_you(),
        (false, _) => word::without_no(),
    };
    let greeting = match greetings.allowed {
        true => word::greetings_yes(),
        false => word::greetings_no(),
    };
    let among = match colleagues.automatic {
        true => word::colleagues_automatic(),
        false => word::colleagues_ask(),
    };
    view! {
        <Card title=organization.to_string()>
            <KeyValues>
                <KeyValue label=word::outside()>{outside} {named} {last_change(external.changed.as_ref())}</KeyValue>
                <KeyValue label=word::you()>{you}</KeyValue>
                <KeyValue label=word::without()>{without}</KeyValue>
                <KeyValue label=word::colleagues()>{among} {last_change(colleagues.changed.as_ref())}</KeyValue>
                <KeyValue label=word::greetings()>{greeting} {last_change(greetings.changed.as_ref())}</KeyValue>
            </KeyValues>
        </Card>
    }
    .into_any()
}

fn names(partners: &[Partner]) -> String {
    let names: Vec<String> = partners.iter().map(|it| it.name.to_string()).collect();
    names.join(" · ")
}
