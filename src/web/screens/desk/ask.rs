use std::collections::BTreeSet;

use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    desk::{ask::AskApplicant, newest_statement},
    id::RegistrationId,
    limits,
    refusal::Field as Of,
    registration::Question,
};
use liaison_ui::{Button, ButtonKind, Checkbox, Dialog, DialogShape, TextArea};

use crate::{screens::Form, tell, words::desk as word};

/// The reviewer names fields and documents and says why (REG 5). Only these can be changed then.
#[component]
pub fn AskDialog(
    registration: RegistrationId,
    attempt: u64,
    questions: u64,
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog title=word::ask() open=open shape=DialogShape::Panel>
            <Ask registration=registration attempt=attempt questions=questions open=open />
        </Dialog>
    }
    .into_any()
}

#[component]
fn Ask(
    registration: RegistrationId,
    attempt: u64,
    questions: u64,
    open: RwSignal<bool>,
) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let fields = RwSignal::new(BTreeSet::<Of>::new());
    let why = RwSignal::new(String::new());
    let askable = db.live(move |view, _| {
        let statement = newest_statement(view, registration).ok().flatten();
        statement
            .map(|one| Question::askable(one.jurisdiction))
            .unwrap_or_default()
    });
    let field = move |field: Of| {
        let toggle = move |yes| {
            fields.update(|fields| match yes {
                true => _ = fields.insert(field),
                false => _ = fields.remove(&field),
            });
        };
        let is_asked = Signal::derive(move || fields.with(|fields| fields.contains(&field)));
        view! { <Checkbox label=tell::field(field) checked=is_asked on_change=toggle /> }
    };
    let send = move || {
        let act = AskApplicant {
            registration,
            attempt,
            fields: fields.get().into_iter().collect(),
            why: why.get(),
        };
        if form.take(db.run(act)).is_some() {
            open.set(false);
        }
    };
    let missing = form.error(Of::Question);
    view! {
        <div class="form">
            <fieldset class="field ask-fields">
                <legend class="label">{word::ask_about()}</legend>
                {move || askable.get().into_iter().map(field).collect_view()}
                <p class="error" role="alert">{move || missing.get().map(|_| word::ask_about_nothing())}</p>
            </fieldset>
            <TextArea
                label=word::ask_why()
                value=why
                limit=*limits::REASON.end()
                hint=word::ask_why_hint()
                error=form.error(Of::Reason)
            />
            <p class="muted small">{word::questions_left(questions)}</p>
            {form.card(word::not_possible(), &[Of::Question, Of::Reason])}
            <div class="actions end">
                <Button label=word::send_question() kind=ButtonKind::Primary on_press=send />
            </div>
        </div>
    }
    .into_any()
}
