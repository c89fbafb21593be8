use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    account::{request_code::RequestCode, sign_up::SignUp},
    command::Actor,
    limits,
    numbers::{Mobile, Region},
    refusal::{Field as Of, Problem},
    text::Line,
};
use liaison_ui::{Button, ButtonKind, Callout, Field, Input, PageHeader, notices};

use super::RegionField;
use crate::{
    route::{Route, go},
    screens::{Form, title},
    tell,
    words::first as word,
};

/// A person makes an account (ACC 1): region and number, then the code that went there.
#[component]
pub fn SignUpScreen(then: Route) -> impl IntoView {
    title(word::sign_up());
    let db = use_db();
    let form = Form::new();
    let name = RwSignal::new(String::new());
    let mobile = RwSignal::new(String::new());
    let region = RwSignal::new(None::<Region>);
    let code = RwSignal::new(String::new());
    let sent = RwSignal::new(None::<Mobile>);
    // What was tried last, for saying what was not possible.
    let failing = RwSignal::new(word::cannot_send());
    let notices = notices();

    let request = move |mobile: Mobile| {
        failing.set(word::cannot_send());
        form.take(db.run(RequestCode { mobile })).is_some()
    };
    let send = move || {
        // Before a code is on its way, and while the field is in sight.
        let named = Line::check(Of::Name, &name.get(), limits::PERSON_NAME);
        if form.take(named.map_err(Into::into)).is_none() {
            return;
        }
        let Some(region) = region.get() else {
            return form.refuse(Of::Region, Problem::Missing);
        };
        match Mobile::parse(&mobile.get(), Some(region)) {
            Err(problem) => form.refuse(Of::Mobile, Problem::Number(problem)),
            Ok(mobile) => {
                if request(mobile) {
                    sent.set(Some(mobile));
                }
            }
        }
    };
    let send_again = move |mobile: Mobile| {
        if request(mobile) {
            code.set(String::new());
            notices.tell(word::sent_again());
        }
    };
    let finish = move |mobile: Mobile| {
        let Some(region) = region.get() else { return };
        let act = SignUp {
            name: name.get(),
            region,
            mobile,
            code: code.get(),
        };
        failing.set(word::cannot_sign_up());
        if let Some(account) = form.take_counted(db.run(act)) {
            db.act_as(Actor::Account(account));
            go(then.clone());
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match sent.get() {
            None => send(),
            Some(mobile) => finish(mobile),
        }
    };
    let first_step = move || {
        view! {
            <Field label=tell::field(Of::Name) value=name input=Input::Name error=form.error(Of::Name) hint=word::name_hint() first=true />
            <RegionField region=region error=form.error(Of::Region) />
            <Field label=tell::field(Of::Mobile) value=mobile input=Input::Phone error=form.error(Of::Mobile) hint=word::mobile_hint() />
            {form.card(word::cannot_send(), &[Of::Name, Of::Region, Of::Mobile])}
            <div class="actions">
                <Button label=word::send_code() kind=ButtonKind::Primary submit=true />
            </div>
        }
        .into_any()
    };
    let second_step = move |mobile: Mobile| {
        view! {
            <Callout title=word::code_sent(mobile.spaced())>{word::code_where()}</Callout>
            <Field label=tell::field(Of::Code) value=code input=Input::OneTimeCode error=form.error(Of::Code) first=true />
            {form.card_of(failing.into(), &[Of::Code])}
            <div class="actions">
                <Button label=word::create_account() kind=ButtonKind::Primary submit=true />
                <Button label=word::send_again() on_press=move || send_again(mobile) />
                <Button
                    label=word::other_number()
                    kind=ButtonKind::Quiet
                    on_press=move || {
                        form.clear();
                        sent.set(None);
                    }
                />
            </div>
        }
        .into_any()
    };
    view! {
        <main class="page narrow">
            <PageHeader title=word::sign_up() back=Signal::stored(Route::First.href()) subtitle=word::sign_up_why() />
            <form class="form" novalidate=true on:submit=submit>
                {move || match sent.get() {
                    None => first_step(),
                    Some(mobile) => second_step(mobile),
                }}
            </form>
        </main>
    }
    .into_any()
}
