use leptos::prelude::*;
use liaison_bridge::{SaveState, StorageFault, use_db};
use liaison_ui::{Button, Icon, Text};

use crate::words::{damage, demo as word};

/// Saved, saving, or why not.
#[component]
pub fn SavingSign() -> impl IntoView {
    let db = use_db();
    let sign = move || match db.saving() {
        SaveState::Saved => {
            view! { <span class="saving">{Icon::SAVED} <span>{word::saved()}</span></span> }
                .into_any()
        }
        SaveState::Saving => {
            view! { <span class="saving">{Icon::WAITING} <span>{word::saving()}</span></span> }
                .into_any()
        }
        SaveState::CannotSave(fault) => view! {
            <span class="saving bad">
                {Icon::ALERT} <span>{why(&fault)}</span>
                <Button label=word::try_again() small=true on_press=move || db.retry() />
            </span>
        }
        .into_any(),
    };
    view! { <span role="status" class="saving-sign">{sign}</span> }.into_any()
}

fn why(fault: &StorageFault) -> Text {
    match fault {
        StorageFault::Full => damage::full(),
        StorageFault::Unavailable => damage::unavailable(),
        StorageFault::Blocked => damage::blocked(),
        StorageFault::Gone => damage::gone(),
        StorageFault::Newer => damage::newer(),
        StorageFault::Older => damage::older(),
        StorageFault::Damaged(_) => damage::damaged(),
        StorageFault::Other(_) => damage::other(),
    }
}
