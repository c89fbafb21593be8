//! What the rules look at, gathered from the authority's rows.

use super::{ExternalMode, Permitted, external_policy, partners, serving};
use crate::{
    account::{SeatState, is_suspended, privacy, seats},
    contact::{Pair, RelationState, Way, relations},
    id::{AccountId, OrganizationId},
    identity,
    organization::{Realm, company, departments, records},
    row::ReadRows,
    space::Party,
    store::{Read, Stop},
    time::Time,
};

/// When the decision is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A code or a number is opened.
    Open,
    Request,
    Accept,
    Message,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    pub moment: Moment,
    pub way: Way,
    /// Both act in seats of one organization.
    pub colleagues: bool,
    /// Nobody was found: asked all the same, so that a miss takes the same way as a hit.
    pub exists: bool,
    pub findable_by_phone: bool,
    pub addable_by_code: bool,
    pub mine: Half,
    pub theirs: Half,
    /// Not two organizations of different realms.
    pub same_realm: bool,
    pub agreement: Agreement,
}

/// Whether each holds the other as a contact; and if not, on whose side it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    Both,
    /// I have shut them out.
    IBlock,
    /// I have removed the contact.
    IRemoved,
    /// They do not hold me, or have shut me out, which looks the same; or a request is not accepted.
    NotYet,
}

/// One person's side: their own standing, and what their organization says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Half {
    pub seat: Standing,
    pub verified: bool,
    pub mode: ExternalMode,
    /// Among those who may speak with organizations.
    pub permitted: bool,
    /// Among those who may serve people without an organization.
    pub serves: bool,
    /// The other one's organization is among the partners.
    pub has_partner: bool,
    pub admits_people: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The person stands for nobody but themselves.
    Without,
    Active,
    /// Suspended, left, or never there.
    Inactive,
    /// The person has a seat, and does not stand in it.
    Elsewhere,
    /// The same, and all seats that the person has are suspended.
    Nowhere,
}

impl Half {
    /// Whether somebody stands there at present.
    pub fn is_there(&self) -> bool {
        matches!(self.seat, Standing::Without | Standing::Active)
    }

    pub fn admits_organization(&self) -> bool {
        match self.mode {
            ExternalMode::Closed => false,
            ExternalMode::Partners => self.has_partner,
            ExternalMode::Open => true,
        }
    }

    pub fn speaks_with_anybody(&self) -> bool {
        self.mode != ExternalMode::Closed || self.admits_people
    }

    pub fn may_speak_with_anybody(&self) -> bool {
        (self.mode != ExternalMode::Closed && self.permitted) || (self.admits_people && self.serves)
    }
}

impl Facts {
    /// What there is between me, in a seat, and somebody. `theirs` is nobody when a code or number leads nowhere.
    pub fn gather(
        store: &dyn Read,
        now: Time,
        me: Party,
        theirs: Option<Party>,
        way: Way,
        moment: Moment,
    ) -> Result<Self, Stop> {
        let privacy = match theirs {
            Some(party) => store
                .find(&privacy(party.account).at(()))?
                .unwrap_or_default(),
            None => Default::default(),
        };
        let their_seat = theirs.and_then(|party| party.seat);
        Ok(Self {
            moment,
            way,
            colleagues: me.seat.is_some() && me.seat == their_seat,
            exists: theirs.is_some(),
            findable_by_phone: privacy.findable_by_phone,
            addable_by_code: privacy.addable_by_code,
            mine: half(store, now, me, their_seat, moment)?,
            theirs: match theirs {
                Some(party) => half(store, now, party, me.seat, moment)?,
                None => Half::of_nobody(),
            },
            same_realm: same_realm(store, me.seat, their_seat)?,
            agreement: match theirs {
                Some(party) => agreement(store, me, party)?,
                None => Agreement::NotYet,
            },
        })
    }
}

impl Half {
    fn of_nobody() -> Self {
        Self {
            seat: Standing::Without,
            verified: false,
            mode: ExternalMode::Closed,
            permitted: false,
            serves: false,
            has_partner: false,
            admits_people: false,
        }
    }
}

fn half(
    store: &dyn Read,
    now: Time,
    party: Party,
    other: Option<OrganizationId>,
    moment: Moment,
) -> Result<Half, Stop> {
    let verified = identity::verified_name(store, party.account)?.is_some();
    let Some(organization) = party.seat else {
        // Whoever has a seat makes contacts from there, so that no organization's policy is gone around. What somebody
        // agreed to before they had one goes on.
        return Ok(Half {
            seat: match moment {
                Moment::Message => Standing::Without,
                Moment::Open | Moment::Request | Moment::Accept => {
                    without_a_seat(store, party.account)?
                }
            },
            verified,
            ..Half::of_nobody()
        });
    };
    let policy = store
        .find(&external_policy(organization).at(()))?
        .unwrap_or_default();
    let serving = store.find(&serving(organization).at(()))?;
    let permitted = is_permitted(store, organization, party.account, &policy.permitted)?;
    let serves = match serving {
        Some(serving) => is_permitted(store, organization, party.account, &serving.by)?,
        None => permitted,
    };
    let has_partner = match other {
        Some(other) => {
            let partner = store.find(&partners(organization).at(other))?;
            partner.is_some_and(|partner| partner.until.is_none_or(|until| now < until))
        }
        None => false,
    };
    let active = store
        .find(&seats(party.account).at(organization))?
        .is_some_and(|seat| seat.state == SeatState::Active);
    Ok(Half {
        seat: if active {
            Standing::Active
        } else {
            Standing::Inactive
        },
        verified,
        mode: policy.mode,
        permitted,
        serves,
        has_partner,
        admits_people: policy.people_without_organization,
    })
}

/// How somebody stands who does not say in which seat.
fn without_a_seat(store: &dyn Read, account: AccountId) -> Result<Standing, Stop> {
    if is_suspended(store, account)? {
        return Ok(Standing::Nowhere);
    }
    Ok(match store.list(&seats(account))?.is_empty() {
        true => Standing::Without,
        false => Standing::Elsewhere,
    })
}

pub(super) fn is_permitted(
    store: &dyn Read,
    organization: OrganizationId,
    account: AccountId,
    permitted: &Permitted,
) -> Result<bool, Stop> {
    let (chosen_departments, chosen_members) = match permitted {
        Permitted::Everyone => return Ok(true),
        Permitted::Nobody => return Ok(false),
        Permitted::Chosen {
            departments,
            members,
        } => (departments, members),
    };
    let Some(seat) = store.find(&seats(account).at(organization))? else {
        return Ok(false);
    };
    if chosen_members.contains(&seat.member) {
        return Ok(true);
    }
    let record = store.find(&records(organization).at(seat.member))?;
    for department in record.map(|record| record.departments).unwrap_or_default() {
        let mut above = Some(department);
        while let Some(department) = above {
            if chosen_departments.contains(&department) {
                return Ok(true);
            }
            above = store
                .find(&departments(organization).at(department))?
                .and_then(|row| row.parent);
        }
    }
    Ok(false)
}

fn same_realm(
    store: &dyn Read,
    mine: Option<OrganizationId>,
    theirs: Option<OrganizationId>,
) -> Result<bool, Stop> {
    let (Some(mine), Some(theirs)) = (mine, theirs) else {
        return Ok(true);
    };
    Ok(mine == theirs || realm_of(store, mine)? == realm_of(store, theirs)?)
}

fn realm_of(store: &dyn Read, organization: OrganizationId) -> Result<Option<Realm>, Stop> {
    Ok(store
        .find(&company(organization).at(()))?
        .map(|company| company.realm))
}

fn agreement(store: &dyn Read, me: Party, theirs: Party) -> Result<Agreement, Stop> {
    let pair = Pair {
        theirs,
        seat: me.seat,
    };
    let mine = store.find(&relations(me.account).at(pair))?;
    match mine {
        Some(mine) if mine.blocked => return Ok(Agreement::IBlock),
        Some(mine) if matches!(mine.state, RelationState::RemovedByMe { .. }) => {
            return Ok(Agreement::IRemoved);
        }
        Some(mine) if mine.state.is_contact() => {}
        // A request is on its way, or came to nothing.
        _ => return Ok(Agreement::NotYet),
    }
    let theirs = store.find(&relations(theirs.account).at(pair.mirrored(me.account)))?;
    let they_hold_me = theirs.is_some_and(|theirs| theirs.state.is_contact() && !theirs.blocked);
    Ok(match they_hold_me {
        true => Agreement::Both,
        false => Agreement::NotYet,
    })
}
