//! The policies that concern a member, and when they last changed (POL 7).

use super::{
    ColleaguePolicy, ExternalPolicy, GreetingPolicy, Partner, colleague_policy, external_policy,
    facts::is_permitted, greeting_policy, partners, serving,
};
use crate::{
    account::{SeatState, seats},
    ask::Question,
    command::Actor,
    organization::company,
    refusal::Refusal,
    row::ReadRows,
    store::{Read, Stop},
    text::Line,
    time::Time,
};

/// What the asker's organizations have decided about them.
pub struct MyPolicies;

/// Of one organization in which the asker has a seat.
#[derive(Clone, Debug, PartialEq)]
pub struct Concerning {
    pub organization: Line,
    pub external: ExternalPolicy,
    /// Whether the asker is among those who may.
    pub permitted: bool,
    /// Whether the asker is among those who may serve people without an organization.
    pub serves: bool,
    /// Those that hold.
    pub partners: Vec<Partner>,
    pub colleagues: ColleaguePolicy,
    pub greetings: GreetingPolicy,
}

impl Question for MyPolicies {
    type Answer = Vec<Concerning>;

    fn answer(&self, authority: &dyn Read, actor: Actor, now: Time) -> Result<Self::Answer, Stop> {
        let Actor::Account(me) = actor else {
            return Err(Refusal::SignIn.into());
        };
        let mut concerning = Vec::new();
        for (organization, seat) in authority.list(&seats(me))? {
            let Some(company) = authority.find(&company(organization).at(()))? else {
                continue;
            };
            if seat.state != SeatState::Active {
                continue;
            }
            let external = authority.find(&external_policy(organization).at(()))?;
            let external = external.unwrap_or_default();
            let colleagues = authority.find(&colleague_policy(organization).at(()))?;
            let holds = |partner: &Partner| partner.until.is_none_or(|until| now < until);
            let named = authority.list(&partners(organization))?;
            let permitted = is_permitted(authority, organization, me, &external.permitted)?;
            let serves = match authority.find(&serving(organization).at(()))? {
                Some(serving) => is_permitted(authority, organization, me, &serving.by)?,
                None => permitted,
            };
            let greetings = authority.find(&greeting_policy(organization).at(()))?;
            concerning.push(Concerning {
                organization: company.display_name,
                permitted,
                serves,
                external,
                partners: named.into_iter().map(|(_, it)| it).filter(holds).collect(),
                colleagues: colleagues.unwrap_or_default(),
                greetings: greetings.unwrap_or_default(),
            });
        }
        Ok(concerning)
    }
}
