//! An administrator restores suspended members. Who had joined is active again, who had not is invited again.

use serde::{Deserialize, Serialize};

use super::{
    MemberStatus, administrator, company_of,
    member::{check_bulk, member_of, set_status},
};
use crate::{
    account::{Notice, notify},
    audit::{Fact, What},
    command::{Act, Tx},
    id::{MemberId, OrganizationId},
    space::Space,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RestoreMembers {
    pub organization: OrganizationId,
    pub members: Vec<MemberId>,
}

impl Act for RestoreMembers {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        administrator(tx, self.organization)?;
        let company = company_of(tx, self.organization)?.display_name;
        for member in check_bulk(&self.members)? {
            let member = member_of(tx, self.organization, member)?;
            if member.card.status != MemberStatus::Suspended {
                continue;
            }
            let fact = Fact::new(What::MemberRestored, &*member.card.name);
            let status = match member.card.account {
                Some(account) => {
                    let company = company.clone();
                    notify(tx, account, Notice::SeatRestored { company })?;
                    MemberStatus::Active
                }
                None => MemberStatus::Invited,
            };
            set_status(tx, self.organization, member, status)?;
            tx.note(Space::Console(self.organization), fact);
        }
        Ok(())
    }
}
