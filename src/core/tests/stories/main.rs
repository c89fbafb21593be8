//! What follows from several acts of several people, as sentences.

mod bad_input;
mod bad_numbers;
#[path = "../worlds/dice.rs"]
mod dice;
mod documents;
mod line;
mod lives;
mod operating;
mod policies;
mod registering;
#[path = "../worlds/tabs.rs"]
mod tabs;
mod verifying;
mod waiting;
