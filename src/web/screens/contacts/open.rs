use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    account::main_seat,
    command::Actor,
    contact::{ContactRefusal, answers, open_code::OpenCode},
    id::{AnswerId, OrganizationId, Token},
    refusal::Refusal,
    row::ReadRows,
    store::Stop,
};
use liaison_ui::{ButtonKind, ButtonLink, Callout, EmptyState, Icon, PageHeader, Tone};

use super::{ContactsRoute, SeatField, found::FoundPane, list::ContactList, own_seats};
use crate::{
    route::Route,
    screens::{EmployeeFrame, SignedIn, me::MeRoute, title},
    tell,
    words::{app, contacts as word},
};

/// Where a code from outside ends, whichever camera read it: at the request.
#[component]
pub fn AddScreen(
    /// In which the code was made.
    world: String,
    token: Token,
) -> impl IntoView {
    if world != use_db().world().to_string() {
        return view! { <OtherWorld /> }.into_any();
    }
    let list = Signal::stored(ContactsRoute::Add);
    view! {
        <SignedIn>
            <EmployeeFrame
                at_detail=true
                list=view! { <ContactList route=list /> }.into_any()
                detail=view! { <OpenPane token=token /> }.into_any()
            />
        </SignedIn>
    }
    .into_any()
}

/// A code from another browser or server: nothing here knows it (DEMO 5).
#[component]
fn OtherWorld() -> impl IntoView {
    title(word::other_world());
    view! {
        <main class="page">
            <EmptyState icon=Icon::GLOBE title=word::other_world() text=word::other_world_why() whole=true>
                <ButtonLink label=app::to_first() href=Route::First.href() kind=ButtonKind::Primary />
            </EmptyState>
        </main>
    }
    .into_any()
}

#[component]
fn OpenPane(token: Token) -> impl IntoView {
    let db = use_db();
    let seats = db.live(|view, _| own_seats(view).unwrap_or_default());
    let main = db.live(|view, _| match view.actor() {
        Actor::Account(me) => main_seat(view, me).ok().flatten(),
        Actor::Visitor | Actor::Operator => None,
    });
    let seat = RwSignal::new(main.get_untracked());
    let open = move || {
        db.run(OpenCode {
            token,
            seat: seat.get_untracked(),
        })
    };
    let opened: RwSignal<Result<AnswerId, Stop>> = RwSignal::new(open());
    // Another tab was first, or ten minutes are over: what the code led to is gone, and the code is asked again.
    let gone = db.live(move |view, _| match (opened.get(), view.actor()) {
        (Ok(answer), Actor::Account(me)) => !view.has(&answers(me).at(answer)).unwrap_or(true),
        _ => false,
    });
    Effect::new(move |_| {
        if gone.get() {
            opened.set(open());
        }
    });
    let choose = move |organization: OrganizationId| {
        seat.set(Some(organization));
        opened.set(open());
    };
    let seat_field = move || {
        view! {
            <div class="seat-strip">
                <SeatField seats=seats chosen=seat on_choose=choose />
            </div>
        }
    };
    let content = move || match opened.get() {
        Ok(answer) => view! { <FoundPane answer=answer /> }.into_any(),
        Err(stop) => {
            title(word::code_title());
            let card = match stop {
                Stop::Refused(refusal @ Refusal::Contact(ContactRefusal::Yourself)) => view! {
                    <tell::Refused what=word::cannot_open() refusal=refusal>
                        <ButtonLink label=crate::words::me::my_code() href=Route::Me(MeRoute::Code).href() small=true icon=Icon::QR />
                    </tell::Refused>
                }
                .into_any(),
                Stop::Refused(refusal) => view! { <tell::Refused what=word::cannot_open() refusal=refusal /> }.into_any(),
                Stop::NeedsServer => view! { <Callout tone=Tone::Waiting title=word::cannot_open()>{app::needs_server()}</Callout> }.into_any(),
                Stop::Fault(_) => view! { <Callout tone=Tone::Bad title=word::cannot_open()>{app::fault()}</Callout> }.into_any(),
            };
            view! {
                <PageHeader title=word::code_title() back=Signal::stored(Route::Contacts(ContactsRoute::Add).href()) />
                <div class="pane-scroll"><div class="pane-body">{card}</div></div>
            }
            .into_any()
        }
    };
    view! { {content} {seat_field} }.into_any()
}
