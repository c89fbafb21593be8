//! Files in forms and at the desk: handing one in, and looking at it.

use std::rc::Rc;

use leptos::prelude::*;
use liaison_bridge::{Db, ObjectUrl, Unfit, use_db};
use liaison_core::{
    blob::{File, Upload},
    file_type::FileType,
    refusal::{Field, Refusal},
    store::{Fault, Stop},
    tables,
};
use liaison_ui::{Callout, Text, Tone, Waiting};
use wasm_bindgen_futures::spawn_local;

use crate::words::file as word;

/// Takes a file into the field where it was put: judged by its bytes, a picture shrunk and without what the camera wrote.
pub async fn handed_in(db: Db, field: Field, file: &web_sys::File) -> Result<Upload, Stop> {
    db.hand_in(file).await.map_err(|unfit| match unfit {
        Unfit::File(problem) => Stop::Refused(Refusal::Input(field, problem)),
        Unfit::Storage(_) => Stop::Fault(Fault::Unwritable {
            table: tables::BLOB,
        }),
    })
}

/// How far the bytes of a file are.
#[derive(Clone)]
enum Shown {
    Reading,
    /// The address ends when the preview goes.
    There(Rc<ObjectUrl>),
    Erased,
    Unreadable,
}

/// What a file looks like.
#[component]
pub fn FilePreview(
    file: File,
    /// What it is: *Business license*.
    #[prop(into)]
    label: Text,
) -> impl IntoView {
    let db = use_db();
    let shown = RwSignal::new_local(Shown::Reading);
    let (blob, kind) = (file.blob, file.kind);
    spawn_local(async move {
        shown.try_set(match db.blob(blob).await {
            Ok(None) => Shown::Erased,
            Ok(Some(bytes)) => match ObjectUrl::of(&bytes, kind.mime()) {
                Some(url) => Shown::There(Rc::new(url)),
                None => Shown::Unreadable,
            },
            Err(_) => Shown::Unreadable,
        });
    });
    let name = file.name.to_string();
    move || match shown.get() {
        Shown::Reading => view! { <Waiting label=word::opening() /> }.into_any(),
        Shown::Erased => view! { <Callout tone=Tone::Bad>{word::gone()}</Callout> }.into_any(),
        Shown::Unreadable => {
            view! { <Callout tone=Tone::Bad>{word::unreadable()}</Callout> }.into_any()
        }
        Shown::There(url) => face(
            kind,
            url.as_str().to_owned(),
            name.clone(),
            word::named(label.clone(), name.clone()),
        ),
    }
}

fn face(kind: FileType, url: String, file_name: String, name: Text) -> AnyView {
    match kind.is_picture() {
        true => view! {
            <a class="file-preview" href=url.clone() target="_blank" rel="noopener" title=word::full_size()>
                <img src=url.clone() alt=name />
            </a>
        }
        .into_any(),
        // Not every browser shows a PDF within a page: phones mostly do not.
        false => view! {
            <div class="file-preview">
                <iframe src=format!("{url}#navpanes=0&view=FitH") title=name></iframe>
                <p class="file-ways">
                    <a href=url.clone() target="_blank" rel="noopener">{word::in_another_tab()}</a>
                    <a href=url download=file_name>{word::download()}</a>
                </p>
            </div>
        }
        .into_any(),
    }
}
