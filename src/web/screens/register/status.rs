//! How an application stands (REG 4–7): what happened, what comes, what can be done.

use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    id::{OrganizationId, RegistrationId},
    organization::company,
    registration::{State, start_anew::StartAnew, withdraw::WithdrawRegistration},
    row::ReadRows,
};
use liaison_ui::{
    Button, ButtonKind, ButtonLink, Callout, Confirm, Icon, KeyValue, KeyValues, PageHeader, Pill,
    Text, Tone, intl,
};

use super::{
    RegisterRoute, answer::Answer, applications::state as state_word, own, route::Step,
    timeline::History, to,
};
use crate::{
    route::{Route, go},
    screens::{Form, console::ConsoleRoute, title},
    tell,
    tell::company::said_in,
    words::register as word,
};

#[component]
pub fn Status(registration: RegistrationId) -> impl IntoView {
    let application = own(registration);
    let now = use_db().live(|_, now| now.time());
    let state = Memo::new(move |_| {
        application.with(|application| Some(application.as_ref()?.state_at(now.get())))
    });
    let is_late = Memo::new(move |_| {
        application.with(|application| {
            application
                .as_ref()
                .is_some_and(|one| one.is_late(now.get()))
        })
    });
    let name = move || {
        application.with(|one| {
            one.as_ref()
                .map(|one| one.form.legal_name.clone())
                .unwrap_or_default()
        })
    };
    title(name);
    let pill = move || {
        state.with(|state| {
            let (label, tone) = state_word(state.as_ref()?);
            Some(view! { <Pill label=label tone=Signal::stored(tone) /> })
        })
    };
    view! {
        <div class="task">
            <PageHeader title=name back=Signal::stored(to(RegisterRoute::Mine))>
                {pill}
            </PageHeader>
            <div class="task-body">
                <div class="stack loose">
                    {move || state.get().map(|state| standing(registration, state, is_late.get()))}
                    <Submitted registration=registration />
                </div>
                <aside class="task-help">
                    <h2>{word::history()}</h2>
                    <History application=application />
                </aside>
            </div>
        </div>
    }
    .into_any()
}

/// What the state means for the applicant, and what can be done.
fn standing(registration: RegistrationId, state: State, is_late: bool) -> AnyView {
    match state {
        State::Draft => ().into_any(),
        State::Submitted { due, .. } | State::InReview { due, .. } | State::Resubmitted { due, .. } => view! {
            <Callout tone=Tone::Info title=word::review_takes()>
                <p>{match is_late { true => word::expected_was(intl::date(due.0)), false => word::expected(intl::date(due.0)) }}</p>
                <p>{word::told_in_team()}</p>
            </Callout>
            <Withdraw registration=registration />
        }
        .into_any(),
        State::QuestionOpen { question, until, resubmissions_left, .. } => view! {
            <Answer registration=registration question=question until=until left=resubmissions_left />
            <Withdraw registration=registration />
        }
        .into_any(),
        State::Approved { organization, .. } => view! { <Approved organization=organization /> }.into_any(),
        State::Rejected { reason, .. } => view! {
            <Callout tone=Tone::Bad title=word::rejected_why()>
                <p class="prose"><bdi>{reason.to_string()}</bdi></p>
            </Callout>
            <Anew registration=registration />
        }
        .into_any(),
        State::Withdrawn { .. } => view! {
            <Callout title=word::withdrawn()>{word::withdrawn_why()}</Callout>
            <Anew registration=registration />
        }
        .into_any(),
        State::Closed { .. } => view! {
            <Callout tone=Tone::Bad title=word::closed()>{word::closed_why()}</Callout>
            <Anew registration=registration />
        }
        .into_any(),
    }
}

#[component]
fn Approved(organization: OrganizationId) -> impl IntoView {
    let db = use_db();
    let number = db.live(move |view, _| {
        let company = view.find(&company(organization).at(())).ok().flatten();
        company.map(|company| company.corporate_id.to_string())
    });
    let console = Route::Console(organization, ConsoleRoute::Overview).href();
    view! {
        <Callout tone=Tone::Good title=word::approved()>
            <p>{word::approved_what()}</p>
            {move || number.get().map(|number| view! {
                <KeyValues>
                    <KeyValue label=tell::field(liaison_core::refusal::Field::CorporateId)><span class="code">{number}</span></KeyValue>
                </KeyValues>
            })}
        </Callout>
        <div class="actions">
            <ButtonLink label=word::to_console() kind=ButtonKind::Primary icon=Icon::BUILDING href=console />
        </div>
    }
    .into_any()
}

#[component]
fn Withdraw(registration: RegistrationId) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let asking = RwSignal::new(false);
    let withdraw = move || {
        form.take(db.run(WithdrawRegistration { registration }));
    };
    view! {
        <div class="actions">
            <Button label=word::withdraw() kind=ButtonKind::Quiet on_press=move || asking.set(true) />
        </div>
        {form.card(word::cannot_withdraw(), &[])}
        <Confirm title=word::withdraw_title() open=asking act=word::withdraw() on_confirm=withdraw>
            <p>{word::withdraw_what()}</p>
        </Confirm>
    }
    .into_any()
}

#[component]
fn Anew(registration: RegistrationId) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let start = move || {
        if let Some(fresh) = form.take(db.run(StartAnew { from: registration })) {
            go(Route::Register(RegisterRoute::Draft(fresh, Step::Company)));
        }
    };
    view! {
        <div class="actions">
            <Button label=word::start_anew() kind=ButtonKind::Primary icon=Icon::RESET on_press=start />
        </div>
        {form.card(word::cannot_begin(), &[])}
    }
    .into_any()
}

/// The fields as they stand.
#[component]
fn Submitted(registration: RegistrationId) -> impl IntoView {
    let application = own(registration);
    let line = |(field, text): (_, Text)| {
        view! { <KeyValue label=tell::field(field)><bdi>{text}</bdi></KeyValue> }
    };
    let lines = move || {
        application.with(|one| {
            let said = one
                .as_ref()
                .map(|one| said_in(&one.form))
                .unwrap_or_default();
            said.into_iter().map(line).collect_view()
        })
    };
    view! {
        <details class="submitted">
            <summary>{word::what_was_stated()}</summary>
            <KeyValues>{lines}</KeyValues>
        </details>
    }
    .into_any()
}
