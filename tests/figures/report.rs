//! Figures with their aims, one a line, as `cargo xtask bench` gathers them.

/// What is aimed at.
#[derive(Clone, Copy)]
pub enum Aim {
    /// At most so much, in the figure's own unit.
    Most(f64),
    /// A figure that explains another one.
    None,
}

#[derive(Clone, Copy)]
pub enum Unit {
    Milliseconds,
    Seconds,
    Megabytes,
}

impl Unit {
    fn say(self, value: f64) -> String {
        match self {
            Self::Milliseconds => format!("{value:.1} ms"),
            Self::Seconds => format!("{value:.2} s"),
            Self::Megabytes => format!("{value:.0} MB"),
        }
    }
}

pub fn figure(name: &str, value: f64, unit: Unit, aim: Aim) {
    let (aim, outcome) = match aim {
        Aim::Most(most) if value <= most => (unit.say(most), "met"),
        Aim::Most(most) => (unit.say(most), "missed"),
        Aim::None => (String::new(), ""),
    };
    println!("FIGURE {name} | {} | {aim} | {outcome}", unit.say(value));
}

/// The middle one, or between the two in the middle the later.
pub fn median(values: &mut [f64]) -> f64 {
    share(values, 0.5)
}

/// So that this share of the values is not above it.
pub fn share(values: &mut [f64], share: f64) -> f64 {
    assert!(!values.is_empty(), "nothing was measured");
    values.sort_by(f64::total_cmp);
    let at = (values.len() as f64 * share) as usize;
    values[at.min(values.len() - 1)]
}
