//! Whether a conversation is open, for one of its participants, now. Derived when asked, never stored.

use super::threads;
use crate::{
    ask::Question,
    command::Actor,
    contact::{decide, relations},
    id::ConversationId,
    policy::Moment,
    refusal::Refusal,
    row::ReadRows,
    space::Party,
    store::{Read, Stop},
    time::Time,
};

pub struct Standing {
    pub conversation: ConversationId,
}

impl Question for Standing {
    /// The refusal that a message would meet.
    type Answer = Result<(), Refusal>;

    fn answer(&self, authority: &dyn Read, actor: Actor, now: Time) -> Result<Self::Answer, Stop> {
        let Actor::Account(me) = actor else {
            return Err(Refusal::SignIn.into());
        };
        let thread = authority
            .find(&threads(me).at(self.conversation))?
            .ok_or(Refusal::NotThere)?;
        let relation = authority
            .find(&relations(me).at(thread.pair))?
            .ok_or(Refusal::NotThere)?;
        let party = Party {
            account: me,
            seat: thread.pair.seat,
        };
        match decide(
            authority,
            now,
            party,
            Some(thread.pair.theirs),
            relation.way,
            Moment::Message,
        ) {
            Ok(()) => Ok(Ok(())),
            Err(Stop::Refused(refusal)) => Ok(Err(refusal)),
            Err(stop) => Err(stop),
        }
    }
}
