//! What few people do, or most people once: registration, identity verification, the console, the review desk.

fn main() {
    liaison_web::start_console();
}
