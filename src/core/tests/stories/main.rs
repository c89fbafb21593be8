//! What follows from several acts of several people, as sentences.

#[path = "../worlds/dice.rs"]
mod dice;
mod lives;
mod registering;
mod verifying;
