//! Whoever has an invitation link asks where it leads (ORG 4). Signed in or not: the link is all one needs.

use serde::{Deserialize, Serialize};

use super::{
    Company, Invitation, OrganizationRefusal, company_of, invitation_targets, invitations, member,
};
use crate::{
    ask::Question,
    command::Actor,
    id::{MemberId, OrganizationId, Token},
    refusal::Refusal,
    row::ReadRows,
    store::{Read, Stop},
    time::Time,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OpenInvitation {
    pub token: Token,
}

/// What an invitation says of itself. It names the company, and nobody in it.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedInvitation {
    pub organization: OrganizationId,
    pub company: Company,
    pub expires: Time,
    /// For one person; their name and number are not told.
    pub personal: bool,
}

impl Question for OpenInvitation {
    type Answer = OpenedInvitation;

    fn answer(&self, authority: &dyn Read, _: Actor, now: Time) -> Result<OpenedInvitation, Stop> {
        let (organization, invitation) = open(authority, self.token, now)?;
        if let Some(member) = invitation.member {
            must_wait(authority, organization, member)?;
        }
        Ok(OpenedInvitation {
            organization,
            company: company_of(authority, organization)?,
            expires: invitation.expires,
            personal: invitation.member.is_some(),
        })
    }
}

/// The invitation behind a token, while it can be used. One for somebody who left leads nowhere.
pub(super) fn open(
    store: &dyn Read,
    token: Token,
    now: Time,
) -> Result<(OrganizationId, Invitation), Stop> {
    let Some(target) = store.find(&invitation_targets().at(token))? else {
        return Err(Refusal::NotThere.into());
    };
    let Some(invitation) = store.find(&invitations(target.organization).at(target.invitation))?
    else {
        return Err(Refusal::NotThere.into());
    };
    if invitation.revoked.is_some() {
        return Err(Refusal::Organization(OrganizationRefusal::InvitationRevoked).into());
    }
    if now >= invitation.expires {
        return Err(Refusal::Organization(OrganizationRefusal::InvitationExpired).into());
    }
    Ok((target.organization, invitation))
}

fn must_wait(store: &dyn Read, organization: OrganizationId, member: MemberId) -> Result<(), Stop> {
    let member = member::member_of(store, organization, member)?;
    if member.card.account.is_none() {
        return Ok(());
    }
    Err(Refusal::Organization(OrganizationRefusal::InvitationUsed).into())
}
