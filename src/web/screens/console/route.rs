use liaison_core::id::{DepartmentId, Id, MemberId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsoleRoute {
    /// The plan for getting ready.
    Overview,
    Members(MembersRoute),
    /// Members from a file.
    Import,
    Invitations,
    Roles,
    /// With whom our people may speak.
    External,
    Partners,
    Audit,
    /// The company as it is registered.
    Registration,
}

/// Departments and members. The list stays while one of them is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MembersRoute {
    /// A department; none is the organization itself.
    In(Option<DepartmentId>),
    /// A new member of a department.
    New(Option<DepartmentId>),
    /// One member beside the list.
    Member(MemberId),
}

impl ConsoleRoute {
    pub const MEMBERS: ConsoleRoute = ConsoleRoute::Members(MembersRoute::In(None));

    pub fn parse(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => ConsoleRoute::Overview,
            ["members", rest @ ..] => ConsoleRoute::Members(MembersRoute::parse(rest)?),
            ["import"] => ConsoleRoute::Import,
            ["invitations"] => ConsoleRoute::Invitations,
            ["roles"] => ConsoleRoute::Roles,
            ["external"] => ConsoleRoute::External,
            ["partners"] => ConsoleRoute::Partners,
            ["audit"] => ConsoleRoute::Audit,
            ["registration"] => ConsoleRoute::Registration,
            _ => return None,
        })
    }

    pub fn path(&self) -> Vec<String> {
        let place = match self {
            ConsoleRoute::Overview => return Vec::new(),
            ConsoleRoute::Members(route) => return route.path(),
            ConsoleRoute::Import => "import",
            ConsoleRoute::Invitations => "invitations",
            ConsoleRoute::Roles => "roles",
            ConsoleRoute::External => "external",
            ConsoleRoute::Partners => "partners",
            ConsoleRoute::Audit => "audit",
            ConsoleRoute::Registration => "registration",
        };
        vec![place.to_owned()]
    }
}

impl MembersRoute {
    fn parse(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => MembersRoute::In(None),
            ["in", department] => MembersRoute::In(Some(DepartmentId::parse(department)?)),
            ["new"] => MembersRoute::New(None),
            ["new", department] => MembersRoute::New(Some(DepartmentId::parse(department)?)),
            [member] => MembersRoute::Member(MemberId::parse(member)?),
            _ => return None,
        })
    }

    fn path(&self) -> Vec<String> {
        let mut path = vec!["members".to_owned()];
        match self {
            MembersRoute::In(department) => {
                path.extend(department.map(|_| "in".to_owned()));
                path.extend(department.map(|department| department.to_string()));
            }
            MembersRoute::New(department) => {
                path.push("new".to_owned());
                path.extend(department.map(|department| department.to_string()));
            }
            MembersRoute::Member(member) => path.push(member.to_string()),
        }
        path
    }
}
