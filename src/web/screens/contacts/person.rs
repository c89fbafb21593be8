use leptos::prelude::*;
use liaison_core::{
    command::Actor,
    contact::{Met, Pair, Relation, Way, relations},
    organization::Company,
    row::ReadRows,
    store::Stop,
    text::Line,
    view::View,
};
use liaison_ui::{Avatar, Pill, Size, Text, VerifiedMark};

use crate::words::{contacts as word, demo::no_organization};

/// Somebody as they are met: by a relation, or by an opened code or number.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub pair: Pair,
    pub name: String,
    /// How this person calls them.
    pub remark: Option<String>,
    pub verified: bool,
    /// Nobody's seat: *No organization* (CON 10).
    pub company: Option<Company>,
    pub position: Option<(Line, Option<Line>)>,
    pub relation: Option<Relation>,
}

impl Person {
    pub fn read(view: &View, pair: Pair) -> Result<Option<Self>, Stop> {
        let Actor::Account(me) = view.actor() else {
            return Ok(None);
        };
        let relation = view.find(&relations(me).at(pair))?;
        let Some(met) = Met::read(view, pair.theirs)? else {
            return Ok(None);
        };
        let remark = relation
            .as_ref()
            .and_then(|relation| relation.remark.as_ref());
        Ok(Some(Self {
            pair,
            name: met.card.name.to_string(),
            remark: remark.map(|remark| remark.to_string()),
            verified: met.card.verified,
            company: met.company,
            position: met.card.position,
            relation,
        }))
    }

    /// As a list calls them.
    pub fn shown(&self) -> String {
        self.remark.clone().unwrap_or_else(|| self.name.clone())
    }

    /// For whom they stand: *Colleague*, the other company, or nobody.
    pub fn stands_for(&self) -> Text {
        match &self.company {
            _ if self.pair.are_colleagues() => crate::words::chats::colleague(),
            Some(company) => company.display_name.to_string().into(),
            None => no_organization(),
        }
    }
}

/// Who it is: name, company, and what of that is verified (CON 4).
#[component]
pub fn PersonHead(person: Person) -> impl IntoView {
    let name = person.name.clone();
    let verified = match person.verified {
        true => {
            view! { <VerifiedMark meaning=crate::words::chats::verified_person() /> }.into_any()
        }
        false => view! { <Pill label=word::not_verified() /> }.into_any(),
    };
    let company = match &person.company {
        Some(company) => view! {
            <bdi>{company.display_name.to_string()}</bdi>
            " "
            <VerifiedMark meaning=word::verified_company(company.legal_name.to_string()) />
        }
        .into_any(),
        None => no_organization().into_any(),
    };
    let position = person.position.map(|(department, title)| {
        let title = title.map(|title| view! { " · " <bdi>{title.to_string()}</bdi> });
        view! { <p class="muted"><bdi>{department.to_string()}</bdi> {title}</p> }
    });
    let real_name = person.remark.is_some().then(|| {
        let name = person.name.clone();
        view! { <p class="muted">{word::name_is(name)}</p> }
    });
    view! {
        <header class="person-head">
            <Avatar name=Signal::stored(name) size=Size::Large />
            <div class="person-who">
                <h2><bdi>{person.remark.unwrap_or(person.name)}</bdi> " " {verified}</h2>
                {real_name}
                <p class:outside=!person.pair.are_colleagues()>{company}</p>
                {position}
            </div>
        </header>
    }
    .into_any()
}

/// How somebody was reached.
pub fn way(way: Way) -> Text {
    match way {
        Way::Directory => word::way::directory(),
        Way::Code => word::way::code(),
        Way::Phone => word::way::phone(),
    }
}
