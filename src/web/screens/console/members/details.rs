use std::sync::Arc;

use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    id::{DepartmentId, MemberId},
    numbers::{Mobile, Region},
    organization::{details::Details, member::Member, tree::Tree},
    refusal::{Field as Of, Problem},
};
use liaison_ui::{Field, Input, Text};

use super::{
    people::{People, own_region},
    pick::{DepartmentsField, MembersField},
};
use crate::{screens::Form, tell, words::members as word};

/// What is filled in for a member (ORG 2), old or new.
#[derive(Clone, Copy)]
pub struct DetailsForm {
    pub form: Form,
    pub name: RwSignal<String>,
    employee_id: RwSignal<String>,
    mobile: RwSignal<String>,
    email: RwSignal<String>,
    title: RwSignal<String>,
    departments: RwSignal<Vec<DepartmentId>>,
    manager: RwSignal<Vec<MemberId>>,
    region: Memo<Option<Region>>,
}

/// The fields that speak for themselves.
const FIELDS: &[Of] = &[
    Of::Name,
    Of::EmployeeId,
    Of::Mobile,
    Of::Email,
    Of::Title,
    Of::Department,
];

impl DetailsForm {
    pub fn empty(department: Option<DepartmentId>) -> Self {
        Self {
            form: Form::new(),
            name: RwSignal::default(),
            employee_id: RwSignal::default(),
            mobile: RwSignal::default(),
            email: RwSignal::default(),
            title: RwSignal::default(),
            departments: RwSignal::new(department.into_iter().collect()),
            manager: RwSignal::default(),
            region: use_db().live(|view, _| own_region(view)),
        }
    }

    pub fn of(member: &Member) -> Self {
        let form = Self::empty(None);
        let text = |line: &Option<liaison_core::text::Line>| {
            line.as_ref()
                .map(|line| line.to_string())
                .unwrap_or_default()
        };
        form.name.set(member.card.name.to_string());
        form.employee_id.set(member.card.employee_id.to_string());
        form.mobile.set(member.record.mobile.spaced());
        form.email.set(text(&member.record.email));
        form.title.set(text(&member.card.title));
        form.departments.set(member.record.departments.clone());
        form.manager
            .set(member.record.manager.into_iter().collect());
        form
    }

    /// What is written anew for the next person of the same department.
    pub fn next(self) {
        for field in [self.name, self.employee_id, self.mobile, self.email] {
            field.set(String::new());
        }
        self.form.clear();
    }

    /// What was typed, once the number can be read.
    pub fn take(self) -> Option<Details> {
        let region = self.region.get_untracked();
        let typed = self.mobile.get_untracked();
        if self.name.with_untracked(|name| name.trim().is_empty()) {
            self.form.refuse(Of::Name, Problem::Missing);
            return None;
        }
        match Mobile::parse(&typed, region) {
            Err(problem) => {
                self.form.refuse(Of::Mobile, Problem::Number(problem));
                None
            }
            Ok(mobile) => Some(Details {
                name: self.name.get_untracked(),
                employee_id: self.employee_id.get_untracked(),
                mobile,
                email: self.email.get_untracked(),
                departments: self.departments.get_untracked(),
                title: self.title.get_untracked(),
                manager: self
                    .manager
                    .with_untracked(|manager| manager.first().copied()),
            }),
        }
    }

    pub fn fields(
        self,
        tree: Memo<Arc<Tree>>,
        people: Memo<People>,
        myself: Option<MemberId>,
        what: Text,
    ) -> AnyView {
        let error = |field| self.form.error(field);
        view! {
            <Field label=tell::field(Of::Name) value=self.name error=error(Of::Name) first=true />
            <Field label=tell::field(Of::EmployeeId) value=self.employee_id input=Input::Code hint=word::employee_id_hint() error=error(Of::EmployeeId) />
            <Field label=tell::field(Of::Mobile) value=self.mobile input=Input::Phone hint=word::mobile_hint() error=error(Of::Mobile) />
            <DepartmentsField tree=tree label=tell::field(Of::Department) value=self.departments main_first=true error=error(Of::Department) />
            <Field label=tell::field(Of::Title) value=self.title optional=true error=error(Of::Title) />
            <Field label=tell::field(Of::Email) value=self.email input=Input::Email optional=true error=error(Of::Email) />
            <MembersField people=people label=tell::field(Of::Manager) value=self.manager most=1 without=Signal::stored(myself) optional=true />
            {self.form.card(what, FIELDS)}
        }
        .into_any()
    }
}
