//! People add each other (CON). What stands between two people is one [`Relation`] on each side.

pub mod accept;
pub mod block;
pub mod decline;
pub mod describe;
pub mod find_by_phone;
mod met;
pub mod open_code;
mod refusal;
pub mod remove;
pub mod send_request;
pub mod withdraw;

use serde::{Deserialize, Serialize};

pub use met::{MayAsk, Met, Terms};
pub use refusal::ContactRefusal;

use crate::{
    command::Tx,
    id::{AccountId, AnswerId, ConversationId, OrganizationId},
    limits,
    policy::{Facts, Moment, judge},
    refusal::Refusal,
    row::{KeyPart, ReadRows, WriteRows, rows},
    space::{Party, Space},
    store::{Read, Stop},
    text::{Line, Prose},
    time::Time,
};

/// One's own seat and the other party: the two ends of a relation, from one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pair {
    pub theirs: Party,
    pub seat: Option<OrganizationId>,
}

impl Pair {
    /// The same relation as the other side sees it.
    pub fn mirrored(self, me: AccountId) -> Self {
        Self {
            theirs: Party {
                account: me,
                seat: self.seat,
            },
            seat: self.theirs.seat,
        }
    }

    /// Members of one organization, both in the seats of it.
    pub fn are_colleagues(self) -> bool {
        self.seat.is_some() && self.seat == self.theirs.seat
    }
}

impl KeyPart for Pair {
    fn write(&self, out: &mut Vec<u8>) {
        self.theirs.write(out);
        self.seat.write(out);
    }
    fn read(bytes: &mut &[u8]) -> Option<Self> {
        Some(Self {
            theirs: KeyPart::read(bytes)?,
            seat: KeyPart::read(bytes)?,
        })
    }
}

/// What stands between two people, as one of them holds it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    pub state: RelationState,
    /// How they met.
    pub way: Way,
    pub greeting: Option<Line>,
    /// Kept when the relation ends, so that a later one goes on with it.
    pub conversation: Option<ConversationId>,
    pub remark: Option<Line>,
    pub description: Option<Prose>,
    /// This side hears nothing from the other; the other is not told (CON 5).
    pub blocked: bool,
}

/// Expired is not a state: it is a sent or received request that is older than it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RelationState {
    Sent {
        at: Time,
    },
    Received {
        at: Time,
    },
    Contact {
        since: Time,
    },
    /// The other side said no.
    Declined {
        at: Time,
    },
    /// This side said no.
    DeclinedByMe {
        at: Time,
    },
    Withdrawn {
        at: Time,
    },
    WithdrawnByMe {
        at: Time,
    },
    /// This side removed the contact; the other is not told (CON 6).
    RemovedByMe {
        at: Time,
    },
}

impl RelationState {
    /// The other one has asked, or agreed: they let themselves be known, and their privacy has no more say.
    pub fn they_came_forward(&self) -> bool {
        use RelationState::*;
        match self {
            Received { .. } | Withdrawn { .. } | Contact { .. } => true,
            DeclinedByMe { .. } | RemovedByMe { .. } => true,
            Sent { .. } | Declined { .. } | WithdrawnByMe { .. } => false,
        }
    }

    pub fn at(&self) -> Time {
        use RelationState::*;
        match *self {
            Contact { since } => since,
            Sent { at }
            | Received { at }
            | Declined { at }
            | DeclinedByMe { at }
            | Withdrawn { at }
            | WithdrawnByMe { at }
            | RemovedByMe { at } => at,
        }
    }

    pub fn is_contact(&self) -> bool {
        matches!(self, RelationState::Contact { .. })
    }

    /// A request that nobody answered in time.
    pub fn is_expired(&self, now: Time) -> bool {
        use RelationState::*;
        matches!(*self, Sent { at } | Received { at } if now >= at.plus(limits::REQUEST_LIVES_MS))
    }

    /// A request that this side can still answer.
    pub fn waits_for_me(&self, now: Time) -> bool {
        matches!(self, RelationState::Received { .. }) && !self.is_expired(now)
    }
}

impl Relation {
    /// A request that this side can still answer, and has not shut out.
    pub fn waits_for_me(&self, now: Time) -> bool {
        !self.blocked && self.state.waits_for_me(now)
    }

    fn new(state: RelationState, way: Way, greeting: Option<Line>) -> Self {
        Self {
            state,
            way,
            greeting,
            conversation: None,
            remark: None,
            description: None,
            blocked: false,
        }
    }

    /// The same relation in another state: remark, block and conversation stay.
    fn turned(self, state: RelationState) -> Self {
        Self { state, ..self }
    }
}

/// The relation that must be there, as one of the two holds it.
fn relation_of(store: &dyn Read, account: AccountId, pair: Pair) -> Result<Relation, Stop> {
    store
        .find(&relations(account).at(pair))?
        .ok_or(Refusal::NotThere.into())
}

/// Every relation of an account with one person, in whatever seats.
fn relations_with(
    store: &dyn Read,
    account: AccountId,
    other: AccountId,
) -> Result<Vec<(Pair, Relation)>, Stop> {
    let mut all = store.list(&relations(account))?;
    all.retain(|(pair, _)| pair.theirs.account == other);
    Ok(all)
}

/// Whether an account hears nothing from a person. That is about the person, not about one of their seats.
fn blocks(store: &dyn Read, account: AccountId, other: AccountId) -> Result<bool, Stop> {
    let all = relations_with(store, account, other)?;
    Ok(all.iter().any(|(_, relation)| relation.blocked))
}

/// Turns the other side's half, if it is there.
fn turn_theirs(tx: &mut Tx, me: AccountId, pair: Pair, state: RelationState) -> Result<(), Stop> {
    let key = relations(pair.theirs.account).at(pair.mirrored(me));
    match tx.find(&key)? {
        Some(relation) => tx.put(&key, &relation.turned(state)),
        None => Ok(()),
    }
}

/// Asks policy about me and somebody, now.
pub fn decide(
    store: &dyn Read,
    now: Time,
    me: Party,
    theirs: Option<Party>,
    way: Way,
    moment: Moment,
) -> Result<(), Stop> {
    let facts = Facts::gather(store, now, me, theirs, way, moment)?;
    judge(&facts).map_err(|rule| Refusal::Policy(rule).into())
}

/// How a person was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Way {
    Directory,
    Code,
    Phone,
}

/// Whom an opened code or number led to: for the asker alone, for ten minutes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    pub party: Party,
    /// The seat from which the asker looked.
    pub seat: Option<OrganizationId>,
    pub way: Way,
    pub at: Time,
}

impl Answer {
    pub fn holds(&self, now: Time) -> bool {
        now < self.at.plus(limits::ANSWER_LIVES_MS)
    }
}

/// When a person did what is counted, the oldest first (CON 3, CON 9).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Quota {
    pub outside_requests: Vec<Time>,
    pub phone_searches: Vec<Time>,
}

rows! {
    relations(account: AccountId) in Space::Account(account) => Relation, by Pair, RELATION v 1;
    answers(account: AccountId) in Space::Account(account) => Answer, by AnswerId, ANSWER v 1;
    quota(account: AccountId) in Space::Account(account) => Quota, by (), QUOTA v 1;
}
