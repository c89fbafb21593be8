//! Joining an organization (ORG 4): by an invitation's link, or because one's number waits there.

mod waiting;

use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    account::profile,
    command::Actor,
    id::Token,
    organization::{
        join::{Join, JoinBy},
        open_invitation::{OpenInvitation, OpenedInvitation},
    },
    row::ReadRows,
    store::Stop,
};
use liaison_ui::{
    Button, ButtonKind, ButtonLink, Callout, Card, EmptyState, Icon, KeyValue, KeyValues, OrgMark,
    PageHeader, Size, Tone, VerifiedMark, intl, notices,
};

pub use waiting::WaitingInvitations;

use crate::{
    route::{Route, go},
    screens::{Form, chats::ChatsRoute, title},
    tell,
    words::{app, console, field, join as word},
};

/// Who invites, by which number one is let in, and the act itself. A visitor is led through an account and back.
#[component]
pub fn JoinScreen(world: String, token: Token) -> impl IntoView {
    title(word::title());
    let db = use_db();
    if db.world().to_string() != world {
        return view! {
            <main class="page">
                <EmptyState icon=Icon::GLOBE title=word::other_world() text=word::other_world_why() whole=true>
                    <ButtonLink label=app::to_first() href=Route::First.href() kind=ButtonKind::Primary />
                </EmptyState>
            </main>
        }
        .into_any();
    }
    let opened = db.live_ask(move || OpenInvitation { token });
    let here = Route::Join { world, token };
    let content = move || match opened.get() {
        Ok(opened) => view! { <Invited opened=opened token=token here=here.clone() /> }.into_any(),
        Err(Stop::Refused(refusal)) => view! {
            <tell::Refused what=word::cannot_open() refusal=refusal />
            <div class="actions">
                <ButtonLink label=word::to_chats() href=Route::First.href() />
            </div>
        }
        .into_any(),
        Err(Stop::NeedsServer) => app::needs_server().into_any(),
        Err(Stop::Fault(_)) => app::fault().into_any(),
    };
    view! {
        <main class="page narrow">
            <PageHeader title=word::title() back=Signal::stored(Route::First.href()) />
            {content}
        </main>
    }
    .into_any()
}

#[component]
fn Invited(opened: OpenedInvitation, token: Token, here: Route) -> impl IntoView {
    let company = opened.company;
    let name = company.display_name.to_string();
    let legal = word::legal_name(
        company.legal_name.to_string(),
        company.corporate_id.to_string(),
    );
    let whom = match opened.personal {
        true => word::personal(),
        false => word::anybody(),
    };
    let name_of_company = name.clone();
    let act = move || {
        match use_db().actor() {
        Actor::Account(_) => {
            view! { <TakeSeat by=JoinBy::Link(token) company=name_of_company.clone() here=here.clone() /> }.into_any()
        }
        Actor::Visitor | Actor::Operator => view! { <BecomeSomebody here=here.clone() /> }.into_any(),
    }
    };
    view! {
        <Card>
            <div class="list-line">
                <OrgMark name=Signal::stored(name.clone()) size=Size::Large />
                <div class="list-text">
                    <h2>{word::invites(name)} " " <VerifiedMark meaning=console::verified_organization() /></h2>
                    <p class="muted">{legal}</p>
                </div>
            </div>
            <p>{word::invites_why()}</p>
            <p class="muted">{word::until(intl::date_time(opened.expires.0))} " " {whom}</p>
            {act}
        </Card>
    }
    .into_any()
}

/// The number that the account has proved is what lets one in.
#[component]
fn TakeSeat(by: JoinBy, company: String, here: Route) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let mobile = db.live(|view, _| {
        let Actor::Account(me) = view.actor() else {
            return None;
        };
        let profile = view.find(&profile(me).at(())).ok().flatten();
        profile.map(|profile| profile.mobile.spaced())
    });
    let notices = notices();
    let name = company.clone();
    let join = move || {
        if form.take(db.run(Join { by })).is_some() {
            notices.tell(word::joined(name.clone()));
            go(Route::Chats(ChatsRoute::Team));
        }
    };
    let others = Route::SignIn {
        then: Box::new(here),
    };
    view! {
        <KeyValues>
            <KeyValue label=word::your_number()>
                <span class="figures">{move || mobile.get()}</span>
            </KeyValue>
        </KeyValues>
        {form.card(word::cannot_join(), &[])}
        <div class="actions">
            <Button label=word::join(company) kind=ButtonKind::Primary on_press=join />
            <ButtonLink label=word::other_account() kind=ButtonKind::Quiet href=others.href() />
        </div>
    }
    .into_any()
}

#[component]
fn BecomeSomebody(here: Route) -> impl IntoView {
    let then = Box::new(here);
    view! {
        <Callout tone=Tone::Info title=field::mobile()>{word::sign_up_why()}</Callout>
        <div class="actions">
            <ButtonLink
                label=word::sign_up()
                kind=ButtonKind::Primary
                href=Route::SignUp { then: then.clone() }.href()
            />
            <ButtonLink label=word::sign_in() href=Route::SignIn { then }.href() />
        </div>
    }
    .into_any()
}
