//! What people read of a refusal (POL 4): whose rule it is, who can change it, what to do next.

use liaison_core::{
    command::Actor,
    contact::{
        block::SetBlocked,
        open_code::OpenCode,
        relations,
        remove::RemoveContact,
        send_request::{Recipient, SendRequest},
    },
    conversation::standing::Standing,
    id::{AccountId, Token},
    organization::{Realm, Role},
    policy::{ExternalMode, Permitted, Rule},
    refusal::Refusal,
    row::ReadRows,
    store::Stop,
    world::World,
};

use crate::{
    contact::{Stage, accepted},
    every::every,
    stage::{Firm, leave, move_realm, set_outside, set_serving, sit, suspend, unverify},
    table::{State, align, golden},
};

/// One line for each refusal that there is: a new one fails until somebody has read what is said of it.
#[test]
fn whoever_is_refused_reads_whose_rule_it_is_and_what_to_do() {
    let mut rows = vec![
        ["refusal", "side", "owner", "next step"]
            .map(str::to_owned)
            .to_vec(),
    ];
    for refusal in all_refusals() {
        let told = refusal.told();
        rows.push(vec![
            named(&refusal),
            format!("{:?}", told.side),
            format!("{:?}", told.owner),
            format!("{:?}", told.next),
        ]);
    }
    let mut text = String::new();
    align(&mut text, &rows);
    golden!("refusals", text);
}

fn all_refusals() -> Vec<Refusal> {
    let of_group = |group| match group {
        Refusal::NotThere | Refusal::SignIn => vec![group],
        Refusal::Input(field, _) => {
            let problems = every().into_iter();
            problems
                .map(|problem| Refusal::Input(field, problem))
                .collect()
        }
        Refusal::Account(_) => under(Refusal::Account),
        Refusal::Registration(_) => under(Refusal::Registration),
        Refusal::Desk(_) => under(Refusal::Desk),
        Refusal::Organization(_) => under(Refusal::Organization),
        Refusal::Identity(_) => under(Refusal::Identity),
        Refusal::Policy(_) => under(Refusal::Policy),
        Refusal::Contact(_) => under(Refusal::Contact),
    };
    every().into_iter().flat_map(of_group).collect()
}

fn under<T: serde::de::DeserializeOwned>(group: fn(T) -> Refusal) -> Vec<Refusal> {
    every().into_iter().map(group).collect()
}

/// Without what it tells besides: how many, until when.
fn named(refusal: &Refusal) -> String {
    let shown = format!("{refusal:?}");
    let (name, fields) = shown.split_once(" {").unwrap_or((&shown, ""));
    let closing = fields.rsplit('}').next().unwrap_or_default();
    format!("{name}{closing}")
}

/// Ann of ours and Bob of theirs were in contact when something came between them.
#[test]
fn each_side_reads_its_own_rule_and_never_the_other_ones() {
    let mut states = [
        since("in contact", |_, _| ()),
        since("ours closed", |s, w| {
            set_outside(w, s.ours, s.ann, ExternalMode::Closed, true)
        }),
        since("theirs closed", |s, w| {
            set_outside(w, s.theirs, s.bob, ExternalMode::Closed, true)
        }),
        since("ours: partners only", |s, w| {
            set_outside(w, s.ours, s.ann, ExternalMode::Partners, true)
        }),
        since("theirs: partners only", |s, w| {
            set_outside(w, s.theirs, s.bob, ExternalMode::Partners, true)
        }),
        since("ours: nobody may", |s, w| {
            set_outside(w, s.ours, s.ann, ExternalMode::Open, false)
        }),
        since("theirs: nobody may", |s, w| {
            set_outside(w, s.theirs, s.bob, ExternalMode::Open, false)
        }),
        since("ours: others serve people", |s, w| {
            let served_by = Some(Permitted::Nobody);
            set_serving(w, s.ours, s.ann, served_by)
        }),
        since("theirs: others serve people", |s, w| {
            let served_by = Some(Permitted::Nobody);
            set_serving(w, s.theirs, s.bob, served_by)
        }),
        since("Ann removed Bob", |s, w| {
            let act = RemoveContact { pair: s.anns() };
            w.run(Actor::Account(s.ann), &act).expect("a contact");
        }),
        since("Ann removed Bob, who asked again", |s, w| {
            let act = RemoveContact { pair: s.anns() };
            w.run(Actor::Account(s.ann), &act).expect("a contact");
            let again = SendRequest {
                to: Recipient::Known(s.bobs()),
                greeting: String::new(),
            };
            w.run(Actor::Account(s.bob), &again).expect("the way back");
        }),
        since("Ann blocked Bob", |s, w| {
            let (pair, blocked) = (s.anns(), true);
            w.run(Actor::Account(s.ann), &SetBlocked { pair, blocked })
                .expect("a contact");
        }),
        since("nobody's seat has one of theirs", |s, w| {
            sit(w, s.theirs, s.stranger, None);
        }),
        since("Ann not verified", |s, w| unverify(w, s.ann)),
        since("Bob not verified", |s, w| unverify(w, s.bob)),
        since("another realm", |s, w| {
            move_realm(w, s.theirs, Realm::Mainland)
        }),
        since("Ann suspended", |s, w| suspend(w, s.ours, s.ann)),
        since("Bob suspended", |s, w| suspend(w, s.theirs, s.bob)),
        since("Ann left", |s, w| leave(w, s.ours, s.ann)),
        since("Bob left", |s, w| leave(w, s.theirs, s.bob)),
        since("Bob removed Ann", |s, w| {
            let act = RemoveContact { pair: s.bobs() };
            w.run(Actor::Account(s.bob), &act).expect("a contact");
        }),
        since("Bob blocked Ann", |s, w| {
            let (pair, blocked) = (s.bobs(), true);
            w.run(Actor::Account(s.bob), &SetBlocked { pair, blocked })
                .expect("a contact");
        }),
    ];
    let people: [(&str, Who); 5] = [
        ("Ann", |s| s.ann),
        ("Bob", |s| s.bob),
        ("Ann's colleague", |s| s.unverified),
        ("Ann's administrator", |s| s.colleague),
        ("somebody else", |s| s.stranger),
    ];
    let mut text = String::from("# Of their conversation\n");
    for state in &states {
        let read = |(name, who): &(&str, Who)| {
            vec![(*name).to_owned(), standing(state, who(&state.stage))]
        };
        part(&mut text, state.name, people.iter().map(read));
    }
    text.push_str("# Of each other's code\n");
    for state in &mut states {
        let (stage, world) = (&state.stage, &mut state.world);
        let read = [
            vec![
                "Ann".into(),
                code(world, stage.ann, Some(stage.ours), stage.bobs_code),
            ],
            vec![
                "Bob".into(),
                code(world, stage.bob, Some(stage.theirs), stage.anns_code),
            ],
            vec![
                "Ann, of nobody's seat".into(),
                code(world, stage.ann, Some(stage.ours), stage.strangers_code),
            ],
            vec![
                "Nobody's seat, of Ann".into(),
                code(world, stage.stranger, None, stage.anns_code),
            ],
        ];
        part(&mut text, state.name, read.into_iter());
    }
    let unread: Vec<Rule> = every()
        .into_iter()
        .filter(|rule| !text.contains(&named(&Refusal::Policy(*rule))))
        .collect();
    assert!(unread.is_empty(), "in no row: {unread:?}");
    golden!("both_sides", text);
}

type Who = fn(&Stage) -> AccountId;

fn since(name: &'static str, happens: fn(&Stage, &mut World)) -> State<Stage> {
    let mut state = State { name, ..accepted() };
    let (stage, world) = (&state.stage, &mut state.world);
    sit(
        world,
        stage.ours,
        stage.colleague,
        Some(Role::Administrator),
    );
    happens(stage, world);
    state
}

fn standing(state: &State<Stage>, who: AccountId) -> String {
    let (stage, world) = (&state.stage, &state.world);
    let relation = world.store.find(&relations(stage.ann).at(stage.anns()));
    let conversation = relation
        .expect("readable")
        .and_then(|relation| relation.conversation);
    let question = Standing {
        conversation: conversation.expect("they were in contact"),
    };
    reads(world.ask(Actor::Account(who), &question))
}

fn code(world: &mut World, who: AccountId, firm: Option<Firm>, token: Token) -> String {
    let seat = firm.map(|firm| firm.id);
    let answer = world.dry(Actor::Account(who), &OpenCode { token, seat });
    reads(answer.map(|_| Ok(())))
}

fn reads(answer: Result<Result<(), Refusal>, Stop>) -> String {
    match answer {
        Ok(Ok(())) => "open".into(),
        Ok(Err(refusal)) | Err(Stop::Refused(refusal)) => {
            let told = refusal.told();
            format!(
                "{} ({:?}, {:?}, {:?})",
                named(&refusal),
                told.side,
                told.owner,
                told.next
            )
        }
        Err(stop) => panic!("neither open nor refused: {stop:?}"),
    }
}

fn part(text: &mut String, name: &str, rows: impl Iterator<Item = Vec<String>>) {
    text.push_str(&format!("## {name}\n"));
    align(text, &rows.collect::<Vec<_>>());
    text.push('\n');
}
