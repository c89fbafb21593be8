//! Draws a rule table.

use std::fmt::Write;

use liaison_core::{
    command::{Actor, Command},
    space::Space,
    store::Stop,
    world::World,
};

/// A world in some state, with the people who try things in it.
pub struct State<S> {
    pub name: &'static str,
    pub world: World,
    /// What the commands need to know of the state: ids, tokens.
    pub stage: S,
}

/// A row's head and who acts there; `None` where that person does not exist in the state.
pub type Person<S> = (&'static str, fn(&S) -> Option<Actor>);

/// Makes the command as somebody would send it in a state.
pub type Try<S> = fn(&S, &World) -> Command;

/// Every command, tried by everybody in every state, and taken back each time.
pub fn draw<S>(states: &mut [State<S>], people: &[Person<S>], tries: &[Try<S>]) -> String {
    let mut text = String::new();
    for attempt in tries {
        let name = attempt(&states[0].stage, &states[0].world).name();
        let _ = writeln!(text, "## {name}");
        let mut rows = vec![vec![String::new()]];
        rows[0].extend(states.iter().map(|state| state.name.to_owned()));
        for (person, actor) in people {
            let mut row = vec![(*person).to_owned()];
            for state in &mut *states {
                let command = attempt(&state.stage, &state.world);
                let outcome = actor(&state.stage).map(|actor| {
                    let outcome = state.world.dry(actor, &command);
                    if let Ok(Some(_)) = outcome {
                        nobody_else_hears_of(&state.world, actor, &command);
                    }
                    outcome
                });
                row.push(outcome.map_or("·".into(), cell));
            }
            rows.push(row);
        }
        align(&mut text, &rows);
        text.push('\n');
    }
    text
}

/// A refusal that stops an act leaves no trace. One that is counted leaves it with the person, or where nobody looks.
fn nobody_else_hears_of(world: &World, actor: Actor, command: &Command) {
    let (_, changes) = world
        .clone()
        .run_changes(actor, command)
        .expect("it is counted");
    for change in changes.0 {
        let own = match change.space {
            Space::Vault => true,
            Space::Account(account) => actor == Actor::Account(account),
            _ => false,
        };
        assert!(own, "{}: a trace in {:?}", command.name(), change.space);
    }
}

fn cell(outcome: Result<Option<liaison_core::refusal::Refusal>, Stop>) -> String {
    match outcome {
        Ok(None) => "done".into(),
        Ok(Some(refusal)) => format!("counted {refusal:?}"),
        Err(Stop::Refused(refusal)) => format!("{refusal:?}"),
        Err(Stop::NeedsServer) => "needs server".into(),
        Err(Stop::Fault(fault)) => panic!("a rule must not break: {fault:?}"),
    }
}

pub fn align(text: &mut String, rows: &[Vec<String>]) {
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<_> = (0..rows[0].len()).map(width).collect();
    for row in rows {
        let cells: Vec<_> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:width$}"))
            .collect();
        let _ = writeln!(text, "{}", cells.join("  ").trim_end());
    }
}

/// Compares a table with the one in the repository.
macro_rules! golden {
    ($name:literal, $text:expr) => {{
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("tables");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!($name, $text));
    }};
}

pub(crate) use golden;
