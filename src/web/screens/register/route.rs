use liaison_core::{
    id::{Id, RegistrationId},
    organization::Realm,
};

#[derive(Clone, Debug, PartialEq)]
pub enum RegisterRoute {
    /// *Before you start*.
    Before,
    /// Each realm has its own entrance.
    Begin(Realm),
    /// One's own applications.
    Mine,
    /// How an application stands.
    Status(RegistrationId),
    /// Filling in a draft.
    Draft(RegistrationId, Step),
}

/// A page of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Company,
    Applicant,
    Documents,
    Check,
}

impl RegisterRoute {
    pub fn parse(parts: &[&str]) -> Option<Self> {
        match parts {
            [] => Some(RegisterRoute::Before),
            ["mainland"] => Some(RegisterRoute::Begin(Realm::Mainland)),
            ["international"] => Some(RegisterRoute::Begin(Realm::International)),
            ["mine"] => Some(RegisterRoute::Mine),
            [id] => RegistrationId::parse(id).map(RegisterRoute::Status),
            [id, step] => {
                let step = Step::ALL.into_iter().find(|known| known.name() == *step)?;
                RegistrationId::parse(id).map(|id| RegisterRoute::Draft(id, step))
            }
            _ => None,
        }
    }

    pub fn path(&self) -> Vec<String> {
        match self {
            RegisterRoute::Before => Vec::new(),
            RegisterRoute::Begin(Realm::Mainland) => vec!["mainland".to_owned()],
            RegisterRoute::Begin(Realm::International) => vec!["international".to_owned()],
            RegisterRoute::Mine => vec!["mine".to_owned()],
            RegisterRoute::Status(id) => vec![id.to_string()],
            RegisterRoute::Draft(id, step) => vec![id.to_string(), step.name().to_owned()],
        }
    }
}

impl Step {
    pub const ALL: [Step; 4] = [Step::Company, Step::Applicant, Step::Documents, Step::Check];

    pub fn place(self) -> usize {
        self as usize
    }

    fn name(self) -> &'static str {
        match self {
            Step::Company => "company",
            Step::Applicant => "applicant",
            Step::Documents => "documents",
            Step::Check => "check",
        }
    }
}
