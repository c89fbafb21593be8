//! An administrator suspends members: at once they see and do nothing from that seat, and whoever has not joined cannot
//! (ORG 2).

use serde::{Deserialize, Serialize};

use super::{
    MemberStatus, administrator, company_of,
    member::{check_bulk, member_of, must_not_own, set_status},
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
pub struct SuspendMembers {
    pub organization: OrganizationId,
    pub members: Vec<MemberId>,
}

impl Act for SuspendMembers {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        administrator(tx, self.organization)?;
        let company = company_of(tx, self.organization)?.display_name;
        for member in check_bulk(&self.members)? {
            must_not_own(tx, self.organization, member)?;
            let member = member_of(tx, self.organization, member)?;
            if member.card.status == MemberStatus::Suspended {
                continue;
            }
            let fact = Fact::new(What::MemberSuspended, &*member.card.name);
            if let Some(account) = member.card.account {
                let company = company.clone();
                notify(tx, account, Notice::SeatSuspended { company })?;
            }
            set_status(tx, self.organization, member, MemberStatus::Suspended)?;
            tx.note(Space::Console(self.organization), fact);
        }
        Ok(())
    }
}
