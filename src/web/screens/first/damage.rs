use leptos::prelude::*;
use liaison_bridge::{Db, StorageFault};
use liaison_ui::{Button, ButtonKind, Callout, Confirm, Tone};
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::WORLD,
    screens::{reload, title},
    tell,
    words::damage as word,
};

/// The world cannot be opened: why, and what can be done. Never a blank page.
#[component]
pub fn DamageScreen(fault: StorageFault) -> impl IntoView {
    title(word::title());
    let lost = match &fault {
        StorageFault::Damaged(damage) => Some(word::lost(
            damage.acts,
            damage.pages as u64,
            damage.of_pages as u64,
        )),
        _ => None,
    };
    let detail = match &fault {
        StorageFault::Other(detail) => Some(detail.clone()),
        _ => None,
    };
    let can_mend = matches!(fault, StorageFault::Damaged(_));
    let can_begin_anew = can_mend || fault == StorageFault::Older;
    let open_rest = move || {
        spawn_local(async {
            // Whatever it answers, loading again shows it.
            _ = Db::open_what_is_left(WORLD).await;
            reload();
        });
    };
    let asking = RwSignal::new(false);
    let begin_anew = move || {
        spawn_local(async {
            _ = Db::delete(WORLD).await;
            reload();
        });
    };
    view! {
        <main class="page narrow">
            <h1>{word::title()}</h1>
            <Callout tone=Tone::Bad title=tell::storage_fault(&fault)>
                {lost.map(|lost| view! { <p>{lost}</p> })}
                {detail.map(|detail| view! { <p class="code">{detail}</p> })}
            </Callout>
            <div class="actions">
                <Button label=word::reload() kind=ButtonKind::Primary on_press=reload />
                {can_mend.then(|| view! { <Button label=word::open_what_is_left() on_press=open_rest /> })}
                {can_begin_anew.then(|| view! { <Button label=word::begin_anew() kind=ButtonKind::Danger on_press=move || asking.set(true) /> })}
            </div>
            <Confirm title=word::begin_anew_title() open=asking act=word::begin_anew() on_confirm=begin_anew>
                <p>{crate::words::demo::reset_why()}</p>
            </Confirm>
        </main>
    }
    .into_any()
}
