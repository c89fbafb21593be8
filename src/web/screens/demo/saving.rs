use leptos::prelude::*;
use liaison_bridge::{SaveState, use_db};
use liaison_ui::{Button, Icon};

use crate::{
    screens::reload,
    tell,
    words::{damage, demo as word},
};

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
        SaveState::CannotSave(fault) => {
            let way = match fault.is_final() {
                true => view! { <Button label=damage::reload() small=true on_press=reload /> }.into_any(),
                false => {
                    view! { <Button label=word::try_again() small=true on_press=move || db.retry() /> }.into_any()
                }
            };
            let why = tell::storage_fault(&fault);
            view! { <span class="saving bad">{Icon::ALERT} <span>{why}</span> {way}</span> }
                .into_any()
        }
    };
    view! { <span role="status" class="saving-sign">{sign}</span> }.into_any()
}
