//! The Team thread: each account's read-only system conversation. Entries are data; the locales word them.

use serde::{Deserialize, Serialize};

use crate::{
    command::Tx,
    id::{AccountId, OrganizationId, RegistrationId},
    order,
    registration::closings,
    row::{ReadRows, WriteRows, rows},
    space::{Party, Space},
    store::{Read, Stop},
    text::{Line, Prose},
    time::Time,
};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamEntry {
    pub at: Time,
    pub notice: Notice,
}

/// How many entries of the [`thread`] the person has seen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamRead {
    pub seen: u64,
}

/// What the Team thread can say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Notice {
    Welcome,
    RegistrationSubmitted {
        registration: RegistrationId,
        company: Line,
        due: Time,
    },
    RegistrationQuestion {
        registration: RegistrationId,
        company: Line,
        why: Prose,
    },
    RegistrationApproved {
        registration: RegistrationId,
        company: Line,
        organization: OrganizationId,
    },
    RegistrationRejected {
        registration: RegistrationId,
        company: Line,
        reason: Prose,
    },
    RegistrationClosed {
        registration: RegistrationId,
        company: Line,
    },
    IdentityVerified {
        name: Line,
        switch_back: bool,
    },
    IdentityRefused {
        reason: Prose,
    },
    Joined {
        organization: OrganizationId,
        company: Line,
    },
    SeatSuspended {
        company: Line,
    },
    SeatRestored {
        company: Line,
    },
    SeatEnded {
        company: Line,
    },
    RoleChanged {
        company: Line,
    },
    RequestReceived {
        from: Party,
    },
    RequestAccepted {
        by: Party,
    },
    PolicyChanged {
        company: Line,
    },
}

rows! {
    /// What was told, numbered from 0; the whole of it is the [`thread`].
    team(account: AccountId) in Space::Account(account) => TeamEntry, by u64, TEAM_ENTRY v 1;
    team_read(account: AccountId) in Space::Account(account) => TeamRead, by (), TEAM_READ v 1;
}

/// Tells a person something in their Team thread.
pub fn notify(tx: &mut Tx, account: AccountId, notice: Notice) -> Result<(), Stop> {
    let next = tx
        .list(&team(account))?
        .last()
        .map_or(0, |(number, _)| number + 1);
    let at = tx.now;
    tx.put(&team(account).at(next), &TeamEntry { at, notice })
}

/// The whole thread, the oldest first: what was told, and what time itself tells. Entries only ever come behind the
/// others, so the place of one is its number: nothing is told with an earlier time, and time tells when it has come.
pub fn thread(store: &dyn Read, account: AccountId, now: Time) -> Result<Vec<TeamEntry>, Stop> {
    let told = store.list(&team(account))?.into_iter();
    let mut thread = closings(store, account, now)?;
    thread.extend(told.map(|(_, entry)| entry));
    order::sort_by_key(&mut thread, |entry| entry.at);
    Ok(thread)
}

pub fn seen_notices(store: &dyn Read, account: AccountId) -> Result<u64, Stop> {
    let read = store.find(&team_read(account).at(()))?;
    Ok(read.map_or(0, |read| read.seen))
}

pub fn unread_notices(store: &dyn Read, account: AccountId, now: Time) -> Result<u64, Stop> {
    let all = thread(store, account, now)?.len() as u64;
    Ok(all.saturating_sub(seen_notices(store, account)?))
}
