//! The owner hands the organization over to another member (REG 9). At once, and the old owner's rights end.

use serde::{Deserialize, Serialize};

use super::{
    MemberStatus, OrganizationRefusal, Role, RoleRow, company_of, member::member_of,
    must_administer, roles,
};
use crate::{
    account::{Notice, active_seat, notify},
    audit::{Fact, What},
    command::{Act, Tx},
    id::{MemberId, OrganizationId},
    identity,
    refusal::{Field, Refusal},
    row::WriteRows,
    space::Space,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HandOverOwnership {
    pub organization: OrganizationId,
    pub to: MemberId,
}

impl Act for HandOverOwnership {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        if must_administer(tx, me, self.organization)? != Role::Owner {
            return Err(Refusal::Organization(OrganizationRefusal::NeedsOwner).into());
        }
        let seat = active_seat(tx, me, self.organization)?.ok_or(Refusal::NotThere)?;
        let heir = member_of(tx, self.organization, self.to)?;
        let not_ready = Refusal::Organization(OrganizationRefusal::HeirNotReady);
        let account = heir
            .card
            .account
            .filter(|account| *account != me)
            .ok_or(not_ready)?;
        let active = heir.card.status == MemberStatus::Active;
        if !active || identity::verified_name(tx, account)?.is_none() {
            return Err(not_ready.into());
        }

        tx.remove(&roles(self.organization).at(seat.member))?;
        let row = RoleRow {
            role: Role::Owner,
            department: heir.record.main_department(),
        };
        tx.put(&roles(self.organization).at(heir.id), &row)?;
        let company = company_of(tx, self.organization)?.display_name;
        for account in [me, account] {
            let company = company.clone();
            notify(tx, account, Notice::RoleChanged { company })?;
        }
        let before = member_of(tx, self.organization, seat.member)?.card.name;
        let fact = Fact::new(What::OwnershipHandedOver, &*company).changed(
            Field::Owner,
            Some(&*before),
            Some(&*heir.card.name),
        );
        tx.note(Space::Console(self.organization), fact);
        Ok(())
    }
}
