//! Who a tab is. Kept with the tab, so that each tab can be somebody else and a reload changes nothing. As plain text:
//! gloo-storage's typed half is JSON, and its parser weighs 9 kB.

use gloo_storage::{SessionStorage, Storage};
use liaison_core::{
    command::Actor,
    id::{AccountId, Id},
};

const PERSONA: &str = "liaison.persona";
const VISITOR: &str = "visitor";
const OPERATOR: &str = "operator";

pub(crate) fn of_this_tab() -> Actor {
    let kept = SessionStorage::raw().get_item(PERSONA).ok().flatten();
    match kept.unwrap_or_default().as_str() {
        OPERATOR => Actor::Operator,
        text => AccountId::parse(text).map_or(Actor::Visitor, Actor::Account),
    }
}

pub(crate) fn keep(actor: Actor) {
    let text = match actor {
        Actor::Visitor => VISITOR.to_owned(),
        Actor::Operator => OPERATOR.to_owned(),
        Actor::Account(account) => account.to_string(),
    };
    // A tab that keeps nothing is a visitor again after a reload.
    _ = SessionStorage::raw().set_item(PERSONA, &text);
}
