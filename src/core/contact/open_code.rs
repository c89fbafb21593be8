//! A person opens somebody's code: with the scanner, from a picture, or by its link (CON 2). The end is a request, never
//! an add by itself.

use serde::{Deserialize, Serialize};

use super::{Answer, ContactRefusal, Way, answers, decide};
use crate::{
    account::{CodeTarget, code_targets, personal_codes},
    command::{Act, Tx},
    id::{AccountId, AnswerId, OrganizationId, Token},
    policy::Moment,
    refusal::Refusal,
    row::{ReadRows, WriteRows},
    space::Party,
    store::Stop,
    time::Time,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OpenCode {
    pub token: Token,
    /// The seat from which I look.
    pub seat: Option<OrganizationId>,
}

impl Act for OpenCode {
    type Done = AnswerId;

    fn decide(&self, tx: &mut Tx) -> Result<AnswerId, Stop> {
        let me = Party {
            account: tx.me()?,
            seat: self.seat,
        };
        let target = whose_code(tx, self.token)?;
        if target.is_some_and(|party| party.account == me.account) {
            return Err(Refusal::Contact(ContactRefusal::Yourself).into());
        }
        decide(tx, tx.now, me, target, Way::Code, Moment::Open)?;
        answer(tx, me, target, Way::Code)
    }
}

/// The person whose code this is, while it holds.
fn whose_code(tx: &Tx, token: Token) -> Result<Option<Party>, Stop> {
    let Some(CodeTarget { party }) = tx.find(&code_targets().at(token))? else {
        return Ok(None);
    };
    let code = tx.find(&personal_codes(party.account).at(party.seat))?;
    let holds =
        code.is_some_and(|code| code.token == token && code.expires.is_none_or(|end| tx.now < end));
    Ok(holds.then_some(party))
}

/// Writes whom a code or number led to into the asker's own space, and sweeps what is too old.
pub(super) fn answer(
    tx: &mut Tx,
    me: Party,
    target: Option<Party>,
    way: Way,
) -> Result<AnswerId, Stop> {
    let party = target.ok_or(Refusal::NotThere)?;
    forget_old_answers(tx, me.account, tx.now)?;
    let id = tx.mint();
    let at = tx.now;
    tx.put(
        &answers(me.account).at(id),
        &Answer {
            party,
            seat: me.seat,
            way,
            at,
        },
    )?;
    Ok(id)
}

fn forget_old_answers(tx: &mut Tx, me: AccountId, now: Time) -> Result<(), Stop> {
    for (id, answer) in tx.list(&answers(me))? {
        if !answer.holds(now) {
            tx.remove(&answers(me).at(id))?;
        }
    }
    Ok(())
}
