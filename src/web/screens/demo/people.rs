use std::collections::BTreeMap;

use leptos::prelude::*;
use liaison_bridge::{Db, Memo};
use liaison_core::{
    ask::ask,
    command::Actor,
    operator::{Known, People},
    order,
    organization::Role,
    store::Stop,
};
use liaison_ui::{Avatar, Count, Icon, OrgMark, Size, Text};

use crate::{route::Route, screens::stopped, words::demo as word};

/// Everybody of this browser. That they cannot be read does not mean that there is nobody.
pub fn people(db: Db) -> Memo<Result<Vec<Known>, Stop>> {
    db.authority_live(|store, now| ask(store, Actor::Operator, now.time(), &People))
}

/// Persons by organization, each with what they are there and what waits for them.
#[component]
pub fn PeopleList(#[prop(into)] on_choose: Callback<()>) -> impl IntoView {
    let db = liaison_bridge::use_db();
    let everybody = people(db);
    let person = move |known: Known| {
        let account = known.account;
        let what = what(&known);
        let name = known.profile.name.to_string();
        let choose = move |_| {
            db.act_as(Actor::Account(account));
            on_choose.run(());
        };
        let is_me = move || db.actor() == Actor::Account(account);
        view! {
            <li class="person-row">
                <button type="button" class="list-row" aria-current=move || is_me().then_some("true") on:click=choose>
                    <Avatar name=Signal::stored(name.clone()) size=Size::Small />
                    <span class="list-text">
                        <span class="list-line"><bdi class="cut">{name.clone()}</bdi></span>
                        <span class="list-line muted">{what}</span>
                    </span>
                    <Count n=Signal::stored(known.waiting) label=word::waiting(known.waiting) />
                </button>
                <a
                    class="button quiet icon-only small"
                    href=Route::As(account).href()
                    target="_blank"
                    rel="noopener"
                    aria-label=word::other_tab(name.clone())
                    title=word::other_tab(name)
                >
                    {Icon::EXTERNAL}
                </a>
            </li>
        }
        .into_any()
    };
    let group = move |(company, known): (Option<String>, Vec<Known>)| {
        let head = match company {
            Some(company) => view! { <OrgMark name=Signal::stored(company.clone()) size=Size::Small /> <bdi>{company}</bdi> }.into_any(),
            None => word::no_organization().into_any(),
        };
        view! {
            <section class="people-group">
                <h3 class="list-title row">{head}</h3>
                <ul class="list">{known.into_iter().map(person).collect_view()}</ul>
            </section>
        }
        .into_any()
    };
    let list = move || match everybody
        .with(|people| people.as_deref().map(grouped).map_err(Stop::clone))
    {
        Ok(groups) => groups.into_iter().map(group).collect_view().into_any(),
        Err(stop) => stopped(word::cannot_list(), stop),
    };
    view! { <div class="people">{list}</div> }.into_any()
}

/// By the company in which a person is met first; those without one come last.
fn grouped(people: &[Known]) -> Vec<(Option<String>, Vec<Known>)> {
    let mut groups: BTreeMap<(bool, Option<String>), Vec<Known>> = BTreeMap::new();
    for known in people {
        let company = known
            .seats
            .first()
            .map(|(_, company, _)| company.display_name.to_string());
        groups
            .entry((company.is_none(), company))
            .or_default()
            .push(known.clone());
    }
    let group = |((_, company), mut known): ((bool, Option<String>), Vec<Known>)| {
        order::sort_by_key(&mut known, |known| (rank(known), known.profile.created));
        (company, known)
    };
    groups.into_iter().map(group).collect()
}

fn rank(known: &Known) -> u8 {
    match known.seats.first() {
        Some((.., Some(Role::Owner))) => 0,
        Some((.., Some(Role::Administrator))) => 1,
        Some((.., Some(Role::Auditor))) => 2,
        _ if known.is_reviewer => 0,
        _ => 3,
    }
}

fn what(known: &Known) -> Text {
    if known.is_reviewer {
        return word::reviewer();
    }
    match known.seats.first() {
        Some((.., Some(Role::Owner))) => word::owner(),
        Some((.., Some(Role::Administrator))) => word::administrator(),
        Some((.., Some(Role::Auditor))) => word::auditor(),
        Some((.., None)) => word::member(),
        None => word::person(),
    }
}
