use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    account::switch_back_region::SwitchBackRegion,
    command::Actor,
    identity::{IdentityState, NextStep, Standing, standing},
    numbers::{Region, VerificationWay},
    time::Time,
    view::View,
};
use liaison_ui::{
    Button, ButtonKind, ButtonLink, Callout, KeyValue, KeyValues, PageHeader, Text, Tone, intl,
    notices,
};

use super::{MeRoute, documents_form::DocumentsForm, number_form::NumberForm};
use crate::{
    route::Route,
    screens::{Form, title},
    words::me::identity as word,
};

/// *Identity Verification*: how it stands, and what there is to do (IDV 2–6).
#[component]
pub fn IdentityPane(
    /// Where the person was who was sent here.
    then: Option<Route>,
) -> impl IntoView {
    title(word::title());
    let standing = use_db().live(|view, now| own_standing(view, now.time()));
    // What was typed stays while time goes by: the form is made anew only when something else is to be done.
    let step = Memo::new(move |_| standing.with(|standing| standing.as_ref().map(Standing::next)));
    let correcting = RwSignal::new(false);
    Effect::new(move |_| {
        if step.get() == Some(NextStep::Wait) {
            correcting.set(false);
        }
    });
    let told = move || {
        standing
            .get()
            .map(|standing| view! { <Told standing=standing /> })
    };
    let thence = then.clone();
    let absent = move |region, instead| {
        Some(view! { <Absent region=region instead=instead then=thence.clone() /> }.into_any())
    };
    let thence = then.clone();
    let form = move |way, correction| form(way, correction, thence.clone());
    let body = move || {
        match step.get()? {
        NextStep::Absent { region, instead } => absent(region, instead),
        NextStep::Attempt(way) => form(way, false),
        NextStep::Correct(way) if correcting.get() => form(way, true),
        NextStep::CorrectAbsent { region, instead } if correcting.get() => absent(region, instead),
        NextStep::Correct(_) | NextStep::CorrectAbsent { .. } => Some(
            view! {
                <div class="actions">
                    <Button label=word::correct() kind=ButtonKind::Quiet on_press=move || correcting.set(true) />
                </div>
            }
            .into_any(),
        ),
        NextStep::Wait | NextStep::UsedUp { .. } => None,
    }
    };
    let back = then.map(|then| {
        view! { <div class="actions"><ButtonLink label=word::back_to_it() href=then.href() /></div> }
    });
    view! {
        <PageHeader title=word::title() back=Signal::stored(Route::Me(MeRoute::Name).href()) />
        <div class="pane-scroll">
            <div class="pane-body">
                {told}
                <SwitchBack />
                {body}
                {back}
            </div>
        </div>
    }
    .into_any()
}

fn form(way: VerificationWay, correction: bool, then: Option<Route>) -> Option<AnyView> {
    match way {
        VerificationWay::Mainland => {
            Some(view! { <NumberForm correction=correction then=then /> }.into_any())
        }
        VerificationWay::Documents => {
            Some(view! { <DocumentsForm correction=correction /> }.into_any())
        }
        VerificationWay::None { .. } => None,
    }
}

pub fn own_standing(view: &View, now: Time) -> Option<Standing> {
    match view.actor() {
        Actor::Account(me) => standing(view, me, now).ok(),
        Actor::Visitor | Actor::Operator => None,
    }
}

/// *Verified*, *Not verified*, *Pending*, *Refused*.
pub fn state_word(standing: &Standing) -> (Text, Tone) {
    match standing.state {
        IdentityState::Pending { .. } => (word::pending(), Tone::Info),
        _ if standing.verified.is_some() => (word::verified(), Tone::Good),
        IdentityState::Refused { .. } => (word::refused(), Tone::Bad),
        IdentityState::NotVerified | IdentityState::Verified => {
            (word::not_verified(), Tone::Waiting)
        }
    }
}

#[component]
fn Told(standing: Standing) -> impl IntoView {
    let is_verified = standing.verified.is_some();
    let used_up = match (standing.next(), is_verified) {
        (NextStep::UsedUp { again }, true) => Some((word::correction_used_up(), again)),
        (NextStep::UsedUp { again }, false) => Some((word::used_up(), again)),
        _ => None,
    };
    let used_up = used_up.map(|(title, again)| {
        view! { <Callout tone=Tone::Waiting title=title>{word::again(intl::date_time(again.0))}</Callout> }
    });
    let refused = match is_verified {
        true => word::correction_refused(),
        false => word::refused_title(),
    };
    let verified = standing.verified.map(|verified| {
        view! {
            <KeyValues>
                <KeyValue label=crate::words::me::name::real_name()><bdi>{verified.name.to_string()}</bdi></KeyValue>
                <KeyValue label=word::verified_on()>{intl::date(verified.at.0)}</KeyValue>
                <KeyValue label=word::document()>{word::ends_in(verified.last_four)}</KeyValue>
            </KeyValues>
        }
    });
    let state = match standing.state {
        IdentityState::Pending { since, .. } => view! {
            <Callout tone=Tone::Info title=word::pending_title()>{word::pending_since(intl::date_time(since.0))}</Callout>
        }
        .into_any(),
        IdentityState::Refused { reason, .. } => view! {
            <Callout tone=Tone::Bad title=refused><p><bdi class="prose">{reason.to_string()}</bdi></p></Callout>
        }
        .into_any(),
        _ if is_verified => view! {
            <Callout tone=Tone::Good title=word::verified()>{word::verified_why()}</Callout>
        }
        .into_any(),
        IdentityState::NotVerified | IdentityState::Verified => view! {
            <p>{word::why()}</p>
        }
        .into_any(),
    };
    view! { {state} {used_up} {verified} }.into_any()
}

/// In place of the section: why it is absent, and the detour (IDV 5).
#[component]
pub fn Absent(
    region: Region,
    instead: Option<Region>,
    /// Where the person was who was sent here.
    then: Option<Route>,
) -> impl IntoView {
    let to_region = Route::Me(MeRoute::Region {
        then: then.map(Box::new),
    });
    let suggested = instead.map(|instead| {
        let name = intl::region_name(instead.as_str());
        view! { <p>{word::suggested(name)}</p> }
    });
    let name = intl::region_name(region.as_str());
    view! {
        <Callout tone=Tone::Waiting title=word::absent(name)>
            <p>{word::absent_why()}</p>
            {suggested}
            <div class="actions">
                <ButtonLink label=word::to_region() href=to_region.href() kind=ButtonKind::Primary small=true />
            </div>
        </Callout>
    }
    .into_any()
}

/// The way back from the detour, in one tap. It undoes nothing.
#[component]
pub fn SwitchBack() -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let notices = notices();
    let home = db.live(|view, now| own_standing(view, now.time())?.home_region);
    let switch = move || {
        if form.take(db.run(SwitchBackRegion {})).is_some() {
            notices.tell(word::switched_back());
        }
    };
    let offer = move || {
        home.get().map(|home| {
            let name = intl::region_name(home.as_str());
            view! {
                <Callout title=word::home_is(name.clone())>
                    <p>{word::switch_back_why()}</p>
                    <div class="actions"><Button label=word::switch_back(name) small=true on_press=switch /></div>
                </Callout>
            }
        })
    };
    view! { {offer} {form.card(word::cannot_switch_back(), &[])} }.into_any()
}
