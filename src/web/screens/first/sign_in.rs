use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_ui::{ButtonKind, ButtonLink, Callout, EmptyState, Icon, PageHeader};

use crate::{
    route::{Route, go},
    screens::{
        demo::{PeopleList, people},
        title,
    },
    words::{copies, first as word},
};

/// Unlinked, signing in is choosing a person of this browser (DEMO 4), and the screen says so.
#[component]
pub fn SignInScreen(then: Route) -> impl IntoView {
    title(word::sign_in());
    let people = people(use_db());
    let sign_up = Route::SignUp {
        then: Box::new(then.clone()),
    }
    .href();
    let nobody = || {
        view! { <EmptyState icon=Icon::PERSON title=word::nobody_here() text=word::nobody_here_why() /> }.into_any()
    };
    view! {
        <main class="page narrow">
            <PageHeader title=word::sign_in() back=Signal::stored(Route::First.href()) />
            <Callout>{word::sign_in_how()}</Callout>
            {move || {
                let then = then.clone();
                match people.with(|people| people.as_ref().is_ok_and(Vec::is_empty)) {
                    true => nobody(),
                    false => view! { <PeopleList on_choose=move || go(then.clone()) /> }.into_any(),
                }
            }}
            <div class="actions"><ButtonLink label=word::sign_up() href=sign_up icon=Icon::ADD />
                <ButtonLink label=copies::title() href=Route::Copies.href() kind=ButtonKind::Quiet /></div>
        </main>
    }
    .into_any()
}
