//! A person asks somebody to become a contact (CON 1, 4, 5, 9).

use serde::{Deserialize, Serialize};

use super::{
    Answer, ContactRefusal, Pair, Quota, Relation, RelationState, Way, accept::become_contacts,
    answers, blocks, decide, quota, relations,
};
use crate::{
    account::{Notice, notify},
    command::{Act, Outcome, Tx},
    id::{AccountId, AnswerId, DepartmentId, MemberId, OrganizationId},
    limits,
    organization::{MemberStatus, cards},
    policy::{Moment, Rule, colleague_policy, greeting_goes},
    refusal::{Field, Problem, Refusal},
    row::{ReadRows, WriteRows},
    space::Party,
    store::Stop,
    text::{Line, on_one_line},
    time::DAY,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendRequest {
    pub to: Recipient,
    pub greeting: String,
}

/// Whom the request goes to, as the sender knows them.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Recipient {
    /// Whoever a code or number led to.
    Answer(AnswerId),
    /// A colleague in the directory.
    Member {
        organization: OrganizationId,
        department: DepartmentId,
        member: MemberId,
    },
    /// Somebody with whom there is a relation already: to ask again.
    Known(Pair),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    Waiting(Pair),
    /// The organization accepts between colleagues by itself (POL 2).
    Contacts(Pair),
}

impl Outcome for Sent {}

impl Act for SendRequest {
    type Done = Sent;

    fn decide(&self, tx: &mut Tx) -> Result<Sent, Stop> {
        let account = tx.me()?;
        let greeting = on_one_line(&self.greeting);
        let greeting = Line::optional(Field::Greeting, &greeting, limits::GREETING)?;
        let (pair, way) = self.to.resolve(tx, account)?;
        if pair.theirs.account == account {
            return Err(Refusal::Contact(ContactRefusal::Yourself).into());
        }
        let me = Party {
            account,
            seat: pair.seat,
        };
        let before = tx.find(&relations(account).at(pair))?;
        let moment = moment_of_asking(before.as_ref());
        decide(tx, tx.now, me, Some(pair.theirs), way, moment)?;
        if blocks(tx, account, pair.theirs.account)? {
            return Err(Refusal::Policy(Rule::YouBlock).into());
        }
        may_send(tx, account, pair, before.as_ref())?;
        if greeting.is_some() && !greeting_goes(tx, pair)? {
            return Err(Refusal::Input(Field::Greeting, Problem::NotWanted).into());
        }
        if !pair.are_colleagues() {
            count_outside_request(tx, account)?;
        }

        let at = tx.now;
        let mine = match before {
            Some(relation) => Relation {
                way,
                greeting: greeting.clone(),
                ..relation
            },
            None => Relation::new(RelationState::Sent { at }, way, greeting.clone()),
        };
        tx.put(
            &relations(account).at(pair),
            &mine.turned(RelationState::Sent { at }),
        )?;
        let theirs_key = relations(pair.theirs.account).at(pair.mirrored(account));
        let theirs = tx.find(&theirs_key)?;
        if blocks(tx, pair.theirs.account, account)? {
            return Ok(Sent::Waiting(pair)); // it reaches nobody (POL 3)
        }
        let theirs = match theirs {
            Some(relation) => Relation {
                way,
                greeting,
                ..relation
            },
            None => Relation::new(RelationState::Received { at }, way, greeting),
        };
        tx.put(&theirs_key, &theirs.turned(RelationState::Received { at }))?;
        if pair.are_colleagues() && accepts_by_itself(tx, pair)? {
            become_contacts(tx, pair.theirs.account, pair.mirrored(account))?;
            return Ok(Sent::Contacts(pair));
        }
        notify(
            tx,
            pair.theirs.account,
            Notice::RequestReceived { from: me },
        )?;
        Ok(Sent::Waiting(pair))
    }
}

impl Recipient {
    fn resolve(self, tx: &Tx, me: AccountId) -> Result<(Pair, Way), Stop> {
        match self {
            Recipient::Answer(id) => {
                let answer: Answer = tx.find(&answers(me).at(id))?.ok_or(Refusal::NotThere)?;
                if !answer.holds(tx.now) {
                    return Err(Refusal::Contact(ContactRefusal::AnswerTooOld).into());
                }
                Ok((
                    Pair {
                        theirs: answer.party,
                        seat: answer.seat,
                    },
                    answer.way,
                ))
            }
            Recipient::Member {
                organization,
                department,
                member,
            } => {
                crate::account::active_seat(tx, me, organization)?.ok_or(Refusal::NotThere)?;
                let card = tx
                    .find(&cards(organization, department).at(member))?
                    .ok_or(Refusal::NotThere)?;
                let colleague = match (card.account, card.status) {
                    (Some(account), MemberStatus::Active) => Party {
                        account,
                        seat: Some(organization),
                    },
                    (_, MemberStatus::Suspended) => {
                        return Err(Refusal::Contact(ContactRefusal::ColleagueSuspended).into());
                    }
                    _ => return Err(Refusal::Contact(ContactRefusal::NotJoinedYet).into()),
                };
                Ok((
                    Pair {
                        theirs: colleague,
                        seat: Some(organization),
                    },
                    Way::Directory,
                ))
            }
            Recipient::Known(pair) => {
                let relation = super::relation_of(tx, me, pair)?;
                Ok((pair, relation.way))
            }
        }
    }
}

/// Whoever has asked me, or agreed once, need not be found any more.
pub(super) fn moment_of_asking(before: Option<&Relation>) -> Moment {
    match before.is_some_and(|before| before.state.they_came_forward()) {
        true => Moment::Accept,
        false => Moment::Request,
    }
}

fn may_send(tx: &Tx, me: AccountId, pair: Pair, before: Option<&Relation>) -> Result<(), Stop> {
    use RelationState::*;
    let Some(before) = before else { return Ok(()) };
    let refused = |refusal| Err(Refusal::Contact(refusal).into());
    match before.state {
        Contact { .. } => {
            // The other side may have removed this contact and told nobody; then asking again is the way back.
            let theirs = tx.find(&relations(pair.theirs.account).at(pair.mirrored(me)))?;
            let both = theirs.is_some_and(|theirs| theirs.state.is_contact() && !theirs.blocked);
            if both {
                refused(ContactRefusal::AlreadyContacts)
            } else {
                Ok(())
            }
        }
        Sent { .. } if !before.state.is_expired(tx.now) => refused(ContactRefusal::AlreadyAsked),
        Received { .. } if !before.state.is_expired(tx.now) => {
            refused(ContactRefusal::TheyAskedYou)
        }
        Declined { at } if tx.now < at.plus(limits::RENEW_AFTER_MS) => {
            refused(ContactRefusal::RenewLater {
                at: at.plus(limits::RENEW_AFTER_MS),
            })
        }
        Sent { .. }
        | Received { .. }
        | Declined { .. }
        | DeclinedByMe { .. }
        | Withdrawn { .. }
        | WithdrawnByMe { .. }
        | RemovedByMe { .. } => Ok(()),
    }
}

fn count_outside_request(tx: &mut Tx, me: AccountId) -> Result<(), Stop> {
    let key = quota(me).at(());
    let mut counted: Quota = tx.find(&key)?.unwrap_or_default();
    counted
        .outside_requests
        .retain(|at| tx.now.since(*at) < DAY);
    if counted.outside_requests.len() >= limits::OUTSIDE_REQUESTS_PER_DAY {
        let resets = counted.outside_requests[0].plus(DAY);
        let most = limits::OUTSIDE_REQUESTS_PER_DAY as u32;
        return Err(Refusal::Contact(ContactRefusal::DailyLimit { most, resets }).into());
    }
    counted.outside_requests.push(tx.now);
    tx.put(&key, &counted)
}

fn accepts_by_itself(tx: &Tx, pair: Pair) -> Result<bool, Stop> {
    match pair.seat {
        Some(organization) => Ok(tx
            .find(&colleague_policy(organization).at(()))?
            .is_some_and(|policy| policy.automatic)),
        None => Ok(false),
    }
}
