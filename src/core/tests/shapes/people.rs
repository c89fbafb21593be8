use liaison_core::{
    account::*,
    contact::{Answer, Pair, Quota, Relation, RelationState, Way, answers, quota, relations},
    conversation::{
        Conversation, Message, Participant, Thread, conversation, messages, participants, threads,
    },
    id::AccountId,
    identity::{
        Identity, IdentityCount, IdentityState, RegionWay, Verified, identity, identity_counts,
        region_ways,
    },
    numbers::{DocumentKind, VerificationWay},
};

use crate::{samples::*, shape::Shape};

const ME: u8 = 0x10;

pub fn shapes() -> Vec<Shape> {
    let mut shapes = account();
    shapes.extend(of_identity());
    shapes.extend(contacts());
    shapes.extend(conversations());
    shapes
}

fn account() -> Vec<Shape> {
    let me: AccountId = id(ME);
    let number = || mobile().to_string();
    vec![
        Shape::one(
            profile(me).at(()),
            Profile {
                name: line("林静"),
                mobile: mobile(),
                region: region("CA"),
                home_region: Some(region("US")),
                main_seat: Some(id(0x11)),
                created: at(1),
            },
        ),
        Shape::one(
            privacy(me).at(()),
            Privacy {
                findable_by_phone: true,
                addable_by_code: false,
                shows_department_and_title: true,
            },
        ),
        Shape::of(
            seats(me).at(id(0x11)),
            each(vec![SeatState::Active, SeatState::Suspended], |state| {
                Seat {
                    member: id(0x12),
                    department: id(0x13),
                    state,
                    joined: at(1),
                }
            }),
        ),
        Shape::of(
            team(me).at(258),
            each(notices(), |notice| TeamEntry { at: at(1), notice }),
        ),
        Shape::one(team_read(me).at(()), TeamRead { seen: 300 }),
        Shape::one(
            personal_codes(me).at(Some(id(0x11))),
            PersonalCode {
                token: id(0x14),
                made: at(1),
                expires: Some(at(2)),
            },
        ),
        Shape::one(
            outside_card(party(ME)).at(()),
            OutsideCard {
                name: line("林静"),
                verified: true,
                position: Some((line("Sales"), Some(line("Lead")))),
            },
        ),
        Shape::one(mobile_owners().at(number()), MobileOwner { account: me }),
        Shape::one(
            mobile_codes().at(number()),
            MobileCode {
                digits: "012345".into(),
                sent: at(2),
                tries: 3,
                recent: vec![at(1), at(2)],
            },
        ),
        Shape::one(code_targets().at(id(0x14)), CodeTarget { party: party(ME) }),
        Shape::one(secret().at(()), Secret([7; 32])),
    ]
}

fn notices() -> Vec<Notice> {
    let registration = id(0x20);
    let organization = id(0x21);
    let company = line("青禾科技");
    vec![
        Notice::Welcome,
        Notice::RegistrationSubmitted {
            registration,
            company: company.clone(),
            due: at(5),
        },
        Notice::RegistrationQuestion {
            registration,
            company: company.clone(),
            why: prose("Which?"),
        },
        Notice::RegistrationApproved {
            registration,
            company: company.clone(),
            organization,
        },
        Notice::RegistrationRejected {
            registration,
            company: company.clone(),
            reason: prose("No."),
        },
        Notice::RegistrationClosed {
            registration,
            company: company.clone(),
        },
        Notice::IdentityVerified {
            name: line("林静"),
            switch_back: true,
        },
        Notice::IdentityRefused {
            reason: prose("No."),
        },
        Notice::Joined {
            organization,
            company: company.clone(),
        },
        Notice::SeatSuspended {
            company: company.clone(),
        },
        Notice::SeatRestored {
            company: company.clone(),
        },
        Notice::SeatEnded {
            company: company.clone(),
        },
        Notice::RoleChanged {
            company: company.clone(),
        },
        Notice::RequestReceived { from: party(0x22) },
        Notice::RequestAccepted { by: party(0x22) },
        Notice::PolicyChanged { company },
    ]
}

fn of_identity() -> Vec<Shape> {
    let states = vec![
        IdentityState::NotVerified,
        IdentityState::Pending {
            submission: id(0x30),
            since: at(2),
        },
        IdentityState::Verified,
        IdentityState::Refused {
            at: at(3),
            reason: prose("No."),
        },
    ];
    let verified = Verified {
        name: line("林静"),
        at: at(4),
        kind: DocumentKind::Passport,
        last_four: "002X".into(),
    };
    let ways = vec![
        VerificationWay::Mainland,
        VerificationWay::Documents,
        VerificationWay::None {
            instead: Some(region("CA")),
        },
    ];
    vec![
        Shape::of(
            identity(id(ME)).at(()),
            each(states, |state| Identity {
                state,
                attempts: vec![at(1)],
                verified: Some(verified.clone()),
            }),
        ),
        Shape::one(
            identity_counts().at([9; 32]),
            IdentityCount {
                accounts: vec![id(0x31), id(0x32)],
            },
        ),
        Shape::of(
            region_ways().at(region("US")),
            each(ways, |way| RegionWay { way }),
        ),
    ]
}

fn contacts() -> Vec<Shape> {
    use RelationState::*;
    let at = at(1);
    let states = vec![
        Sent { at },
        Received { at },
        Contact { since: at },
        Declined { at },
        DeclinedByMe { at },
        Withdrawn { at },
        WithdrawnByMe { at },
        RemovedByMe { at },
    ];
    vec![
        Shape::of(
            relations(id(ME)).at(pair()),
            each(states, |state| Relation {
                state,
                way: Way::Code,
                greeting: Some(line("Hello")),
                conversation: Some(id(0x43)),
                remark: Some(line("Bob")),
                description: Some(prose("From the fair")),
                blocked: true,
            }),
        ),
        Shape::one(
            answers(id(ME)).at(id(0x44)),
            Answer {
                party: party(0x40),
                seat: Some(id(0x42)),
                way: Way::Phone,
                at,
            },
        ),
        Shape::one(
            quota(id(ME)).at(()),
            Quota {
                outside_requests: vec![at],
                phone_searches: vec![at.plus(1), at.plus(2)],
            },
        ),
    ]
}

fn pair() -> Pair {
    Pair {
        theirs: party(0x40),
        seat: Some(id(0x42)),
    }
}

fn conversations() -> Vec<Shape> {
    let it = id(0x43);
    vec![
        Shape::one(
            messages(it).at(258),
            Message {
                from: id(0x40),
                at: at(1),
                text: prose("你好\nHello 👋"),
            },
        ),
        Shape::one(
            participants(it).at(id(0x40)),
            Participant {
                party: party(0x40),
                read: 300,
            },
        ),
        Shape::one(
            conversation(it).at(()),
            Conversation {
                messages: 301,
                last: at(1),
            },
        ),
        Shape::one(threads(id(ME)).at(it), Thread { pair: pair() }),
    ]
}
