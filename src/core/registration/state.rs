//! Where an application stands (REG 4). It is never stored: it follows from what happened and from the time.

use super::{Application, Happened, Question};
use crate::{
    id::OrganizationId,
    limits,
    organization::Realm,
    text::Prose,
    time::{DAY, Time, add_business_days, business_days_between},
};

#[derive(Clone, Debug, PartialEq)]
pub enum State {
    Draft,
    Submitted {
        at: Time,
        due: Time,
    },
    InReview {
        since: Time,
        due: Time,
    },
    QuestionOpen {
        question: Question,
        since: Time,
        until: Time,
        resubmissions_left: u8,
    },
    Resubmitted {
        at: Time,
        due: Time,
    },
    Approved {
        at: Time,
        organization: OrganizationId,
    },
    Rejected {
        at: Time,
        reason: Prose,
    },
    Withdrawn {
        at: Time,
    },
    /// A question was not answered in time (REG 5).
    Closed {
        at: Time,
    },
}

impl State {
    /// Nothing happens any more.
    pub fn has_ended(&self) -> bool {
        matches!(
            self,
            Self::Approved { .. }
                | Self::Rejected { .. }
                | Self::Withdrawn { .. }
                | Self::Closed { .. }
        )
    }

    /// The legal entity is spoken for (REG 8).
    pub fn holds_entity(&self) -> bool {
        match self {
            Self::Draft | Self::Rejected { .. } | Self::Withdrawn { .. } | Self::Closed { .. } => {
                false
            }
            Self::Submitted { .. }
            | Self::InReview { .. }
            | Self::QuestionOpen { .. }
            | Self::Resubmitted { .. }
            | Self::Approved { .. } => true,
        }
    }
}

impl Application {
    pub fn state_at(&self, now: Time) -> State {
        let Some(last) = self.events.last() else {
            return State::Draft;
        };
        let at = last.at;
        match &last.what {
            Happened::Submitted => State::Submitted {
                at,
                due: self.due(at),
            },
            Happened::TakenUp => State::InReview {
                since: at,
                due: self.due(self.submitted().unwrap_or(at)),
            },
            Happened::Asked(question) => {
                let until = at.plus(limits::QUESTION_DAYS * DAY);
                if now >= until {
                    return State::Closed { at: until };
                }
                State::QuestionOpen {
                    question: question.clone(),
                    since: at,
                    until,
                    resubmissions_left: self.resubmissions_left(),
                }
            }
            Happened::Answered => State::Resubmitted {
                at,
                due: self.due(at),
            },
            Happened::Approved { organization } => State::Approved {
                at,
                organization: *organization,
            },
            Happened::Rejected { reason } => State::Rejected {
                at,
                reason: reason.clone(),
            },
            Happened::Withdrawn => State::Withdrawn { at },
        }
    }

    pub fn resubmissions_left(&self) -> u8 {
        let answers = self
            .events
            .iter()
            .filter(|event| matches!(event.what, Happened::Answered));
        limits::RESUBMISSIONS.saturating_sub(answers.count() as u8)
    }

    /// When the desk was given something to decide, the last time.
    pub fn submitted(&self) -> Option<Time> {
        let mut newest = self.events.iter().rev();
        newest
            .find(|event| matches!(event.what, Happened::Submitted | Happened::Answered))
            .map(|event| event.at)
    }

    /// Whether the desk has not decided by the day on which a decision was expected.
    pub fn is_late(&self, now: Time) -> bool {
        match self.state_at(now) {
            State::Submitted { due, .. }
            | State::InReview { due, .. }
            | State::Resubmitted { due, .. } => is_overdue(due, self.realm(), now),
            _ => false,
        }
    }

    fn due(&self, submitted: Time) -> Time {
        due(submitted, self.realm())
    }

    fn realm(&self) -> Realm {
        self.form.realm().unwrap_or(Realm::International)
    }
}

/// When a decision is expected (REG 6).
pub fn due(submitted: Time, realm: Realm) -> Time {
    add_business_days(submitted, limits::REVIEW_BUSINESS_DAYS, realm.offset())
}

/// From the business day on that follows the one on which it was due: a day is what was promised, and not an hour.
pub fn is_overdue(due: Time, realm: Realm, now: Time) -> bool {
    business_days_between(due, now, realm.offset()) > 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        numbers::Region,
        refusal::Field,
        registration::{Event, Form, Jurisdiction},
        time::{Date, HOUR, UtcOffset, business_days_between},
    };

    fn question() -> Question {
        Question {
            fields: vec![Field::Address],
            why: Prose::check(Field::Reason, "Which floor?", 1..=99).unwrap(),
        }
    }

    fn application(region: Region, events: Vec<(Time, Happened)>) -> Application {
        let form = Form {
            jurisdiction: Some(Jurisdiction(region)),
            ..Form::default()
        };
        let events = events.into_iter().map(|(at, what)| Event { at, what });
        Application {
            begun: Time(0),
            saved: Time(0),
            form,
            documents: Vec::new(),
            events: events.collect(),
        }
    }

    /// Ten o'clock UTC.
    fn at(day: &str) -> Time {
        Time(Date::from_iso(day).unwrap().days() as u64 * DAY + 10 * HOUR)
    }

    #[test]
    fn a_decision_is_expected_five_business_days_after_the_last_submission() {
        // 2024-03-01 was a Friday.
        for (submitted, due_on) in [
            ("2024-02-28", "2024-03-06"),
            ("2024-03-01", "2024-03-08"),
            ("2024-03-02", "2024-03-08"),
            ("2024-03-03", "2024-03-08"),
            ("2024-03-04", "2024-03-11"),
        ] {
            let one = application(Region::GB, vec![(at(submitted), Happened::Submitted)]);
            let State::Submitted { due, .. } = one.state_at(at(submitted)) else {
                panic!("submitted");
            };
            assert_eq!(due.date(UtcOffset::UTC).to_string(), due_on, "{submitted}");
        }
    }

    #[test]
    fn who_is_in_review_waits_from_submission_and_who_answered_from_the_answer() {
        let (monday, tuesday) = (at("2024-03-04"), at("2024-03-05"));
        let mut events = vec![(monday, Happened::Submitted), (tuesday, Happened::TakenUp)];
        let due = due(monday, Realm::International);
        let since = tuesday;
        let in_review = application(Region::GB, events.clone());
        assert_eq!(in_review.state_at(tuesday), State::InReview { since, due });
        events.push((tuesday, Happened::Asked(question())));
        events.push((at("2024-03-09"), Happened::Answered));
        let answered = application(Region::GB, events);
        let expected = State::Resubmitted {
            at: at("2024-03-09"),
            due: super::due(at("2024-03-09"), Realm::International),
        };
        assert_eq!(answered.state_at(at("2024-03-09")), expected);
    }

    proptest! {
        #[test]
        fn a_question_is_open_for_thirty_days_and_then_it_is_closed(
            asked in 0..100_000 * DAY,
            later in 0..60 * DAY,
            answers in 0u8..3,
        ) {
            let mut events = vec![(Time(0), Happened::Submitted)];
            for _ in 0..answers {
                events.push((Time(0), Happened::Asked(question())));
                events.push((Time(0), Happened::Answered));
            }
            events.push((Time(asked), Happened::Asked(question())));
            let state = application(Region::CN, events).state_at(Time(asked + later));
            if later < 30 * DAY {
                let open = State::QuestionOpen {
                    question: question(),
                    since: Time(asked),
                    until: Time(asked + 30 * DAY),
                    resubmissions_left: 3 - answers,
                };
                prop_assert_eq!(state, open);
            } else {
                prop_assert!(!state.holds_entity() && state.has_ended());
                prop_assert_eq!(state, State::Closed { at: Time(asked + 30 * DAY) });
            }
        }

        #[test]
        fn no_decision_is_due_on_a_weekend(submitted in 0..100_000 * DAY, mainland: bool) {
            let realm = if mainland { Realm::Mainland } else { Realm::International };
            let due = due(Time(submitted), realm);
            prop_assert_eq!(business_days_between(Time(submitted), due, realm.offset()), 5);
            let weekday = (due.date(realm.offset()).days() + 3).rem_euclid(7);
            prop_assert!(weekday < 5);
        }
    }
}
