//! An administrator makes a link by which members join (ORG 4): one member, or whoever is provisioned.

use serde::{Deserialize, Serialize};

use super::{
    Invitation, InvitationTarget, MemberCard, MemberStatus, OrganizationRefusal, administrator,
    invitation_targets, invitations, member::member_of,
};
use crate::{
    audit::{Fact, What},
    command::{Act, Tx},
    id::{InvitationId, MemberId, OrganizationId},
    limits,
    refusal::{Field, Problem, Refusal},
    row::WriteRows,
    space::Space,
    store::Stop,
    time::DAY,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MakeInvitation {
    pub organization: OrganizationId,
    /// Nobody in particular: every provisioned member can use it.
    pub member: Option<MemberId>,
    pub days: u32,
}

impl Act for MakeInvitation {
    type Done = InvitationId;

    fn decide(&self, tx: &mut Tx) -> Result<InvitationId, Stop> {
        let me = administrator(tx, self.organization)?;
        self.check_days()?;
        let about = match self.member {
            None => String::new(),
            Some(member) => {
                let card = member_of(tx, self.organization, member)?.card;
                must_wait(&card)?;
                card.name.to_string()
            }
        };
        let (id, token) = (tx.mint(), tx.mint());
        let invitation = Invitation {
            token,
            member: self.member,
            made: tx.now,
            made_by: me,
            expires: tx.now.plus(u64::from(self.days) * DAY),
            revoked: None,
        };
        tx.put(&invitations(self.organization).at(id), &invitation)?;
        let target = InvitationTarget {
            organization: self.organization,
            invitation: id,
        };
        tx.put(&invitation_targets().at(token), &target)?;
        let fact = Fact::new(What::InvitationMade, about).changed(
            Field::Expiry,
            None::<String>,
            Some(invitation.expires.0.to_string()),
        );
        tx.note(Space::Console(self.organization), fact);
        Ok(id)
    }
}

impl MakeInvitation {
    fn check_days(&self) -> Result<(), Refusal> {
        let (least, most) = (
            *limits::INVITATION_DAYS.start(),
            *limits::INVITATION_DAYS.end(),
        );
        let problem = match self.days {
            days if days < least => Problem::Missing,
            days if days > most => Problem::TooMany { most },
            _ => return Ok(()),
        };
        Err(Refusal::Input(Field::Expiry, problem))
    }
}

/// Only who can join is invited.
fn must_wait(card: &MemberCard) -> Result<(), Refusal> {
    let refusal = match (card.account, card.status) {
        (None, MemberStatus::Invited) => return Ok(()),
        (None, _) => OrganizationRefusal::MemberSuspended,
        (Some(_), _) => OrganizationRefusal::AlreadyMember,
    };
    Err(Refusal::Organization(refusal))
}
