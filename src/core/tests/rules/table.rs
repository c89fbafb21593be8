//! Draws a rule table.

use std::fmt::Write;

use liaison_core::{
    command::{Actor, Command},
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
                let outcome = actor(&state.stage).map(|actor| state.world.dry(actor, &command));
                row.push(outcome.map_or("·".into(), cell));
            }
            rows.push(row);
        }
        align(&mut text, &rows);
        text.push('\n');
    }
    text
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

fn align(text: &mut String, rows: &[Vec<String>]) {
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
