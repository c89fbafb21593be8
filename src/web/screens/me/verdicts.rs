use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{findings::Finding, identity::read::today, refusal::Field as Of, time::Date};
use liaison_ui::Text;

use super::identity::own_standing;
use crate::tell;

/// What is wrong with what is typed, beside its field: once the field was left, and at once where more typing cannot mend
/// it (IDV 4, 9). It goes when it is mended.
#[derive(Clone, Copy)]
pub struct Verdicts {
    found: Memo<Vec<Finding>>,
    left: RwSignal<Vec<Of>>,
}

impl Verdicts {
    /// `read` is what the act itself reads, on the day of this person's region.
    pub fn new(read: impl Fn(Date) -> Vec<Finding> + Send + Sync + 'static) -> Self {
        let today = use_db().live(|view, now| {
            let region = own_standing(view, now.time())?.region;
            Some(today(region, now.time()))
        });
        Self {
            found: Memo::new(move |_| today.get().map(&read).unwrap_or_default()),
            left: RwSignal::new(Vec::new()),
        }
    }

    pub fn of(self, field: Of) -> Signal<Option<Text>> {
        Signal::derive(move || {
            let is_left = self.left.with(|left| left.contains(&field));
            let said = |one: &&Finding| one.field == field && (is_left || !one.may_be_unfinished());
            let said = self.found.with(|found| found.iter().find(said).copied());
            said.map(|one| tell::problem(field, one.problem))
        })
    }

    pub fn leave(self, field: Of) {
        self.left.update(|left| left.push(field));
    }

    pub fn leave_all(self, fields: &[Of]) {
        self.left.set(fields.to_vec());
    }

    /// For the field that says so itself.
    pub fn on_leave(self, field: Of) -> Callback<()> {
        Callback::new(move |()| self.leave(field))
    }
}
