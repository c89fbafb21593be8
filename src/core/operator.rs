//! What whoever runs this Liaison sees. Unlinked, that is the browser itself: it shows a person's phone where a text
//! message would arrive, and signing in is choosing one of the persons it knows (DEMO 4).

use crate::{
    account::{
        Profile, main_seat, mobile_codes, mobile_owners, profile, profile_of, seats, unread_notices,
    },
    ask::Question,
    command::Actor,
    contact::relations,
    conversation::{threads, unread},
    desk::is_reviewer,
    id::{AccountId, OrganizationId},
    order,
    organization::{Company, Role, company, role_of},
    refusal::Refusal,
    row::ReadRows,
    store::{Read, Stop},
    time::Time,
};

/// Everybody who has an account, for choosing whom to act as.
pub struct People;

#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    pub account: AccountId,
    pub profile: Profile,
    pub is_reviewer: bool,
    /// Organizations and roles, the one in which the person is met first.
    pub seats: Vec<(OrganizationId, Company, Option<Role>)>,
    /// Unread notices and messages, and requests to answer.
    pub waiting: u64,
}

impl Question for People {
    type Answer = Vec<Known>;

    fn answer(&self, authority: &dyn Read, actor: Actor, now: Time) -> Result<Vec<Known>, Stop> {
        must_operate(actor)?;
        let mut everybody = Vec::new();
        let mut stop = None;
        for (_, owner) in authority.list(&mobile_owners())? {
            match known(authority, owner.account, now) {
                Ok(known) => everybody.push(known),
                Err(unreadable) => stop = Some(unreadable),
            }
        }
        match stop {
            // That nobody can be read does not mean that nobody is there.
            Some(stop) if everybody.is_empty() => Err(stop),
            _ => Ok(everybody),
        }
    }
}

/// A person can be chosen by their profile; what else cannot be read of them is as if it were not there.
fn known(authority: &dyn Read, account: AccountId, now: Time) -> Result<Known, Stop> {
    Ok(Known {
        account,
        profile: profile_of(authority, account)?,
        is_reviewer: is_reviewer(authority, account).unwrap_or_default(),
        seats: sits(authority, account).unwrap_or_default(),
        waiting: waiting(authority, account, now).unwrap_or_default(),
    })
}

fn sits(
    authority: &dyn Read,
    account: AccountId,
) -> Result<Vec<(OrganizationId, Company, Option<Role>)>, Stop> {
    let main = main_seat(authority, account)?;
    let mut sits = Vec::new();
    for (organization, _) in authority.list(&seats(account))? {
        if let Some(company) = authority.find(&company(organization).at(()))? {
            sits.push((
                organization,
                company,
                role_of(authority, account, organization)?,
            ));
        }
    }
    order::sort_by_key(&mut sits, |(organization, ..)| Some(*organization) != main);
    Ok(sits)
}

/// What a person would be told of by a badge.
pub fn waiting(store: &dyn Read, account: AccountId, now: Time) -> Result<u64, Stop> {
    let mut waiting = unread_notices(store, account, now)?;
    for (conversation, _) in store.list(&threads(account))? {
        waiting += unread(store, account, conversation)?;
    }
    let asked = store.list(&relations(account))?;
    waiting += asked
        .iter()
        .filter(|(_, relation)| relation.waits_for_me(now))
        .count() as u64;
    Ok(waiting)
}

/// The codes that are on their way to phones, the newest first.
pub struct Phones;

#[derive(Clone, Debug, PartialEq)]
pub struct Phone {
    pub mobile: String,
    /// Nobody while the number has no account yet.
    pub owner: Option<Profile>,
    pub digits: String,
    pub sent: Time,
}

impl Question for Phones {
    type Answer = Vec<Phone>;

    fn answer(&self, authority: &dyn Read, actor: Actor, now: Time) -> Result<Vec<Phone>, Stop> {
        must_operate(actor)?;
        let mut phones = Vec::new();
        for (mobile, code) in authority.list(&mobile_codes())? {
            if now >= code.expires() {
                continue;
            }
            let owner = match authority.find(&mobile_owners().at(mobile.clone()))? {
                Some(owner) => authority.find(&profile(owner.account).at(()))?,
                None => None,
            };
            phones.push(Phone {
                mobile,
                owner,
                digits: code.digits,
                sent: code.sent,
            });
        }
        order::sort_by_key(&mut phones, |phone| std::cmp::Reverse(phone.sent));
        Ok(phones)
    }
}

fn must_operate(actor: Actor) -> Result<(), Refusal> {
    if actor == Actor::Operator {
        Ok(())
    } else {
        Err(Refusal::NotThere)
    }
}
