//! Who acts in the worlds, and what comes to their minds.

use liaison_core::{
    account::{Privacy, personal_codes, reset_code::ResetCode, seats, set_privacy::SetPrivacy},
    command::{Actor, Command},
    contact::{
        Pair,
        accept::AcceptRequest,
        answers,
        block::SetBlocked,
        decline::DeclineRequest,
        describe::DescribeContact,
        find_by_phone::FindByPhone,
        open_code::OpenCode,
        relations,
        remove::RemoveContact,
        send_request::{Recipient, SendRequest},
        withdraw::WithdrawRequest,
    },
    conversation::{mark_read::MarkRead, send_message::SendMessage, threads},
    demo::steps,
    id::{AccountId, DepartmentId, OrganizationId},
    memory::MemoryStore,
    organization::{cards, departments},
    policy::{
        ExternalMode, Permitted, set_colleague::SetColleaguePolicy, set_external::SetExternalPolicy,
    },
    row::ReadRows,
    time::{DAY, Time},
    world::World,
};

use crate::dice::Dice;

pub struct Cast {
    pub people: Vec<AccountId>,
    pub organizations: Vec<OrganizationId>,
}

pub const NUMBERS: [&str; 10] = [
    "+447700900201",
    "+447700900202",
    "+447700900203",
    "+447700900204",
    "+447700900205",
    "+447700900206",
    "+447700900207",
    "+447700900208",
    "+447700900209",
    "+447700900210",
];

impl Cast {
    /// Three companies, ten people, most of them verified, and open borders to begin with.
    pub fn stage() -> (World, Self) {
        let mut world = World::new(Time(20_000 * DAY), 99);
        let names = [
            "Ann", "Bob", "Carl", "Dora", "Erin", "Finn", "Gale", "Hugo", "Iris", "Jude",
        ];
        let people: Vec<_> = names
            .iter()
            .zip(NUMBERS)
            .map(|(name, number)| steps::person(&mut world, name, number))
            .collect();
        let mut organizations = Vec::new();
        for (number, name) in ["Northwind", "Contoso", "Fabrikam"].into_iter().enumerate() {
            let owner = people[number];
            let organization = steps::company_of(&mut world, owner, name);
            organizations.push(organization);
            let top = top_of(&world.store, organization);
            for seat in 0..2 {
                let index = 3 + 2 * number + seat;
                steps::member(
                    &mut world,
                    owner,
                    organization,
                    names[index],
                    &format!("e{index}"),
                    NUMBERS[index],
                    top,
                );
                steps::join(&mut world, people[index], organization);
            }
            let open = SetExternalPolicy {
                organization,
                mode: ExternalMode::Open,
                permitted: Permitted::Everyone,
                people_without_organization: true,
                served_by: None,
                why: String::new(),
            };
            world
                .run(Actor::Account(owner), &open)
                .expect("the owner may");
        }
        for (index, account) in people.iter().enumerate() {
            if index % 5 != 4 {
                verify(&mut world, *account, index);
            }
        }
        (
            world,
            Self {
                people,
                organizations,
            },
        )
    }

    /// Something that somebody might try, knowing what their tab shows; not all of it is allowed.
    pub fn act(&self, dice: &mut Dice, store: &MemoryStore, now: Time) -> (Actor, Command) {
        let me = *dice.pick(&self.people);
        let command = match dice.below(10) {
            0..=5 => self.between_people(dice, store, me, now),
            6 | 7 => self.policy(dice, store),
            _ => self.console(dice, store),
        };
        let actor = if dice.one_in(40) {
            Actor::Visitor
        } else {
            Actor::Account(me)
        };
        (actor, command)
    }

    fn between_people(
        &self,
        dice: &mut Dice,
        store: &MemoryStore,
        me: AccountId,
        now: Time,
    ) -> Command {
        let pairs: Vec<Pair> = rows(store.list(&relations(me)))
            .into_iter()
            .map(|(pair, _)| pair)
            .collect();
        let conversations: Vec<_> = rows(store.list(&threads(me)))
            .into_iter()
            .map(|(id, _)| id)
            .collect();
        let seat = self.seat(dice, store, me);
        let somebody = *dice.pick(&self.people);
        let their_seat = self.seat(dice, store, somebody);
        let pair = dice.pick_if_any(&pairs);
        match (dice.below(16), pair, dice.pick_if_any(&conversations)) {
            (0..=3, _, Some(conversation)) => SendMessage {
                conversation,
                text: format!("It is {}", now.0),
            }
            .into(),
            (4, _, Some(conversation)) => MarkRead {
                conversation,
                read: dice.next() % 9,
            }
            .into(),
            (5 | 6, Some(pair), _) => AcceptRequest { pair }.into(),
            (7, Some(pair), _) => match dice.below(6) {
                0 => DeclineRequest { pair }.into(),
                1 => WithdrawRequest { pair }.into(),
                2 => RemoveContact { pair }.into(),
                3 => SetBlocked {
                    pair,
                    blocked: dice.one_in(2),
                }
                .into(),
                4 => DescribeContact {
                    pair,
                    remark: "R".into(),
                    description: String::new(),
                }
                .into(),
                _ => SendRequest {
                    to: Recipient::Known(pair),
                    greeting: String::new(),
                }
                .into(),
            },
            (8 | 9, ..) => {
                let answers = rows(store.list(&answers(me)));
                match dice.pick_if_any(&answers.into_iter().map(|(id, _)| id).collect::<Vec<_>>()) {
                    Some(answer) => SendRequest {
                        to: Recipient::Answer(answer),
                        greeting: "Hello".into(),
                    }
                    .into(),
                    None => ResetCode {
                        seat,
                        expires: None,
                    }
                    .into(),
                }
            }
            (10, ..) => self.colleague_request(dice, store),
            (11, ..) => FindByPhone {
                mobile: steps::mobile(dice.pick::<&str>(&NUMBERS)),
                seat,
            }
            .into(),
            (12, ..) => SetPrivacy {
                privacy: Privacy {
                    findable_by_phone: !dice.one_in(3),
                    addable_by_code: !dice.one_in(3),
                    shows_department_and_title: dice.one_in(2),
                },
            }
            .into(),
            _ => match rows(store.find(&personal_codes(somebody).at(their_seat))) {
                Some(code) => OpenCode {
                    token: code.token,
                    seat,
                }
                .into(),
                None => ResetCode {
                    seat,
                    expires: None,
                }
                .into(),
            },
        }
    }

    fn colleague_request(&self, dice: &mut Dice, store: &MemoryStore) -> Command {
        let organization = *dice.pick(&self.organizations);
        let department = self.department(dice, store, organization);
        let members = rows(store.list(&cards(organization, department)));
        match dice.pick_if_any(
            &members
                .into_iter()
                .map(|(member, _)| member)
                .collect::<Vec<_>>(),
        ) {
            Some(member) => {
                let to = Recipient::Member {
                    organization,
                    department,
                    member,
                };
                SendRequest {
                    to,
                    greeting: String::new(),
                }
                .into()
            }
            None => SetColleaguePolicy {
                organization,
                automatic: dice.one_in(2),
                why: String::new(),
            }
            .into(),
        }
    }

    fn seat(
        &self,
        dice: &mut Dice,
        store: &MemoryStore,
        account: AccountId,
    ) -> Option<OrganizationId> {
        if dice.one_in(30) {
            return dice.pick_if_any(&self.organizations); // perhaps one that is not theirs
        }
        let seats: Vec<_> = rows(store.list(&seats(account)))
            .into_iter()
            .map(|(seat, _)| seat)
            .collect();
        dice.pick_if_any(&seats)
    }
}

/// A number verifies at most five accounts.
fn verify(world: &mut World, account: AccountId, index: usize) {
    steps::verify(
        world,
        account,
        ["11010519491231002X", "440306199001011236"][index % 2],
    );
    let privacy = SetPrivacy {
        privacy: Privacy {
            findable_by_phone: true,
            ..Privacy::default()
        },
    };
    world
        .run(Actor::Account(account), &privacy)
        .expect("one's own");
}

fn top_of(store: &MemoryStore, organization: OrganizationId) -> DepartmentId {
    let all = rows(store.list(&departments(organization)));
    all.into_iter()
        .find(|(_, row)| row.parent.is_none())
        .expect("a top department")
        .0
}

pub fn rows<T>(read: Result<T, liaison_core::store::Stop>) -> T {
    read.expect("an authority holds everything and reads what it wrote")
}
