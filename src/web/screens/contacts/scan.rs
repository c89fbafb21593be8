use std::time::Duration;

use leptos::{callback::UnsyncCallback, html, prelude::*};
use liaison_bridge::{Camera, CameraFault, CodeReader, brightness_of, pause};
use liaison_ui::{Callout, FileFace, FileField, PageHeader, Text, Tone, Waiting};
use wasm_bindgen_futures::spawn_local;

use super::ContactsRoute;
use crate::{
    route::{Route, go},
    screens::title,
    words::contacts::scan as word,
};

/// Between two looks through the camera.
const PAUSE: Duration = Duration::from_millis(150);
/// Of what a strange code says.
const SHOWN: usize = 80;

/// How the scanner stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Scanner {
    Opening,
    Looking,
    NoCamera(CameraFault),
    /// The part that reads codes could not be loaded.
    NoReader,
}

/// *Scan*: through the camera or from a picture, up to the place that the code leads to (CON 2).
#[component]
pub fn ScanPane() -> impl IntoView {
    title(word::title());
    let video = NodeRef::<html::Video>::new();
    let scanner = RwSignal::new(Scanner::Opening);
    let strange = RwSignal::new(None::<String>);
    let read = move |text: String| match place_of(&text) {
        Some(route) => {
            go(route);
            true
        }
        None => {
            // The camera sees it again and again; it is said once.
            if strange.try_with_untracked(|told| told.as_deref() != Some(&*text)) == Some(true) {
                strange.set(Some(text));
            }
            false
        }
    };
    Effect::new(move |_| {
        let Some(video) = video.get() else { return };
        spawn_local(async move {
            let camera = match Camera::open(video).await {
                Ok(camera) => camera,
                Err(fault) => {
                    _ = scanner.try_set(Scanner::NoCamera(fault));
                    return;
                }
            };
            let Some(reader) = CodeReader::start().await else {
                _ = scanner.try_set(Scanner::NoReader);
                return;
            };
            // The screen may have been left: then nothing can be set any more, and the camera goes off.
            while scanner.try_update(|_| ()).is_some() {
                match camera.look() {
                    Err(fault) => {
                        _ = scanner.try_set(Scanner::NoCamera(fault));
                        return;
                    }
                    Ok(None) => {}
                    Ok(Some(picture)) => {
                        if scanner.try_get_untracked() == Some(Scanner::Opening) {
                            _ = scanner.try_set(Scanner::Looking);
                        }
                        if let Some(text) = reader.read(&picture).await
                            && scanner.try_get_untracked().is_some()
                            && read(text)
                        {
                            return;
                        }
                    }
                }
                pause(PAUSE).await;
            }
        });
    });
    let state = move || {
        match scanner.get() {
        Scanner::Opening => view! { <Waiting label=word::opening() /> }.into_any(),
        Scanner::Looking => view! { <p class="muted" role="status">{word::hold()}</p> }.into_any(),
        Scanner::NoCamera(fault) => view! { <Callout tone=Tone::Waiting title=word::no_camera()>{why(fault)}</Callout> }.into_any(),
        Scanner::NoReader => view! { <Callout tone=Tone::Bad title=word::no_reader()>{word::no_reader_why()}</Callout> }.into_any(),
    }
    };
    let hidden = move || matches!(scanner.get(), Scanner::NoCamera(_) | Scanner::NoReader);
    let stranger = move || strange.get().map(|text| view! { <Strange text=text /> });
    view! {
        <PageHeader title=word::title() back=Signal::stored(Route::Contacts(ContactsRoute::Add).href()) />
        <div class="pane-scroll">
            <div class="pane-body">
                <video node_ref=video class="scanner" class:gone=hidden muted=true playsinline=true aria-label=word::picture()></video>
                {state}
                <div aria-live="polite">{stranger}</div>
                <FromPicture on_read=move |text| _ = read(text) />
            </div>
        </div>
    }
    .into_any()
}

/// A code that leads nowhere in here.
#[component]
fn Strange(text: String) -> impl IntoView {
    let shown: String = text.chars().take(SHOWN).collect();
    view! {
        <Callout tone=Tone::Waiting title=word::strange()>
            <p>{word::strange_why()}</p>
            <p><bdi class="code">{shown}</bdi></p>
        </Callout>
    }
    .into_any()
}

/// Reads the code in a picture that somebody sent.
#[component]
fn FromPicture(#[prop(into)] on_read: Callback<String>) -> impl IntoView {
    let busy = RwSignal::new(None::<Text>);
    let error = RwSignal::new(None::<Text>);
    let look = move |file: web_sys::File| {
        error.set(None);
        busy.set(Some(word::reading()));
        spawn_local(async move {
            let found = match brightness_of(&file).await {
                None => Err(word::no_picture()),
                Some(picture) => match CodeReader::start().await {
                    None => Err(word::no_reader_why()),
                    Some(reader) => reader.read(&picture).await.ok_or_else(word::no_code),
                },
            };
            _ = busy.try_set(None);
            match found {
                Ok(text) => _ = on_read.try_run(text),
                Err(why) => _ = error.try_set(Some(why)),
            }
        });
    };
    view! {
        <FileField
            label=word::from_picture()
            chosen=Signal::stored(None::<FileFace>)
            on_choose=UnsyncCallback::new(look)
            on_remove=|()| ()
            accept="image/*"
            hint=word::from_picture_hint()
            error=error
            busy=busy
        />
    }
    .into_any()
}

/// Where a link in a code leads, if it is one of ours. Which world it belongs to is seen there.
fn place_of(text: &str) -> Option<Route> {
    let (_, fragment) = text.split_once('#')?;
    match Route::parse(fragment) {
        route @ (Route::Add { .. } | Route::Join { .. }) => Some(route),
        _ => None,
    }
}

fn why(fault: CameraFault) -> Text {
    match fault {
        CameraFault::Insecure => word::insecure(),
        CameraFault::Absent => word::absent(),
        CameraFault::Denied => word::denied(),
        CameraFault::Busy => word::taken(),
        CameraFault::TakenAway => word::taken_away(),
    }
}
