use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    identity::{read::today, submit_number::SubmitNumber},
    limits,
    numbers::{DocumentKind, Problem as NumberProblem, Region, id_document},
    refusal::{Field as Of, Problem},
    text::Line,
    time::Time,
};
use liaison_ui::{Button, ButtonKind, Field, Input, Text, TextArea, notices};

use crate::{screens::Form, tell, words::me::identity as word};

/// The mainland way: the name as on the identity card, *Verify*; *ID card number*, *Next* (IDV 3).
#[component]
pub fn NumberForm(
    /// A verified name is to change, with a reason (IDV 7).
    correction: bool,
) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let notices = notices();
    let name = RwSignal::new(String::new());
    let number = RwSignal::new(String::new());
    let reason = RwSignal::new(String::new());
    let named = RwSignal::new(false);
    let left = RwSignal::new(false);
    let now = db.live(|_, now| now.time());
    let wrong = typed_wrong(number, left, move || {
        (DocumentKind::IdentityCard, Region::CN, now.get())
    });
    let error = Signal::derive(move || form.error(Of::IdNumber).get().or_else(|| wrong.get()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !named.get_untracked() {
            if form
                .take(
                    Line::check(Of::RealName, &name.get(), limits::PERSON_NAME).map_err(Into::into),
                )
                .is_some()
            {
                named.set(true);
            }
            return;
        }
        left.set(true);
        let act = SubmitNumber {
            name: name.get(),
            number: number.get(),
            correction: reason.get(),
        };
        if form.take(db.run(act)).is_some() {
            notices.tell(word::submitted());
        }
    };
    let second = move || {
        view! {
            <Field
                label=tell::field(Of::IdNumber)
                value=number
                input=Input::Code
                hint=word::number_hint()
                error=error
                on_leave=Callback::new(move |()| left.set(true))
                first=true
            />
            {correction.then(|| view! {
                <TextArea label=word::correction() value=reason limit=*limits::REASON.end() error=form.error(Of::Reason) />
            })}
        }
        .into_any()
    };
    let label = move || match named.get() {
        false => word::verify(),
        true => word::next(),
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            <Field label=tell::field(Of::RealName) value=name input=Input::Name error=form.error(Of::RealName) first=true />
            {move || named.get().then(second)}
            {form.card(word::cannot_submit(), &[Of::RealName, Of::IdNumber, Of::Reason])}
            <div class="actions"><Button label=label kind=ButtonKind::Primary submit=true /></div>
        </form>
    }
    .into_any()
}

/// What is wrong with a number while it is typed; that it is still too short is said when the field was left (IDV 4).
pub fn typed_wrong(
    number: RwSignal<String>,
    left: RwSignal<bool>,
    document: impl Fn() -> (DocumentKind, Region, Time) + Send + Sync + 'static,
) -> Signal<Option<Text>> {
    Signal::derive(move || {
        let (kind, country, now) = document();
        let checked = number.with(|text| {
            let typed = !text.trim().is_empty();
            typed.then(|| id_document::check(kind, country, text, today(country, now)))
        });
        match checked? {
            Err(NumberProblem::Length { least, found, .. })
                if found < u16::from(least) && !left.get() =>
            {
                None
            }
            Err(problem) => Some(tell::problem(Of::IdNumber, Problem::Number(problem))),
            Ok(_) => None,
        }
    })
}
