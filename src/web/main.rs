//! The people's half of Liaison: the first screen, chats, contacts, one's own things.

fn main() {
    liaison_web::start_people();
}
