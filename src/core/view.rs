//! Who may see what. Screens read through a [`View`], in which "not visible" is "not there": acting as somebody shows
//! exactly what that person would receive.

use std::{borrow::Cow, ops::Range};

use crate::{
    account::{active_seat, seats},
    command::Actor,
    contact::{Pair, answers, relations},
    conversation::{Participant, participants},
    desk::is_reviewer,
    id::{AccountId, OrganizationId},
    organization::role_of,
    row::ReadRows,
    space::{Party, Space},
    store::{Entry, Fault, Read, Stop},
};

/// What one actor holds of a store.
#[derive(Clone, Copy)]
pub struct View<'a> {
    store: &'a dyn Read,
    actor: Actor,
}

impl<'a> View<'a> {
    pub fn new(store: &'a dyn Read, actor: Actor) -> Self {
        Self { store, actor }
    }

    pub fn actor(&self) -> Actor {
        self.actor
    }
}

impl Read for View<'_> {
    fn as_dyn(&self) -> &dyn Read {
        self
    }

    fn holds(&self, space: &Space) -> bool {
        may_hold(self.store, self.actor, space).unwrap_or(false)
    }

    fn get(&self, space: &Space, key: &[u8]) -> Result<Option<Cow<'_, [u8]>>, Stop> {
        if may_hold(self.store, self.actor, space)? {
            self.store.get(space, key)
        } else {
            Ok(None)
        }
    }

    fn scan(
        &self,
        space: &Space,
        range: Range<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry<'_>>, Stop> {
        if may_hold(self.store, self.actor, space)? {
            self.store.scan(space, range, limit)
        } else {
            Ok(Vec::new())
        }
    }

    fn hear_of(&self, fault: Fault) {
        self.store.hear_of(fault);
    }
}

/// The definition of visibility. It reads the authority's store, never a view.
pub fn may_hold(store: &dyn Read, actor: Actor, space: &Space) -> Result<bool, Stop> {
    let Actor::Account(me) = actor else {
        return Ok(*space == Space::Platform);
    };
    match *space {
        Space::Account(account) => Ok(account == me),
        Space::Organization(organization) | Space::Department(organization, _) => {
            sits_in(store, me, organization)
        }
        Space::Company(organization) => Ok(store.has(&seats(me).at(organization))?
            || is_reviewer(store, me)?
            || deals_with(store, me, |party| party.seat == Some(organization))?),
        Space::Card(party) => Ok(party.account == me || knows(store, me, party)?),
        Space::Console(organization) => Ok(role_of(store, me, organization)?.is_some()),
        Space::Desk => is_reviewer(store, me),
        Space::Conversation(conversation) => {
            match store.find(&participants(conversation).at(me))? {
                Some(Participant {
                    party:
                        Party {
                            seat: Some(organization),
                            ..
                        },
                    ..
                }) => sits_in(store, me, organization),
                participant => Ok(participant.is_some()),
            }
        }
        Space::Vault => Ok(false),
        Space::Platform => Ok(true),
    }
}

fn sits_in(store: &dyn Read, me: AccountId, organization: OrganizationId) -> Result<bool, Stop> {
    Ok(active_seat(store, me, organization)?.is_some())
}

/// A relation or a fresh answer leads from this person to that one.
fn knows(store: &dyn Read, me: AccountId, party: Party) -> Result<bool, Stop> {
    let related = !store.under(&relations(me), &party)?.is_empty();
    Ok(related
        || store
            .list(&answers(me))?
            .iter()
            .any(|(_, answer)| answer.party == party))
}

fn deals_with(
    store: &dyn Read,
    me: AccountId,
    that: impl Fn(&Party) -> bool,
) -> Result<bool, Stop> {
    let related = store
        .list(&relations(me))?
        .iter()
        .any(|(pair, _): &(Pair, _)| that(&pair.theirs));
    Ok(related
        || store
            .list(&answers(me))?
            .iter()
            .any(|(_, answer)| that(&answer.party)))
}
