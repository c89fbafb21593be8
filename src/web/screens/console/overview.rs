//! The plan for getting ready (ORG 10): each item with its state, and the screen where it is done.

use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    command::Actor,
    identity::verified_name,
    organization::{Headcount, Role, headcount, roles},
    policy::{ExternalMode, external_policy, partners},
    row::ReadRows,
    store::Stop,
    view::View,
};
use liaison_ui::{ButtonLink, Card, Icon, PageHeader, Pill, Text, Tone, intl};

use super::{ConsoleRoute, ReadOnlyNote, registration::Identity, use_console};
use crate::{
    route::Route,
    screens::{me::MeRoute, title},
    tell,
    words::{console, overview as word},
};

/// What the plan is drawn from.
#[derive(Clone, Debug, Default, PartialEq)]
struct Standing {
    count: Headcount,
    /// Who looks has had their own name verified.
    is_verified: bool,
    administrators: usize,
    policy_was_set: bool,
    mode: Option<ExternalMode>,
    partners: usize,
}

fn standing(view: &View, organization: liaison_core::id::OrganizationId) -> Result<Standing, Stop> {
    let policy = view.find(&external_policy(organization).at(()))?;
    let is_verified = match view.actor() {
        Actor::Account(me) => verified_name(view, me)?.is_some(),
        Actor::Visitor | Actor::Operator => false,
    };
    let roles = view.list(&roles(organization))?;
    Ok(Standing {
        count: view
            .find(&headcount(organization).at(()))?
            .unwrap_or_default(),
        is_verified,
        administrators: roles
            .iter()
            .filter(|(_, row)| row.role == Role::Administrator)
            .count(),
        policy_was_set: policy.is_some(),
        mode: Some(policy.unwrap_or_default().mode),
        partners: view.list(&partners(organization))?.len(),
    })
}

/// How far an item is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    Done,
    /// Begun, or waiting for somebody.
    UnderWay,
    Ahead,
}

struct Item {
    title: Text,
    /// Where it stands, in figures.
    stands: Text,
    state: State,
    act: Text,
    href: String,
}

#[component]
pub fn OverviewPage() -> impl IntoView {
    title(console::overview());
    let console = use_console();
    let organization = console.organization;
    let standing = use_db().live(move |view, _| standing(view, organization).unwrap_or_default());
    let groups = move || standing.with(plan);
    let done = move || {
        let groups = groups();
        let items = groups.iter().flat_map(|(_, items)| items);
        let done = items
            .clone()
            .filter(|item| item.state == State::Done)
            .count();
        word::done_of(
            intl::number(done as u64),
            intl::number(items.count() as u64),
        )
    };
    let group = |(title, items): (Text, Vec<Item>)| {
        view! {
            <section class="stack tight">
                <h3>{title}</h3>
                <ul>{items.into_iter().map(item).collect_view()}</ul>
            </section>
        }
        .into_any()
    };
    view! {
        <PageHeader title=console::overview() subtitle=word::what() />
        <ReadOnlyNote />
        <Identity />
        <Card title=word::plan() acts=move || view! { <span class="muted figures">{done}</span> }>
            {move || groups().into_iter().map(group).collect_view()}
        </Card>
    }
    .into_any()
}

fn item(item: Item) -> AnyView {
    let (label, tone, icon) = match item.state {
        State::Done => (word::done(), Tone::Good, Icon::CHECK),
        State::UnderWay => (word::under_way(), Tone::Info, Icon::CLOCK),
        State::Ahead => (word::ahead(), Tone::Neutral, Icon::MINUS),
    };
    view! {
        <li class="plan-item">
            <span class="plan-state"><Pill label=label tone=tone icon=icon /></span>
            <div class="grow">
                <p class="strong">{item.title}</p>
                <p class="muted small">{item.stands}</p>
            </div>
            <ButtonLink label=item.act href=item.href small=true />
        </li>
    }
    .into_any()
}

fn plan(standing: &Standing) -> Vec<(Text, Vec<Item>)> {
    let console = use_console();
    let Headcount {
        invited,
        active,
        suspended,
        departments,
    } = standing.count;
    let people = invited + active + suspended;
    let state = |done: bool, begun: bool| match (done, begun) {
        (true, _) => State::Done,
        (false, true) => State::UnderWay,
        (false, false) => State::Ahead,
    };
    let onboarding = vec![
        Item {
            title: word::departments(),
            stands: word::departments_are(u64::from(departments)),
            state: state(departments > 0, false),
            act: word::to_departments(),
            href: console.href(ConsoleRoute::MEMBERS),
        },
        Item {
            title: word::people(),
            stands: word::people_are(u64::from(people)),
            state: state(people > 1, false),
            act: word::to_people(),
            href: console.href(ConsoleRoute::MEMBERS),
        },
        Item {
            title: word::joined(),
            stands: word::joined_are(
                intl::number(u64::from(active)),
                intl::number(u64::from(people)),
            ),
            state: state(people > 1 && invited == 0, active > 1),
            act: word::to_invitations(),
            href: console.href(ConsoleRoute::Invitations),
        },
        Item {
            title: word::identity(),
            stands: match standing.is_verified {
                true => word::identity_is(),
                false => word::identity_is_not(),
            },
            state: state(standing.is_verified, false),
            act: word::to_identity(),
            href: Route::Me(MeRoute::Profile).href(),
        },
    ];
    let needs_partners = standing.mode == Some(ExternalMode::Partners);
    let mut compliance = vec![
        Item {
            title: word::administrators(),
            stands: word::administrators_are(standing.administrators as u64),
            state: state(standing.administrators > 0, false),
            act: word::to_roles(),
            href: console.href(ConsoleRoute::Roles),
        },
        Item {
            title: word::policy(),
            stands: match (standing.policy_was_set, standing.mode) {
                (true, Some(mode)) => word::policy_is(tell::mode(mode)),
                _ => word::policy_is_not(),
            },
            state: state(standing.policy_was_set, false),
            act: word::to_policy(),
            href: console.href(ConsoleRoute::External),
        },
    ];
    if needs_partners {
        compliance.push(Item {
            title: word::partners(),
            stands: word::partners_are(standing.partners as u64),
            state: state(standing.partners > 0, false),
            act: word::to_partners(),
            href: console.href(ConsoleRoute::Partners),
        });
    }
    vec![
        (word::onboarding(), onboarding),
        (word::compliance(), compliance),
    ]
}
