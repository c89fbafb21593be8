use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    refusal::Field as Of,
    registration::{
        Document, DocumentKind, Says, change_document::ChangeDocument,
        remove_document::RemoveDocument,
    },
};
use liaison_ui::{Button, ButtonKind, Field, Icon, Input, intl};

use super::super::{autosave::autosave, draft::Draft};
use crate::{
    screens::{FilePreview, Form},
    tell,
    words::register as word,
};

/// One document: what it looks like, and what stands on it, which is compared with the form (REG 3).
#[component]
pub fn DocumentCard(draft: Draft, document: Document) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let (registration, blob) = (draft.registration, document.file.blob);
    let Document { kind, file, says } = document;
    let legal_name = RwSignal::new(says.legal_name);
    let number = RwSignal::new(says.number);
    let issued = RwSignal::new(says.issued);
    let expires = RwSignal::new(says.expires);
    let typed = Signal::derive(move || Says {
        legal_name: legal_name.get(),
        number: number.get(),
        issued: issued.get(),
        expires: expires.get(),
    });
    let flush = autosave(typed, move |says| {
        let kept = db.run_relaxed(ChangeDocument {
            registration,
            document: blob,
            says,
        });
        draft.heard(blob, kept);
    });
    draft.keep_also(flush);
    on_cleanup(move || draft.heard(blob, Ok(())));
    let remove = move || {
        form.take(db.run(RemoveDocument {
            registration,
            document: blob,
        }));
    };
    let error = move |field| draft.error_on(Some(blob), field);
    let left = move |field| draft.left(Some(blob), field);
    view! {
        <div class="document">
            <header class="document-head">
                {Icon::DOCUMENT}
                <bdi class="cut" title=file.name.to_string()>{file.name.to_string()}</bdi>
                <span class="muted small">{intl::bytes(file.size)}</span>
                <Button label=word::remove_document() kind=ButtonKind::Quiet small=true icon=Icon::TRASH on_press=remove />
            </header>
            <FilePreview file=file label=tell::field(kind.field()) />
            <div class="document-fields">
                <Field
                    label=tell::field(Of::DocumentLegalName)
                    value=legal_name
                    hint=word::document_name_hint()
                    error=error(Of::DocumentLegalName)
                    on_leave=left(Of::DocumentLegalName)
                />
                <Field
                    label=tell::field(Of::DocumentNumber)
                    value=number
                    input=Input::Code
                    error=error(Of::DocumentNumber)
                    on_leave=left(Of::DocumentNumber)
                    optional=kind == DocumentKind::Other
                />
                <div class="field-pair">
                    <Field
                        label=tell::field(Of::IssuedOn)
                        value=issued
                        input=Input::Date
                        error=error(Of::IssuedOn)
                        on_leave=left(Of::IssuedOn)
                    />
                    <Field
                        label=tell::field(Of::ExpiresOn)
                        value=expires
                        input=Input::Date
                        hint=word::expires_hint()
                        error=error(Of::ExpiresOn)
                        on_leave=left(Of::ExpiresOn)
                        optional=true
                    />
                </div>
            </div>
            {form.card(word::cannot_remove(), &[])}
        </div>
    }
    .into_any()
}
