//! What follows from several acts of several people, as sentences.

#[path = "../worlds/dice.rs"]
mod dice;
mod documents;
mod line;
mod lives;
mod registering;
mod verifying;
mod waiting;
