//! The operator lets a person decide at the desk.

use serde::{Deserialize, Serialize};

use super::{DeskRefusal, Reviewer, reviewers};
use crate::{
    account::profile_of,
    audit::{Fact, What},
    command::{Act, Actor, Tx},
    id::AccountId,
    limits,
    refusal::{Field, Refusal},
    row::{ReadRows, WriteRows},
    space::Space,
    store::Stop,
    text::Line,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AppointReviewer {
    pub account: AccountId,
    /// As colleagues at the desk read it.
    pub name: String,
}

impl Act for AppointReviewer {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        if tx.actor() != Actor::Operator {
            return Err(Refusal::NotThere.into());
        }
        profile_of(tx, self.account)?;
        let key = reviewers().at(self.account);
        if tx.has(&key)? {
            return Err(Refusal::Desk(DeskRefusal::AlreadyReviewer).into());
        }
        let name = Line::check(Field::Name, &self.name, limits::PERSON_NAME)?;
        tx.note(
            Space::Desk,
            Fact::new(What::ReviewerAppointed, name.to_string()),
        );
        let appointed = tx.now;
        tx.put(&key, &Reviewer { name, appointed })
    }
}
