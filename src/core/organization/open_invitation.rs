//! Whoever has an invitation link asks where it leads (ORG 4). Signed in or not: the link is all one needs.

use serde::{Deserialize, Serialize};

use super::{Company, Invitation, company_of, invitation_targets, invitations};
use crate::{
    ask::Question,
    command::Actor,
    id::{OrganizationId, Token},
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

    fn answer(
        &self,
        authority: &dyn Read,
        actor: Actor,
        now: Time,
    ) -> Result<OpenedInvitation, Stop> {
        let (organization, invitation) = open(authority, self.token, actor, now)?;
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
    actor: Actor,
    now: Time,
) -> Result<(OrganizationId, Invitation), Stop> {
    let Some(target) = store.find(&invitation_targets().at(token))? else {
        return Err(Refusal::NotThere.into());
    };
    let Some(invitation) = store.find(&invitations(target.organization).at(target.invitation))?
    else {
        return Err(Refusal::NotThere.into());
    };
    invitation.must_lead(store, target.organization, actor, now)?;
    Ok((target.organization, invitation))
}
