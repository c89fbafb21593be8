//! What everybody downloads first: the first screen, making an account, choosing a person, joining an organization.

fn main() {
    liaison_web::start_door();
}
