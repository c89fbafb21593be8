//! An administrator makes a member administrator or auditor (ORG 5).

use serde::{Deserialize, Serialize};

use super::{
    MemberStatus, OrganizationRefusal, Role, RoleRow, company_of,
    member::{member_of, must_not_own},
    must_administer, roles,
};
use crate::{
    account::{Notice, notify},
    audit::{Fact, What},
    command::{Act, Tx},
    id::{MemberId, OrganizationId},
    refusal::{Field, Refusal},
    row::{ReadRows, WriteRows},
    space::Space,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GiveRole {
    pub organization: OrganizationId,
    pub member: MemberId,
    pub role: Role,
}

impl Act for GiveRole {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let mine = must_administer(tx, me, self.organization)?;
        if self.role == Role::Owner {
            let refusal = match mine {
                Role::Owner => OrganizationRefusal::OwnerStays,
                _ => OrganizationRefusal::RightNotHeld,
            };
            return Err(Refusal::Organization(refusal).into());
        }
        let member = member_of(tx, self.organization, self.member)?;
        must_not_own(tx, self.organization, self.member)?;
        let (MemberStatus::Active, Some(account)) = (member.card.status, member.card.account)
        else {
            return Err(Refusal::Organization(OrganizationRefusal::MemberNotActive).into());
        };
        let key = roles(self.organization).at(self.member);
        let before = tx.find(&key)?.map(|row| row.role);
        if before == Some(self.role) {
            return Ok(());
        }
        let row = RoleRow {
            role: self.role,
            department: member.record.main_department(),
        };
        tx.put(&key, &row)?;
        let company = company_of(tx, self.organization)?.display_name;
        notify(tx, account, Notice::RoleChanged { company })?;
        let fact = Fact::new(What::RoleGiven, &*member.card.name).changed(
            Field::Role,
            before.map(Role::name),
            Some(self.role.name()),
        );
        tx.note(Space::Console(self.organization), fact);
        Ok(())
    }
}
