//! What a person sees of somebody whom a code, a number or a relation led to, and whether they may ask.

use super::{Pair, Way, answers, blocks, decide, relations, send_request::moment_of_asking};
use crate::{
    account::{OutsideCard, outside_card, seats},
    ask::Question,
    command::Actor,
    id::AccountId,
    organization::{Company, company},
    policy::{Rule, greeting_goes},
    refusal::Refusal,
    row::ReadRows,
    space::Party,
    store::{Read, Stop},
    time::Time,
};

/// A person as they are met outside: the card, and the company in whose seat they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Met {
    pub card: OutsideCard,
    /// Nobody's seat: the screens say *No organization*.
    pub company: Option<Company>,
}

impl Met {
    /// From what the reader holds; nothing when the card is not theirs to see.
    pub fn read(store: &dyn Read, party: Party) -> Result<Option<Self>, Stop> {
        let Some(card) = store.find(&outside_card(party).at(()))? else {
            return Ok(None);
        };
        let company = match party.seat {
            Some(organization) => store.find(&company(organization).at(()))?,
            None => None,
        };
        Ok(Some(Self { card, company }))
    }
}

/// Whether a request would be let through now, and on what terms.
pub struct MayAsk {
    pub pair: Pair,
    pub way: Way,
}

/// What a request may carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    pub greeting: bool,
}

impl Question for MayAsk {
    type Answer = Result<Terms, Refusal>;

    fn answer(&self, authority: &dyn Read, actor: Actor, now: Time) -> Result<Self::Answer, Stop> {
        let Actor::Account(account) = actor else {
            return Err(Refusal::SignIn.into());
        };
        if !knows(authority, account, self.pair)? {
            return Err(Refusal::NotThere.into());
        }
        let me = Party {
            account,
            seat: self.pair.seat,
        };
        let before = authority.find(&relations(account).at(self.pair))?;
        let moment = moment_of_asking(before.as_ref());
        match decide(authority, now, me, Some(self.pair.theirs), self.way, moment) {
            Ok(()) if blocks(authority, account, self.pair.theirs.account)? => {
                Ok(Err(Refusal::Policy(Rule::YouBlock)))
            }
            Ok(()) => Ok(Ok(Terms {
                greeting: greeting_goes(authority, self.pair)?,
            })),
            Err(Stop::Refused(refusal)) => Ok(Err(refusal)),
            Err(stop) => Err(stop),
        }
    }
}

/// Nobody asks about people whom they have not met. Colleagues have, in the directory.
fn knows(store: &dyn Read, me: AccountId, pair: Pair) -> Result<bool, Stop> {
    if let Some(organization) = pair.seat.filter(|_| pair.are_colleagues()) {
        let both_sit = store.has(&seats(me).at(organization))?
            && store.has(&seats(pair.theirs.account).at(organization))?;
        if both_sit {
            return Ok(true);
        }
    }
    let met = store
        .list(&answers(me))?
        .iter()
        .any(|(_, answer)| answer.party == pair.theirs && answer.seat == pair.seat);
    Ok(met || store.has(&relations(me).at(pair))?)
}
