//! What the desk's log says of one case.

use serde::{Deserialize, Serialize};

use super::{CaseId, case_facts};
use crate::{
    audit::{self, Fact, links, payloads},
    command::{Actor, Tx},
    row::{ReadRows, WriteRows},
    space::Space,
    store::{Read, Stop},
    time::Time,
};

/// That a fact of the desk's log is about a case: the log itself names cases by what they are about, and several can be
/// about the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseFact;

/// One entry of a case's log.
#[derive(Clone, Debug, PartialEq)]
pub struct Logged {
    pub at: Time,
    pub by: Actor,
    pub fact: Fact,
}

/// What happened to a case, the newest first. What was erased from the log is not in it.
pub fn log_of(store: &dyn Read, case: CaseId) -> Result<Vec<Logged>, Stop> {
    let mut log = Vec::new();
    for ((_, number), _) in store.under(&case_facts(), &case)?.into_iter().rev() {
        let link = store.find(&links(Space::Desk).at(number))?;
        let payload = store.find(&payloads(Space::Desk).at(number))?;
        if let (Some(link), Some(payload)) = (link, payload) {
            log.push(Logged {
                at: link.time,
                by: link.actor,
                fact: payload.fact,
            });
        }
    }
    Ok(log)
}

/// Writes a fact about a case into the log of the desk.
pub(super) fn note(tx: &mut Tx, case: CaseId, fact: Fact) -> Result<(), Stop> {
    let number = audit::next(tx, Space::Desk)?;
    tx.note(Space::Desk, fact);
    tx.put(&case_facts().at((case, number)), &CaseFact)
}
