//! A person who can sign in (ACC): profile, privacy, seats, the Team thread, personal codes.

pub mod change_region;
pub mod choose_main_seat;
mod code;
pub mod mark_team_read;
mod refusal;
pub mod request_code;
pub mod reset_code;
pub mod set_privacy;
pub mod sign_up;
pub mod switch_back_region;
mod team;

use serde::{Deserialize, Serialize};

pub use code::{MobileCode, confirm_code};
pub use refusal::AccountRefusal;
pub use team::{
    Notice, TeamEntry, TeamRead, notify, seen_notices, team, team_read, thread, unread_notices,
};

use crate::{
    command::Tx,
    id::{AccountId, DepartmentId, MemberId, OrganizationId, Token},
    identity,
    numbers::{Mobile, Region},
    organization,
    refusal::Refusal,
    row::{ReadRows, WriteRows, rows},
    space::{Party, Space},
    store::{Read, Stop},
    text::Line,
    time::Time,
};

/// Who a person is to themselves. Others see a member's card or an outside card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// The account name: what the person calls themselves until identity verification makes it the real name (IDV 7).
    pub name: Line,
    pub mobile: Mobile,
    pub region: Region,
    /// The real region of somebody who took a detour (IDV 5); one tap returns there.
    pub home_region: Option<Region>,
    /// The seat in which the person is met by phone number; the first joined, until they choose another.
    pub main_seat: Option<OrganizationId>,
    pub created: Time,
}

/// CON 7. Nobody is found by phone until they turn it on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Privacy {
    pub findable_by_phone: bool,
    pub addable_by_code: bool,
    pub shows_department_and_title: bool,
}

impl Default for Privacy {
    fn default() -> Self {
        Self {
            findable_by_phone: false,
            addable_by_code: true,
            shows_department_and_title: false,
        }
    }
}

/// An account's place in an organization. It exists while the person is a member; who left has none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seat {
    pub member: MemberId,
    /// Where the member's card stands.
    pub department: DepartmentId,
    pub state: SeatState,
    pub joined: Time,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SeatState {
    Active,
    Suspended,
}

/// What others outside see of a person in one seat. Written anew by [`refresh_cards`] whenever what it shows changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutsideCard {
    /// The real name when verified, else the account name.
    pub name: Line,
    pub verified: bool,
    /// Department and title, if the person shows them.
    pub position: Option<(Line, Option<Line>)>,
}

/// The code that a person shows in one of their seats (CON 2). Whoever knows the token may open it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonalCode {
    pub token: Token,
    pub made: Time,
    pub expires: Option<Time>,
}

/// Whom a token leads to. A code that was reset has no target any more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CodeTarget {
    pub party: Party,
}

/// One number, one account (ACC 1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MobileOwner {
    pub account: AccountId,
}

rows! {
    profile(account: AccountId) in Space::Account(account) => Profile, by (), PROFILE v 1;
    privacy(account: AccountId) in Space::Account(account) => Privacy, by (), PRIVACY v 1;
    seats(account: AccountId) in Space::Account(account) => Seat, by OrganizationId, SEAT v 1;
    /// By the seat in which the code is shown.
    personal_codes(account: AccountId) in Space::Account(account) => PersonalCode, by Option<OrganizationId>, PERSONAL_CODE v 1;
    outside_card(party: Party) in Space::Card(party) => OutsideCard, by (), OUTSIDE_CARD v 1;
    /// By number in E.164.
    mobile_owners() in Space::Vault => MobileOwner, by String, MOBILE_OWNER v 1;
    mobile_codes() in Space::Vault => MobileCode, by String, MOBILE_CODE v 1;
    code_targets() in Space::Vault => CodeTarget, by Token, CODE_TARGET v 1;
    secret() in Space::Vault => Secret, by (), SECRET v 1;
}

/// The key under which this world counts identities (IDV 8). Made once, with the first account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Secret(pub [u8; 32]);

/// The profile of an account that must be there.
pub fn profile_of(store: &dyn Read, account: AccountId) -> Result<Profile, Stop> {
    store
        .find(&profile(account).at(()))?
        .ok_or(Refusal::NotThere.into())
}

/// The seat of an account in an organization while it is active.
pub fn active_seat(
    store: &dyn Read,
    account: AccountId,
    organization: OrganizationId,
) -> Result<Option<Seat>, Stop> {
    Ok(store
        .find(&seats(account).at(organization))?
        .filter(|seat| seat.state == SeatState::Active))
}

/// Whether somebody has seats, and may act in none of them. Without a seat they meet nobody either, so that no
/// organization's policy is gone around.
pub fn is_suspended(store: &dyn Read, account: AccountId) -> Result<bool, Stop> {
    let seats = store.list(&seats(account))?;
    let is_active = |(_, seat): &(_, Seat)| seat.state == SeatState::Active;
    Ok(!seats.is_empty() && !seats.iter().any(is_active))
}

/// In which seat a person is met when only the person is known: the main one while it is active, else the first active
/// one, else none.
pub fn main_seat(store: &dyn Read, account: AccountId) -> Result<Option<OrganizationId>, Stop> {
    let active = store
        .list(&seats(account))?
        .into_iter()
        .filter(|(_, seat)| seat.state == SeatState::Active);
    let active: Vec<_> = active.collect();
    let main = store
        .find(&profile(account).at(()))?
        .and_then(|profile| profile.main_seat);
    let chosen = active
        .iter()
        .find(|(organization, _)| Some(*organization) == main);
    let first = active.iter().min_by_key(|(_, seat)| seat.joined);
    Ok(chosen.or(first).map(|(organization, _)| *organization))
}

/// Writes the outside cards of a person anew, in every seat. To be called by whatever changes the name, the identity,
/// the privacy settings, the seats, a title or a department's name.
pub fn refresh_cards(tx: &mut Tx, account: AccountId) -> Result<(), Stop> {
    let seats = tx.list(&seats(account))?;
    let without = Party {
        account,
        seat: None,
    };
    let card = card_of(tx, without)?;
    tx.put(&outside_card(without).at(()), &card)?;
    for (organization, _) in seats {
        let party = Party {
            account,
            seat: Some(organization),
        };
        let card = card_of(tx, party)?;
        tx.put(&outside_card(party).at(()), &card)?;
    }
    Ok(())
}

/// What an outside card says, from the rows it is drawn from.
pub fn card_of(store: &dyn Read, party: Party) -> Result<OutsideCard, Stop> {
    let verified = identity::verified_name(store, party.account)?;
    let shows = store
        .find(&privacy(party.account).at(()))?
        .unwrap_or_default()
        .shows_department_and_title;
    let position = match party.seat.filter(|_| shows) {
        Some(organization) => position_in(store, party.account, organization)?,
        None => None,
    };
    let name = match &verified {
        Some(name) => name.clone(),
        None => profile_of(store, party.account)?.name,
    };
    Ok(OutsideCard {
        name,
        verified: verified.is_some(),
        position,
    })
}

fn position_in(
    store: &dyn Read,
    account: AccountId,
    organization: OrganizationId,
) -> Result<Option<(Line, Option<Line>)>, Stop> {
    let Some(seat) = store.find(&seats(account).at(organization))? else {
        return Ok(None);
    };
    let department = store.find(&organization::departments(organization).at(seat.department))?;
    let card = store.find(&organization::cards(organization, seat.department).at(seat.member))?;
    Ok(department.map(|department| (department.name, card.and_then(|card| card.title))))
}
