//! A reviewer's question, answered field by field: only what was asked about can be changed (REG 4, REG 5).

use leptos::{ev, prelude::*};
use liaison_bridge::use_db;
use liaison_core::{
    id::RegistrationId,
    limits,
    refusal::Field as Of,
    registration::{DocumentKind, Question, answer::AnswerQuestion},
    time::{DAY, Time},
};
use liaison_ui::{Button, ButtonKind, Callout, Checkbox, TextArea, Tone, intl};

use super::{
    draft::Draft,
    form::show_first_error,
    steps::{DocumentsOfKind, FormField},
};
use crate::{screens::Form, tell, words::register as word};

#[component]
pub fn Answer(
    registration: RegistrationId,
    question: Question,
    until: Time,
    left: u8,
) -> impl IntoView {
    let db = use_db();
    let draft = Draft::of(registration);
    let form = Form::new();
    let reply = RwSignal::new(String::new());
    let declared = RwSignal::new(false);
    let days = db.live(move |_, now| until.since(now.time()).div_ceil(DAY));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        draft.keep();
        let act = AnswerQuestion {
            registration,
            reply: reply.get(),
            declared: declared.get(),
        };
        if !draft.judge_all() || form.take(db.run(act)).is_none() {
            show_first_error();
        }
    };
    let jurisdiction = draft.jurisdiction.get_untracked();
    let askable = jurisdiction.map(Question::askable).unwrap_or_default();
    let open = askable.into_iter().filter(|field| question.opens(*field));
    let open = open.map(move |field| {
        let kind = DocumentKind::ALL
            .into_iter()
            .find(|kind| kind.field() == field);
        match kind {
            Some(kind) => view! { <DocumentsOfKind draft=draft kind=kind /> }.into_any(),
            None => view! { <FormField draft=draft field=field /> }.into_any(),
        }
    });
    let open = open.collect_view();
    let elsewhere = {
        let question = question.clone();
        move || draft.wrong_besides(&question)
    };
    view! {
        <Callout tone=Tone::Waiting title=word::question_title()>
            <p class="prose"><bdi>{question.why.to_string()}</bdi></p>
            <p class="small">
                {move || word::days_left(days.get())} " " {intl::date(until.0)} " · "
                {word::resubmissions_left(u64::from(left))}
            </p>
        </Callout>
        <form class="form" novalidate=true on:submit=submit>
            {open}
            <TextArea
                label=tell::field(Of::Reply)
                value=reply
                limit=*limits::REASON.end()
                hint=word::reply_hint()
                error=form.error(Of::Reply)
                optional=true
            />
            <Checkbox
                label=word::declaration()
                checked=declared
                on_change=move |yes| declared.set(yes)
                error=form.error(Of::Declaration)
            />
            {move || elsewhere().into_iter().map(|text| view! { <Callout tone=Tone::Bad>{text}</Callout> }).collect_view()}
            {form.card(word::cannot_answer(), &[Of::Declaration, Of::Reply])}
            <div class="actions">
                <Button label=word::send_answer() kind=ButtonKind::Primary icon=liaison_ui::Icon::SEND submit=true />
            </div>
        </form>
    }
    .into_any()
}
