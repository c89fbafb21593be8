//! What everybody does every day: chats, contacts, one's own things.

fn main() {
    liaison_web::start_people();
}
