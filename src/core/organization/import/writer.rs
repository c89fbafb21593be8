//! Writing the rows of one batch.

use std::collections::BTreeMap;

use super::{
    batch::RowResult,
    people::path_cell,
    row::{Cells, CheckedRow, Path, RowError, folded},
};
use crate::{
    audit::{Changed, Fact, What},
    command::Tx,
    id::{DepartmentId, MemberId, OrganizationId},
    numbers::Region,
    organization::{
        EmployeeId, MemberStatus,
        change_member::rewrite,
        department::{self, top},
        details::SoundDetails,
        member,
    },
    refusal::{Field, Problem, Refusal},
    store::Stop,
};

pub(super) struct Writer<'a, 't> {
    tx: &'a mut Tx<'t>,
    organization: OrganizationId,
    region: Option<Region>,
    log: Log,
    /// Departments and managers that rows have named, as most rows name the same few.
    departments: BTreeMap<String, DepartmentId>,
    managers: BTreeMap<String, MemberId>,
}

/// What a batch did, for its one fact.
#[derive(Default)]
pub(super) struct Log {
    added: Vec<String>,
    departments: Vec<String>,
    changes: Vec<Changed>,
}

impl<'a, 't> Writer<'a, 't> {
    pub fn new(tx: &'a mut Tx<'t>, organization: OrganizationId, region: Option<Region>) -> Self {
        Self {
            tx,
            organization,
            region,
            log: Log::default(),
            departments: BTreeMap::new(),
            managers: BTreeMap::new(),
        }
    }

    /// Writes a row, or says why not.
    pub fn write(&mut self, cells: Cells) -> Result<RowResult, Stop> {
        let row = match cells.check(self.region) {
            Ok(row) => row,
            Err(errors) => return Ok(RowResult::Error(errors)),
        };
        let written = match member::with_employee_id(self.tx, self.organization, &row.employee_id)?
        {
            None => self.add(&row),
            Some(member) => self.change(&row, member),
        };
        match written {
            Err(Stop::Refused(refusal)) => {
                Ok(RowResult::Error(vec![RowError::from_refusal(refusal)]))
            }
            other => other,
        }
    }

    pub fn finish(self) -> Result<Log, Stop> {
        let added = self.log.added.len() as u32;
        member::count(self.tx, self.organization, |count| {
            *count.of(MemberStatus::Invited) += added;
        })?;
        Ok(self.log)
    }

    /// Everything that could be refused is asked before the first row is written; so is in [`Writer::change`].
    fn add(&mut self, row: &CheckedRow) -> Result<RowResult, Stop> {
        let missing = |field| Refusal::Input(field, Problem::Missing);
        let mut details = SoundDetails {
            name: row.name.clone().ok_or(missing(Field::Name))?,
            employee_id: row.employee_id.clone(),
            mobile: row.mobile.ok_or(missing(Field::Mobile))?,
            email: row.email.clone().flatten(),
            departments: vec![top(self.organization)],
            title: row.title.clone().flatten(),
            manager: self.manager(row)?.flatten(),
        };
        member::must_be_unique(self.tx, self.organization, &details, None)?;
        if let Some(departments) = self.departments(row)? {
            details.departments = departments;
        }
        self.log.added.push(details.employee_id.to_string());
        let member = member::write_new(self.tx, self.organization, details)?;
        self.managers.insert(row.employee_id.folded(), member);
        Ok(RowResult::Added(member))
    }

    fn change(&mut self, row: &CheckedRow, member: MemberId) -> Result<RowResult, Stop> {
        let member = member::member_of(self.tx, self.organization, member)?;
        let now = member.details();
        let mut details = SoundDetails {
            name: row.name.clone().unwrap_or(now.name),
            employee_id: row.employee_id.clone(),
            mobile: row.mobile.unwrap_or(now.mobile),
            email: row.email.clone().unwrap_or(now.email),
            departments: now.departments,
            title: row.title.clone().unwrap_or(now.title),
            manager: self.manager(row)?.unwrap_or(now.manager),
        };
        member::must_be_unique(self.tx, self.organization, &details, Some(&member))?;
        member::must_lead(self.tx, self.organization, details.manager, Some(&member))?;
        if let Some(departments) = self.departments(row)? {
            details.departments = departments;
        }
        let changes = rewrite(self.tx, self.organization, &member, details)?;
        if changes.is_empty() {
            return Ok(RowResult::Same);
        }
        self.log.change(&row.employee_id, changes);
        Ok(RowResult::Changed(member.id))
    }

    fn manager(&mut self, row: &CheckedRow) -> Result<Option<Option<MemberId>>, Stop> {
        let Some(Some(id)) = &row.manager else {
            return Ok(row.manager.as_ref().map(|_| None));
        };
        let folded = id.folded();
        if let Some(manager) = self.managers.get(&folded) {
            return Ok(Some(Some(*manager)));
        }
        match member::with_employee_id(self.tx, self.organization, id)? {
            Some(manager) => {
                self.managers.insert(folded, manager);
                Ok(Some(Some(manager)))
            }
            None => Err(Refusal::Input(Field::Manager, Problem::Unknown).into()),
        }
    }

    /// The row's departments. Those that are not there are created, if there is room for all of them.
    fn departments(&mut self, row: &CheckedRow) -> Result<Option<Vec<DepartmentId>>, Stop> {
        let Some(paths) = &row.departments else {
            return Ok(None);
        };
        let named: Vec<String> = paths.iter().map(|path| folded(path)).collect();
        if named
            .iter()
            .any(|path| !self.departments.contains_key(path))
        {
            department::must_have_room(self.tx, self.organization, paths)?;
        }
        let mut departments = Vec::new();
        for (path, named) in paths.iter().zip(named) {
            let department = match self.departments.get(&named) {
                Some(department) => *department,
                None => self.open(path)?,
            };
            self.departments.insert(named, department);
            departments.push(department);
        }
        Ok(Some(departments))
    }

    fn open(&mut self, path: &Path) -> Result<DepartmentId, Stop> {
        department::open_path(self.tx, self.organization, path, |path| {
            self.log.departments.push(path_cell(path.iter()));
        })
    }
}

impl Log {
    fn change(&mut self, employee_id: &EmployeeId, changes: Vec<Changed>) {
        let named = |text: Option<String>| {
            Some(format!("{employee_id}: {}", text.as_deref().unwrap_or("–")))
        };
        self.changes
            .extend(changes.into_iter().map(|changed| Changed {
                field: changed.field,
                before: named(changed.before),
                after: named(changed.after),
            }));
    }

    /// None when nothing happened.
    pub fn fact(self, source: &str, before: u32, after: u32) -> Option<Fact> {
        if self.added.is_empty() && self.changes.is_empty() && self.departments.is_empty() {
            return None;
        }
        let list = |texts: Vec<String>, separator| {
            Some(texts.join(separator)).filter(|text| !text.is_empty())
        };
        let mut fact = Fact::new(What::MembersImported, source)
            .changed(
                Field::Members,
                Some(before.to_string()),
                Some(after.to_string()),
            )
            .changed(Field::EmployeeId, None::<String>, list(self.added, " "))
            .changed(
                Field::Department,
                None::<String>,
                list(self.departments, "; "),
            );
        fact.changes.extend(self.changes);
        Some(fact)
    }
}
