use liaison_core::{
    account::{Notice, TeamEntry, mark_team_read::MarkTeamRead, thread, unread_notices},
    command::Actor,
    demo::steps,
    desk::{CaseId, queue},
    numbers::Region,
    refusal::Field,
    registration::{State, application_of, applications, mine},
    row::ReadRows,
    time::{DAY, HOUR},
    view::View,
};

use crate::line::line;

#[test]
fn the_queue_shows_what_is_overdue_first_and_counts_no_weekends() {
    let mut line = line();
    let first = steps::submitted(&mut line.world, line.applicant, &line.form);
    line.world.wait(3 * DAY);
    let other = steps::person(&mut line.world, "Bob", "+8613800000003");
    let form = steps::form(Region::GB, "Northwind Ltd", "Northwind");
    let second = steps::submitted(&mut line.world, other, &form);
    // The next Tuesday: six business days after Monday, three after Thursday.
    line.world.wait(5 * DAY);
    let view = View::new(&line.world.store, Actor::Account(line.reviewer));
    let lines = queue(&view, line.world.now).unwrap();
    let seen: Vec<_> = lines
        .iter()
        .map(|line| (line.id, line.age, line.overdue, line.days_left))
        .collect();
    assert_eq!(
        seen,
        [
            (CaseId::Registration(first), 6, true, 0),
            (CaseId::Registration(second), 3, false, 2),
        ]
    );
    let stranger = View::new(&line.world.store, Actor::Account(other));
    assert_eq!(queue(&stranger, line.world.now), Ok(Vec::new()));
}

/// A day is what was promised: desk and applicant speak of the same one.
#[test]
fn nothing_is_overdue_on_the_day_on_which_it_is_due() {
    let mut line = line();
    let registration = steps::submitted(&mut line.world, line.applicant, &line.form);
    let late = |line: &crate::line::Line| {
        let view = View::new(&line.world.store, Actor::Account(line.reviewer));
        let queued = queue(&view, line.world.now).unwrap();
        let view = View::new(&line.world.store, Actor::Account(line.applicant));
        let application = application_of(&view, line.applicant, registration).unwrap();
        (queued[0].overdue, application.is_late(line.world.now))
    };
    // The next Monday, two hours after the hour of the submission; then the Tuesday.
    line.world.wait(7 * DAY + 2 * HOUR);
    assert_eq!(late(&line), (false, false));
    line.world.wait(DAY);
    assert_eq!(late(&line), (true, true));
}

#[test]
fn an_applicant_sees_their_own_applications_and_what_happened_to_them() {
    let mut line = line();
    let registration = line.asked(vec![Field::Address]);
    line.world.wait(31 * DAY);
    let view = View::new(&line.world.store, Actor::Account(line.applicant));
    let all = mine(&view, line.applicant, line.world.now).unwrap();
    assert_eq!(all.len(), 1);
    assert!(matches!(all[0].state, State::Closed { .. }));
    let application = application_of(&view, line.applicant, registration).unwrap();
    assert_eq!(application.timeline(line.world.now).len(), 5);
    let reviewer = View::new(&line.world.store, Actor::Account(line.reviewer));
    let theirs = reviewer.list(&applications(line.applicant)).unwrap();
    assert!(theirs.is_empty(), "the desk reads its own copy");
}

#[test]
fn an_application_that_time_closed_is_told_in_the_team_thread_and_stands_in_its_place() {
    let mut line = line();
    line.asked(vec![Field::Address]);
    let me = line.applicant;
    let asked = thread(&line.world.store, me, line.world.now).unwrap();
    let seen = asked.len() as u64;
    line.applicant(&MarkTeamRead { seen: seen + 9 }).unwrap();
    assert_eq!(unread_notices(&line.world.store, me, line.world.now), Ok(0));

    line.world.wait(31 * DAY);
    let told = thread(&line.world.store, me, line.world.now).unwrap();
    assert_eq!(told[..asked.len()], asked);
    assert!(matches!(
        told[asked.len()..],
        [TeamEntry {
            notice: Notice::RegistrationClosed { .. },
            ..
        }]
    ));
    assert_eq!(unread_notices(&line.world.store, me, line.world.now), Ok(1));

    let seen = told.len() as u64;
    line.applicant(&MarkTeamRead { seen }).unwrap();
    line.submitted();
    let later = thread(&line.world.store, me, line.world.now).unwrap();
    assert_eq!(later[..told.len()], told, "what comes later stands behind");
    let unread = unread_notices(&line.world.store, me, line.world.now);
    assert_eq!(unread, Ok((later.len() - told.len()) as u64));
}
