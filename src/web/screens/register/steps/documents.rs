use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    blob::Upload,
    id::RegistrationId,
    limits,
    refusal::Field as Of,
    registration::{
        Document, DocumentKind, Jurisdiction, Says, Wanted, attach_document::AttachDocument,
    },
};
use liaison_ui::{Each, FileField, Text, intl};
use wasm_bindgen_futures::spawn_local;

use super::{super::draft::Draft, document::DocumentCard};
use crate::{
    screens::{Form, handed_in},
    tell,
    words::register as word,
};

/// What the file dialog offers; what counts are the bytes.
const ACCEPT: &str = "image/jpeg,image/png,image/webp,application/pdf";

/// The documents that prove the form (REG 3).
#[component]
pub fn DocumentsStep(draft: Draft) -> impl IntoView {
    // One that is not wanted any more, because the jurisdiction changed, is shown as long as it is there.
    let kinds = Memo::new(move |_| {
        let jurisdiction = draft.jurisdiction.get();
        let there = draft.application.with(|application| {
            let all = application.iter().flat_map(|one| &one.documents);
            all.map(|document| document.kind).collect::<Vec<_>>()
        });
        let shown = |kind: &DocumentKind| {
            wanted(*kind, jurisdiction) != Wanted::Never || there.contains(kind)
        };
        DocumentKind::ALL
            .into_iter()
            .filter(shown)
            .collect::<Vec<_>>()
    });
    view! {
        <p class="muted">{word::documents_why(intl::bytes(limits::DOCUMENT_BYTES))}</p>
        <Each items=kinds key=|kind| *kind children=move |kind| view! { <DocumentsOfKind draft=draft kind=kind /> }.into_any() />
    }
    .into_any()
}

fn wanted(kind: DocumentKind, jurisdiction: Option<Jurisdiction>) -> Wanted {
    jurisdiction.map_or(Wanted::Never, |jurisdiction| kind.wanted(jurisdiction))
}

/// All of one kind, and the place for one more.
#[component]
pub fn DocumentsOfKind(draft: Draft, kind: DocumentKind) -> impl IntoView {
    let documents = Memo::new(move |_| {
        draft.application.with(|application| {
            let all = application
                .iter()
                .flat_map(|application| &application.documents);
            all.filter(|document| document.kind == kind)
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let is_needed = move || wanted(kind, draft.jurisdiction.get()) == Wanted::Always;
    let hint = move || match is_needed() {
        _ if documents.with(|documents| !documents.is_empty()) => word::document_pages(),
        true => word::document_needed(),
        false if kind == DocumentKind::Other => word::other_document_why(),
        false => word::document_if_issued(),
    };
    let card = move |document: Document| {
        view! { <DocumentCard draft=draft document=document /> }.into_any()
    };
    let is_wanted = move || wanted(kind, draft.jurisdiction.get()) != Wanted::Never;
    let has_room = move || is_wanted() && documents.with(Vec::len) < limits::DOCUMENTS_OF_A_KIND;
    view! {
        <section class="form-part">
            <h2>{tell::field(kind.field())}</h2>
            <Each items=documents key=|document| document.file.blob children=card />
            {move || {
                let label = match documents.with(Vec::is_empty) {
                    true => tell::field(kind.field()),
                    false => word::another(tell::field(kind.field())),
                };
                has_room().then(|| view! { <NewDocument draft=draft kind=kind label=label hint=hint /> })
            }}
        </section>
    }
    .into_any()
}

/// Takes a file; once it is taken it stands above.
#[component]
fn NewDocument(
    draft: Draft,
    kind: DocumentKind,
    label: Text,
    #[prop(into)] hint: Text,
) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let busy = RwSignal::new(None::<Text>);
    let registration = draft.registration;
    let choose = move |file: web_sys::File| {
        busy.set(Some(word::preparing()));
        spawn_local(async move {
            let upload = handed_in(db, kind.field(), &file).await;
            busy.try_set(None);
            if let Some(upload) = form.take(upload) {
                form.take(db.run(attach(registration, kind, upload)));
            }
        });
    };
    let missing = draft.error(kind.field());
    let refused = form.error(kind.field());
    view! {
        <FileField
            label=label
            chosen=Signal::stored(None)
            on_choose=choose
            on_remove=|()| ()
            accept=ACCEPT
            hint=hint
            error=Signal::derive(move || refused.get().or_else(|| missing.get()))
            busy=busy
        />
        {form.card(word::cannot_take_file(), fields_of(kind))}
    }
    .into_any()
}

/// The field that speaks itself of its file.
fn fields_of(kind: DocumentKind) -> &'static [Of] {
    match kind {
        DocumentKind::BusinessLicense => &[Of::BusinessLicense],
        DocumentKind::CertificateOfIncorporation => &[Of::CertificateOfIncorporation],
        DocumentKind::Other => &[Of::OtherDocument],
    }
}

fn attach(registration: RegistrationId, kind: DocumentKind, upload: Upload) -> AttachDocument {
    AttachDocument {
        registration,
        kind,
        upload,
        says: Says::default(),
    }
}
