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

use super::number_form::typed_wrong;
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
    let now = db.live(|_, now| now.time());
    let wrong = typed_wrong(typed.number, typed.left, move || {
        let kind = typed.kind.get().unwrap_or(DocumentKind::DrivingLicense);
        (kind, typed.country.get().unwrap_or(Region::GB), now.get())
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match step.get_untracked() {
            Step::Name => {
                let name = Line::check(Of::RealName, &typed.name.get(), limits::PERSON_NAME);
                if form.take(name.map_err(Into::into)).is_some() {
                    step.set(Step::Before);
                }
            }
            Step::Before => step.set(Step::Documents),
            Step::Documents => {
                typed.left.set(true);
                if form.take(db.run(typed.act())).is_some() {
                    notices.tell(word::submitted());
                }
            }
        }
    };
    let documents = move || {
        let error = Signal::derive(move || form.error(Of::IdNumber).get().or_else(|| wrong.get()));
        view! {
            <Proof typed=typed form=form number_error=error />
            {correction.then(|| view! {
                <TextArea label=word::correction() value=typed.reason limit=*limits::REASON.end() error=form.error(Of::Reason) />
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
            <Field label=tell::field(Of::RealName) value=typed.name input=Input::Name error=form.error(Of::RealName) first=true />
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
    Of::IdNumber,
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
    /// The number was left: it can be judged whole.
    left: RwSignal<bool>,
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
            left: RwSignal::new(false),
            expires: text(),
            certificate: RwSignal::new(None),
            statement: RwSignal::new(None),
            statement_date: text(),
            reason: text(),
        }
    }

    fn act(self) -> SubmitDocuments {
        SubmitDocuments {
            name: self.name.get_untracked(),
            country: self.country.get_untracked(),
            kind: self.kind.get_untracked(),
            number: self.number.get_untracked(),
            expires: self.expires.get_untracked(),
            certificate: self.certificate.get_untracked(),
            statement: self.statement.get_untracked(),
            statement_date: self.statement_date.get_untracked(),
            correction: self.reason.get_untracked(),
        }
    }
}

/// The document and the statement.
#[component]
fn Proof(typed: Typed, form: Form, number_error: Signal<Option<Text>>) -> impl IntoView {
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
            error=form.error(Of::DocumentCountry)
        />
        <Select
            label=tell::field(Of::DocumentKind)
            choices=kinds
            chosen=typed.kind
            on_choose=move |kind| typed.kind.set(Some(kind))
            placeholder=word::select()
            error=form.error(Of::DocumentKind)
        />
        <Field
            label=word::document_number()
            value=typed.number
            input=Input::Code
            hint=word::document_number_hint()
            error=number_error
            on_leave=Callback::new(move |()| typed.left.set(true))
        />
        <Field label=tell::field(Of::ExpiresOn) value=typed.expires input=Input::Date hint=word::expires_hint() error=form.error(Of::ExpiresOn) optional=true />
        <Picture of=Of::IdCertificate hint=word::certificate_hint() upload=typed.certificate form=form />
        <Picture of=Of::Statement hint=word::statement_hint() upload=typed.statement form=form />
        <Field label=tell::field(Of::StatementDate) value=typed.statement_date input=Input::Date error=form.error(Of::StatementDate) />
    }
    .into_any()
}

#[component]
fn Picture(
    of: Of,
    #[prop(into)] hint: Text,
    upload: RwSignal<Option<Upload>>,
    form: Form,
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
            error=form.error(of)
            busy=busy
            photo=true
        />
    }
    .into_any()
}
