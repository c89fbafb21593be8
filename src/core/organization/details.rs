//! What an administrator fills in for a member, and the form that each field must have.

use serde::{Deserialize, Serialize};

use super::EmployeeId;
use crate::{
    id::{DepartmentId, MemberId},
    limits,
    numbers::Mobile,
    refusal::{Field, Problem, Refusal},
    text::Line,
};

/// As it was typed (ORG 2).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Details {
    pub name: String,
    pub employee_id: String,
    pub mobile: Mobile,
    pub email: String,
    /// The main one first.
    pub departments: Vec<DepartmentId>,
    pub title: String,
    pub manager: Option<MemberId>,
}

/// Details whose every field is well-formed. Whether they fit the organization is decided on writing.
#[derive(Clone, Debug, PartialEq)]
pub struct SoundDetails {
    pub name: Line,
    pub employee_id: EmployeeId,
    pub mobile: Mobile,
    pub email: Option<Line>,
    pub departments: Vec<DepartmentId>,
    pub title: Option<Line>,
    pub manager: Option<MemberId>,
}

impl Details {
    pub fn check(&self) -> Result<SoundDetails, Refusal> {
        let mut departments: Vec<DepartmentId> = Vec::new();
        for department in &self.departments {
            if !departments.contains(department) {
                departments.push(*department);
            }
        }
        check_departments(departments.len())?;
        Ok(SoundDetails {
            name: Line::check(Field::Name, &self.name, limits::PERSON_NAME)?,
            employee_id: EmployeeId::check(&self.employee_id)?,
            mobile: self.mobile,
            email: check_email(&self.email)?,
            departments,
            title: Line::optional(Field::Title, &self.title, limits::TITLE)?,
            manager: self.manager,
        })
    }
}

pub fn check_departments(count: usize) -> Result<(), Refusal> {
    let problem = match count {
        0 => Problem::Missing,
        1..=limits::DEPARTMENTS_OF_A_MEMBER => return Ok(()),
        _ => Problem::TooMany {
            most: limits::DEPARTMENTS_OF_A_MEMBER as u32,
        },
    };
    Err(Refusal::Input(Field::Department, problem))
}

/// Something, one `@`, and a domain with a dot inside. Whether mail arrives there only mail can tell.
pub fn check_email(text: &str) -> Result<Option<Line>, Refusal> {
    let Some(email) = Line::optional(Field::Email, text, limits::EMAIL)? else {
        return Ok(None);
    };
    let sound = email.split_once('@').is_some_and(|(name, domain)| {
        let dotted =
            domain.split('.').count() > 1 && domain.split('.').all(|part| !part.is_empty());
        !name.is_empty() && dotted && !domain.contains('@')
    });
    if !sound || email.contains(char::is_whitespace) {
        return Err(Refusal::Input(Field::Email, Problem::Form));
    }
    Ok(Some(email))
}
