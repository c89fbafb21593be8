//! The few words that the parts say themselves; the application hands them over before it mounts.

use std::cell::Cell;

use crate::Text;

#[derive(Debug, Clone, Copy)]
pub struct Wording {
    pub close: fn() -> Text,
    pub cancel: fn() -> Text,
    pub back: fn() -> Text,
    pub dismiss: fn() -> Text,
    /// Beside the label of a field that may stay empty.
    pub optional: fn() -> Text,
    pub remove: fn() -> Text,
    pub choose_file: fn() -> Text,
    pub or_drop_it: fn() -> Text,
    /// Under a text with a bound: how many signs are left.
    pub signs_left: fn(u64) -> Text,
    pub signs_too_many: fn(u64) -> Text,
    /// Step 2 of 5.
    pub step: fn(u64, u64) -> Text,
    pub step_done: fn() -> Text,
    /// On a refusal card, before who can change the rule and before the next step.
    pub who_can_change_it: fn() -> Text,
    pub what_to_do: fn() -> Text,
    pub notices: fn() -> Text,
}

thread_local! {
    static WORDING: Cell<Option<Wording>> = const { Cell::new(None) };
}

pub fn set_wording(wording: Wording) {
    WORDING.set(Some(wording));
}

pub(crate) fn wording() -> Wording {
    WORDING
        .get()
        .expect("set_wording comes before the first view")
}
