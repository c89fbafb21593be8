//! A person accepts a request by hand (CON 4). Only now can anything be sent.

use serde::{Deserialize, Serialize};

use super::{ContactRefusal, Pair, RelationState, decide, relation_of, relations};
use crate::{
    account::{Notice, notify, profile_of},
    audit::{Fact, What},
    command::{Act, Tx},
    conversation::open_conversation,
    id::{AccountId, ConversationId},
    policy::Moment,
    refusal::Refusal,
    row::{ReadRows, WriteRows},
    space::{Party, Space},
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AcceptRequest {
    pub pair: Pair,
}

impl Act for AcceptRequest {
    type Done = ConversationId;

    fn decide(&self, tx: &mut Tx) -> Result<ConversationId, Stop> {
        let me = tx.me()?;
        let mine = relation_of(tx, me, self.pair)?;
        if !mine.waits_for_me(tx.now) {
            return Err(Refusal::Contact(ContactRefusal::RequestGone).into());
        }
        let party = Party {
            account: me,
            seat: self.pair.seat,
        };
        decide(
            tx,
            tx.now,
            party,
            Some(self.pair.theirs),
            mine.way,
            Moment::Accept,
        )?;
        let conversation = become_contacts(tx, me, self.pair)?;
        notify(
            tx,
            self.pair.theirs.account,
            Notice::RequestAccepted { by: party },
        )?;
        Ok(conversation)
    }
}

/// Both become contacts, and go on with the conversation that they had before, if any.
pub(super) fn become_contacts(
    tx: &mut Tx,
    me: AccountId,
    pair: Pair,
) -> Result<ConversationId, Stop> {
    let mirrored = pair.mirrored(me);
    let mine = relation_of(tx, me, pair)?;
    let theirs = relation_of(tx, pair.theirs.account, mirrored)?;
    let conversation = match mine.conversation.or(theirs.conversation) {
        Some(conversation) => conversation,
        None => tx.mint(),
    };
    let since = tx.now;
    for (account, pair, mut relation) in [(me, pair, mine), (pair.theirs.account, mirrored, theirs)]
    {
        relation.state = RelationState::Contact { since };
        relation.conversation = Some(conversation);
        tx.put(&relations(account).at(pair), &relation)?;
    }
    open_conversation(tx, conversation, me, pair)?;
    if !pair.are_colleagues() {
        note_outside_contact(
            tx,
            Party {
                account: me,
                seat: pair.seat,
            },
            pair.theirs,
        )?;
        note_outside_contact(
            tx,
            pair.theirs,
            Party {
                account: me,
                seat: pair.seat,
            },
        )?;
    }
    Ok(conversation)
}

/// Every outside add stands in the trail of the organization whose member it is (GOV 2).
fn note_outside_contact(tx: &mut Tx, ours: Party, outside: Party) -> Result<(), Stop> {
    let Some(organization) = ours.seat else {
        return Ok(());
    };
    let member = profile_of(tx, ours.account)?.name;
    let card = tx.find(&crate::account::outside_card(outside).at(()))?;
    let company = match outside.seat {
        Some(other) => tx
            .find(&crate::organization::company(other).at(()))?
            .map(|company| company.display_name),
        None => None,
    };
    let outside = match (card, company) {
        (Some(card), Some(company)) => Some(format!("{} · {company}", card.name)),
        (Some(card), None) => Some(card.name.to_string()),
        (None, _) => None,
    };
    let fact = Fact::new(What::OutsideContactAdded, member.to_string()).changed(
        crate::refusal::Field::Contact,
        None::<String>,
        outside,
    );
    tx.note(Space::Console(organization), fact);
    Ok(())
}
