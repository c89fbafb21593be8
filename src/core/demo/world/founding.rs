//! Companies are founded, and people join them.

use std::collections::BTreeMap;

use super::Demo;
use crate::{
    account::{Privacy, set_privacy::SetPrivacy},
    demo::{
        people::{Firm, Person},
        steps::{
            act, approve_identity, company, department, form, id_number, join, member_of, mobile,
            person_from, show_passport, verify,
        },
    },
    id::{AccountId, DepartmentId, OrganizationId},
    numbers::Region,
    organization::{
        Role, add_member::AddMember, company as company_row, department::top, details::Details,
        give_role::GiveRole,
    },
    policy::{ExternalMode, Permitted, add_partner::AddPartner, set_external::SetExternalPolicy},
    row::ReadRows,
    time::{HOUR, MINUTE},
};

/// A company and those of its people who have joined.
pub struct Founded {
    pub id: OrganizationId,
    pub owner: AccountId,
    pub joined: BTreeMap<&'static str, AccountId>,
}

impl Founded {
    pub fn of(&self, name: &str) -> AccountId {
        self.joined[name]
    }
}

impl Demo {
    /// A company registers, is approved, and its people are provisioned and join.
    pub fn found(&mut self, firm: &Firm) -> Founded {
        let world = &mut self.world;
        let region = Region::parse(firm.region).expect("a region");
        let (owner_name, ..) = firm.people[0];
        let owner = person_from(world, owner_name, &number(firm, 0), region);
        let form = form(region, firm.legal_name, firm.display_name);
        let mut founded = Founded {
            id: company(world, owner, &form),
            owner,
            joined: BTreeMap::from([(owner_name, owner)]),
        };
        world.wait(3 * HOUR);
        self.provision(&mut founded, firm, region);
        for (index, role) in [(1, Role::Administrator), (2, Role::Auditor)] {
            let give = GiveRole {
                organization: founded.id,
                member: member_of(&self.world, founded.of(firm.people[index].0), founded.id),
                role,
            };
            act(&mut self.world, owner, &give);
        }
        self.verify_most(&founded, firm.people, region);
        founded
    }

    /// Everybody but the owner. Whose name begins with a dash has not joined yet.
    fn provision(&mut self, founded: &mut Founded, firm: &Firm, region: Region) {
        let departments = self.departments(founded, firm);
        for (index, (name, department, title)) in firm.people.iter().enumerate().skip(1) {
            let is_here = !name.starts_with('-');
            let name = name.trim_start_matches('-');
            let number = number(firm, index);
            let details = Details {
                name: name.into(),
                employee_id: format!("{:04}", 100 + index),
                mobile: mobile(&number),
                email: String::new(),
                departments: vec![departments[department]],
                title: (*title).into(),
                manager: None,
            };
            let add = AddMember {
                organization: founded.id,
                details,
            };
            act(&mut self.world, founded.owner, &add);
            self.world.wait(MINUTE);
            if is_here {
                let account = person_from(&mut self.world, name, &number, region);
                join(&mut self.world, account, founded.id);
                founded.joined.insert(name, account);
            }
        }
    }

    fn departments(
        &mut self,
        founded: &Founded,
        firm: &Firm,
    ) -> BTreeMap<&'static str, DepartmentId> {
        let top = top(founded.id);
        let mut made = BTreeMap::new();
        for (_, name, _) in firm.people {
            made.entry(*name).or_insert_with(|| {
                department(&mut self.world, founded.owner, founded.id, name, top)
            });
        }
        made
    }

    /// Most people have proved who they are and let themselves be found by phone; a few have not come to it.
    fn verify_most(&mut self, founded: &Founded, people: &[Person], region: Region) {
        for (index, (name, ..)) in people.iter().enumerate() {
            let Some(account) = founded.joined.get(name) else {
                continue;
            };
            if index % 6 == 5 {
                continue;
            }
            self.verified += 1;
            if region == Region::CN {
                verify(&mut self.world, *account, &id_number(self.verified));
            } else {
                let passport = format!("5{:08}", self.verified);
                let submission = show_passport(&mut self.world, *account, region, &passport);
                approve_identity(&mut self.world, submission);
            }
            let privacy = Privacy {
                findable_by_phone: index % 3 != 2,
                ..Privacy::default()
            };
            act(&mut self.world, *account, &SetPrivacy { privacy });
        }
    }

    /// Each names the other as its partner.
    pub fn partners(&mut self, ours: &Founded, theirs: &Founded, why: &str) {
        for (one, other) in [(ours, theirs), (theirs, ours)] {
            let row = self
                .world
                .store
                .find(&company_row(other.id).at(()))
                .expect("readable")
                .expect("a company");
            let policy = SetExternalPolicy {
                organization: one.id,
                mode: ExternalMode::Partners,
                permitted: Permitted::Everyone,
                people_without_organization: false,
                served_by: None,
                why: why.into(),
            };
            act(&mut self.world, one.owner, &policy);
            let add = AddPartner {
                organization: one.id,
                corporate_id: row.corporate_id.to_string(),
                until: None,
                why: why.into(),
            };
            act(&mut self.world, one.owner, &add);
        }
    }
}

/// The company's range, and a place in it.
fn number(firm: &Firm, index: usize) -> String {
    format!("{}{:02}", firm.mobiles_begin, index + 1)
}
