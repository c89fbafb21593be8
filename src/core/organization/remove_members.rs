//! An administrator removes members: they have left, and have access to nothing from that moment on (ORG 2, ORG 6).

use serde::{Deserialize, Serialize};

use super::{
    FormerAccount, FormerMember, administrator, company_of, former_accounts, former_members,
    member::{self, Member, check_bulk, count, member_of, must_not_own},
    roles,
};
use crate::{
    account::{
        Notice, card_of, code_targets, notify, outside_card, personal_codes, profile, profile_of,
        seats,
    },
    audit::{Fact, What},
    command::{Act, Tx},
    id::{AccountId, MemberId, OrganizationId},
    refusal::Field,
    row::{ReadRows, WriteRows},
    space::{Party, Space},
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RemoveMembers {
    pub organization: OrganizationId,
    pub members: Vec<MemberId>,
}

impl Act for RemoveMembers {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        administrator(tx, self.organization)?;
        for member in check_bulk(&self.members)? {
            must_not_own(tx, self.organization, member)?;
            let member = member_of(tx, self.organization, member)?;
            let role = tx.find(&roles(self.organization).at(member.id))?;
            let fact = Fact::new(What::MemberLeft, &*member.card.name)
                .changed(
                    Field::EmployeeId,
                    Some(member.card.employee_id.to_string()),
                    None::<String>,
                )
                .changed(Field::Role, role.map(|row| row.role.name()), None::<&str>);
            leave(tx, self.organization, &member)?;
            tx.note(Space::Console(self.organization), fact);
        }
        Ok(())
    }
}

fn leave(tx: &mut Tx, organization: OrganizationId, member: &Member) -> Result<(), Stop> {
    member::write(tx, organization, Some(member), None)?;
    tx.remove(&roles(organization).at(member.id))?;
    let left = tx.now;
    let former = FormerMember {
        name: member.card.name.clone(),
        employee_id: member.card.employee_id.clone(),
        left,
    };
    tx.put(&former_members(organization).at(member.id), &former)?;
    count(tx, organization, |count| *count.of(member.card.status) -= 1)?;
    let Some(account) = member.card.account else {
        return Ok(());
    };
    let former = FormerAccount {
        name: member.card.name.clone(),
        left,
    };
    tx.put(&former_accounts(organization).at(account), &former)?;
    end_seat(tx, organization, account)
}

/// Takes a seat from an account. Whoever knows the person from there keeps their card, without a position.
fn end_seat(tx: &mut Tx, organization: OrganizationId, account: AccountId) -> Result<(), Stop> {
    tx.remove(&seats(account).at(organization))?;
    let code = personal_codes(account).at(Some(organization));
    if let Some(old) = tx.find(&code)? {
        tx.remove(&code_targets().at(old.token))?;
        tx.remove(&code)?;
    }
    let mut person = profile_of(tx, account)?;
    if person.main_seat == Some(organization) {
        person.main_seat = None;
        tx.put(&profile(account).at(()), &person)?;
    }
    let party = Party {
        account,
        seat: Some(organization),
    };
    let card = card_of(tx, party)?;
    tx.put(&outside_card(party).at(()), &card)?;
    let company = company_of(tx, organization)?.display_name;
    notify(tx, account, Notice::SeatEnded { company })
}
