//! An administrator revokes an invitation: the link leads nowhere from then on (ORG 4).

use serde::{Deserialize, Serialize};

use super::{administrator, invitations, member::name_of};
use crate::{
    audit::{Fact, What},
    command::{Act, Tx},
    id::{InvitationId, OrganizationId},
    refusal::Refusal,
    row::{ReadRows, WriteRows},
    space::Space,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RevokeInvitation {
    pub organization: OrganizationId,
    pub invitation: InvitationId,
}

impl Act for RevokeInvitation {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        administrator(tx, self.organization)?;
        let key = invitations(self.organization).at(self.invitation);
        let Some(mut invitation) = tx.find(&key)? else {
            return Err(Refusal::NotThere.into());
        };
        if invitation.revoked.is_some() {
            return Ok(());
        }
        invitation.revoked = Some(tx.now);
        tx.put(&key, &invitation)?;
        let about = match invitation.member {
            Some(member) => name_of(tx, self.organization, member)?.to_string(),
            None => String::new(),
        };
        tx.note(
            Space::Console(self.organization),
            Fact::new(What::InvitationRevoked, about),
        );
        Ok(())
    }
}
