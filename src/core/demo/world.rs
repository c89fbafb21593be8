//! The demo world: several organizations in both realms, reviewers, pending cases, requests and conversations. It is made
//! by running the real commands with a fixed seed, relative to the moment it is made (DEMO 2): whatever a rule refuses
//! cannot be in it.

mod founding;
mod talks;

use super::{
    neighbours::neighbours,
    people::{HALDEN, LANTU, NORTHWIND, YUNFAN},
    steps::{act, asked, draft, form, person_from, reviewer, submitted},
};
use crate::{
    account::{Privacy, set_privacy::SetPrivacy},
    field::Field,
    memory::MemoryStore,
    numbers::Region,
    time::{DAY, MINUTE, Time},
    world::World,
};

const SEED: u64 = 1;
/// When the first company of the demo registered, before now.
const BEGAN: u64 = 40 * DAY;

/// Everything that the demo shows, as it stands at `now`.
pub fn demo_world(now: Time) -> MemoryStore {
    let mut world = World::new(now.minus(BEGAN), SEED);
    reviewer(&mut world, "Robin Vale", "+447700900901");
    reviewer(&mut world, "钟离", "+8613900139001");

    let mut demo = Demo {
        world,
        verified: 100,
    };
    let yunfan = demo.found(&YUNFAN);
    let lantu = demo.found(&LANTU);
    let northwind = demo.found(&NORTHWIND);
    let halden = demo.found(&HALDEN);

    demo.world.now = now.minus(9 * DAY);
    demo.partners(&yunfan, &lantu, "品牌升级项目");
    demo.partners(&northwind, &halden, "Freight for the spring deliveries");

    demo.world.now = now.minus(6 * DAY);
    demo.talks(&yunfan, &lantu, &northwind, &halden);
    demo.read_all(&[&yunfan, &lantu, &northwind, &halden]);

    demo.world.now = now.minus(5 * DAY);
    demo.applications(now);
    neighbours(&mut demo.world, now);
    demo.world.now = now.minus(50 * MINUTE);
    demo.what_waits(&yunfan, &lantu, &northwind, &halden);
    demo.world.store
}

struct Demo {
    world: World,
    /// How many people have been verified, each with a number of their own.
    verified: u32,
}

impl Demo {
    /// One application with a question open, one to review, one that is still a draft.
    fn applications(&mut self, now: Time) {
        let world = &mut self.world;
        let region = |code| Region::parse(code).expect("a region");
        let wei = person_from(world, "Tan Wei Ling", "+6591234567", region("SG"));
        let aurora = submitted(
            world,
            wei,
            &form(region("SG"), "Aurora Robotics Pte. Ltd.", "Aurora Robotics"),
        );
        world.now = now.minus(3 * DAY);
        let why = "The address differs from the one in the register. Please check it, or explain the difference.";
        asked(world, aurora, &[Field::Address], why);
        let greta = person_from(world, "Greta Lindholm", "+46701234567", region("SE"));
        submitted(
            world,
            greta,
            &form(region("SE"), "Fjordlys Energi AB", "Fjordlys Energi"),
        );
        let song = person_from(world, "宋雅", "+8613700137001", region("CN"));
        draft(
            world,
            song,
            &form(region("CN"), "成都云杉食品有限公司", "云杉食品"),
        );
        world.now = now.minus(DAY);
        let camille = person_from(world, "Camille Laurent", "+33612345678", region("FR"));
        let privacy = Privacy {
            findable_by_phone: true,
            ..Privacy::default()
        };
        act(world, camille, &SetPrivacy { privacy });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ask::ask, command::Actor, operator::People};

    #[test]
    fn the_demo_is_alive() {
        let now = Time(20_500 * DAY);
        let store = demo_world(now);
        let people = ask(&store, Actor::Operator, now, &People).expect("readable");
        assert!(people.len() >= 50, "{} people have accounts", people.len());
        assert!(people.iter().any(|known| known.waiting > 0));
        assert!(store.last <= now, "nothing of it lies in the future");
        assert!(
            store.rows().eq(demo_world(now).rows()),
            "the same moment makes the same world"
        );
    }
}
