//! A person asks which organizations wait for them: those that have provisioned their number (ORG 4).

use serde::{Deserialize, Serialize};

use super::{Company, MemberStatus, company_of, member::member_of, member_mobiles};
use crate::{
    account::{profile_of, seats},
    ask::Question,
    command::Actor,
    id::OrganizationId,
    refusal::Refusal,
    row::ReadRows,
    store::{Read, Stop},
    time::Time,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InvitationsForMe;

#[derive(Clone, Debug, PartialEq)]
pub struct WaitingInvitation {
    pub organization: OrganizationId,
    pub company: Company,
}

impl Question for InvitationsForMe {
    type Answer = Vec<WaitingInvitation>;

    fn answer(&self, authority: &dyn Read, actor: Actor, _: Time) -> Result<Self::Answer, Stop> {
        let Actor::Account(me) = actor else {
            return Err(Refusal::SignIn.into());
        };
        let mobile = profile_of(authority, me)?.mobile;
        let mut waiting = Vec::new();
        for ((_, organization), found) in authority.under(&member_mobiles(), &mobile.digits())? {
            let member = member_of(authority, organization, found.member)?;
            let has_seat = authority.has(&seats(me).at(organization))?;
            if member.card.status == MemberStatus::Invited && !has_seat {
                waiting.push(WaitingInvitation {
                    organization,
                    company: company_of(authority, organization)?,
                });
            }
        }
        Ok(waiting)
    }
}
