//! The demo world: several organizations in both realms, reviewers, pending cases, requests and conversations. It is made
//! by running the real commands with a fixed seed, relative to the moment it is made (DEMO 2): whatever a rule refuses
//! cannot be in it.

use std::collections::BTreeMap;

use super::{
    neighbours::neighbours,
    people::{Firm, HALDEN, LANTU, NORTHWIND, Person, YUNFAN},
    steps::{
        act, approve_identity, asked, company, department, draft, form, id_number, join, member_of,
        mobile as mobile_of, person_from, reviewer, show_number, show_passport, submitted, verify,
    },
};
use crate::{
    account::{
        Privacy, mark_team_read::MarkTeamRead, personal_codes, set_privacy::SetPrivacy, thread,
    },
    contact::{
        Pair,
        accept::AcceptRequest,
        open_code::OpenCode,
        send_request::{Recipient, SendRequest, Sent},
    },
    conversation::{mark_read::MarkRead, send_message::SendMessage},
    field::Field,
    id::{AccountId, ConversationId, OrganizationId},
    memory::MemoryStore,
    numbers::Region,
    organization::{
        Role, add_member::AddMember, company as company_row, departments, details::Details,
        give_role::GiveRole,
    },
    policy::{ExternalMode, Permitted, add_partner::AddPartner, set_external::SetExternalPolicy},
    row::ReadRows,
    time::{DAY, HOUR, MINUTE, Time},
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

/// A company and those of its people who have joined.
struct Founded {
    id: OrganizationId,
    owner: AccountId,
    joined: BTreeMap<&'static str, AccountId>,
}

impl Founded {
    fn of(&self, name: &str) -> AccountId {
        self.joined[name]
    }
}

impl Demo {
    /// A company registers, is approved, and its people are provisioned and join.
    fn found(&mut self, firm: &Firm) -> Founded {
        let world = &mut self.world;
        let region = Region::parse(firm.region).expect("a region");
        let (owner_name, ..) = firm.people[0];
        let owner = person_from(world, owner_name, &number(firm, 0), region);
        let id = company(
            world,
            owner,
            &form(region, firm.legal_name, firm.display_name),
        );
        let mut founded = Founded {
            id,
            owner,
            joined: BTreeMap::from([(owner_name, owner)]),
        };
        self.world.wait(3 * HOUR);
        let departments = self.departments(&founded, firm);
        for (index, (name, department, title)) in firm.people.iter().enumerate().skip(1) {
            let is_here = !name.starts_with('-');
            let name = name.trim_start_matches('-');
            let mobile = number(firm, index);
            let employee_id = format!("{:04}", 100 + index);
            let details = Details {
                name: name.into(),
                employee_id,
                mobile: mobile_of(&mobile),
                email: String::new(),
                departments: vec![departments[department]],
                title: (*title).into(),
                manager: None,
            };
            act(
                &mut self.world,
                owner,
                &AddMember {
                    organization: id,
                    details,
                },
            );
            self.world.wait(MINUTE);
            if is_here {
                let account = person_from(&mut self.world, name, &mobile, region);
                join(&mut self.world, account, id);
                founded.joined.insert(name, account);
            }
        }
        for (index, role) in [(1, Role::Administrator), (2, Role::Auditor)] {
            let member = member_of(&self.world, founded.of(firm.people[index].0), id);
            act(
                &mut self.world,
                owner,
                &GiveRole {
                    organization: id,
                    member,
                    role,
                },
            );
        }
        self.verify_most(&founded, firm.people, region);
        founded
    }

    fn departments(
        &mut self,
        founded: &Founded,
        firm: &Firm,
    ) -> BTreeMap<&'static str, crate::id::DepartmentId> {
        let rows = self
            .world
            .store
            .list(&departments(founded.id))
            .expect("readable");
        let (top, _) = rows
            .into_iter()
            .find(|(_, row)| row.parent.is_none())
            .expect("a top department");
        let mut made = BTreeMap::new();
        for (_, name, _) in firm.people {
            made.entry(*name).or_insert_with(|| {
                department(&mut self.world, founded.owner, founded.id, name, top)
            });
        }
        made
    }

    /// Most people have proved who they are and let themselves be found by phone; a few have not come to it.
    fn verify_most(&mut self, founded: &Founded, people: &[Person], region: Region) {
        for (index, (name, ..)) in people.iter().enumerate() {
            let Some(account) = founded.joined.get(name) else {
                continue;
            };
            if index % 6 == 5 {
                continue;
            }
            self.verified += 1;
            if region == Region::CN {
                verify(&mut self.world, *account, &id_number(self.verified));
            } else {
                let passport = format!("5{:08}", self.verified);
                let submission = show_passport(&mut self.world, *account, region, &passport);
                approve_identity(&mut self.world, submission);
            }
            let privacy = Privacy {
                findable_by_phone: index % 3 != 2,
                ..Privacy::default()
            };
            act(&mut self.world, *account, &SetPrivacy { privacy });
        }
    }

    /// Each names the other as its partner.
    fn partners(&mut self, ours: &Founded, theirs: &Founded, why: &str) {
        for (one, other) in [(ours, theirs), (theirs, ours)] {
            let row = self
                .world
                .store
                .find(&company_row(other.id).at(()))
                .expect("readable")
                .expect("a company");
            let policy = SetExternalPolicy {
                organization: one.id,
                mode: ExternalMode::Partners,
                permitted: Permitted::Everyone,
                people_without_organization: false,
                why: why.into(),
            };
            act(&mut self.world, one.owner, &policy);
            let add = AddPartner {
                organization: one.id,
                corporate_id: row.corporate_id.to_string(),
                until: None,
                why: why.into(),
            };
            act(&mut self.world, one.owner, &add);
        }
    }

    fn talks(&mut self, yunfan: &Founded, lantu: &Founded, northwind: &Founded, halden: &Founded) {
        let talk = self.befriend(
            lantu,
            "沈知秋",
            yunfan,
            "陈思雨",
            "您好，我是澜图设计的沈知秋。",
        );
        self.say(
            talk,
            &[
                (lantu.of("沈知秋"), "思雨您好，品牌手册的初稿已经整理好了。"),
                (yunfan.of("陈思雨"), "太好了，周四上午我们一起过一遍？"),
                (lantu.of("沈知秋"), "可以，我带上苏晴，她负责交互部分。"),
                (yunfan.of("陈思雨"), "好的，我约会议室。"),
            ],
        );
        let talk = self.befriend(
            northwind,
            "Anna Maria Berg",
            halden,
            "Maya Cohen",
            "Hello from Northwind",
        );
        self.say(
            talk,
            &[
                (
                    northwind.of("Anna Maria Berg"),
                    "Good morning Maya, could the two crates for Gdańsk leave on Thursday?",
                ),
                (
                    halden.of("Maya Cohen"),
                    "Good morning! Thursday works if the papers are here by Wednesday noon.",
                ),
                (
                    northwind.of("Anna Maria Berg"),
                    "They will be. Jakub is sending them today.",
                ),
            ],
        );
        let talk = self.befriend(northwind, "Kenji Watanabe", northwind, "Owen Price", "");
        self.say(
            talk,
            &[(
                northwind.of("Owen Price"),
                "The new sensor board boots. Noise is down by half.",
            )],
        );
        let talk = self.befriend(yunfan, "刘洋", yunfan, "欧阳娜娜", "");
        self.say(talk, &[(yunfan.of("刘洋"), "下个版本的需求评审改到周五。")]);
    }

    /// By the other one's code: opened, asked, accepted.
    fn befriend(
        &mut self,
        from: &Founded,
        asks: &str,
        to: &Founded,
        accepts: &str,
        greeting: &str,
    ) -> ConversationId {
        let pair = self.ask(from, asks, to, accepts, greeting);
        let (me, other) = (from.of(asks), to.of(accepts));
        self.world.wait(HOUR);
        act(
            &mut self.world,
            other,
            &AcceptRequest {
                pair: pair.mirrored(me),
            },
        )
    }

    fn ask(
        &mut self,
        from: &Founded,
        asks: &str,
        to: &Founded,
        accepts: &str,
        greeting: &str,
    ) -> Pair {
        let (me, other) = (from.of(asks), to.of(accepts));
        let code = self
            .world
            .store
            .find(&personal_codes(other).at(Some(to.id)))
            .expect("readable")
            .expect("a code");
        let answer = act(
            &mut self.world,
            me,
            &OpenCode {
                token: code.token,
                seat: Some(from.id),
            },
        );
        match act(
            &mut self.world,
            me,
            &SendRequest {
                to: Recipient::Answer(answer),
                greeting: greeting.into(),
            },
        ) {
            Sent::Waiting(pair) | Sent::Contacts(pair) => pair,
        }
    }

    fn say(&mut self, conversation: ConversationId, said: &[(AccountId, &str)]) {
        for (who, text) in said {
            self.world.wait(11 * MINUTE);
            act(
                &mut self.world,
                *who,
                &SendMessage {
                    conversation,
                    text: (*text).into(),
                },
            );
        }
        let who: Vec<_> = said.iter().map(|(who, _)| *who).collect();
        for who in who {
            act(
                &mut self.world,
                who,
                &MarkRead {
                    conversation,
                    read: said.len() as u64,
                },
            );
        }
    }

    /// What happened so far has been seen.
    fn read_all(&mut self, companies: &[&Founded]) {
        for account in companies.iter().flat_map(|founded| founded.joined.values()) {
            let told = thread(&self.world.store, *account, self.world.now);
            let seen = told.expect("readable").len() as u64;
            act(&mut self.world, *account, &MarkTeamRead { seen });
        }
    }

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

    /// Identity cases at the desk, requests to answer and messages to read.
    fn what_waits(
        &mut self,
        yunfan: &Founded,
        lantu: &Founded,
        northwind: &Founded,
        halden: &Founded,
    ) {
        show_number(&mut self.world, yunfan.of("赵梓涵"), &id_number(901));
        show_passport(
            &mut self.world,
            northwind.of("Chloé Durand"),
            Region::parse("CA").expect("a region"),
            "AB123456",
        );
        self.ask(
            lantu,
            "苏晴",
            yunfan,
            "欧阳娜娜",
            "我是澜图的苏晴，想对一下交互稿。",
        );
        self.ask(
            halden,
            "Lars Eriksen",
            northwind,
            "Jakub Nowak",
            "About Wednesday's papers",
        );
        let pair = self.ask(
            halden,
            "Yusuf Demir",
            northwind,
            "Kenji Watanabe",
            "Customs codes for the sensor boards",
        );
        let (yusuf, kenji) = (halden.of("Yusuf Demir"), northwind.of("Kenji Watanabe"));
        let conversation = act(
            &mut self.world,
            kenji,
            &AcceptRequest {
                pair: pair.mirrored(yusuf),
            },
        );
        self.world.wait(7 * MINUTE);
        let text = "Thank you. Which code did you use for the last batch?";
        act(
            &mut self.world,
            yusuf,
            &SendMessage {
                conversation,
                text: text.into(),
            },
        );
    }
}

/// The company's range, and a place in it.
fn number(firm: &Firm, index: usize) -> String {
    format!("{}{:02}", firm.mobiles_begin, index + 1)
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
