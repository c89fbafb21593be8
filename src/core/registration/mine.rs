//! What an applicant sees of their applications.

use super::{Application, Happened, Question, State, applications};
use crate::{
    account::{Notice, TeamEntry},
    id::{AccountId, OrganizationId, RegistrationId},
    limits, order,
    row::ReadRows,
    store::{Read, Stop},
    text::{Line, Prose},
    time::Time,
};

/// One line in the list of applications.
#[derive(Clone, Debug, PartialEq)]
pub struct Mine {
    pub registration: RegistrationId,
    /// As typed; may be empty.
    pub legal_name: String,
    pub state: State,
    /// When something happened to it last.
    pub touched: Time,
}

/// One entry of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub at: Time,
    pub what: Stepped,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Stepped {
    Begun,
    Submitted,
    TakenUp,
    Asked(Question),
    Answered,
    Approved(OrganizationId),
    Rejected(Prose),
    Withdrawn,
    Closed,
}

/// The applications of an account, the newest first.
pub fn mine(store: &dyn Read, account: AccountId, now: Time) -> Result<Vec<Mine>, Stop> {
    let all = store.list(&applications(account))?;
    let mut mine: Vec<_> = all
        .into_iter()
        .map(|(registration, application)| Mine {
            registration,
            state: application.state_at(now),
            touched: application.touched(),
            legal_name: application.form.legal_name,
        })
        .collect();
    order::sort_by_key(&mut mine, |one| {
        (std::cmp::Reverse(one.touched), one.registration)
    });
    Ok(mine)
}

/// What time itself tells an applicant in the Team thread: nobody acts when a question runs out (REG 5).
pub fn closings(store: &dyn Read, account: AccountId, now: Time) -> Result<Vec<TeamEntry>, Stop> {
    let mut closings = Vec::new();
    for (registration, application) in store.list(&applications(account))? {
        let State::Closed { at } = application.state_at(now) else {
            continue;
        };
        let legal_name = &application.form.legal_name;
        let company = Line::cleaned(legal_name, *limits::LEGAL_NAME.end(), "…");
        let notice = Notice::RegistrationClosed {
            registration,
            company,
        };
        closings.push(TeamEntry { at, notice });
    }
    order::sort_by_key(&mut closings, |entry| entry.at);
    Ok(closings)
}

impl Application {
    /// What happened, the oldest first. That nobody answered in time happened as well (REG 5).
    pub fn timeline(&self, now: Time) -> Vec<Step> {
        let begun = Step {
            at: self.begun,
            what: Stepped::Begun,
        };
        let events = self.events.iter().map(|event| Step {
            at: event.at,
            what: match &event.what {
                Happened::Submitted => Stepped::Submitted,
                Happened::TakenUp => Stepped::TakenUp,
                Happened::Asked(question) => Stepped::Asked(question.clone()),
                Happened::Answered => Stepped::Answered,
                Happened::Approved { organization } => Stepped::Approved(*organization),
                Happened::Rejected { reason } => Stepped::Rejected(reason.clone()),
                Happened::Withdrawn => Stepped::Withdrawn,
            },
        });
        let mut steps: Vec<_> = std::iter::once(begun).chain(events).collect();
        if let State::Closed { at } = self.state_at(now) {
            let what = Stepped::Closed;
            steps.push(Step { at, what });
        }
        steps
    }

    fn touched(&self) -> Time {
        self.events
            .last()
            .map_or(self.saved, |event| event.at.max(self.saved))
    }
}
