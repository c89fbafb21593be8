use liaison_core::{
    command::Actor,
    demo::steps,
    id::{AccountId, OrganizationId},
    organization::{
        Headcount, OrganizationRefusal, headcount,
        import::{
            Column, Columns, Sheet,
            batch::RowResult,
            csv::{CsvReader, write_row},
            people::read_people,
            plan::{Options, Plan, Planner, Summary, Verdict},
            report::{self, Results, write_absent, write_header},
            row::RowError,
        },
        invariants::broken,
    },
    refusal::{Field, Problem, Refusal},
    row::ReadRows,
    time::{DAY, Time},
    world::World,
};
use proptest::prelude::*;

struct Company {
    world: World,
    owner: AccountId,
    organization: OrganizationId,
}

fn company() -> Company {
    let mut world = World::new(Time(20_000 * DAY), 9);
    let owner = steps::person(&mut world, "Owner", "+8613800000000");
    let organization = steps::company_of(&mut world, owner, "Acme");
    Company {
        world,
        owner,
        organization,
    }
}

const HEADER: [&str; 7] = [
    "Name",
    "Employee ID",
    "Mobile",
    "Departments",
    "Title",
    "E-mail",
    "Direct manager",
];

fn sheet(text: &str) -> Sheet {
    let mut reader = CsvReader::default();
    reader.feed(text).expect("a readable file");
    reader.finish().expect("a readable file")
}

impl Company {
    fn plan(&self, text: &str, options: Options) -> Plan {
        let view = self.world.view(Actor::Account(self.owner));
        let people = read_people(&view, self.organization).expect("readable");
        let sheet = sheet(text);
        let columns = Columns::of(&sheet, &[]).expect("a known header");
        let mut planner = Planner::new(sheet, columns, people, options);
        while planner.step(3) {}
        planner.finish()
    }

    fn import(&mut self, plan: &Plan) -> Results {
        let owner = Actor::Account(self.owner);
        let mut results = Results::new(plan);
        for batch in plan.batches(self.organization, "people.csv") {
            results.note(self.world.run(owner, &batch).expect("decided"));
        }
        for departure in plan.departures(self.organization) {
            self.world.run(owner, &departure).expect("decided");
        }
        results
    }

    fn count(&self) -> Headcount {
        let row = self.world.store.find(&headcount(self.organization).at(()));
        row.expect("readable").expect("counted")
    }

    fn export(&self) -> String {
        let people = read_people(&self.world.store, self.organization).expect("readable");
        let mut text = String::new();
        write_row(&mut text, HEADER);
        for index in people.by_employee_id() {
            people.write_csv(&mut text, index);
        }
        text
    }
}

fn said(plan: &Plan) -> Vec<String> {
    let row = |row| {
        let verdict = match plan.verdict(row) {
            Verdict::Error(errors) => {
                let errors: Vec<_> = errors
                    .iter()
                    .map(|RowError { column, refusal }| match refusal {
                        Refusal::Input(_, problem) => format!("{column:?} {problem:?}"),
                        other => format!("{column:?} {other:?}"),
                    })
                    .collect();
                errors.join(", ")
            }
            other => format!("{other:?}"),
        };
        format!("{}: {verdict}", plan.number(row))
    };
    (0..plan.len()).map(row).collect()
}

#[test]
fn a_dry_run_says_of_every_row_what_would_happen() {
    let mut company = company();
    let first = "\
Name,Employee ID,Mobile,Departments,Title,E-mail,Direct manager
Ann,E1,+8613800000001,Sales/North;Support,Lead,ann@example.com,
Bob,E2,+8613800000002,/,,,E1
";
    let plan = company.plan(first, Options::default());
    assert_eq!(said(&plan), ["2: Add", "3: Add"]);
    assert_eq!(plan.summary.departments, 3);
    company.import(&plan);

    let deep = vec!["x"; 16].join("/");
    let second = format!(
        "Name,Employee ID,Mobile,Departments,Title,E-mail,Direct manager
Ann,e1,+86 138 0000 0001,sales / NORTH；support,Lead,ann@example.com,
Bob,E2,+8613800000002,Sales,Boss,,
Cid,E3,+8613800000001,/,,,
Dan,E4,+8613800000004,/,,,E99
Eve,E5,+8613800000005,{deep},,,
Fay,E4,+8613800000006,/,,x,
,E6,138,,,,
Gus,E7,+8613800000007,/,,,E8
Hal,E8,+8613800000008,/,,,E7
Ivy,E9,+8613800000009,/,,,E4
\"Joe, Jr.\",E10,+8613800000010,\"New;Sales/New\",,,E2
"
    );
    let plan = company.plan(&second, Options::default());
    insta::assert_snapshot!(said(&plan).join("\n"), @r"
    2: Change([EmployeeId])
    3: Change([Departments, Title, Manager])
    4: Mobile Taken
    5: Manager Unknown
    6: Departments Organization(DepartmentTooDeep)
    7: Email TooShort { least: 3 }
    8: Name Missing, Mobile Number(CountryMissing), Departments Missing
    9: Manager Organization(ManagerLoop)
    10: Manager Organization(ManagerLoop)
    11: Manager Unknown
    12: Add
    ");
}

#[test]
fn a_column_that_is_not_there_changes_nothing_and_an_empty_cell_clears() {
    let mut company = company();
    let plan = company.plan(
        "Name,Employee ID,Mobile,Title,E-mail\nAnn,E1,+8613800000001,Lead,a@b.cc\n",
        Options::default(),
    );
    company.import(&plan);
    let plan = company.plan("Employee ID,Title\nE1,\n", Options::default());
    assert_eq!(said(&plan), ["2: Change([Title])"]);
    company.import(&plan);
    assert!(
        company
            .export()
            .contains("Ann,E1,+86 138 0000 0001,/,,a@b.cc,\r\n"),
        "{}",
        company.export()
    );
}

#[test]
fn who_is_not_in_the_file_leaves_unless_they_are_too_many() {
    let mut company = company();
    let row = |at| format!("Person {at},E{at},+86138000000{at}\n");
    let file = |from: u32, to: u32| {
        let rows: String = (from..to).map(row).collect();
        format!("Name,Employee ID,Mobile\n{rows}")
    };
    let plan = company.plan(&file(10, 29), Options::default());
    company.import(&plan);
    let absent_leave = Options {
        absent_leave: true,
        ..Options::default()
    };
    let plan = company.plan(&file(14, 29), absent_leave);
    assert_eq!((plan.summary.leave, plan.refusal), (4, None));
    let over = company.plan(&file(15, 29), absent_leave);
    let refusal = Refusal::Organization(OrganizationRefusal::ImportRemovesTooMany);
    assert_eq!((over.summary.leave, over.refusal), (5, Some(refusal)));
    company.import(&plan);
    assert_eq!(company.count().members(), 16);
    let mangled = company.plan("Employee ID,Title\nE14,\u{202e}\n", absent_leave);
    assert_eq!(mangled.summary.error, 1);
    assert_eq!(mangled.summary.leave, 14, "whom a bad row mentions stays");
    let left = |file: &str| {
        let plan = company.plan(file, absent_leave);
        let ids = plan.leave().iter().map(|absent| absent.employee_id.clone());
        ids.collect::<Vec<_>>()
    };
    let mistyped = file(14, 29).replace(",E14,", ",E-41,");
    assert_eq!(left(&mistyped), [""; 0], "their own number mentions them");
    let worse = mistyped.replace(",E-41,", ",E 41,");
    assert_eq!(left(&worse), [""; 0], "whatever else is wrong");
}

#[test]
fn the_result_names_who_has_left_and_reads_back_as_it_was() {
    let mut company = company();
    let file = "Name,Employee ID,Mobile,Title,Shoes\n";
    let people = ["=Ann,E1", "Bob,E2", "Cid,E3", "Dan,E4", "Eve,E5"];
    let row = |(at, who): (usize, &&str)| format!("{who},+861380000001{at},-,1\n");
    let rows: Vec<String> = people.iter().enumerate().map(row).collect();
    let plan = company.plan(&format!("{file}{}", rows.concat()), Options::default());
    company.import(&plan);
    let options = Options {
        absent_leave: true,
        ..Options::default()
    };
    let plan = company.plan(&format!("{file}{}", rows[..4].concat()), options);
    let mut results = company.import(&plan);
    assert!(!results.has_left(0));
    for departure in plan.departures(company.organization) {
        results.note_left(&departure.members);
    }
    assert!(results.has_left(0));
    let mut text = String::new();
    write_header(&mut text, &plan, "Result");
    report::write_row(&mut text, &plan, 0, "Same");
    write_absent(&mut text, &plan, &plan.leave()[0], "Left");
    insta::assert_snapshot!(text.trim_start_matches('\u{feff}').replace("\r\n", "\n"), @r"
    Name,Employee ID,Mobile,Title,Shoes,Result
    '=Ann,E1,+8613800000010,'-,1,Same
    Eve,E5,,,,Left
    ");
    let again = company.plan(&text, Options::default());
    assert_eq!(said(&again)[0], "2: Same");
}

#[test]
fn a_number_without_its_country_is_read_where_the_screen_says() {
    let company = company();
    let file = "Name,Employee ID,Mobile\nAnn,E1,13800000001\n";
    let problem = |plan: &Plan| match plan.verdict(0) {
        Verdict::Error(errors) => matches!(
            errors[0].refusal,
            Refusal::Input(Field::Mobile, Problem::Number(_))
        ),
        _ => false,
    };
    assert!(problem(&company.plan(file, Options::default())));
    let region = liaison_core::numbers::Region::parse("CN");
    let plan = company.plan(
        file,
        Options {
            region,
            ..Options::default()
        },
    );
    assert_eq!(said(&plan), ["2: Add"]);
}

fn file() -> impl Strategy<Value = String> {
    let id = prop::sample::select(vec![
        "E1", "e1", "E2", "E3", "E4", "E5", "E6", "1", "bad id", "",
    ]);
    let manager = prop::sample::select(vec!["", "", "E1", "E2", "E3", "E4", "e5", "1", "E99"]);
    let path = prop::sample::select(vec!["/", "A", "a/B", "A/b/C", "D;A", "A/B;D/E", "", "x//y"]);
    let row = (
        id,
        0..9u8,
        manager,
        path,
        prop::sample::select(vec!["", "T", "U"]),
    );
    prop::collection::vec(row, 1..14).prop_map(|rows| {
        let mut text = String::new();
        write_row(&mut text, HEADER);
        for (id, mobile, manager, path, title) in rows {
            let mobile = format!("+861380000000{mobile}");
            write_row(
                &mut text,
                [&format!("N{title}"), id, &mobile, path, title, "", manager],
            );
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn an_import_does_what_its_dry_run_said(files in prop::collection::vec(file(), 1..4), leave in any::<bool>()) {
        let mut company = company();
        for text in files {
            let options = Options { absent_leave: leave, ..Options::default() };
            let plan = company.plan(&text, options);
            if plan.refusal.is_some() {
                continue;
            }
            let before = company.count();
            let results = company.import(&plan);
            for row in 0..plan.len() {
                let fits = matches!(
                    (plan.verdict(row), results.of(row)),
                    (Verdict::Add, Some(RowResult::Added(_)))
                        | (Verdict::Change(_), Some(RowResult::Changed(_)))
                        | (Verdict::Same, Some(RowResult::Same))
                        | (Verdict::Error(_), Some(RowResult::Error(_)))
                );
                prop_assert!(fits, "row {}: {:?} became {:?}\n{text}", plan.number(row), plan.verdict(row), results.of(row));
            }
            let after = company.count();
            let Summary { add, leave, departments, .. } = plan.summary;
            prop_assert_eq!(after.members() as usize, before.members() as usize + add - leave);
            prop_assert_eq!(after.departments as usize, before.departments as usize + departments);
            prop_assert_eq!(broken(&company.world.store, company.organization).unwrap(), Vec::<String>::new());

            // A row that could not be used may be usable afterwards, and then others repeat it.
            if plan.summary.error > 0 || leave > 0 {
                continue;
            }
            let again = company.plan(&text, Options::default());
            prop_assert_eq!(again.summary.same, plan.len(), "{}", text);
        }
    }

    #[test]
    fn what_was_exported_is_the_same_when_imported(files in prop::collection::vec(file(), 1..3)) {
        let mut company = company();
        for text in files {
            let plan = company.plan(&text, Options::default());
            company.import(&plan);
        }
        let export = company.export();
        let plan = company.plan(&export, Options { absent_leave: true, ..Options::default() });
        let members = company.count().members() as usize;
        prop_assert_eq!(plan.summary, Summary { same: members, ..Summary::default() }, "{}", export);
    }
}

#[test]
fn columns_are_the_same_in_template_import_and_export() {
    assert_eq!(Column::ALL.map(Column::english), HEADER);
}
