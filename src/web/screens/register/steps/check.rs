use leptos::{ev, prelude::*};
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    refusal::{Field as Of, Problem},
    registration::submit::SubmitRegistration,
};
use liaison_ui::{
    Button, ButtonKind, ButtonLink, Callout, Card, Checkbox, KeyValue, KeyValues, Tone,
};

use super::super::{
    RegisterRoute,
    begin::DataFactsCard,
    draft::{Draft, step_of},
    form::show_first_error,
    route::Step,
    to,
};
use crate::{
    route::{Route, replace},
    screens::{FilePreview, Form},
    tell,
    words::register as word,
};

/// Everything once more, what is still wrong, and the declaration (REG 3).
#[component]
pub fn CheckStep(draft: Draft) -> impl IntoView {
    draft.keep();
    let db = use_db();
    let form = Form::new();
    let declared = RwSignal::new(false);
    let registration = draft.registration;
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        draft.keep();
        if !draft.judge_all() {
            // What is wrong stands on other pages.
            if let Some((_, field, problem)) = draft.found.get().first() {
                form.refuse(*field, *problem);
            }
            return;
        }
        let act = SubmitRegistration {
            registration,
            declared: declared.get(),
        };
        match form.take(db.run(act)) {
            Some(()) => replace(Route::Register(RegisterRoute::Status(registration))),
            None => show_first_error(),
        }
    };
    let declare = move |yes| {
        declared.set(yes);
        form.clear();
    };
    let edit = move |step: Step| to(RegisterRoute::Draft(registration, step));
    view! {
        <form class="form wide" novalidate=true on:submit=submit>
            <WhatIsWrong draft=draft />
            <Stated draft=draft title=word::company() step=Step::Company />
            <Stated draft=draft title=word::applicant() step=Step::Applicant />
            <Documents draft=draft />
            {move || draft.realm().map(|realm| view! {
                <DataFactsCard realm=realm region=draft.data_region.into() />
            })}
            <Checkbox
                label=word::declaration()
                checked=declared
                on_change=declare
                error=form.error(Of::Declaration)
            />
            {form.card(word::cannot_submit(), &[Of::Declaration])}
            <p class="muted">{word::review_takes()}</p>
            <div class="actions">
                <Button label=word::submit() kind=ButtonKind::Primary submit=true />
                <ButtonLink label=word::back() kind=ButtonKind::Quiet href=edit(Step::Documents) />
            </div>
        </form>
    }
    .into_any()
}

/// Each thing that must be mended, with the way to it.
#[component]
fn WhatIsWrong(draft: Draft) -> impl IntoView {
    let line = move |(document, field, problem): (Option<_>, Of, Problem)| {
        let step = step_of(document, field);
        let href = to(RegisterRoute::Draft(draft.registration, step));
        view! { <li><a href=href on:click=move |_| _ = draft.judge(step)>{tell::problem(field, problem)}</a></li> }
    };
    move || {
        let found = draft.found.get();
        (!found.is_empty()).then(|| {
            view! {
                <Callout tone=Tone::Waiting title=word::to_mend(found.len() as u64)>
                    <ul class="mend">{found.into_iter().map(line).collect_view()}</ul>
                </Callout>
            }
        })
    }
}

#[component]
fn Stated(draft: Draft, #[prop(into)] title: liaison_ui::Text, step: Step) -> impl IntoView {
    let href = to(RegisterRoute::Draft(draft.registration, step));
    let lines = move || {
        let form = draft.application.with(|application| {
            application
                .as_ref()
                .map(|application| application.form.clone())
        });
        let said = tell::company::said_in(&form.unwrap_or_default()).into_iter();
        let here = said.filter(|(field, _)| step_of(None, *field) == step);
        here.map(|(field, text)| {
            view! { <KeyValue label=tell::field(field)><bdi>{text}</bdi></KeyValue> }
        })
        .collect_view()
    };
    view! {
        <Card title=title acts=move || view! { <ButtonLink label=word::change() kind=ButtonKind::Quiet small=true href=href.clone() /> }>
            <KeyValues>{lines}</KeyValues>
        </Card>
    }
    .into_any()
}

#[component]
fn Documents(draft: Draft) -> impl IntoView {
    let href = to(RegisterRoute::Draft(draft.registration, Step::Documents));
    let documents = Memo::new(move |_| {
        draft.application.with(|application| {
            application
                .as_ref()
                .map(|one| one.documents.clone())
                .unwrap_or_default()
        })
    });
    let one = |document: liaison_core::registration::Document| {
        let dates = [&document.says.issued, &document.says.expires];
        let dates: Vec<_> = dates
            .into_iter()
            .filter(|date| !date.is_empty())
            .cloned()
            .collect();
        view! {
            <figure class="document-face">
                <FilePreview file=document.file.clone() label=tell::field(document.kind.field()) />
                <figcaption>
                    <strong>{tell::field(document.kind.field())}</strong>
                    <bdi>{document.says.legal_name.clone()}</bdi>
                    <span class="code">{document.says.number.clone()}</span>
                    <span class="figures">{dates.join(" – ")}</span>
                </figcaption>
            </figure>
        }
    };
    view! {
        <Card title=word::step::documents() acts=move || view! { <ButtonLink label=word::change() kind=ButtonKind::Quiet small=true href=href.clone() /> }>
            <div class="document-faces">{move || documents.get().into_iter().map(one).collect_view()}</div>
        </Card>
    }
    .into_any()
}
