//! What people type, paste and send by mistake or on purpose: each gets a refusal that a sentence can be made of, and
//! nothing that was there is lost.

use liaison_core::{
    account::{mobile_codes, profile_of, request_code::RequestCode, sign_up::SignUp},
    command::{Act, Actor},
    contact::{
        ContactRefusal, Pair, RelationState, accept::AcceptRequest, describe::DescribeContact,
        relations, send_request::Recipient, send_request::SendRequest, withdraw::WithdrawRequest,
    },
    conversation::{messages, send_message::SendMessage},
    demo::steps,
    id::{AccountId, ConversationId, DepartmentId, OrganizationId},
    numbers::Region,
    organization::{
        OrganizationRefusal, add_member::AddMember, cards, create_department::CreateDepartment,
        department::top, details::Details, move_department::MoveDepartment, tree::Tree,
    },
    policy::add_partner::AddPartner,
    refusal::{Field, Problem, Refusal},
    row::ReadRows,
    store::Stop,
    time::{DAY, SECOND, Time},
    world::World,
};

pub const SCRIPT: &str = "<script>alert(1)</script>";
pub const ARABIC: &str = "شركة الأفق";
pub const FAMILY: &str = "👩‍👩‍👧"; // five signs

/// Ann of one company has asked Bob of another.
struct Stage {
    world: World,
    ann: AccountId,
    bob: AccountId,
    ours: OrganizationId,
    /// The relation as each of the two holds it.
    anns: Pair,
    bobs: Pair,
}

fn stage() -> Stage {
    let mut world = World::new(Time(20_000 * DAY), 5);
    let ann = steps::person(&mut world, "Ann", "+8613800000001");
    let bob = steps::person(&mut world, "Bob", "+8613800000002");
    let ours = steps::company_of(&mut world, ann, "Northwind");
    let theirs = steps::company_of(&mut world, bob, "Contoso");
    for (number, account, organization) in [(1, ann, ours), (2, bob, theirs)] {
        steps::verify(&mut world, account, &steps::id_number(number));
        steps::open_to_everybody(&mut world, account, organization);
    }
    let bobs = steps::ask_by_code(&mut world, (ann, ours), (bob, theirs), "Hello");
    Stage {
        world,
        ann,
        bob,
        ours,
        anns: bobs.mirrored(bob),
        bobs,
    }
}

impl Stage {
    fn ann<A: Act>(&mut self, act: &A) -> Result<A::Done, Stop> {
        self.world.run(Actor::Account(self.ann), act)
    }

    fn bob<A: Act>(&mut self, act: &A) -> Result<A::Done, Stop> {
        self.world.run(Actor::Account(self.bob), act)
    }

    fn department(&mut self, name: &str, parent: DepartmentId) -> Result<DepartmentId, Stop> {
        let organization = self.ours;
        let name = name.into();
        self.ann(&CreateDepartment {
            organization,
            parent,
            name,
        })
    }

    fn details(&self, name: &str) -> Details {
        Details {
            name: name.into(),
            employee_id: "e-7".into(),
            mobile: steps::mobile("+8613800000007"),
            email: String::new(),
            departments: vec![top(self.ours)],
            title: String::new(),
            manager: None,
        }
    }

    fn provision(&mut self, details: Details) -> Result<(), Stop> {
        let organization = self.ours;
        let act = AddMember {
            organization,
            details,
        };
        self.world.dry(Actor::Account(self.ann), &act).map(drop)
    }

    fn in_contact(&mut self) -> ConversationId {
        let pair = self.bobs;
        self.bob(&AcceptRequest { pair }).expect("asked")
    }
}

pub fn input<T>(field: Field, problem: Problem) -> Result<T, Stop> {
    Err(Refusal::Input(field, problem).into())
}

fn department<T>(refusal: OrganizationRefusal) -> Result<T, Stop> {
    Err(Refusal::Organization(refusal).into())
}

#[test]
fn no_department_stands_on_the_sixteenth_level_or_below_itself() {
    let mut stage = stage();
    let mut path = vec![top(stage.ours)];
    for level in 1..=15 {
        let parent = path[level - 1];
        path.push(
            stage
                .department(&format!("Level {level}"), parent)
                .expect("room"),
        );
    }
    let too_deep = department(OrganizationRefusal::DepartmentTooDeep);
    assert_eq!(stage.department("Level 16", path[15]), too_deep);

    let organization = stage.ours;
    let mut to = |department, to| {
        let act = MoveDepartment {
            organization,
            department,
            to,
        };
        stage.ann(&act)
    };
    for below in [path[1], path[2], path[15]] {
        let a_loop = department(OrganizationRefusal::DepartmentLoop);
        assert_eq!(to(path[1], below), a_loop);
    }
    let other = stage.department("Other", path[0]).expect("room");
    let pair = stage.department("Pair", other).expect("room");
    let mut to = |department, to| {
        let act = MoveDepartment {
            organization,
            department,
            to,
        };
        stage.ann(&act)
    };
    assert_eq!(
        to(other, path[14]),
        department(OrganizationRefusal::DepartmentTooDeep)
    );
    assert_eq!(to(pair, path[14]), Ok(()));
    let tree = Tree::read(&stage.world.store, organization).unwrap();
    assert_eq!((tree.depth(path[15]), tree.depth(pair)), (15, 15));
}

#[test]
fn a_name_has_one_to_sixty_four_signs_of_any_script() {
    let mut stage = stage();
    let long = "名".repeat(64);
    for name in ["X", "李", &long, "Ann 🙂", FAMILY, ARABIC, SCRIPT] {
        let details = stage.details(name);
        assert_eq!(stage.provision(details), Ok(()), "{name}");
        let created = stage.department(name, top(stage.ours)).map(drop);
        // A slash stands between the departments of a path.
        let expected = match name {
            SCRIPT => input(Field::Department, Problem::Form),
            _ => Ok(()),
        };
        assert_eq!(created, expected, "{name}");
    }
    let (most, is) = (64, 65);
    for (name, problem) in [
        ("", Problem::Missing),
        (" \u{3000}\t", Problem::Missing),
        ("\u{200d}", Problem::Missing),
        ("\u{3164}\u{ad}", Problem::Missing),
        ("Ann\u{202e}nnA", Problem::HiddenSign),
        ("Ann\u{2066}", Problem::HiddenSign),
        ("Ann\0", Problem::HiddenSign),
        (&"名".repeat(65), Problem::TooLong { most, is }),
    ] {
        let details = stage.details(name);
        assert_eq!(
            stage.provision(details),
            input(Field::Name, problem),
            "{name:?}"
        );
        let parent = top(stage.ours);
        assert_eq!(
            stage.department(name, parent),
            input(Field::Department, problem),
            "{name:?}"
        );
    }
    assert_eq!(
        sign_up(&mut stage.world, ""),
        input(Field::Name, Problem::Missing)
    );
    let account = sign_up(&mut stage.world, ARABIC).unwrap();
    assert_eq!(
        &*profile_of(&stage.world.store, account).unwrap().name,
        ARABIC
    );
}

fn sign_up(world: &mut World, name: &str) -> Result<AccountId, Stop> {
    let mobile = steps::mobile("+8613800000009");
    world.run(Actor::Visitor, &RequestCode { mobile })?;
    let code = world.store.find(&mobile_codes().at(mobile.to_string()))?;
    let act = SignUp {
        name: name.into(),
        region: Region::CN,
        mobile,
        code: code.expect("sent").digits,
    };
    world.run(Actor::Visitor, &act)?.map_err(Stop::Refused)
}

#[test]
fn a_tag_is_text_like_any_other_and_no_number_or_id() {
    let mut stage = stage();
    let mut details = stage.details(SCRIPT);
    details.title = SCRIPT.into();
    let organization = stage.ours;
    let act = AddMember {
        organization,
        details: details.clone(),
    };
    let member = stage.ann(&act).expect("text");
    let card = stage
        .world
        .store
        .find(&cards(organization, top(organization)).at(member));
    let card = card.unwrap().unwrap();
    assert_eq!((&*card.name, card.title.as_deref()), (SCRIPT, Some(SCRIPT)));

    details.employee_id = SCRIPT.into();
    assert_eq!(
        stage.provision(details.clone()),
        input(Field::EmployeeId, Problem::Form)
    );
    details.employee_id = "e-8".into();
    details.email = SCRIPT.into();
    assert_eq!(stage.provision(details), input(Field::Email, Problem::Form));
    let partner = AddPartner {
        organization,
        corporate_id: SCRIPT.into(),
        until: None,
        why: SCRIPT.into(),
    };
    let refused = stage.ann(&partner).map(drop);
    assert_eq!(refused, input(Field::CorporateId, Problem::Form));

    let conversation = stage.in_contact();
    let text = SCRIPT.to_owned();
    stage
        .ann(&SendMessage { conversation, text })
        .expect("text");
    let said = stage.world.store.list(&messages(conversation)).unwrap();
    assert_eq!(&*said[0].1.text, SCRIPT);
    let describe = DescribeContact {
        pair: stage.bobs,
        remark: SCRIPT.into(),
        description: SCRIPT.into(),
    };
    let (most, is) = (20, SCRIPT.len() as u32);
    let refused = stage.bob(&describe);
    assert_eq!(refused, input(Field::Remark, Problem::TooLong { most, is }));
}

#[test]
fn a_greeting_has_at_most_140_signs_however_many_bytes_they_take() {
    let mut stage = stage();
    let pair = stage.anns;
    stage.ann(&WithdrawRequest { pair }).expect("asked");
    let mut greet = |greeting: String| {
        let to = Recipient::Known(pair);
        stage.ann(&SendRequest { to, greeting }).map(drop)
    };
    let (most, is) = (140, 141);
    let too_long = Problem::TooLong { most, is };
    assert_eq!(greet("x".repeat(141)), input(Field::Greeting, too_long));
    assert_eq!(greet("🙂".repeat(141)), input(Field::Greeting, too_long));
    assert_eq!(greet("🙂".repeat(140)), Ok(()));
}

#[test]
fn a_greeting_of_several_lines_arrives_as_one() {
    let mut stage = stage();
    let pair = stage.anns;
    stage.ann(&WithdrawRequest { pair }).expect("asked");
    let greeting = "Hello Bob, \r\n\r\n\tAnn here.\u{2028}See you  soon\n".into();
    let to = Recipient::Known(pair);
    stage.ann(&SendRequest { to, greeting }).expect("text");
    let relation = stage.world.store.find(&relations(stage.bob).at(stage.bobs));
    let greeting = relation.unwrap().unwrap().greeting;
    assert_eq!(
        greeting.as_deref(),
        Some("Hello Bob, Ann here. See you  soon")
    );
}

#[test]
fn what_was_withdrawn_a_second_ago_cannot_be_accepted() {
    let mut stage = stage();
    let pair = stage.anns;
    stage.ann(&WithdrawRequest { pair }).expect("asked");
    stage.world.wait(SECOND);
    let accept = AcceptRequest { pair: stage.bobs };
    let gone = Refusal::Contact(ContactRefusal::RequestGone);
    assert_eq!(stage.bob(&accept), Err(gone.into()));
    let (ann, bob) = (stage.ann, stage.bob);
    for (account, pair) in [(ann, pair), (bob, stage.bobs)] {
        let relation = stage.world.store.find(&relations(account).at(pair));
        let relation = relation.unwrap().unwrap();
        assert_eq!(relation.conversation, None);
        assert!(matches!(
            relation.state,
            RelationState::Withdrawn { .. } | RelationState::WithdrawnByMe { .. }
        ));
    }
}

#[test]
fn a_message_of_a_megabyte_is_refused_and_the_longest_arrives_whole() {
    let mut stage = stage();
    let conversation = stage.in_contact();
    let mut say = |text: String| stage.ann(&SendMessage { conversation, text }).map(drop);
    let (most, is) = (4000, 1 << 20);
    let too_long = Problem::TooLong { most, is };
    assert_eq!(say("x".repeat(1 << 20)), input(Field::Message, too_long));
    assert_eq!(say(" \n ".into()), input(Field::Message, Problem::Missing));
    let longest = "好".repeat(4000);
    assert_eq!(say(longest.clone()), Ok(()));
    let said = stage.world.store.list(&messages(conversation)).unwrap();
    assert_eq!(said.len(), 1);
    assert_eq!(*said[0].1.text, *longest);
}
