use std::time::Duration;

use liaison_core::{
    command::Actor,
    demo::steps,
    id::{AccountId, DepartmentId, Id, MemberId, OrganizationId, keyed_hash},
    memory::{Commit, MemoryStore},
    numbers::Mobile,
    organization::{
        EmployeeId, MemberCard, MemberMobile, MemberRecord, MemberRef, MemberStatus, cards,
        employee_ids,
        import::{
            Columns,
            csv::{CsvReader, write_row},
            people::{People, PeopleReader},
            plan::{Options, Plan, Planner},
        },
        member_mobiles, records,
    },
    refusal::Field,
    row::WriteRows,
    text::Line,
    time::{DAY, Time},
    world::World,
};

use crate::{clock, figure, heading, megabytes, milliseconds, people::invented, timed};

const MEMBERS: u32 = 100_000;

pub fn figures() {
    heading("Memory with 100,000 members, four rows each");
    memory();

    heading("An import of 100,000 rows");
    let text = file(|_| "");
    figure("the file", megabytes(text.len()));
    let mut world = World::new(Time(20_000 * DAY), 1);
    let owner = steps::person(&mut world, "Owner", "+8613800000000");
    let organization = steps::company_of(&mut world, owner, "Acme");
    let plan = dry_run(&world, owner, organization, &text);
    assert_eq!(plan.summary.add, MEMBERS as usize);
    import(&mut world, owner, organization, &plan);
    figure("the world then", megabytes(world.store.size()));

    heading("The same file again");
    let plan = dry_run(&world, owner, organization, &text);
    assert_eq!(plan.summary.same, MEMBERS as usize);

    heading("With another title in every row");
    let plan = dry_run(&world, owner, organization, &file(|_| "Lead"));
    assert_eq!(plan.summary.change, MEMBERS as usize);
    import(&mut world, owner, organization, &plan);
}

fn memory() {
    let organization = OrganizationId::from_bytes([1; 16]);
    let id = |kind: u8, number: u32| -> [u8; 16] {
        let hash = keyed_hash(&[kind; 32], &number.to_be_bytes());
        hash[..16].try_into().expect("sixteen bytes")
    };
    let line = |text: &str| Line::check(Field::Name, text, 1..=99).ok();
    let people: Vec<_> = (0..MEMBERS)
        .map(|number| {
            let person = invented(number);
            let department = DepartmentId::from_bytes(id(1, number % 2_000));
            let card = MemberCard {
                name: line(&person.name).expect("a name"),
                employee_id: EmployeeId::check(&person.employee_id).expect("an ID"),
                title: line(person.title),
                status: MemberStatus::Invited,
                account: None,
            };
            let record = MemberRecord {
                mobile: Mobile::parse(&person.mobile, None).expect("a number"),
                email: line(&person.email),
                departments: vec![department],
                manager: None,
            };
            (
                MemberId::from_bytes(id(2, number)),
                department,
                card,
                record,
            )
        })
        .collect();
    let mut store = MemoryStore::default();
    timed("written row by row in commits of 500", || {
        for people in people.chunks(500) {
            let mut tx = store.begin();
            for (member, department, card, record) in people {
                let put = (|| {
                    tx.put(&cards(organization, *department).at(*member), card)?;
                    tx.put(&records(organization).at(*member), record)?;
                    let employee_id = employee_ids().at((organization, card.employee_id.folded()));
                    tx.put(&employee_id, &MemberRef { member: *member })?;
                    let mobile = member_mobiles().at((record.mobile.digits(), organization));
                    tx.put(&mobile, &MemberMobile { member: *member })
                })();
                put.expect("written");
            }
            tx.commit(Time(1));
        }
    });
    figure("bytes in the store", megabytes(store.size()));
    figure(
        "bytes per member",
        format!("{}", store.size() / MEMBERS as usize),
    );
    let snapshot = timed("a snapshot of all", || store.snapshot());
    let pages: Vec<_> = {
        let fresh: std::collections::BTreeMap<_, _> = snapshot.fresh.into_iter().collect();
        snapshot
            .manifest
            .pages
            .iter()
            .map(|page| fresh[page].clone())
            .collect()
    };
    let opened = timed("opened from its pages", || {
        MemoryStore::open(&snapshot.manifest, pages)
    });
    assert!(opened.is_ok());
}

/// With some change to the titles.
fn file(title: fn(&'static str) -> &'static str) -> String {
    let mut text = String::new();
    let header = [
        "Name",
        "Employee ID",
        "Mobile",
        "Departments",
        "Title",
        "E-mail",
        "Direct manager",
    ];
    write_row(&mut text, header);
    for number in 0..MEMBERS {
        let person = invented(number);
        let manager = if number < 10 {
            String::new()
        } else {
            format!("E{:06}", number / 10)
        };
        let other = title(person.title);
        let title = if other.is_empty() {
            person.title
        } else {
            other
        };
        let cells = [
            &person.name,
            &person.employee_id,
            &person.mobile,
            &person.path,
            title,
            &person.email,
            &manager,
        ];
        write_row(&mut text, cells);
    }
    text
}

fn dry_run(world: &World, owner: AccountId, organization: OrganizationId, text: &str) -> Plan {
    let start = clock();
    let sheet = timed("reading the file in slices of 64 kB", || {
        let mut reader = CsvReader::default();
        let mut rest = text;
        while !rest.is_empty() {
            let (slice, behind) = rest.split_at(rest.floor_char_boundary(65_536.min(rest.len())));
            reader.feed(slice).expect("readable");
            rest = behind;
        }
        reader.finish().expect("readable")
    });
    let columns = Columns::of(&sheet, &[]).expect("a known header");
    let people = timed("reading the members through the owner's view", || {
        everybody(world, owner, organization)
    });
    let planner = timed("looking at every row", || {
        let mut planner = Planner::new(sheet, columns, people, Options::default());
        while planner.step(1000) {}
        planner
    });
    let plan = timed("the rest", || planner.finish());
    figure("the dry run", milliseconds(clock() - start));
    plan
}

fn everybody(world: &World, owner: AccountId, organization: OrganizationId) -> People {
    let view = world.view(Actor::Account(owner));
    let mut reader = PeopleReader::new(&view, organization).expect("readable");
    while reader.step(&view, 1000).expect("readable") {}
    reader.finish()
}

fn import(world: &mut World, owner: AccountId, organization: OrganizationId, plan: &Plan) {
    let mut slowest = Duration::ZERO;
    let mut journal = 0;
    let start = clock();
    for batch in plan.batches(organization, "people.csv") {
        let began = clock();
        let (_, changes) = world
            .run_changes(Actor::Account(owner), &batch)
            .expect("decided");
        slowest = slowest.max(clock() - began);
        let commit = Commit {
            number: 1,
            time: Time(1),
            changes,
        };
        journal += commit.to_bytes().len();
    }
    figure(
        "the import in batches of 500",
        milliseconds(clock() - start),
    );
    figure("the slowest batch", milliseconds(slowest));
    figure("into the journal", megabytes(journal));
}
