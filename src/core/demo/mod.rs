//! Worlds made by running commands: the demo world, and the stages on which tests and benches act.

mod neighbours;
mod paper;
mod people;
pub mod steps;
mod world;

pub use paper::papers;
pub use world::demo_world;
