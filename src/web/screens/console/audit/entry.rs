use std::collections::BTreeMap;

use leptos::prelude::*;
use liaison_core::{
    audit::{Changed, Fact, Link, What, links, payloads},
    command::Actor,
    id::{AccountId, OrganizationId},
    organization::{cards, departments, former_accounts},
    row::ReadRows,
    space::Space,
    store::Stop,
    time::Time,
    view::View,
};
use liaison_ui::{Text, intl};

use super::words::{change, what};
use crate::{tell, words::audit as word};

/// One act of the trail.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub number: u64,
    pub at: Time,
    pub actor: Actor,
    /// The name that the actor has here, or had when they left.
    pub name: Option<String>,
    pub has_left: bool,
    pub what: What,
    /// None when it was erased, which the chain allows.
    pub fact: Option<Fact>,
    pub hash: [u8; 32],
}

impl Entry {
    pub fn who(&self) -> Text {
        match (&self.name, self.actor, self.what) {
            (Some(name), ..) if self.has_left => word::has_left(name.clone()),
            (Some(name), ..) => name.clone().into(),
            (None, Actor::Operator, _) => word::operator(),
            // A reviewer's act, and no member's.
            (None, _, What::OrganizationOpened) => word::reviewer(),
            // Whoever accepts a request is the actor in both organizations.
            (None, _, What::OutsideContactAdded) => word::outsider(),
            (None, ..) => word::former_member(),
        }
    }
}

/// All acts of an organization's log, the newest first.
pub fn entries(view: &View, organization: OrganizationId) -> Result<Vec<Entry>, Stop> {
    let space = Space::Console(organization);
    let names = names(view, organization)?;
    let mut facts = view.list(&payloads(space))?.into_iter().peekable();
    let entry = |(number, link): (u64, Link)| {
        let known = match link.actor {
            Actor::Account(account) => names.get(&account),
            Actor::Visitor | Actor::Operator => None,
        };
        Entry {
            number,
            at: link.time,
            actor: link.actor,
            name: known.map(|known| known.name.clone()),
            has_left: known.is_some_and(|known| known.has_left),
            what: link.what,
            fact: facts
                .next_if(|(of, _)| *of == number)
                .map(|(_, payload)| payload.fact),
            hash: link.hash,
        }
    };
    let links = view.list(&links(space))?.into_iter();
    let mut entries: Vec<_> = links.map(entry).collect();
    entries.reverse();
    Ok(entries)
}

struct Known {
    name: String,
    has_left: bool,
}

/// Whoever sits in a seat here, or sat in one.
fn names(view: &View, organization: OrganizationId) -> Result<BTreeMap<AccountId, Known>, Stop> {
    let mut names = BTreeMap::new();
    for (account, former) in view.list(&former_accounts(organization))? {
        let name = former.name.to_string();
        let has_left = true;
        names.insert(account, Known { name, has_left });
    }
    for (department, _) in view.list(&departments(organization))? {
        for (_, card) in view.list(&cards(organization, department))? {
            if let Some(account) = card.account {
                let name = card.name.to_string();
                let has_left = false;
                names.insert(account, Known { name, has_left });
            }
        }
    }
    Ok(names)
}

/// An act as a row of the table: what changed stands under it.
pub fn row(entry: Entry) -> AnyView {
    let who = entry.who();
    let (about, changes, reason) = match entry.fact {
        Some(fact) => (fact.about, fact.changes, fact.reason),
        None => (String::new(), Vec::new(), None),
    };
    let about = (!about.is_empty()).then(|| view! { " · " <bdi>{about}</bdi> });
    let changes = changes.into_iter().map(changed).collect_view();
    let reason = reason.map(|reason| {
        view! { <p class="change"><span class="muted">{crate::words::field::reason()}": "</span> <bdi>{reason}</bdi></p> }
    });
    view! {
        <tr class="trail-row">
            <td class="wide figures trail-when">{intl::date_time(entry.at.0)}</td>
            <td>
                <p><strong>{what(entry.what)}</strong> {about}</p>
                {changes}
                {reason}
                <p class="trail-who muted small">{who.clone()} " · " {intl::date_time(entry.at.0)}</p>
            </td>
            <td class="wide"><bdi>{who}</bdi></td>
        </tr>
    }
    .into_any()
}

/// Signs of a value that stand there before the rest is folded away.
const LONG: usize = 160;

fn changed(changed: Changed) -> AnyView {
    let value = |text: Option<&String>| match text {
        Some(text) if text.chars().count() > LONG => {
            let beginning: String = text.chars().take(LONG).collect();
            view! {
                <details class="long-value">
                    <summary><bdi>{beginning}"…"</bdi></summary>
                    <bdi>{text.clone()}</bdi>
                </details>
            }
            .into_any()
        }
        Some(text) if !text.is_empty() => {
            view! { <bdi>{change(changed.field, text)}</bdi> }.into_any()
        }
        _ => view! { <span class="muted">{word::nothing_there()}</span> }.into_any(),
    };
    // What was not there before is not worth a word.
    let before = changed
        .before
        .as_ref()
        .filter(|before| !before.is_empty())
        .map(|before| {
            view! {
                {value(Some(before))}
                <span class="muted" aria-hidden="true">" → "</span>
                <span class="heard">{word::becomes()}</span>
            }
        });
    let after = value(changed.after.as_ref());
    view! {
        <div class="change">
            <span class="muted">{tell::field(changed.field)}": "</span>
            {before} {after}
        </div>
    }
    .into_any()
}
