use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_ui::{Callout, Tone};

use crate::{route::Route, words::damage as word};

/// What is shown may lack something. Said above everything, so that no screen has to tell "unreadable" from "empty".
#[component]
pub fn UnreadableNotice() -> impl IntoView {
    let db = use_db();
    let is_there = Memo::new(move |_| db.unreadable().is_some());
    let said = move || {
        is_there.get().then(|| {
            view! {
                <Callout tone=Tone::Bad title=word::unreadable()>
                    <p>
                        {word::unreadable_next()} " "
                        <a href=Route::Copies.href()>{crate::words::copies::title()}</a>
                    </p>
                </Callout>
            }
            .into_any()
        })
    };
    view! { <div class="unreadable" role="alert">{said}</div> }.into_any()
}
