use liaison_core::{
    desk::CaseId,
    id::{Id, RegistrationId, SubmissionId},
};

#[derive(Clone, Debug, PartialEq)]
pub enum DeskRoute {
    /// All cases.
    Queue,
    Case(CaseId),
}

impl DeskRoute {
    pub fn parse(parts: &[&str]) -> Option<Self> {
        let case = match parts {
            [] => return Some(DeskRoute::Queue),
            ["registration", id] => CaseId::Registration(RegistrationId::parse(id)?),
            ["identity", id] => CaseId::Identity(SubmissionId::parse(id)?),
            _ => return None,
        };
        Some(DeskRoute::Case(case))
    }

    pub fn path(&self) -> Vec<String> {
        match self {
            DeskRoute::Queue => Vec::new(),
            DeskRoute::Case(CaseId::Registration(id)) => {
                vec!["registration".into(), id.to_string()]
            }
            DeskRoute::Case(CaseId::Identity(id)) => vec!["identity".into(), id.to_string()],
        }
    }
}
