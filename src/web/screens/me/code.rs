use leptos::prelude::*;
use liaison_bridge::{Memo, copy_text, use_db};
use liaison_core::{
    account::{
        PersonalCode, is_suspended, main_seat, personal_codes, privacy, reset_code::ResetCode,
    },
    command::Actor,
    id::OrganizationId,
    row::ReadRows,
    store::Stop,
    time::{DAY, Time},
    view::View,
};
use liaison_ui::{
    Button, ButtonKind, ButtonLink, Callout, Card, Choice, Confirm, Icon, PageHeader, Segmented,
    Tone, intl, notices,
};
use wasm_bindgen_futures::spawn_local;

use super::{
    MeRoute,
    profile::{Myself, myself},
};
use crate::{
    route::Route,
    screens::{
        Form, QrCode,
        contacts::{SeatField, own_seats},
        title,
    },
    words::me as word,
};

/// *My QR code*: a link into this app, in the seat that is chosen (CON 2).
#[component]
pub fn CodePane() -> impl IntoView {
    title(word::my_code());
    let db = use_db();
    let seats = db.live(|view, _| own_seats(view).unwrap_or_default());
    let chosen = RwSignal::new(None::<OrganizationId>);
    let main = db.live(|view, _| match view.actor() {
        Actor::Account(me) => main_seat(view, me).ok().flatten(),
        Actor::Visitor | Actor::Operator => None,
    });
    let seat = Memo::new(move |_| chosen.get().or(main.get()));
    let code = db.live(move |view, now| code(view, seat.get(), now.time()).ok().flatten());
    let addable = db.live(|view, _| addable(view).unwrap_or(true));
    let me = db.live(|view, _| myself(view).ok().flatten());
    let suspended = db.live(|view, _| match view.actor() {
        Actor::Account(me) => is_suspended(view, me).unwrap_or(false),
        Actor::Visitor | Actor::Operator => false,
    });
    let closed = move || {
        (!addable.get()).then(|| view! {
            <Callout tone=Tone::Waiting title=word::code_closed()>
                <p>{word::code_closed_why()}</p>
                <div class="actions"><ButtonLink label=word::privacy::title() href=Route::Me(MeRoute::Privacy).href() small=true /></div>
            </Callout>
        })
    };
    view! {
        <PageHeader title=word::my_code() back=Signal::stored(Route::Me(MeRoute::Profile).href()) />
        <div class="pane-scroll">
            <div class="pane-body">
                {move || match suspended.get() {
                    true => view! { <Callout tone=Tone::Waiting title=word::code_suspended()>{word::code_suspended_why()}</Callout> }.into_any(),
                    false => closed().into_any(),
                }}
                <SeatField seats=seats chosen=seat on_choose=move |organization| chosen.set(Some(organization)) />
                {move || code.get().filter(|_| !suspended.get()).map(|shown| view! { <CodeCard shown=shown me=me seat=seat /> })}
            </div>
        </div>
    }
    .into_any()
}

/// The code as it is shown, and whether it has come to its end.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    code: PersonalCode,
    expired: bool,
}

fn code(view: &View, seat: Option<OrganizationId>, now: Time) -> Result<Option<Shown>, Stop> {
    let Actor::Account(me) = view.actor() else {
        return Ok(None);
    };
    let code = view.find(&personal_codes(me).at(seat))?;
    Ok(code.map(|code| Shown {
        expired: code.expires.is_some_and(|end| end <= now),
        code,
    }))
}

fn addable(view: &View) -> Result<bool, Stop> {
    let Actor::Account(me) = view.actor() else {
        return Ok(true);
    };
    let privacy = view.find(&privacy(me).at(()))?.unwrap_or_default();
    Ok(privacy.addable_by_code)
}

#[component]
fn CodeCard(
    shown: Shown,
    me: Memo<Option<Myself>>,
    seat: Memo<Option<OrganizationId>>,
) -> impl IntoView {
    let Shown { code, expired } = shown;
    let world = use_db().world().to_string();
    let token = code.token;
    let link = Route::Add { world, token }.link();
    let notices = notices();
    let copy = {
        let link = link.clone();
        move || {
            let link = link.clone();
            spawn_local(async move {
                match copy_text(&link).await {
                    true => notices.tell(word::copied()),
                    false => notices.tell(word::cannot_copy()),
                }
            })
        }
    };
    let name = move || me.with(|me| me.as_ref().map(|me| me.name.clone()).unwrap_or_default());
    let end = match code.expires {
        None => word::never_expires(),
        Some(end) if expired => word::expired_on(intl::date_time(end.0)),
        Some(end) => word::expires_on(intl::date_time(end.0)),
    };
    let picture = match expired {
        true => view! { <Callout tone=Tone::Waiting title=end.clone()>{word::expired_why()}</Callout> }.into_any(),
        false => view! {
            <figure class="code-figure">
                <QrCode text=Signal::stored(link.clone()) label=word::code_of(name) />
                <figcaption class="muted small">
                    <p>{word::scan_me()}</p>
                    <p>{end.clone()}</p>
                </figcaption>
            </figure>
            <p class="code-link"><a href=link.clone() class="code cut" dir="ltr">{link.clone()}</a></p>
        }
        .into_any(),
    };
    view! {
        <Card>
            {picture}
            <div class="actions centred">
                {(!expired).then(|| view! { <Button label=word::copy_link() icon=Icon::COPY kind=ButtonKind::Primary on_press=copy /> })}
                <ResetButton seat=seat />
            </div>
        </Card>
    }
    .into_any()
}

/// How long a new code is to hold, in days; none for without end.
const LIVES: [Option<u64>; 4] = [None, Some(1), Some(7), Some(30)];

#[component]
fn ResetButton(seat: Memo<Option<OrganizationId>>) -> impl IntoView {
    let db = use_db();
    let asking = RwSignal::new(false);
    let lives = RwSignal::new(None::<u64>);
    let form = Form::new();
    let notices = notices();
    let now = db.live(|_, now| now.time());
    let reset = move || {
        let expires = lives
            .get_untracked()
            .map(|days| now.get_untracked().plus(days * DAY));
        let act = ResetCode {
            seat: seat.get_untracked(),
            expires,
        };
        if form.take(db.run(act)).is_some() {
            notices.tell(word::reset_done());
        }
    };
    let choices = || {
        LIVES
            .map(|days| {
                let label = days.map_or_else(word::without_end, word::days);
                Choice::new(days, label)
            })
            .to_vec()
    };
    view! {
        <Button label=word::reset_code() icon=Icon::RESET on_press=move || asking.set(true) />
        <Confirm title=word::reset_title() open=asking act=word::reset_code() on_confirm=reset>
            <p>{word::reset_why()}</p>
            <Segmented
                label=word::new_code_holds()
                choices=choices
                chosen=Signal::derive(move || Some(lives.get()))
                on_choose=move |days| lives.set(days)
            />
        </Confirm>
        {form.card(word::cannot_reset(), &[])}
    }
    .into_any()
}
