//! People talk (MSG). Whether a conversation is open is never stored: it is derived when read, and decided again on
//! sending.

pub mod mark_read;
pub mod send_message;
pub mod standing;

use serde::{Deserialize, Serialize};

use crate::{
    command::Tx,
    contact::Pair,
    id::{AccountId, ConversationId},
    row::{ReadRows, WriteRows, rows},
    space::{Party, Space},
    store::{Read, Stop},
    text::Prose,
    time::Time,
};

/// One message. Its key is the conversation's next number, so order never depends on a clock; the time is only shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message {
    pub from: AccountId,
    pub at: Time,
    pub text: Prose,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Participant {
    pub party: Party,
    /// How many messages this participant has seen.
    pub read: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conversation {
    pub messages: u64,
    pub last: Time,
}

/// A conversation in a person's own list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Thread {
    pub pair: Pair,
}

rows! {
    /// Numbered from 0.
    messages(conversation: ConversationId) in Space::Conversation(conversation) => Message, by u64, MESSAGE v 1;
    participants(conversation: ConversationId) in Space::Conversation(conversation) => Participant, by AccountId, PARTICIPANT v 1;
    conversation(conversation: ConversationId) in Space::Conversation(conversation) => Conversation, by (), CONVERSATION v 1;
    threads(account: AccountId) in Space::Account(account) => Thread, by ConversationId, THREAD v 1;
}

/// Gives both people the conversation, new or as it was.
pub(crate) fn open_conversation(
    tx: &mut Tx,
    id: ConversationId,
    me: AccountId,
    pair: Pair,
) -> Result<(), Stop> {
    let last = tx.now;
    let head = tx
        .find(&conversation(id).at(()))?
        .unwrap_or(Conversation { messages: 0, last });
    tx.put(&conversation(id).at(()), &head)?;
    for (account, pair) in [(me, pair), (pair.theirs.account, pair.mirrored(me))] {
        let key = participants(id).at(account);
        let read = tx.find(&key)?.map_or(0, |participant| participant.read);
        tx.put(
            &key,
            &Participant {
                party: Party {
                    account,
                    seat: pair.seat,
                },
                read,
            },
        )?;
        tx.put(&threads(account).at(id), &Thread { pair })?;
    }
    Ok(())
}

/// Messages that the person has not seen.
pub fn unread(store: &dyn Read, account: AccountId, id: ConversationId) -> Result<u64, Stop> {
    let messages = store
        .find(&conversation(id).at(()))?
        .map_or(0, |head| head.messages);
    let read = store
        .find(&participants(id).at(account))?
        .map_or(messages, |participant| participant.read);
    Ok(messages.saturating_sub(read))
}
