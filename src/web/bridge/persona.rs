//! Who a tab is. Kept with the tab, so that each tab can be somebody else and a reload changes nothing.

use gloo_storage::{SessionStorage, Storage};
use liaison_core::{
    command::Actor,
    id::{AccountId, Id},
};

const PERSONA: &str = "liaison.persona";
const VISITOR: &str = "visitor";
const OPERATOR: &str = "operator";

pub(crate) fn of_this_tab() -> Actor {
    let kept: String = SessionStorage::get(PERSONA).unwrap_or_default();
    match kept.as_str() {
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
    _ = SessionStorage::set(PERSONA, text);
}
