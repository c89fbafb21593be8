use liaison_core::{
    contact::Pair,
    id::{AccountId, AnswerId, DepartmentId, Id, MemberId, OrganizationId},
    space::Party,
};

#[derive(Clone, Debug, PartialEq)]
pub enum ContactsRoute {
    /// All contacts.
    List,
    /// Requests, received and sent.
    Requests,
    /// Somebody with whom there is a relation, whatever its state.
    Person(Pair),
    /// The ways to add somebody.
    Add,
    Scan,
    Phone,
    /// Whom a phone number led to.
    Found(AnswerId),
    /// An organization of one's own: its top, or one of its departments.
    Organization(OrganizationId, Option<DepartmentId>),
    Colleague(Colleague),
}

/// Where a colleague stands in the directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colleague {
    pub organization: OrganizationId,
    pub department: DepartmentId,
    pub member: MemberId,
}

/// Stands in an address for the seat of somebody without an organization.
const NO_SEAT: &str = "-";

impl ContactsRoute {
    pub fn parse(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => ContactsRoute::List,
            ["requests"] => ContactsRoute::Requests,
            ["add"] => ContactsRoute::Add,
            ["add", "scan"] => ContactsRoute::Scan,
            ["add", "phone"] => ContactsRoute::Phone,
            ["add", "found", answer] => ContactsRoute::Found(AnswerId::parse(answer)?),
            ["person", account, theirs, mine] => ContactsRoute::Person(Pair {
                theirs: Party {
                    account: AccountId::parse(account)?,
                    seat: parse_seat(theirs)?,
                },
                seat: parse_seat(mine)?,
            }),
            ["organization", organization] => {
                ContactsRoute::Organization(OrganizationId::parse(organization)?, None)
            }
            ["organization", organization, department] => ContactsRoute::Organization(
                OrganizationId::parse(organization)?,
                Some(DepartmentId::parse(department)?),
            ),
            ["organization", organization, department, member] => {
                ContactsRoute::Colleague(Colleague {
                    organization: OrganizationId::parse(organization)?,
                    department: DepartmentId::parse(department)?,
                    member: MemberId::parse(member)?,
                })
            }
            _ => return None,
        })
    }

    pub fn path(&self) -> Vec<String> {
        let of = |parts: &[&str]| parts.iter().map(|part| (*part).to_owned()).collect();
        match self {
            ContactsRoute::List => Vec::new(),
            ContactsRoute::Requests => of(&["requests"]),
            ContactsRoute::Add => of(&["add"]),
            ContactsRoute::Scan => of(&["add", "scan"]),
            ContactsRoute::Phone => of(&["add", "phone"]),
            ContactsRoute::Found(answer) => of(&["add", "found", &answer.to_string()]),
            ContactsRoute::Person(pair) => of(&[
                "person",
                &pair.theirs.account.to_string(),
                &seat(pair.theirs.seat),
                &seat(pair.seat),
            ]),
            ContactsRoute::Organization(organization, None) => {
                of(&["organization", &organization.to_string()])
            }
            ContactsRoute::Organization(organization, Some(department)) => of(&[
                "organization",
                &organization.to_string(),
                &department.to_string(),
            ]),
            ContactsRoute::Colleague(colleague) => of(&[
                "organization",
                &colleague.organization.to_string(),
                &colleague.department.to_string(),
                &colleague.member.to_string(),
            ]),
        }
    }
}

fn parse_seat(text: &str) -> Option<Option<OrganizationId>> {
    match text {
        NO_SEAT => Some(None),
        text => OrganizationId::parse(text).map(Some),
    }
}

fn seat(seat: Option<OrganizationId>) -> String {
    seat.map_or_else(
        || NO_SEAT.to_owned(),
        |organization| organization.to_string(),
    )
}
