//! What was done, how long each part took, and how it ended: the table at the end of a command.

use crate::run::Done;
use std::time::{Duration, Instant};

pub struct Steps {
    began: Instant,
    rows: Vec<Row>,
}

struct Row {
    name: String,
    took: Duration,
    outcome: Done<Note>,
}

/// What a step has to say for itself.
#[derive(Default)]
pub struct Note {
    pub text: String,
    pub tests: Option<Tests>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Tests {
    pub passed: u64,
    pub failed: u64,
    pub ignored: u64,
}

impl From<()> for Note {
    fn from((): ()) -> Note {
        Note::default()
    }
}

impl From<String> for Note {
    fn from(text: String) -> Note {
        Note { text, tests: None }
    }
}

impl Steps {
    pub fn begin() -> Steps {
        Steps {
            began: Instant::now(),
            rows: Vec::new(),
        }
    }

    /// Does one step and goes on whatever comes of it; `end` tells. What the step made, if it went well.
    pub fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Done<(T, Note)>) -> Option<T> {
        println!("\n== {name}");
        let began = Instant::now();
        let (made, outcome) = match work() {
            Ok((made, note)) => (Some(made), Ok(note)),
            Err(sentence) => {
                eprintln!("{sentence}");
                (None, Err(sentence))
            }
        };
        self.rows.push(Row {
            name: name.to_owned(),
            took: began.elapsed(),
            outcome,
        });
        made
    }

    /// A step that makes nothing which later steps need.
    pub fn plain<N: Into<Note>>(&mut self, name: &str, work: impl FnOnce() -> Done<N>) {
        self.step(name, || Ok(((), work()?.into())));
    }

    /// The tests of all steps together. A step of tests that broke before it could count is one failure.
    pub fn tests(&self) -> Tests {
        let mut sum = Tests::default();
        for row in &self.rows {
            match &row.outcome {
                Ok(Note { tests: Some(t), .. }) => {
                    sum.passed += t.passed;
                    sum.failed += t.failed;
                    sum.ignored += t.ignored;
                }
                Ok(_) => {}
                Err(_) => sum.failed += 1,
            }
        }
        sum
    }

    /// Prints the table; an error names the steps that went wrong.
    pub fn end(&self) -> Done {
        let widest = self.rows.iter().map(|row| row.name.chars().count()).max();
        let widest = widest.unwrap_or(0).max("together".len());
        println!("\n{:widest$}  {:>8}  outcome", "step", "time");
        for row in &self.rows {
            let outcome = match &row.outcome {
                Ok(Note {
                    tests: Some(t),
                    text,
                }) => {
                    let ending = if t.failed > 0 { "FAILED" } else { "ok" };
                    let gap = if text.is_empty() { "" } else { " " };
                    format!(
                        "{ending}, {} passed, {} failed{gap}{text}",
                        t.passed, t.failed
                    )
                }
                Ok(note) if note.text.is_empty() => "ok".to_owned(),
                Ok(note) => format!("ok, {}", note.text),
                Err(sentence) => {
                    format!("FAILED: {}", sentence.lines().next().unwrap_or_default())
                }
            };
            println!("{:widest$}  {:>8}  {outcome}", row.name, time(row.took));
        }
        println!("{:widest$}  {:>8}", "together", time(self.began.elapsed()));

        let failed: Vec<&str> = self
            .rows
            .iter()
            .filter(|row| row.failed())
            .map(|row| row.name.as_str())
            .collect();
        match failed.as_slice() {
            [] => Ok(()),
            names => Err(format!("Not in order: {}.", names.join(", "))),
        }
    }
}

impl Row {
    fn failed(&self) -> bool {
        match &self.outcome {
            Ok(note) => note.tests.is_some_and(|tests| tests.failed > 0),
            Err(_) => true,
        }
    }
}

pub fn time(took: Duration) -> String {
    let seconds = took.as_secs();
    match seconds {
        0..=59 => format!("{:.1} s", took.as_secs_f64()),
        _ => format!("{} m {:02} s", seconds / 60, seconds % 60),
    }
}
