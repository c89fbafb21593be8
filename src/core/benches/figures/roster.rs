use std::time::{Duration, Instant};

use liaison_core::{
    id::{DepartmentId, Id, MemberId, OrganizationId, keyed_hash},
    memory::MemoryStore,
    organization::{
        Department, EmployeeId, MemberCard, MemberStatus, cards, department::UNPLACED, departments,
        roster::Roster,
    },
    refusal::Field,
    row::WriteRows,
    text::Line,
    time::Time,
};

use crate::{figure, heading, megabytes, milliseconds, people::invented, timed};

const DEPARTMENTS: u32 = 2_000;

pub fn figures(members: u32) {
    heading(&format!("The roster of {members} members"));
    let organization = OrganizationId::from_bytes([1; 16]);
    let mut store = MemoryStore::default();
    for start in (0..members).step_by(10_000) {
        fill(
            &mut store,
            organization,
            start..(start + 10_000).min(members),
        );
    }
    let mut roster = timed("read from the cards", || {
        Roster::read(&store, organization).expect("readable")
    });
    figure("bytes held", megabytes(roster.size()));

    let queries = queries(members);
    // The best of five, so that other programs do not count.
    let search = |typed: &String| {
        let start = Instant::now();
        std::hint::black_box(roster.search(typed, 50));
        start.elapsed()
    };
    let best = |typed| (0..5).map(|_| search(typed)).min().unwrap_or_default();
    let mut times: Vec<Duration> = queries.iter().map(best).collect();
    liaison_core::order::sort(&mut times);
    let at = |share: f64| times[(times.len() as f64 * share) as usize];
    figure("a search for 50, median", milliseconds(at(0.5)));
    figure(
        "a search for 50, of 20 the slowest but one",
        milliseconds(at(0.95)),
    );
    figure("the slowest search", milliseconds(times[times.len() - 1]));
    timed("everybody with an e", || {
        std::hint::black_box(roster.matching("e")).len()
    });

    let mut tx = store.begin();
    let (member, department, mut card) = member(5);
    card.status = MemberStatus::Active;
    tx.put(&cards(organization, department).at(member), &card)
        .expect("written");
    let changes = tx.commit(Time(2));
    timed("following a new status", || {
        roster.follow(organization, &changes).expect("readable")
    });
    let mut tx = store.begin();
    card.name = line("Somebody Else");
    tx.put(&cards(organization, department).at(member), &card)
        .expect("written");
    let changes = tx.commit(Time(3));
    timed("following a new name", || {
        roster.follow(organization, &changes).expect("readable")
    });
}

fn fill(store: &mut MemoryStore, organization: OrganizationId, members: std::ops::Range<u32>) {
    let mut tx = store.begin();
    if members.start == 0 {
        for number in 0..DEPARTMENTS {
            let row = Department {
                name: line("Team"),
                parent: None,
                order: UNPLACED,
            };
            tx.put(&departments(organization).at(department(number)), &row)
                .expect("written");
        }
    }
    for number in members {
        let (member, department, card) = member(number);
        tx.put(&cards(organization, department).at(member), &card)
            .expect("written");
    }
    tx.commit(Time(1));
}

fn member(number: u32) -> (MemberId, DepartmentId, MemberCard) {
    let person = invented(number);
    let card = MemberCard {
        name: line(&person.name),
        employee_id: EmployeeId::check(&person.employee_id).expect("an ID"),
        title: None,
        status: MemberStatus::Invited,
        account: None,
    };
    let hash = keyed_hash(&[9; 32], &number.to_be_bytes());
    let id = hash[..16].try_into().expect("sixteen bytes");
    (
        MemberId::from_bytes(id),
        department(number % DEPARTMENTS),
        card,
    )
}

fn department(number: u32) -> DepartmentId {
    DepartmentId::from_bytes((u128::from(number) << 64).to_be_bytes())
}

fn line(text: &str) -> Line {
    Line::check(Field::Name, text, 1..=99).expect("a name")
}

/// What people type: each beginning of some names and employee IDs, words of names, and what nobody has.
fn queries(members: u32) -> Vec<String> {
    let mut queries = Vec::new();
    for number in (0..members).step_by(members as usize / 40) {
        let person = invented(number);
        for text in [
            &*person.name,
            &*person.employee_id,
            person.name.split(' ').next_back().unwrap_or_default(),
        ] {
            let mut typed = String::new();
            for sign in text.chars() {
                typed.push(sign);
                queries.push(typed.clone());
            }
        }
        queries.push(format!("nobody{number}"));
    }
    queries
}
