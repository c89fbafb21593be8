use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    identity::submit_number::SubmitNumber, limits, refusal::Field as Of, text::Line,
};
use liaison_ui::{Button, ButtonKind, Field, Input, TextArea, notices};

use super::{MeRoute, verdicts::Verdicts};
use crate::{route::Route, screens::Form, tell, words::me::identity as word};

/// The fields that speak for themselves.
const FIELDS: &[Of] = &[Of::RealName, Of::IdNumber, Of::Reason];

/// The mainland way: the name as on the identity card, *Verify*; *ID card number*, *Next* (IDV 3).
#[component]
pub fn NumberForm(
    /// A verified name is to change, with a reason (IDV 7).
    correction: bool,
    /// Where the person was who was sent here.
    then: Option<Route>,
) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let notices = notices();
    let name = RwSignal::new(String::new());
    let number = RwSignal::new(String::new());
    let reason = RwSignal::new(String::new());
    let named = RwSignal::new(false);
    let act = move || SubmitNumber {
        name: name.get(),
        number: number.get(),
        correction: correction.then(|| reason.get()),
    };
    let verdicts = Verdicts::new(move |today| act().read(today).err().unwrap_or_default());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !named.get_untracked() {
            verdicts.leave(Of::RealName);
            let name = Line::check(Of::RealName, &name.get(), limits::PERSON_NAME);
            if form.take(name.map_err(Into::into)).is_some() {
                named.set(true);
            }
            return;
        }
        verdicts.leave_all(FIELDS);
        if form.take(db.run(act())).is_some() {
            notices.tell(word::submitted());
        }
    };
    let region = Route::Me(MeRoute::Region {
        then: then.map(Box::new),
    })
    .href();
    let second = move || {
        view! {
            <Field
                label=tell::field(Of::IdNumber)
                value=number
                input=Input::Code
                hint=word::number_hint()
                error=verdicts.of(Of::IdNumber)
                on_leave=verdicts.on_leave(Of::IdNumber)
                first=true
            />
            <p class="muted">{word::other_document()} " " <a href=region.clone()>{word::to_region()}</a></p>
            {correction.then(|| view! {
                <TextArea
                    label=word::correction()
                    value=reason
                    limit=*limits::REASON.end()
                    error=verdicts.of(Of::Reason)
                    on_leave=verdicts.on_leave(Of::Reason)
                />
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
            <Field
                label=tell::field(Of::RealName)
                value=name
                input=Input::Name
                error=verdicts.of(Of::RealName)
                on_leave=verdicts.on_leave(Of::RealName)
                first=true
            />
            {move || named.get().then(&second)}
            {form.card(word::cannot_submit(), FIELDS)}
            <div class="actions"><Button label=label kind=ButtonKind::Primary submit=true /></div>
        </form>
    }
    .into_any()
}
