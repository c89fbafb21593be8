//! People of these companies meet and talk.

use super::{Demo, founding::Founded};
use crate::{
    account::{mark_team_read::MarkTeamRead, thread},
    contact::{Pair, accept::AcceptRequest},
    conversation::{mark_read::MarkRead, send_message::SendMessage},
    demo::steps::{act, ask_by_code, id_number, show_number, show_passport},
    id::{AccountId, ConversationId},
    numbers::Region,
    time::{HOUR, MINUTE},
};

impl Demo {
    pub fn talks(
        &mut self,
        yunfan: &Founded,
        lantu: &Founded,
        northwind: &Founded,
        halden: &Founded,
    ) {
        let talk = self.befriend(
            (lantu, "沈知秋"),
            (yunfan, "陈思雨"),
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
            (northwind, "Anna Maria Berg"),
            (halden, "Maya Cohen"),
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
        let talk = self.befriend((northwind, "Kenji Watanabe"), (northwind, "Owen Price"), "");
        self.say(
            talk,
            &[(
                northwind.of("Owen Price"),
                "The new sensor board boots. Noise is down by half.",
            )],
        );
        let talk = self.befriend((yunfan, "刘洋"), (yunfan, "欧阳娜娜"), "");
        self.say(talk, &[(yunfan.of("刘洋"), "下个版本的需求评审改到周五。")]);
    }

    /// By the other one's code: opened, asked, accepted.
    fn befriend(
        &mut self,
        from: (&Founded, &str),
        (to, accepts): (&Founded, &str),
        greeting: &str,
    ) -> ConversationId {
        let pair = self.ask(from, (to, accepts), greeting);
        self.world.wait(HOUR);
        act(&mut self.world, to.of(accepts), &AcceptRequest { pair })
    }

    /// What comes back is the relation as the other holds it.
    fn ask(
        &mut self,
        (from, asks): (&Founded, &str),
        (to, asked): (&Founded, &str),
        greeting: &str,
    ) -> Pair {
        let (me, other) = ((from.of(asks), from.id), (to.of(asked), to.id));
        ask_by_code(&mut self.world, me, other, greeting)
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
    pub fn read_all(&mut self, companies: &[&Founded]) {
        for account in companies.iter().flat_map(|founded| founded.joined.values()) {
            let told = thread(&self.world.store, *account, self.world.now);
            let seen = told.expect("readable").len() as u64;
            act(&mut self.world, *account, &MarkTeamRead { seen });
        }
    }

    /// Identity cases at the desk, requests to answer and messages to read.
    pub fn what_waits(
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
            (lantu, "苏晴"),
            (yunfan, "欧阳娜娜"),
            "我是澜图的苏晴，想对一下交互稿。",
        );
        self.ask(
            (halden, "Lars Eriksen"),
            (northwind, "Jakub Nowak"),
            "About Wednesday's papers",
        );
        let pair = self.ask(
            (halden, "Yusuf Demir"),
            (northwind, "Kenji Watanabe"),
            "Customs codes for the sensor boards",
        );
        let (yusuf, kenji) = (halden.of("Yusuf Demir"), northwind.of("Kenji Watanabe"));
        let conversation = act(&mut self.world, kenji, &AcceptRequest { pair });
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
