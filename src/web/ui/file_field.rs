//! A file that is handed in.

use leptos::{callback::UnsyncCallback, ev, html, prelude::*};

use crate::{
    Button, ButtonKind, Icon, Text,
    field::{note, optional_mark},
    id::fresh_id,
    intl,
    wording::wording,
};

/// The file that the field holds.
#[derive(Debug, Clone, PartialEq)]
pub struct FileFace {
    pub name: String,
    pub bytes: u64,
}

/// Chosen, dropped, or photographed. What kind of file it is decides whoever takes it, by its bytes.
#[component]
pub fn FileField(
    #[prop(into)] label: Text,
    #[prop(into)] chosen: Signal<Option<FileFace>>,
    /// Gets whatever was handed in; the field shows it once it stands in `chosen`.
    #[prop(into)]
    on_choose: UnsyncCallback<web_sys::File>,
    #[prop(into)] on_remove: Callback<()>,
    /// What the file dialog offers, such as `image/jpeg,application/pdf`.
    accept: &'static str,
    #[prop(optional, into)] hint: Option<Text>,
    #[prop(optional, into)] error: Signal<Option<Text>>,
    #[prop(optional)] optional: bool,
    /// While the file is read, the word for that.
    #[prop(optional, into)]
    busy: Signal<Option<Text>>,
    /// Shown on a camera icon instead of a page.
    #[prop(optional)]
    photo: bool,
    /// A preview of the chosen file.
    #[prop(optional, into)]
    preview: ViewFnOnce,
) -> impl IntoView {
    let id = fresh_id("file");
    let (label_id, note_id) = (format!("{id}-label"), format!("{id}-note"));
    let element = NodeRef::<html::Input>::new();
    let hovered = RwSignal::new(false);
    let picked = move |event: ev::Event| {
        let input = event_target::<web_sys::HtmlInputElement>(&event);
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            on_choose.try_run(file);
        }
        // The same file can be chosen again after it was mended.
        input.set_value("");
    };
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        hovered.set(false);
        let file = event
            .data_transfer()
            .and_then(|data| data.files())
            .and_then(|files| files.get(0));
        if let Some(file) = file {
            on_choose.try_run(file);
        }
    };
    let invitation = move || {
        view! {
            <span class="file-icon">{if photo { Icon::CAMERA } else { Icon::UPLOAD }}</span>
            <span>
                <span class="file-act">{(wording().choose_file)()}</span>
                " "
                <span class="muted">{(wording().or_drop_it)()}</span>
            </span>
        }
        .into_any()
    };
    let face = move |file: FileFace| {
        view! {
            <span class="file-icon">{Icon::DOCUMENT}</span>
            <span class="file-name">
                <bdi class="cut" title=file.name.clone()>{file.name.clone()}</bdi>
                <span class="muted small">{intl::bytes(file.bytes)}</span>
            </span>
        }
        .into_any()
    };
    view! {
        <div class="field file" class:filled=move || chosen.with(Option::is_some)>
            <span class="label" id=label_id.clone()>{label} {optional.then(optional_mark)}</span>
            <div
                class="file-area"
                class:hovered=hovered
                on:dragover=move |event: ev::DragEvent| {
                    event.prevent_default();
                    hovered.set(true);
                }
                on:dragleave=move |_| hovered.set(false)
                on:drop=dropped
            >
                <label class="file-target">
                    <input
                        node_ref=element
                        type="file"
                        class="heard"
                        accept=accept
                        aria-labelledby=label_id
                        aria-describedby=note_id.clone()
                        aria-invalid=move || error.with(Option::is_some).then_some("true")
                        on:change=picked
                    />
                    {move || match (busy.get(), chosen.get()) {
                        (Some(word), _) => view! { {Icon::WAITING} <span role="status">{word}</span> }.into_any(),
                        (None, Some(file)) => face(file),
                        (None, None) => invitation(),
                    }}
                </label>
                {move || {
                    chosen
                        .with(Option::is_some)
                        .then(|| {
                            view! {
                                <Button
                                    label=(wording().remove)()
                                    kind=ButtonKind::Quiet
                                    small=true
                                    on_press=on_remove
                                />
                            }
                        })
                }}
            </div>
            {preview.run()}
            {note(note_id, hint, error)}
        </div>
    }
    .into_any()
}
