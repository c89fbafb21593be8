use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    command::Actor,
    contact::{Pair, Way, relations, send_request::Recipient},
    organization::{MemberCard, MemberStatus, cards, departments},
    refusal::Field as Of,
    row::ReadRows,
    space::Party,
    store::Stop,
    view::View,
};
use liaison_ui::{
    Avatar, ButtonLink, Callout, EmptyState, Icon, KeyValue, KeyValues, PageHeader, Pill, Size,
    Tone,
};

use super::{Colleague, ContactsRoute, add::status, asking::AskForm, person_pane::PersonDetail};
use crate::{
    route::Route,
    screens::title,
    tell,
    words::contacts::{self as contacts, colleague as word},
};

/// What the directory says of a colleague, and what stands between them and this person.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    card: MemberCard,
    department: String,
    is_me: bool,
    /// There is a relation already.
    related: Option<Pair>,
}

#[component]
pub fn ColleaguePane(place: Colleague) -> impl IntoView {
    let db = use_db();
    let known = db.live(move |view, _| known(view, place).ok().flatten());
    let state = Memo::new(move |_| {
        known.with(|known| {
            known.as_ref().map(|known| {
                (
                    known.card.status,
                    known.card.account,
                    known.is_me,
                    known.related,
                )
            })
        })
    });
    let facts = move || {
        let Known {
            card, department, ..
        } = known.get()?;
        let title = card.title.map(|title| {
            view! { <KeyValue label=tell::field(Of::Title)><bdi>{title.to_string()}</bdi></KeyValue> }
        });
        Some(view! {
            <KeyValues>
                <KeyValue label=tell::field(Of::Department)><bdi>{department}</bdi></KeyValue>
                {title}
                <KeyValue label=tell::field(Of::EmployeeId)><bdi>{card.employee_id.to_string()}</bdi></KeyValue>
            </KeyValues>
        })
    };
    let back = Route::Contacts(ContactsRoute::Organization(
        place.organization,
        Some(place.department),
    ))
    .href();
    move || {
        let Some((standing, account, is_me, related)) = state.get() else {
            title(contacts::title());
            return view! { <EmptyState icon=Icon::PERSON title=contacts::not_here() text=contacts::not_here_why()>
                <ButtonLink label=crate::words::app::to_list() href=Route::Contacts(ContactsRoute::List).href() />
            </EmptyState> }.into_any();
        };
        if let Some(pair) = related {
            return view! {
                <PersonDetail pair=pair to=(Recipient::Known(pair), Some(Way::Directory))>{facts}</PersonDetail>
            }
            .into_any();
        }
        let body = match (standing, account) {
            _ if is_me => view! { <Callout>{word::yourself()}</Callout> }.into_any(),
            (MemberStatus::Invited, _) => view! { <Callout tone=Tone::Waiting title=contacts::add::not_joined()>{word::not_joined_why()}</Callout> }.into_any(),
            (MemberStatus::Suspended, _) => view! { <Callout tone=Tone::Waiting title=contacts::add::suspended()>{word::suspended_why()}</Callout> }.into_any(),
            (MemberStatus::Active, Some(account)) => {
                let seat = Some(place.organization);
                let pair = Pair { theirs: Party { account, seat }, seat };
                let to = Recipient::Member {
                    organization: place.organization,
                    department: place.department,
                    member: place.member,
                };
                view! { <AskForm to=to pair=pair way=Way::Directory /> }.into_any()
            }
            (MemberStatus::Active, None) => ().into_any(),
        };
        let name = move || {
            known.with(|known| {
                known
                    .as_ref()
                    .map(|known| known.card.name.to_string())
                    .unwrap_or_default()
            })
        };
        title(name);
        view! {
            <PageHeader title=crate::words::chats::colleague() back=Signal::stored(back.clone()) />
            <div class="pane-scroll">
                <div class="pane-body">
                    <header class="person-head">
                        <Avatar name=Signal::derive(name) size=Size::Large />
                        <div class="person-who">
                            <h2><bdi>{name}</bdi></h2>
                            <p class="row"><span class="muted">{crate::words::chats::colleague()}</span> {status(standing).map(|label| view! { <Pill label=label /> })}</p>
                        </div>
                    </header>
                    {facts}
                    {body}
                </div>
            </div>
        }
        .into_any()
    }
}

fn known(view: &View, place: Colleague) -> Result<Option<Known>, Stop> {
    let Actor::Account(me) = view.actor() else {
        return Ok(None);
    };
    let Some(card) = view.find(&cards(place.organization, place.department).at(place.member))?
    else {
        return Ok(None);
    };
    let department = view.find(&departments(place.organization).at(place.department))?;
    let seat = Some(place.organization);
    let pair = card.account.map(|account| Pair {
        theirs: Party { account, seat },
        seat,
    });
    let related = match pair {
        Some(pair) if view.has(&relations(me).at(pair))? => Some(pair),
        _ => None,
    };
    Ok(Some(Known {
        is_me: card.account == Some(me),
        card,
        department: department
            .map(|department| department.name.to_string())
            .unwrap_or_default(),
        related,
    }))
}
