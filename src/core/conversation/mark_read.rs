//! A person has seen the messages of a conversation up to a number.

use serde::{Deserialize, Serialize};

use super::{conversation, participants};
use crate::{
    command::{Act, Tx},
    id::ConversationId,
    refusal::Refusal,
    row::{ReadRows, WriteRows},
    space::Space,
    store::Stop,
    view::may_hold,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MarkRead {
    pub conversation: ConversationId,
    /// How many messages, counted from the first.
    pub read: u64,
}

impl Act for MarkRead {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        if !may_hold(tx, tx.actor(), &Space::Conversation(self.conversation))? {
            return Err(Refusal::NotThere.into());
        }
        let key = participants(self.conversation).at(me);
        let mut participant = tx.find(&key)?.ok_or(Refusal::NotThere)?;
        let written = tx
            .find(&conversation(self.conversation).at(()))?
            .map_or(0, |head| head.messages);
        participant.read = participant.read.max(self.read.min(written));
        tx.put(&key, &participant)
    }
}
