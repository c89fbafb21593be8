//! An administrator makes an administrator or auditor a plain member again (ORG 5).

use serde::{Deserialize, Serialize};

use super::{
    Role, administrator, company_of,
    member::{member_of, must_not_own},
    roles,
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
pub struct TakeRole {
    pub organization: OrganizationId,
    pub member: MemberId,
}

impl Act for TakeRole {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        administrator(tx, self.organization)?;
        let member = member_of(tx, self.organization, self.member)?;
        must_not_own(tx, self.organization, self.member)?;
        let key = roles(self.organization).at(self.member);
        let Some(row) = tx.find(&key)? else {
            return Err(Refusal::NotThere.into());
        };
        tx.remove(&key)?;
        if let Some(account) = member.card.account {
            let company = company_of(tx, self.organization)?.display_name;
            notify(tx, account, Notice::RoleChanged { company })?;
        }
        let fact = Fact::new(What::RoleTaken, &*member.card.name).changed(
            Field::Role,
            Some(Role::name(row.role)),
            None::<&str>,
        );
        tx.note(Space::Console(self.organization), fact);
        Ok(())
    }
}
