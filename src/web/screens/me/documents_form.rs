use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    blob::Upload,
    identity::submit_documents::SubmitDocuments,
    limits,
    numbers::{DocumentKind, Region, regions},
    order,
    refusal::Field as Of,
    text::Line,
};
use liaison_ui::{
    Button, ButtonKind, Choice, Field, FileFace, FileField, Input, Select, Text, TextArea, intl,
    notices,
};
use wasm_bindgen_futures::spawn_local;

use super::verdicts::Verdicts;
use crate::{
    screens::{Form, handed_in},
    tell,
    words::me::identity as word,
};

/// What the file dialog offers; what counts are the bytes.
const ACCEPT: &str = "image/jpeg,image/png,image/webp,application/pdf";

/// How far the person is: the name; what will be needed; the documents.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
enum Step {
    Name,
    Before,
    Documents,
}

/// Hong Kong, Macao, Taiwan and overseas: *Verify*, *Next*, *Select*, the pictures, *Submit* (IDV 3).
#[component]
pub fn DocumentsForm(
    /// A verified name is to change, with a reason (IDV 7).
    correction: bool,
) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let notices = notices();
    let step = RwSignal::new(Step::Name);
    let typed = Typed::new();
    let act = move || SubmitDocuments {
        correction: correction.then(|| typed.reason.get()),
        ..typed.act()
    };
    let verdicts = Verdicts::new(move |today| act().read(today).err().unwrap_or_default());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match step.get_untracked() {
            Step::Name => {
                verdicts.leave(Of::RealName);
                let name = Line::check(Of::RealName, &typed.name.get(), limits::PERSON_NAME);
                if form.take(name.map_err(Into::into)).is_some() {
                    step.set(Step::Before);
                }
            }
            Step::Before => step.set(Step::Documents),
            Step::Documents => {
                verdicts.leave_all(FIELDS);
                if form.take(db.run(act())).is_some() {
                    notices.tell(word::submitted());
                }
            }
        }
    };
    let documents = move || {
        view! {
            <Proof typed=typed form=form verdicts=verdicts />
            {correction.then(|| view! {
                <TextArea
                    label=word::correction()
                    value=typed.reason
                    limit=*limits::REASON.end()
                    error=verdicts.of(Of::Reason)
                    on_leave=verdicts.on_leave(Of::Reason)
                />
            })}
        }
        .into_any()
    };
    let label = move || match step.get() {
        Step::Name => word::verify(),
        Step::Before => word::next(),
        Step::Documents => word::submit(),
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            <Field
                label=tell::field(Of::RealName)
                value=typed.name
                input=Input::Name
                error=verdicts.of(Of::RealName)
                on_leave=verdicts.on_leave(Of::RealName)
                first=true
            />
            {move || (step.get() == Step::Before).then(|| view! { <p class="muted">{word::needed()}</p> })}
            {move || (step.get() == Step::Documents).then(documents)}
            {form.card(word::cannot_submit(), FIELDS)}
            <div class="actions"><Button label=label kind=ButtonKind::Primary submit=true /></div>
        </form>
    }
    .into_any()
}

/// The fields that speak for themselves.
const FIELDS: &[Of] = &[
    Of::RealName,
    Of::DocumentCountry,
    Of::DocumentKind,
    Of::DocumentNumber,
    Of::ExpiresOn,
    Of::IdCertificate,
    Of::Statement,
    Of::StatementDate,
    Of::Reason,
];

/// What was typed and handed in.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    country: RwSignal<Option<Region>>,
    kind: RwSignal<Option<DocumentKind>>,
    number: RwSignal<String>,
    expires: RwSignal<String>,
    certificate: RwSignal<Option<Upload>>,
    statement: RwSignal<Option<Upload>>,
    statement_date: RwSignal<String>,
    reason: RwSignal<String>,
}

impl Typed {
    fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            name: text(),
            country: RwSignal::new(None),
            kind: RwSignal::new(None),
            number: text(),
            expires: text(),
            certificate: RwSignal::new(None),
            statement: RwSignal::new(None),
            statement_date: text(),
            reason: text(),
        }
    }

    /// Without a correction.
    fn act(self) -> SubmitDocuments {
        SubmitDocuments {
            name: self.name.get(),
            country: self.country.get(),
            kind: self.kind.get(),
            number: self.number.get(),
            expires: self.expires.get(),
            certificate: self.certificate.get(),
            statement: self.statement.get(),
            statement_date: self.statement_date.get(),
            correction: None,
        }
    }
}

/// The document and the statement.
#[component]
fn Proof(typed: Typed, form: Form, verdicts: Verdicts) -> impl IntoView {
    let countries = || {
        let mut named: Vec<_> = regions()
            .iter()
            .map(|entry| (intl::region_name(entry.region.as_str()), entry.region))
            .collect();
        order::sort_by(&mut named, |(a, _), (b, _)| {
            intl::compare(&a.get(), &b.get())
        });
        let choice = |(name, region): (Text, Region)| Choice::new(region, name);
        named.into_iter().map(choice).collect::<Vec<_>>()
    };
    let kinds = || {
        DocumentKind::ALL
            .map(|kind| Choice::new(kind, tell::document_kind(kind)))
            .to_vec()
    };
    view! {
        <Select
            label=tell::field(Of::DocumentCountry)
            choices=countries
            chosen=typed.country
            on_choose=move |country| typed.country.set(Some(country))
            placeholder=word::select()
            hint=word::country_hint()
            error=verdicts.of(Of::DocumentCountry)
        />
        <Select
            label=tell::field(Of::DocumentKind)
            choices=kinds
            chosen=typed.kind
            on_choose=move |kind| typed.kind.set(Some(kind))
            placeholder=word::select()
            error=verdicts.of(Of::DocumentKind)
        />
        <Field
            label=tell::field(Of::DocumentNumber)
            value=typed.number
            input=Input::Code
            hint=word::document_number_hint()
            error=verdicts.of(Of::DocumentNumber)
            on_leave=verdicts.on_leave(Of::DocumentNumber)
        />
        <Field
            label=tell::field(Of::ExpiresOn)
            value=typed.expires
            input=Input::Date
            hint=word::expires_hint()
            error=verdicts.of(Of::ExpiresOn)
            on_leave=verdicts.on_leave(Of::ExpiresOn)
            optional=true
        />
        <Picture of=Of::IdCertificate hint=word::certificate_hint() upload=typed.certificate form=form verdicts=verdicts />
        <Picture of=Of::Statement hint=word::statement_hint() upload=typed.statement form=form verdicts=verdicts />
        <Field
            label=tell::field(Of::StatementDate)
            value=typed.statement_date
            input=Input::Date
            error=verdicts.of(Of::StatementDate)
            on_leave=verdicts.on_leave(Of::StatementDate)
        />
    }
    .into_any()
}

#[component]
fn Picture(
    of: Of,
    #[prop(into)] hint: Text,
    upload: RwSignal<Option<Upload>>,
    form: Form,
    verdicts: Verdicts,
) -> impl IntoView {
    let db = use_db();
    let busy = RwSignal::new(None::<Text>);
    let choose = move |file: web_sys::File| {
        busy.set(Some(word::reading()));
        spawn_local(async move {
            let taken = handed_in(db, of, &file).await;
            _ = busy.try_set(None);
            if let Some(taken) = form.take(taken) {
                _ = upload.try_set(Some(taken));
            }
        });
    };
    // A file that was not taken is known to nobody but the form.
    let error = Signal::derive(move || {
        let refused = form.error(of).get();
        refused.or_else(|| verdicts.of(of).get())
    });
    let face = Signal::derive(move || {
        upload.with(|upload| {
            upload.as_ref().map(|upload| FileFace {
                name: upload.name.clone(),
                bytes: upload.size,
            })
        })
    });
    view! {
        <FileField
            label=tell::field(of)
            chosen=face
            on_choose=choose
            on_remove=move |()| upload.set(None)
            accept=ACCEPT
            hint=hint
            error=error
            busy=busy
            photo=true
        />
    }
    .into_any()
}
