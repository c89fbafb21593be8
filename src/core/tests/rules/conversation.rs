use liaison_core::{
    command::{Actor, Command},
    contact::relations,
    conversation::{mark_read::MarkRead, send_message::SendMessage},
    id::{Chance, ConversationId},
    policy::{ExternalMode, Permitted, set_external::SetExternalPolicy},
    row::ReadRows,
    world::World,
};

use crate::{
    contact::{PEOPLE, Stage, accepted, asked, removed},
    stage::suspend,
    table::{State, Try, draw, golden},
};

fn closed_later() -> State<Stage> {
    let mut state = State {
        name: "ours closed since",
        ..accepted()
    };
    let act = SetExternalPolicy {
        organization: state.stage.ours.id,
        mode: ExternalMode::Closed,
        permitted: Permitted::Everyone,
        people_without_organization: false,
        served_by: None,
        why: "An incident".into(),
    };
    state
        .world
        .run(Actor::Account(state.stage.ann), &act)
        .expect("the owner may");
    state
}

fn bob_suspended() -> State<Stage> {
    let mut state = State {
        name: "Bob suspended",
        ..accepted()
    };
    suspend(&mut state.world, state.stage.theirs, state.stage.bob);
    state
}

fn conversation(stage: &Stage, world: &World) -> ConversationId {
    let relation = world
        .store
        .find(&relations(stage.ann).at(stage.anns()))
        .expect("readable");
    relation
        .and_then(|relation| relation.conversation)
        .unwrap_or(Chance::new([4; 32]).id())
}

#[test]
fn conversations() {
    let mut states = [
        asked(),
        accepted(),
        closed_later(),
        bob_suspended(),
        removed(),
    ];
    let tries: [Try<Stage>; 3] = [
        |stage, world| {
            Command::from(SendMessage {
                conversation: conversation(stage, world),
                text: "Hello".into(),
            })
        },
        |stage, world| {
            Command::from(SendMessage {
                conversation: conversation(stage, world),
                text: " ".into(),
            })
        },
        |stage, world| {
            Command::from(MarkRead {
                conversation: conversation(stage, world),
                read: 1,
            })
        },
    ];
    golden!("conversation", draw(&mut states, &PEOPLE, &tries));
}
