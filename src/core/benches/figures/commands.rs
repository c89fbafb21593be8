use liaison_core::{
    command::Actor,
    conversation::send_message::SendMessage,
    demo::steps,
    time::{DAY, Time},
    world::World,
};

use crate::{clock, heading};

const MESSAGES: u32 = 20_000;

/// Messages between two companies: for each, both policies are asked again.
pub fn figures() {
    heading("Commands");
    let mut world = World::new(Time(20_000 * DAY), 1);
    let (ann, conversation) = steps::two_who_talk(&mut world);
    let start = clock();
    for number in 0..MESSAGES {
        let text = format!("Message {number}");
        let say = SendMessage { conversation, text };
        world
            .run(Actor::Account(ann), &say)
            .expect("they are contacts");
    }
    let per_second = f64::from(MESSAGES) / (clock() - start).as_secs_f64();
    println!("FIGURE commands (messages) per second, natively | {per_second:.0} |  | ");
}
