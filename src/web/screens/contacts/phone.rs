use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    account::{main_seat, profile},
    command::Actor,
    contact::{find_by_phone::FindByPhone, quota},
    id::OrganizationId,
    limits,
    numbers::Mobile,
    policy::Rule,
    refusal::{Field as Of, Problem, Refusal},
    row::ReadRows,
    time::{DAY, HOUR},
};
use liaison_ui::{Button, ButtonKind, Field, Icon, Input, PageHeader};

use super::{ContactsRoute, SeatField, own_seats};
use crate::{
    route::{Route, go},
    screens::{Form, title},
    tell,
    words::contacts::{add, phone as word},
};

/// *Add by Phone Number*: the exact number, silent about everybody who does not let themselves be found (CON 3).
#[component]
pub fn PhonePane() -> impl IntoView {
    title(add::by_phone());
    let db = use_db();
    let form = Form::new();
    let typed = RwSignal::new(String::new());
    let seats = db.live(|view, _| own_seats(view).unwrap_or_default());
    let own = db.live(|view, _| match view.actor() {
        Actor::Account(me) => {
            let region = view.find(&profile(me).at(())).ok().flatten();
            (
                main_seat(view, me).ok().flatten(),
                region.map(|profile| profile.region),
            )
        }
        Actor::Visitor | Actor::Operator => (None, None),
    });
    let chosen = RwSignal::new(None::<OrganizationId>);
    let seat = Memo::new(move |_| chosen.get().or(own.get().0));
    let left = db.live(|view, now| {
        let Actor::Account(me) = view.actor() else {
            return (0, 0);
        };
        let now = now.time();
        let counted = view
            .find(&quota(me).at(()))
            .ok()
            .flatten()
            .unwrap_or_default();
        let within = |span| {
            let searches = counted.phone_searches.iter();
            searches.filter(|at| now.since(**at) < span).count()
        };
        let left = |most: usize, used: usize| most.saturating_sub(used) as u64;
        (
            left(limits::PHONE_SEARCHES_PER_HOUR, within(HOUR)),
            left(limits::PHONE_SEARCHES_PER_DAY, within(DAY)),
        )
    });
    let not_found = Signal::derive(move || {
        let nobody = Refusal::Policy(Rule::NotFound);
        match form.refused_by(nobody) {
            true => word::nobody(),
            false => word::not_searched(),
        }
    });
    let search = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mobile = match Mobile::parse(&typed.get(), own.get_untracked().1) {
            Ok(mobile) => mobile,
            Err(problem) => return form.refuse(Of::Mobile, Problem::Number(problem)),
        };
        let act = FindByPhone {
            mobile,
            seat: seat.get_untracked(),
        };
        if let Some(answer) = form.take_counted(db.run(act)) {
            go(Route::Contacts(ContactsRoute::Found(answer)));
        }
    };
    view! {
        <PageHeader title=add::by_phone() back=Signal::stored(Route::Contacts(ContactsRoute::Add).href()) />
        <div class="pane-scroll">
            <div class="pane-body">
                <form class="form" novalidate=true on:submit=search>
                    <SeatField seats=seats chosen=seat on_choose=move |it| chosen.set(Some(it)) />
                    <Field label=tell::field(Of::Mobile) value=typed input=Input::Phone hint=word::hint() error=form.error(Of::Mobile) first=true />
                    {form.card_of(not_found, &[Of::Mobile])}
                    <div class="actions">
                        <Button label=word::search() kind=ButtonKind::Primary icon=Icon::SEARCH submit=true />
                        <span class="muted small">{move || word::left(left.get().0.min(left.get().1))}</span>
                    </div>
                </form>
                <p class="muted small">{word::silent()}</p>
            </div>
        </div>
    }
    .into_any()
}
