//! The companies' half of Liaison: registration, the console, the review desk.

fn main() {
    liaison_web::start_console();
}
