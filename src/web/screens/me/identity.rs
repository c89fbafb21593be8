use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    account::switch_back_region::SwitchBackRegion,
    command::Actor,
    identity::{IdentityState, Standing, standing},
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
    let stage = Memo::new(move |_| standing.with(|standing| standing.as_ref().map(stage)));
    let correcting = RwSignal::new(false);
    let told = move || {
        standing
            .get()
            .map(|standing| view! { <Told standing=standing /> })
    };
    let body = move || {
        match stage.get()? {
        Stage::Absent { region, instead } => Some(view! { <Absent region=region instead=instead /> }.into_any()),
        Stage::Attempt(way) => form(way, false),
        Stage::Verified(way) if correcting.get() => form(way, true),
        Stage::Verified(VerificationWay::None { .. }) | Stage::Nothing => None,
        Stage::Verified(_) => Some(
            view! {
                <div class="actions">
                    <Button label=word::correct() kind=ButtonKind::Quiet on_press=move || correcting.set(true) />
                </div>
            }
            .into_any(),
        ),
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

fn form(way: VerificationWay, correction: bool) -> Option<AnyView> {
    match way {
        VerificationWay::Mainland => {
            Some(view! { <NumberForm correction=correction /> }.into_any())
        }
        VerificationWay::Documents => {
            Some(view! { <DocumentsForm correction=correction /> }.into_any())
        }
        VerificationWay::None { .. } => None,
    }
}

/// What there is to do.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Stage {
    Absent {
        region: Region,
        instead: Option<Region>,
    },
    Attempt(VerificationWay),
    Verified(VerificationWay),
    /// A review is under way, or the attempts are used up.
    Nothing,
}

fn stage(standing: &Standing) -> Stage {
    if matches!(standing.state, IdentityState::Pending { .. }) || standing.attempts_left == 0 {
        return Stage::Nothing;
    }
    match standing.way {
        way if standing.verified.is_some() => Stage::Verified(way),
        VerificationWay::None { instead } => Stage::Absent {
            region: standing.region,
            instead,
        },
        way => Stage::Attempt(way),
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
    let used_up = standing.again.map(|again| {
        view! { <Callout tone=Tone::Waiting title=word::used_up()>{word::again(intl::date_time(again.0))}</Callout> }
    });
    let is_verified = standing.verified.is_some();
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
            <Callout tone=Tone::Bad title=word::refused_title()><p><bdi class="prose">{reason.to_string()}</bdi></p></Callout>
            {used_up}
        }
        .into_any(),
        _ if is_verified => view! {
            <Callout tone=Tone::Good title=word::verified()>{word::verified_why()}</Callout>
        }
        .into_any(),
        IdentityState::NotVerified | IdentityState::Verified => view! {
            <p>{word::why()}</p>
            {used_up}
        }
        .into_any(),
    };
    view! { {state} {verified} }.into_any()
}

/// In place of the section: why it is absent, and the detour (IDV 5).
#[component]
pub fn Absent(region: Region, instead: Option<Region>) -> impl IntoView {
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
                <ButtonLink label=word::to_region() href=Route::Me(MeRoute::Region).href() kind=ButtonKind::Primary small=true />
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
