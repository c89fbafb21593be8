//! The second door: what only asks, and needs more than the asker holds. The answer is pure and redacted; when linked it
//! is a request.

use crate::{
    command::Actor,
    store::{Read, Stop},
    time::Time,
};

/// A question to the authority. Its answer reveals only what the asker may know.
pub trait Question {
    type Answer;
    fn answer(&self, authority: &dyn Read, actor: Actor, now: Time) -> Result<Self::Answer, Stop>;
}

pub fn ask<Q: Question>(
    authority: &dyn Read,
    actor: Actor,
    now: Time,
    question: &Q,
) -> Result<Q::Answer, Stop> {
    question.answer(authority, actor, now)
}
