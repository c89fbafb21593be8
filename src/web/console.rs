//! The second half of Liaison, for few people or for once: registration, identity verification, the console, the review
//! desk.

fn main() {
    liaison_web::start_console();
}
