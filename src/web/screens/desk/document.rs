use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    blob::File,
    desk::{CaseId, open_document::OpenDocument},
};
use liaison_ui::{Button, EmptyState, Icon, Text, intl};

use crate::{
    screens::{FilePreview, Form},
    words::desk as word,
};

/// A document of a case. It is not shown before it is opened, and every opening is logged (DESK 2).
#[component]
pub fn CaseDocument(
    id: CaseId,
    file: File,
    #[prop(into)] label: Text,
    /// What is said to stand on it.
    children: Children,
) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let is_open = RwSignal::new(false);
    let blob = file.blob;
    let open = move || {
        is_open.set(form.take(db.run(OpenDocument { case: id, blob })).is_some());
    };
    let name = file.name.to_string();
    let size = intl::bytes(file.size);
    let shown = {
        let label = label.clone();
        move || match is_open.get() {
            true => view! { <FilePreview file=file.clone() label=label.clone() /> }.into_any(),
            false => {
                let act = word::open_document(label.clone());
                view! {
                <EmptyState icon=Icon::DOCUMENT title=word::not_opened() text=word::opening_is_logged()>
                    <Button label=act icon=Icon::EYE small=true on_press=open />
                </EmptyState>
            }
            .into_any()
            }
        }
    };
    view! {
        <figure class="case-document">
            <figcaption>
                <strong class="cut">{label}</strong>
                <span class="muted cut" title=name.clone()><bdi>{name.clone()}</bdi> " · " {size}</span>
            </figcaption>
            {shown}
            {form.card(word::cannot_open(), &[])}
            <div class="case-reads">{children()}</div>
        </figure>
    }
    .into_any()
}
