//! What is true of an organization after every command. For property tests and seeded worlds.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Headcount, MemberStatus, Role, cards, department, departments, employee_ids, headcount,
    member::{Member, member_of},
    member_mobiles, pointers, records, roles,
    tree::Tree,
};
use crate::{
    account::{SeatState, seats},
    id::OrganizationId,
    limits,
    row::ReadRows,
    store::{Read, Stop},
};

/// Every sentence that does not hold.
pub fn broken(store: &dyn Read, organization: OrganizationId) -> Result<Vec<String>, Stop> {
    let mut found = Vec::new();
    the_tree_is_a_tree(store, organization, &mut found)?;
    let members = store.list(&records(organization))?;
    let members: Vec<Member> = members
        .into_iter()
        .map(|(id, _)| member_of(store, organization, id))
        .collect::<Result<_, Stop>>()?;
    members_stand_where_they_say(store, organization, &members, &mut found)?;
    numbers_lead_to_their_members(store, organization, &members, &mut found)?;
    nobody_is_above_themselves(&members, &mut found);
    seats_and_roles_agree(store, organization, &members, &mut found)?;
    Ok(found)
}

fn the_tree_is_a_tree(
    store: &dyn Read,
    organization: OrganizationId,
    found: &mut Vec<String>,
) -> Result<(), Stop> {
    let rows = store.list(&departments(organization))?;
    let tree = Tree::new(rows.clone());
    let top = department::top(organization);
    if tree.top() != Some(top) || tree.within(top).len() != rows.len() {
        found.push("every department stands below the top".into());
    }
    for (id, row) in &rows {
        if tree.depth(*id) > limits::DEPARTMENT_DEPTH {
            found.push(format!("{id} stands too deep"));
        }
        let Some(parent) = row.parent else { continue };
        if department::child_named(store, organization, parent, &row.name)? != Some(*id) {
            found.push(format!("the name of {id} does not lead to it"));
        }
    }
    let names = store.list(&super::department_names(organization))?.len();
    if names + 1 != rows.len() {
        found.push(format!("{names} names for {} departments", rows.len()));
    }
    let count = store
        .find(&headcount(organization).at(()))?
        .unwrap_or_default();
    if count.departments as usize + 1 != rows.len() {
        found.push("departments are counted wrongly".into());
    }
    Ok(())
}

fn members_stand_where_they_say(
    store: &dyn Read,
    organization: OrganizationId,
    members: &[Member],
    found: &mut Vec<String>,
) -> Result<(), Stop> {
    let mut count = Headcount::default();
    let mut places = BTreeSet::new();
    for member in members {
        *count.of(member.card.status) += 1;
        for (index, department) in member.record.departments.iter().enumerate() {
            places.insert((*department, member.id, index == 0));
        }
        let distinct: BTreeSet<_> = member.record.departments.iter().collect();
        if distinct.len() != member.record.departments.len() {
            found.push(format!("{} stands twice in a department", member.id));
        }
    }
    let mut standing = BTreeSet::new();
    for (department, _) in store.list(&departments(organization))? {
        for (member, _) in store.list(&cards(organization, department))? {
            standing.insert((department, member, true));
        }
        for (member, pointer) in store.list(&pointers(organization, department))? {
            standing.insert((department, member, false));
            if !standing.contains(&(pointer.main, member, true))
                && !places.contains(&(pointer.main, member, true))
            {
                found.push(format!("a pointer of {member} leads nowhere"));
            }
        }
    }
    if places != standing {
        found.push("cards and pointers stand elsewhere than the records say".into());
    }
    let kept = store
        .find(&headcount(organization).at(()))?
        .unwrap_or_default();
    count.departments = kept.departments;
    if kept != count {
        found.push(format!("counted {kept:?}, there are {count:?}"));
    }
    Ok(())
}

fn numbers_lead_to_their_members(
    store: &dyn Read,
    organization: OrganizationId,
    members: &[Member],
    found: &mut Vec<String>,
) -> Result<(), Stop> {
    let expected: BTreeMap<_, _> = members
        .iter()
        .map(|member| (member.card.employee_id.folded(), member.id))
        .collect();
    let ids = store.under(&employee_ids(), &organization)?;
    let ids: BTreeMap<_, _> = ids
        .into_iter()
        .map(|((_, id), found)| (id, found.member))
        .collect();
    if ids != expected || ids.len() != members.len() {
        found.push("employee IDs do not lead to their members".into());
    }
    let expected: BTreeMap<_, _> = members
        .iter()
        .map(|member| (member.record.mobile.digits(), member.id))
        .collect();
    let mobiles = store.list(&member_mobiles())?;
    let mobiles: BTreeMap<_, _> = mobiles
        .into_iter()
        .filter(|((_, at), _)| *at == organization)
        .map(|((mobile, _), found)| (mobile, found.member))
        .collect();
    if mobiles != expected || mobiles.len() != members.len() {
        found.push("mobile numbers do not lead to their members".into());
    }
    Ok(())
}

fn nobody_is_above_themselves(members: &[Member], found: &mut Vec<String>) {
    let managers: BTreeMap<_, _> = members
        .iter()
        .map(|member| (member.id, member.record.manager))
        .collect();
    for member in members {
        let above = std::iter::successors(member.record.manager, |at| {
            managers.get(at).copied().flatten()
        });
        if above.take(members.len() + 1).any(|at| at == member.id) {
            found.push(format!("{} stands above themselves", member.id));
        }
    }
}

fn seats_and_roles_agree(
    store: &dyn Read,
    organization: OrganizationId,
    members: &[Member],
    found: &mut Vec<String>,
) -> Result<(), Stop> {
    let mut accounts = BTreeSet::new();
    for member in members {
        let Some(account) = member.card.account else {
            if member.card.status == MemberStatus::Active {
                found.push(format!("{} is active without an account", member.id));
            }
            continue;
        };
        let seat = store.find(&seats(account).at(organization))?;
        let fits = seat.is_some_and(|seat| {
            seat.member == member.id
                && seat.department == member.record.main_department()
                && (seat.state == SeatState::Active) == (member.card.status == MemberStatus::Active)
        });
        if !fits || !accounts.insert(account) {
            found.push(format!("the seat of {} does not fit", member.id));
        }
    }
    let roles = store.list(&roles(organization))?;
    if roles
        .iter()
        .filter(|(_, row)| row.role == Role::Owner)
        .count()
        != 1
    {
        found.push("there is not one owner".into());
    }
    for (id, row) in roles {
        let fits = members.iter().any(|member| {
            member.id == id
                && member.card.account.is_some()
                && member.record.main_department() == row.department
        });
        if !fits {
            found.push(format!("the role of {id} does not fit"));
        }
    }
    Ok(())
}
