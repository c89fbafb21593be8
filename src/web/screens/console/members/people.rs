use std::{collections::BTreeMap, sync::Arc};

use liaison_core::{
    account::profile_of,
    command::Actor,
    id::{DepartmentId, MemberId, OrganizationId},
    numbers::Region,
    order::found,
    organization::{MemberCard, MemberStatus, Role, cards, records, roles, tree::Tree},
    row::ReadRows,
    store::Stop,
    text::folded,
    view::View,
};

/// What the console's lists show of a member.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub id: MemberId,
    pub name: String,
    pub employee_id: String,
    pub title: String,
    pub mobile: String,
    pub status: MemberStatus,
    pub role: Option<Role>,
    /// The main one first.
    pub departments: Vec<DepartmentId>,
    /// Name, employee ID, number and title, as a search compares them.
    found_by: String,
}

impl Person {
    /// `folded` is what was typed, folded.
    pub fn is_found_by(&self, folded: &str) -> bool {
        self.found_by.contains(folded)
    }
}

/// Everybody in the directory, in the order of their ids, which says nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct People(Arc<Vec<Person>>);

impl People {
    pub fn read(view: &View, organization: OrganizationId) -> Result<Self, Stop> {
        let mut standing: BTreeMap<MemberId, MemberCard> = BTreeMap::new();
        let tree = Tree::read(view, organization)?;
        for department in tree.top().map(|top| tree.within(top)).unwrap_or_default() {
            standing.extend(view.list(&cards(organization, department))?);
        }
        let roles = view.list(&roles(organization))?;
        let person = |(id, record): (MemberId, liaison_core::organization::MemberRecord)| {
            let card = standing.remove(&id)?;
            let (name, employee_id) = (card.name.to_string(), card.employee_id.to_string());
            let title = card
                .title
                .map(|title| title.to_string())
                .unwrap_or_default();
            let found_by = folded(&format!(
                "{name}\n{employee_id}\n{}\n{title}",
                record.mobile
            ));
            Some(Person {
                id,
                name,
                employee_id,
                title,
                mobile: record.mobile.spaced(),
                status: card.status,
                role: found(&roles, &id).map(|row| row.role),
                departments: record.departments,
                found_by,
            })
        };
        let people = view.list(&records(organization))?;
        Ok(Self(Arc::new(
            people.into_iter().filter_map(person).collect(),
        )))
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Person> {
        self.0.iter()
    }

    /// The ids ascend.
    pub fn find(&self, id: MemberId) -> Option<&Person> {
        let place = self.0.binary_search_by_key(&id, |person| person.id).ok()?;
        self.0.get(place)
    }
}

/// `Sales / North`; the organization's own name for the top.
pub fn path(tree: &Tree, department: DepartmentId) -> String {
    let names = tree.path(department);
    let names: Vec<&str> = names
        .iter()
        .filter_map(|department| tree.name(*department))
        .map(|name| &**name)
        .collect();
    match names.is_empty() {
        true => tree
            .name(department)
            .map(|name| name.to_string())
            .unwrap_or_default(),
        false => names.join(" / "),
    }
}

/// Where numbers without a calling code are dialled: where whoever types them has their account.
pub fn own_region(view: &View) -> Option<Region> {
    match view.actor() {
        Actor::Account(me) => profile_of(view, me).ok().map(|profile| profile.region),
        Actor::Visitor | Actor::Operator => None,
    }
}
