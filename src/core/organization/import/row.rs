//! One row of a file, checked field by field. The dry run and the import use the same checks, so that they agree.

use serde::{Deserialize, Serialize};

use super::Column;
use crate::{
    limits,
    numbers::{Mobile, Region},
    organization::{
        EmployeeId, OrganizationRefusal, department,
        details::{check_departments, check_email},
    },
    refusal::{Field, Problem, Refusal},
    text::Line,
};

/// The cells of a row by column; none where the file has no such column.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a>(pub [Option<&'a str>; Column::ALL.len()]);

/// A row whose every cell is well-formed. What the file has no column for is none and stays as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedRow {
    pub employee_id: EmployeeId,
    pub name: Option<Line>,
    pub mobile: Option<Mobile>,
    pub departments: Option<Vec<Path>>,
    pub title: Option<Option<Line>>,
    pub email: Option<Option<Line>>,
    pub manager: Option<Option<EmployeeId>>,
}

/// The names of departments from below the top downwards; none for the top.
pub type Path = Vec<Line>;

/// What is wrong with a cell. How to mend it follows from the refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowError {
    pub column: Column,
    pub refusal: Refusal,
}

impl RowError {
    pub fn input(column: Column, problem: Problem) -> Self {
        let refusal = Refusal::Input(column.field(), problem);
        Self { column, refusal }
    }

    /// To which cell a refusal belongs.
    pub fn from_refusal(refusal: Refusal) -> Self {
        let column = match refusal {
            Refusal::Input(field, _) => Column::ALL
                .into_iter()
                .find(|column| column.field() == field)
                .unwrap_or(Column::EmployeeId),
            Refusal::Organization(OrganizationRefusal::ManagerLoop) => Column::Manager,
            Refusal::Organization(
                OrganizationRefusal::DepartmentTooDeep | OrganizationRefusal::TooManyDepartments,
            ) => Column::Departments,
            _ => Column::EmployeeId,
        };
        Self { column, refusal }
    }
}

impl<'a> Cells<'a> {
    pub fn get(&self, column: Column) -> Option<&'a str> {
        self.0[column as usize]
    }

    /// Leaves out what reads as it is anyway, but for the employee ID, which says whom the row is about.
    pub fn without<'b>(self, now: impl Fn(Column) -> &'b str) -> Self {
        let mut cells = self;
        for column in Column::ALL {
            let place = &mut cells.0[column as usize];
            if column != Column::EmployeeId && place.is_some_and(|cell| cell == now(column)) {
                *place = None;
            }
        }
        cells
    }

    /// The number as it is read; none where the file has no such column.
    pub fn mobile(&self, region: Option<Region>) -> Option<Result<Mobile, Refusal>> {
        self.get(Column::Mobile).map(|cell| mobile(cell, region))
    }

    /// Everything that is wrong with the row by itself, or the row.
    pub fn check(&self, region: Option<Region>) -> Result<CheckedRow, Vec<RowError>> {
        let mut errors = Vec::new();
        let id = self.get(Column::EmployeeId).unwrap_or_default();
        let employee_id = keep(&mut errors, EmployeeId::check(id));
        let name = self.get(Column::Name).map(|cell| {
            keep(
                &mut errors,
                Line::check(Field::Name, cell, limits::PERSON_NAME),
            )
        });
        let mobile = self.mobile(region).map(|mobile| keep(&mut errors, mobile));
        let departments = self
            .get(Column::Departments)
            .map(|cell| keep(&mut errors, paths(cell)));
        let title = self.get(Column::Title).map(|cell| {
            keep(
                &mut errors,
                Line::optional(Field::Title, cell, limits::TITLE),
            )
        });
        let email = self
            .get(Column::Email)
            .map(|cell| keep(&mut errors, check_email(cell)));
        let manager = self
            .get(Column::Manager)
            .map(|cell| keep(&mut errors, manager(cell)));
        match employee_id {
            Some(employee_id) if errors.is_empty() => Ok(CheckedRow {
                employee_id,
                name: name.flatten(),
                mobile: mobile.flatten(),
                departments: departments.flatten(),
                title: title.flatten(),
                email: email.flatten(),
                manager: manager.flatten(),
            }),
            _ => Err(errors),
        }
    }
}

fn keep<T>(errors: &mut Vec<RowError>, checked: Result<T, Refusal>) -> Option<T> {
    checked
        .map_err(|refusal| errors.push(RowError::from_refusal(refusal)))
        .ok()
}

fn mobile(cell: &str, region: Option<Region>) -> Result<Mobile, Refusal> {
    let problem = |problem| Refusal::Input(Field::Mobile, problem);
    if cell.is_empty() {
        return Err(problem(Problem::Missing));
    }
    Mobile::parse(cell, region).map_err(|why| problem(Problem::Number(why)))
}

fn manager(cell: &str) -> Result<Option<EmployeeId>, Refusal> {
    if cell.is_empty() {
        return Ok(None);
    }
    EmployeeId::check(cell)
        .map(Some)
        .map_err(|refusal| match refusal {
            Refusal::Input(_, problem) => Refusal::Input(Field::Manager, problem),
            other => other,
        })
}

/// Reads `Sales/North; Support`. The signs may be full-width.
pub(super) fn paths(cell: &str) -> Result<Vec<Path>, Refusal> {
    let mut paths: Vec<Path> = Vec::new();
    for text in cell
        .split([';', '；'])
        .map(str::trim)
        .filter(|text| !text.is_empty())
    {
        let names = text.strip_prefix(['/', '／']).unwrap_or(text);
        let mut path = Path::new();
        if !names.is_empty() {
            for name in names.split(['/', '／']) {
                path.push(department::check_name(Field::Department, name)?);
            }
        }
        if path.len() > limits::DEPARTMENT_DEPTH {
            return Err(Refusal::Organization(
                OrganizationRefusal::DepartmentTooDeep,
            ));
        }
        if !paths.iter().any(|known| folded(known) == folded(&path)) {
            paths.push(path);
        }
    }
    check_departments(paths.len())?;
    Ok(paths)
}

/// For comparing paths. The top's is empty.
pub fn folded(path: &[Line]) -> String {
    let names: Vec<_> = path.iter().map(Line::folded).collect();
    names.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(cell: &str) -> Result<Vec<String>, Refusal> {
        paths(cell).map(|paths| paths.iter().map(|path| folded(path)).collect())
    }

    #[test]
    fn departments_are_paths_from_below_the_top() {
        let ok = |paths: &[&str]| Ok(paths.iter().map(ToString::to_string).collect());
        assert_eq!(
            said("Sales / North; Support"),
            ok(&["sales/north", "support"])
        );
        assert_eq!(said("/销售部／华北；/"), ok(&["销售部/华北", ""]));
        assert_eq!(said("A;a;A;"), ok(&["a"]));
        assert_eq!(said("/"), ok(&[""]));
        let problem = |problem| Err(Refusal::Input(Field::Department, problem));
        assert_eq!(said(" "), problem(Problem::Missing));
        assert_eq!(said("A//B"), problem(Problem::Missing));
        let deep = |levels| vec!["x"; levels].join("/");
        assert!(said(&deep(15)).is_ok());
        let too_deep = Refusal::Organization(OrganizationRefusal::DepartmentTooDeep);
        assert_eq!(said(&deep(16)), Err(too_deep));
    }

    #[test]
    fn everything_that_is_wrong_with_a_row_is_said_at_once() {
        let cells = Cells([
            Some(""),
            Some("E 1"),
            Some("138"),
            Some(""),
            None,
            Some("x"),
            Some(""),
        ]);
        let errors = cells.check(None).expect_err("refused");
        let columns: Vec<_> = errors.iter().map(|error| error.column).collect();
        use Column::*;
        assert_eq!(columns, [EmployeeId, Name, Mobile, Departments, Email]);
    }
}
