//! What has become of an invitation: the console lists it, its link is opened, and its person joins, by one answer.

use super::{Invitation, MemberCard, MemberStatus, OrganizationRefusal, member::find_member};
use crate::{
    command::Actor,
    id::OrganizationId,
    refusal::Refusal,
    store::{Read, Stop},
    time::Time,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum InvitationState {
    Open,
    /// Whom it is for was suspended before they joined, and can be restored.
    Suspended,
    Used,
    Expired,
    /// Whom it was for has left the organization.
    Left,
    Revoked,
}

impl InvitationState {
    /// Whether there is something to revoke: somebody could join by it, today or once they are restored.
    pub fn can_be_revoked(self) -> bool {
        matches!(self, Self::Open | Self::Suspended)
    }
}

impl Invitation {
    pub fn state(
        &self,
        store: &dyn Read,
        organization: OrganizationId,
        now: Time,
    ) -> Result<InvitationState, Stop> {
        let meant = self.meant(store, organization)?;
        Ok(self.state_for(meant.as_ref(), now))
    }

    /// Stops whoever opens it, unless somebody can join by it. Whoever has joined by it hears that they are a member.
    pub(super) fn must_lead(
        &self,
        store: &dyn Read,
        organization: OrganizationId,
        actor: Actor,
        now: Time,
    ) -> Result<(), Stop> {
        let meant = self.meant(store, organization)?;
        let refusal = match self.state_for(meant.as_ref(), now) {
            // Only the person whom it is for may know that they are suspended: they hear it when they join.
            InvitationState::Open | InvitationState::Suspended => return Ok(()),
            InvitationState::Used if is_seat_of(meant.as_ref(), actor) => {
                OrganizationRefusal::AlreadyMember
            }
            InvitationState::Used => OrganizationRefusal::InvitationUsed,
            InvitationState::Expired => OrganizationRefusal::InvitationExpired,
            InvitationState::Revoked => OrganizationRefusal::InvitationRevoked,
            InvitationState::Left => return Err(Refusal::NotThere.into()),
        };
        Err(Refusal::Organization(refusal).into())
    }

    /// The card of whom it is for, while they are a member.
    fn meant(
        &self,
        store: &dyn Read,
        organization: OrganizationId,
    ) -> Result<Option<MemberCard>, Stop> {
        let Some(member) = self.member else {
            return Ok(None);
        };
        let member = find_member(store, organization, member)?;
        Ok(member.map(|member| member.card))
    }

    fn state_for(&self, meant: Option<&MemberCard>, now: Time) -> InvitationState {
        match meant {
            _ if self.revoked.is_some() => InvitationState::Revoked,
            None if self.member.is_some() => InvitationState::Left,
            Some(card) if card.account.is_some() => InvitationState::Used,
            _ if now >= self.expires => InvitationState::Expired,
            Some(card) if card.status == MemberStatus::Suspended => InvitationState::Suspended,
            _ => InvitationState::Open,
        }
    }
}

fn is_seat_of(card: Option<&MemberCard>, actor: Actor) -> bool {
    match (card.and_then(|card| card.account), actor) {
        (Some(account), Actor::Account(me)) => account == me,
        _ => false,
    }
}
