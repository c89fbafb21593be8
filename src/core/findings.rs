//! Everything that is wrong with something at once, so that a form can show it beside the fields while the act that the
//! form leads to stops at the first.

use std::ops::RangeInclusive;

use crate::{
    id::BlobId,
    limits, numbers,
    refusal::{Field, Problem, Refusal},
    text::{Line, Prose},
    time::Date,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// On this document, where a form has several.
    pub document: Option<BlobId>,
    pub field: Field,
    pub problem: Problem,
}

impl From<Finding> for Refusal {
    fn from(finding: Finding) -> Self {
        Refusal::Input(finding.field, finding.problem)
    }
}

impl Finding {
    /// Whether more typing can still mend it: it is said when the field was left, and anything else at once.
    pub fn may_be_unfinished(&self) -> bool {
        match self.problem {
            Problem::Missing | Problem::TooShort { .. } | Problem::NoSuchDay => true,
            Problem::Number(numbers::Problem::Length { least, found, .. }) => {
                found < u16::from(least)
            }
            Problem::Number(problem) => problem == numbers::Problem::Empty,
            _ => false,
        }
    }
}

/// Collects while a form is read. What could not be read is `None`.
#[derive(Default)]
pub struct Findings {
    all: Vec<Finding>,
    pub document: Option<BlobId>,
}

impl Findings {
    pub fn note(&mut self, field: Field, problem: Problem) {
        let document = self.document;
        self.all.push(Finding {
            document,
            field,
            problem,
        });
    }

    pub fn value<T>(&mut self, field: Field, value: Result<T, Problem>) -> Option<T> {
        value.map_err(|problem| self.note(field, problem)).ok()
    }

    /// A choice must be made.
    pub fn chosen<T>(&mut self, field: Field, value: Option<T>) -> Option<T> {
        self.value(field, value.ok_or(Problem::Missing))
    }

    pub fn line(
        &mut self,
        field: Field,
        text: &str,
        length: RangeInclusive<usize>,
    ) -> Option<Line> {
        self.checked(field, Line::check(field, text, length))
    }

    pub fn prose(
        &mut self,
        field: Field,
        text: &str,
        length: RangeInclusive<usize>,
    ) -> Option<Prose> {
        self.checked(field, Prose::check(field, text, length))
    }

    /// `YYYY-MM-DD`; an empty field is no date, and neither is a year of which only the last digits are typed.
    pub fn date(&mut self, field: Field, text: &str) -> Option<Date> {
        let text = text.trim();
        let date = Date::from_iso(text).filter(|date| date.year() >= limits::EARLIEST_YEAR);
        if date.is_none() && !text.is_empty() {
            self.note(field, Problem::NoSuchDay);
        }
        date
    }

    pub fn date_that_must_be(&mut self, field: Field, text: &str) -> Option<Date> {
        if text.trim().is_empty() {
            self.note(field, Problem::Missing);
        }
        self.date(field, text)
    }

    /// Keeps what a check of one field says.
    pub fn checked<T>(&mut self, field: Field, value: Result<T, Refusal>) -> Option<T> {
        self.value(
            field,
            value.map_err(|refusal| match refusal {
                Refusal::Input(_, problem) => problem,
                _ => Problem::Form,
            }),
        )
    }

    /// What was read, if nothing was found.
    pub fn end<T>(self, read: Option<T>) -> Result<T, Vec<Finding>> {
        match read {
            Some(read) if self.all.is_empty() => Ok(read),
            _ => Err(self.all),
        }
    }
}

/// Where an act stops.
pub fn first(found: Vec<Finding>) -> Refusal {
    let first = found.first().copied();
    first.map_or(Refusal::NotThere, Refusal::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_of_which_only_the_last_digits_are_typed_is_no_date_yet() {
        for (typed, is_date) in [
            ("0002-05-03", false),
            ("0202-05-03", false),
            ("2024-05-03", true),
            ("2024-02-30", false),
        ] {
            let mut found = Findings::default();
            assert_eq!(found.date(Field::ExpiresOn, typed).is_some(), is_date);
            assert!(found.all.iter().all(Finding::may_be_unfinished));
        }
    }
}
