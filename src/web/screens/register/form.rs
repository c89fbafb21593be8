//! The form, one step at a time.

use leptos::{ev, prelude::*};
use liaison_bridge::{Memo, SaveState, use_db};
use liaison_core::id::RegistrationId;
use liaison_ui::{Button, ButtonKind, Icon, PageHeader, Steps};
use wasm_bindgen::JsCast;

use super::{
    RegisterRoute,
    discard::Discard,
    draft::Draft,
    route::Step,
    steps::{ApplicantStep, CheckStep, CompanyStep, DocumentsStep},
    to,
};
use crate::{
    route::{Route, go},
    screens::title,
    words::register as word,
};

#[component]
pub fn FormScreen(registration: RegistrationId, step: Signal<Step>) -> impl IntoView {
    title(word::title());
    let draft = Draft::of(registration);
    let at = move |step| Route::Register(RegisterRoute::Draft(registration, step));
    let done = Memo::new(move |_| {
        let sound = |step: &&Step| draft.wrong_in(**step).is_empty();
        Step::ALL[..Step::Check.place()]
            .iter()
            .take_while(sound)
            .count()
    });
    let go_to = move |place: usize| go_on(draft, at(Step::ALL[place]));
    let shown = Memo::new(move |_| step.get());
    let name = move || match draft.legal_name.get() {
        name if name.trim().is_empty() => word::unnamed(),
        name => name.into(),
    };
    view! {
        <div class="task">
            <PageHeader title=word::title() back=Signal::stored(to(RegisterRoute::Mine)) subtitle=name>
                <KeptSign draft=draft />
            </PageHeader>
            <Steps
                label=word::title()
                names=vec![word::step::company(), word::step::applicant(), word::step::documents(), word::step::check()]
                at=Signal::derive(move || shown.get().place())
                done=done
                on_go=go_to
            />
            {move || {
                let step = shown.get();
                let page = match step {
                    Step::Company => view! { <CompanyStep draft=draft /> }.into_any(),
                    Step::Applicant => view! { <ApplicantStep draft=draft /> }.into_any(),
                    Step::Documents => view! { <DocumentsStep draft=draft /> }.into_any(),
                    Step::Check => return view! { <CheckStep draft=draft /> }.into_any(),
                };
                page_of(draft, step, page)
            }}
            <Discard registration=registration />
        </div>
    }
    .into_any()
}

/// To another step, unless something that stands only here could not be kept.
fn go_on(draft: Draft, to: Route) {
    draft.keep();
    match draft.keeps_documents() {
        true => go(to),
        false => show_first_error(),
    }
}

fn page_of(draft: Draft, step: Step, page: AnyView) -> AnyView {
    let place = step.place();
    let at = move |place: usize| {
        Route::Register(RegisterRoute::Draft(draft.registration, Step::ALL[place]))
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        draft.keep();
        match draft.judge(step) {
            true => go(at(place + 1)),
            false => show_first_error(),
        }
    };
    let back = (place > 0).then(|| {
        let to_last = move || go_on(draft, at(place.saturating_sub(1)));
        view! { <Button label=word::back() kind=ButtonKind::Quiet on_press=to_last /> }
    });
    view! {
        <form class="form" novalidate=true on:submit=submit>
            {page}
            <div class="actions">
                <Button label=word::go_on() kind=ButtonKind::Primary submit=true />
                {back}
            </div>
        </form>
    }
    .into_any()
}

/// Whoever is told that something is wrong is led there.
pub fn show_first_error() {
    request_animation_frame(|| {
        let wrong =
            ":is(input, select, textarea)[aria-invalid=true], fieldset[aria-invalid=true] input";
        let first = document().query_selector(wrong).ok().flatten();
        if let Some(first) = first.and_then(|first| first.dyn_into::<web_sys::HtmlElement>().ok()) {
            // Fails only on what is no longer in the page.
            _ = first.focus();
        }
    });
}

/// Whether what was typed is kept.
#[component]
fn KeptSign(draft: Draft) -> impl IntoView {
    let db = use_db();
    let sign = move || match db.saving() {
        SaveState::Saved | SaveState::Saving if !draft.is_kept() => {
            (Icon::ALERT, word::draft_not_whole())
        }
        SaveState::Saved => (Icon::SAVED, word::draft_kept()),
        SaveState::Saving => (Icon::WAITING, word::draft_saving()),
        SaveState::CannotSave(_) => (Icon::ALERT, word::draft_not_kept()),
    };
    view! {
        <span class="saving" role="status">
            {move || sign().0.view()} <span>{move || sign().1}</span>
        </span>
    }
    .into_any()
}
