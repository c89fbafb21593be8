//! A file with everything of this browser, and the way back (DEMO 2).

use std::cell::RefCell;

use leptos::{callback::UnsyncCallback, prelude::*};
use liaison_bridge::{use_db, world_in};
use liaison_core::{
    command::Actor,
    memory::{WorldFile, WorldFileFault},
};
use liaison_ui::{
    Button, Callout, Card, Confirm, FileFace, FileField, Icon, PageHeader, Text, Tone, notices,
};
use wasm_bindgen_futures::spawn_local;

use crate::{
    route::{Route, go},
    screens::{chats::ChatsRoute, download, title},
    words::copies as word,
};

const NAME: &str = "liaison.world";
const KIND: &str = "application/octet-stream";

/// Where one chooses who to be.
fn sign_in() -> Route {
    Route::SignIn {
        then: Box::new(Route::Chats(ChatsRoute::List)),
    }
}

#[component]
pub fn CopiesScreen() -> impl IntoView {
    title(word::title());
    view! {
        <main class="page narrow">
            <PageHeader title=word::title() back=Signal::stored(sign_in().href()) subtitle=word::why() />
            <div class="stack">
                <SaveCopy />
                <OpenCopy />
            </div>
        </main>
    }
    .into_any()
}

#[component]
fn SaveCopy() -> impl IntoView {
    let db = use_db();
    let saving = RwSignal::new(None::<Text>);
    let failed = RwSignal::new(false);
    let save = move || {
        failed.set(false);
        saving.set(Some(word::saving()));
        spawn_local(async move {
            match db.world_file().await {
                Ok(bytes) => download(NAME, KIND, &bytes),
                Err(_) => _ = failed.try_set(true),
            }
            _ = saving.try_set(None);
        });
    };
    view! {
        <Card title=word::save()>
            <p class="muted">{word::save_why()}</p>
            {move || failed.get().then(|| view! { <Callout tone=Tone::Bad title=word::cannot_save()>{word::cannot_save_why()}</Callout> })}
            <div class="actions">
                <Button label=word::save() icon=Icon::DOWNLOAD busy=saving on_press=save />
            </div>
        </Card>
    }
    .into_any()
}

/// The file is looked at before anything is asked, and nothing is replaced before somebody says so.
#[component]
fn OpenCopy() -> impl IntoView {
    let db = use_db();
    let notices = notices();
    let chosen = StoredValue::new_local(RefCell::new(None::<WorldFile>));
    let (busy, error) = (RwSignal::new(None::<Text>), RwSignal::new(None::<Text>));
    let asking = RwSignal::new(false);
    let look = move |file: web_sys::File| {
        error.set(None);
        busy.set(Some(word::reading()));
        spawn_local(async move {
            let read = world_in(&file).await;
            _ = busy.try_set(None);
            match read {
                Ok(world) => {
                    chosen.with_value(|chosen| chosen.replace(Some(world)));
                    asking.set(true);
                }
                Err(fault) => _ = error.try_set(Some(told(fault))),
            }
        });
    };
    let open = move || {
        let Some(world) = chosen.with_value(RefCell::take) else {
            return;
        };
        busy.set(Some(word::opening()));
        spawn_local(async move {
            match db.take_world(world).await {
                Ok(()) => {
                    db.act_as(Actor::Visitor);
                    notices.tell(word::opened());
                    go(sign_in());
                }
                Err(_) => _ = error.try_set(Some(word::cannot_open())),
            }
            _ = busy.try_set(None);
        });
    };
    view! {
        <Card title=word::open()>
        <FileField
            label=word::file()
            chosen=Signal::stored(None::<FileFace>)
            on_choose=UnsyncCallback::new(look)
            on_remove=|()| ()
            accept=".world"
            hint=word::open_hint()
            error=error
            busy=busy
        />
        </Card>
        <Confirm title=word::replace_title() open=asking act=word::replace() on_confirm=open>
            <p>{word::replace_why()}</p>
        </Confirm>
    }
    .into_any()
}

fn told(fault: WorldFileFault) -> Text {
    match fault {
        WorldFileFault::Other => word::other(),
        WorldFileFault::Newer => word::newer(),
        WorldFileFault::Damaged => word::damaged(),
    }
}
