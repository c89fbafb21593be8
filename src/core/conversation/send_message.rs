//! A person says something. Policy is asked again each time (POL 3).

use serde::{Deserialize, Serialize};

use super::{Conversation, Message, Participant, conversation, messages, participants, threads};
use crate::{
    command::{Act, Outcome, Tx},
    contact::decide,
    id::ConversationId,
    limits,
    policy::Moment,
    refusal::{Field, Refusal},
    row::{ReadRows, WriteRows},
    space::Party,
    store::Stop,
    text::Prose,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendMessage {
    pub conversation: ConversationId,
    pub text: String,
}

/// The message's number in its conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageNumber(pub u64);

impl Outcome for MessageNumber {}

impl Act for SendMessage {
    type Done = MessageNumber;

    fn decide(&self, tx: &mut Tx) -> Result<MessageNumber, Stop> {
        let me = tx.me()?;
        let thread = tx
            .find(&threads(me).at(self.conversation))?
            .ok_or(Refusal::NotThere)?;
        let party = Party {
            account: me,
            seat: thread.pair.seat,
        };
        let relation = tx
            .find(&crate::contact::relations(me).at(thread.pair))?
            .ok_or(Refusal::NotThere)?;
        decide(
            tx,
            tx.now,
            party,
            Some(thread.pair.theirs),
            relation.way,
            Moment::Message,
        )?;
        let text = Prose::check(Field::Message, &self.text, limits::MESSAGE)?;

        let at = tx.now;
        let head = tx.find(&conversation(self.conversation).at(()))?;
        let number = head.map_or(0, |head| head.messages);
        tx.put(
            &messages(self.conversation).at(number),
            &Message { from: me, at, text },
        )?;
        tx.put(
            &conversation(self.conversation).at(()),
            &Conversation {
                messages: number + 1,
                last: at,
            },
        )?;
        // Who writes has read what was there.
        tx.put(
            &participants(self.conversation).at(me),
            &Participant {
                party,
                read: number + 1,
            },
        )?;
        Ok(MessageNumber(number))
    }
}
