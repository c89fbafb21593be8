//! What comes to the minds of those who run a company, or would like to.

use liaison_core::{
    command::Command,
    demo::steps,
    id::{DepartmentId, OrganizationId},
    memory::MemoryStore,
    organization::{
        Role, add_member::AddMember, company, create_department::CreateDepartment,
        delete_department::DeleteDepartment, departments, details::Details, give_role::GiveRole,
        move_department::MoveDepartment, move_members::MoveMembers, records,
        remove_members::RemoveMembers, rename_department::RenameDepartment,
        restore_members::RestoreMembers, suspend_members::SuspendMembers, take_role::TakeRole,
    },
    policy::{
        ExternalMode, Permitted, add_partner::AddPartner, remove_partner::RemovePartner,
        set_external::SetExternalPolicy,
    },
    row::ReadRows,
    time::DAY,
};

use crate::{
    dice::Dice,
    people::{Cast, NUMBERS, rows},
};

impl Cast {
    pub fn policy(&self, dice: &mut Dice, store: &MemoryStore) -> Command {
        let organization = *dice.pick(&self.organizations);
        let other = *dice.pick(&self.organizations);
        let why = String::new();
        match dice.below(4) {
            0 => {
                let company =
                    rows(store.find(&company(other).at(()))).expect("a company has a public side");
                let until = dice.one_in(3).then(|| store.last.plus(5 * DAY));
                AddPartner {
                    organization,
                    corporate_id: company.corporate_id.to_string(),
                    until,
                    why,
                }
                .into()
            }
            1 => RemovePartner {
                organization,
                partner: other,
                why,
            }
            .into(),
            _ => {
                let department = self.department(dice, store, organization);
                let permitted = match dice.below(4) {
                    0 => Permitted::Nobody,
                    1 => Permitted::Chosen {
                        departments: vec![department],
                        members: Vec::new(),
                    },
                    _ => Permitted::Everyone,
                };
                let mode = *dice.pick(&[
                    ExternalMode::Closed,
                    ExternalMode::Partners,
                    ExternalMode::Open,
                    ExternalMode::Open,
                ]);
                let people_without_organization = dice.one_in(2);
                let served_by = match dice.below(4) {
                    0 => Some(Permitted::Everyone),
                    1 => Some(Permitted::Chosen {
                        departments: vec![department],
                        members: Vec::new(),
                    }),
                    _ => None,
                };
                SetExternalPolicy {
                    organization,
                    mode,
                    permitted,
                    people_without_organization,
                    served_by,
                    why,
                }
                .into()
            }
        }
    }

    pub fn console(&self, dice: &mut Dice, store: &MemoryStore) -> Command {
        let organization = *dice.pick(&self.organizations);
        let department = self.department(dice, store, organization);
        let to = self.department(dice, store, organization);
        let members: Vec<_> = rows(store.list(&records(organization)))
            .into_iter()
            .map(|(member, _)| member)
            .collect();
        let member = *dice.pick(&members);
        let name = dice.pick(&["Sales", "Legal", "R&D", "Nord"]).to_string();
        match dice.below(14) {
            0 | 1 => CreateDepartment {
                organization,
                parent: department,
                name,
            }
            .into(),
            2 => RenameDepartment {
                organization,
                department,
                name,
            }
            .into(),
            3 => MoveDepartment {
                organization,
                department,
                to,
            }
            .into(),
            4 => DeleteDepartment {
                organization,
                department,
            }
            .into(),
            5 => SuspendMembers {
                organization,
                members: vec![member],
            }
            .into(),
            6 | 7 => RestoreMembers {
                organization,
                members: vec![member],
            }
            .into(),
            8 if dice.one_in(3) => RemoveMembers {
                organization,
                members: vec![member],
            }
            .into(),
            9 => GiveRole {
                organization,
                member,
                role: *dice.pick(&[Role::Administrator, Role::Auditor]),
            }
            .into(),
            10 => TakeRole {
                organization,
                member,
            }
            .into(),
            11 => MoveMembers {
                organization,
                members: vec![member],
                to: department,
            }
            .into(),
            _ => {
                let details = Details {
                    name: "New One".into(),
                    employee_id: format!("E{}", dice.below(6)),
                    mobile: steps::mobile(dice.pick::<&str>(&NUMBERS)),
                    email: String::new(),
                    departments: vec![department],
                    title: String::new(),
                    manager: dice.one_in(2).then_some(member),
                };
                AddMember {
                    organization,
                    details,
                }
                .into()
            }
        }
    }

    pub fn department(
        &self,
        dice: &mut Dice,
        store: &MemoryStore,
        organization: OrganizationId,
    ) -> DepartmentId {
        let all: Vec<_> = rows(store.list(&departments(organization)))
            .into_iter()
            .map(|(id, _)| id)
            .collect();
        *dice.pick(&all)
    }
}
