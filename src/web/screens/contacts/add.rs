use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    account::main_seat,
    command::Actor,
    id::OrganizationId,
    organization::{
        MemberStatus, Role, cards, departments,
        directory::{Listed, keepers},
        roster::RosterLine,
    },
    row::ReadRows,
    store::Stop,
    view::View,
};
use liaison_ui::{Avatar, Callout, Field, Icon, Input, PageHeader, Pill, RowLink, Text, intl};

use super::{Colleague, ContactsRoute, SeatField, own_seats, roster::roster_of};
use crate::{
    route::Route,
    screens::{me::MeRoute, title},
    words::contacts::{self as contacts, add as word},
};

/// As many as one looks through before typing more.
const MOST: usize = 15;

/// *Add*: colleagues first, then the ways to people outside (CON 1).
#[component]
pub fn AddPane() -> impl IntoView {
    title(contacts::add_title());
    let db = use_db();
    let seats = db.live(|view, _| own_seats(view).unwrap_or_default());
    let main = db.live(|view, _| match view.actor() {
        Actor::Account(me) => main_seat(view, me).ok().flatten(),
        Actor::Visitor | Actor::Operator => None,
    });
    let chosen = RwSignal::new(None::<OrganizationId>);
    let organization = Memo::new(move |_| chosen.get().or(main.get()));
    let colleagues = move || {
        organization.get().map(|organization| {
            view! {
                <SeatField seats=seats chosen=Signal::derive(move || Some(organization)) on_choose=move |it| chosen.set(Some(it)) />
                <ColleagueSearch organization=organization />
            }
        })
    };
    let href = |route: ContactsRoute| Signal::stored(Route::Contacts(route).href());
    view! {
        <PageHeader title=contacts::add_title() back=Signal::stored(Route::Contacts(ContactsRoute::List).href()) />
        <div class="pane-scroll">
            <div class="pane-body">
                {colleagues}
                <section class="stack">
                    <h2 class="list-title flush">{word::outside()}</h2>
                    <div class="rows">
                        <RowLink icon=Icon::CAMERA label=word::scan() note=word::scan_note() href=href(ContactsRoute::Scan) />
                        <RowLink icon=Icon::QR label=crate::words::me::my_code() note=word::my_code_note() href=Signal::stored(Route::Me(MeRoute::Code).href()) />
                        <RowLink icon=Icon::PHONE label=word::by_phone() note=word::by_phone_note() href=href(ContactsRoute::Phone) />
                    </div>
                </section>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn ColleagueSearch(organization: OrganizationId) -> impl IntoView {
    let db = use_db();
    let typed = RwSignal::new(String::new());
    let is_typed = Memo::new(move |_| typed.with(|typed| !typed.trim().is_empty()));
    let roster = roster_of(db, organization);
    let is_read = Memo::new(move |_| roster.with(Option::is_some));
    let lines = Memo::new(move |_| {
        roster.with(|roster| match roster {
            Some(roster) => {
                let found = roster.search(&typed.get(), MOST);
                found.into_iter().map(|at| roster.line(at)).collect()
            }
            None => Vec::new(),
        })
    });
    let found = db.live(move |view, _| hits(view, organization, lines.get()).unwrap_or_default());
    let results = move || {
        if !is_typed.get() {
            let browse = Route::Contacts(ContactsRoute::Organization(organization, None)).href();
            return view! {
                <div class="rows">
                    <RowLink icon=Icon::DEPARTMENT label=word::browse() href=Signal::stored(browse) />
                </div>
            }
            .into_any();
        }
        match found.with(Vec::is_empty) {
            true if !is_read.get() => ().into_any(),
            true => view! { <NobodyFound organization=organization /> }.into_any(),
            false => {
                let most = found.with(Vec::len) == MOST;
                view! {
                    <ul class="rows" aria-label=word::results()>
                        {found.get().into_iter().map(|hit| view! { <li><MemberRow hit=hit organization=organization /></li> }).collect_view()}
                    </ul>
                    {most.then(|| view! { <p class="muted small">{word::more_typing(MOST as u64)}</p> })}
                }
                .into_any()
            }
        }
    };
    view! {
        <section class="stack" role="search">
            <Field label=word::colleagues() value=typed input=Input::Search hint=word::colleagues_hint() />
            <div class="stack" aria-live="polite">{results}</div>
        </section>
    }
    .into_any()
}

/// A member, and the name of the department.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub listed: Listed,
    pub department: String,
}

fn hits(
    view: &View,
    organization: OrganizationId,
    lines: Vec<RosterLine>,
) -> Result<Vec<Hit>, Stop> {
    let mut hits = Vec::new();
    for RosterLine {
        member, department, ..
    } in lines
    {
        let Some(card) = view.find(&cards(organization, department).at(member))? else {
            continue;
        };
        let name = view.find(&departments(organization).at(department))?;
        hits.push(Hit {
            department: name.map(|row| row.name.to_string()).unwrap_or_default(),
            listed: Listed {
                department,
                member,
                card,
            },
        });
    }
    Ok(hits)
}

/// A colleague in a list: name, employee ID, department, and whether somebody sits there yet.
#[component]
pub fn MemberRow(hit: Hit, organization: OrganizationId) -> impl IntoView {
    let Hit { listed, department } = hit;
    let place = Colleague {
        organization,
        department: listed.department,
        member: listed.member,
    };
    let href = Route::Contacts(ContactsRoute::Colleague(place)).href();
    let card = listed.card;
    let title = card
        .title
        .map(|title| view! { " · " <bdi>{title.to_string()}</bdi> });
    view! {
        <a class="row-link" href=href>
            <Avatar name=Signal::stored(card.name.to_string()) />
            <span class="row-text">
                <span class="list-line">
                    <bdi class="cut strong">{card.name.to_string()}</bdi>
                    <span class="muted figures cut">{card.employee_id.to_string()}</span>
                </span>
                <span class="hint cut"><bdi>{department}</bdi> {title}</span>
            </span>
            {status(card.status).map(|label| view! { <span class="row-value"><Pill label=label /></span> })}
            <span class="row-onward">{Icon::CHEVRON_RIGHT}</span>
        </a>
    }
    .into_any()
}

pub fn status(status: MemberStatus) -> Option<Text> {
    match status {
        MemberStatus::Invited => Some(word::not_joined()),
        MemberStatus::Suspended => Some(word::suspended()),
        MemberStatus::Active => None,
    }
}

/// The directory is kept by the administrators: whom to ask, by name.
#[component]
fn NobodyFound(organization: OrganizationId) -> impl IntoView {
    let whom = use_db().live(move |view, _| keepers(view, organization).unwrap_or_default());
    let names = move || {
        let name = |(role, name): (Role, liaison_core::text::Line)| match role {
            Role::Owner => word::owner(name.to_string()),
            Role::Administrator | Role::Auditor => name.to_string().into(),
        };
        intl::list(whom.get().into_iter().map(name).collect())
    };
    view! {
        <Callout title=word::nobody()>
            <p>{word::kept_by()}</p>
            <p>{move || word::ask_whom(names())}</p>
        </Callout>
    }
    .into_any()
}
