//! Two small companies of the mainland whose people may all speak with each other.

use super::steps::{
    ask_by_code, colleague, company, department, form, id_number, open_to_everybody, person, verify,
};
use crate::{
    command::Actor,
    contact::accept::AcceptRequest,
    conversation::send_message::SendMessage,
    numbers::Region,
    organization::department::top,
    time::{DAY, HOUR, Time},
    world::World,
};

/// Some of them talk already, and a request waits.
pub fn neighbours(world: &mut World, now: Time) {
    let lin = person(world, "林静", "+8613800000001");
    let qinghe = company(
        world,
        lin,
        &form(Region::CN, "青禾科技（上海）有限公司", "青禾科技"),
    );
    let sales = department(world, lin, qinghe, "销售部", top(qinghe));
    let wang = colleague(
        world,
        lin,
        qinghe,
        "王小明",
        "QH-12",
        "+8613800000012",
        sales,
    );
    colleague(world, lin, qinghe, "孙悦", "QH-13", "+8613800000013", sales);

    let zhou = person(world, "周海", "+8613800000020");
    let haiyue = company(
        world,
        zhou,
        &form(Region::CN, "海岳物流（宁波）有限公司", "海岳物流"),
    );
    let chen = colleague(
        world,
        zhou,
        haiyue,
        "陈晓",
        "HY-7",
        "+8613800000022",
        top(haiyue),
    );

    for (n, account) in (1..).zip([lin, wang, zhou, chen]) {
        verify(world, account, &id_number(n));
    }
    open_to_everybody(world, lin, qinghe);
    open_to_everybody(world, zhou, haiyue);

    world.now = now.minus(2 * DAY);
    let pair = ask_by_code(
        world,
        (chen, haiyue),
        (wang, qinghe),
        "您好，我是海岳物流的陈晓。",
    );
    let accept = AcceptRequest { pair };
    let conversation = world.run(Actor::Account(wang), &accept).expect("both may");
    for (who, text) in [
        (wang, "您好，下周的发货计划我今天发给您。"),
        (chen, "好的，收到后我安排车辆。"),
    ] {
        world.wait(HOUR);
        let text = text.into();
        let say = SendMessage { conversation, text };
        world
            .run(Actor::Account(who), &say)
            .expect("they are contacts");
    }
    world.now = now.minus(3 * HOUR);
    ask_by_code(
        world,
        (zhou, haiyue),
        (lin, qinghe),
        "林总您好，想聊聊明年的合作。",
    );
}
