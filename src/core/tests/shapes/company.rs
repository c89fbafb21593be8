use liaison_core::{
    audit::{Changed, Fact, Head, Link, Payload, What, head, links, payloads},
    command::Actor,
    organization::*,
    policy::{
        ColleaguePolicy, ExternalMode, ExternalPolicy, GreetingPolicy, Partner, Permitted,
        PolicyChange, Serving, colleague_policy, external_policy, greeting_policy, partners,
        serving,
    },
    refusal::Field,
    space::Space,
};

use crate::{every::every, samples::*, shape::Shape};

const OURS: u8 = 0x50;

pub fn shapes() -> Vec<Shape> {
    let mut shapes = departments_and_members();
    shapes.extend(what_leads_to_a_member());
    shapes.extend(policy());
    shapes.extend(trail());
    shapes
}

fn departments_and_members() -> Vec<Shape> {
    let ours = id(OURS);
    let employee_id = EmployeeId::check("A-7").expect("an employee ID");
    vec![
        Shape::of(
            company(ours).at(()),
            each(every::<Realm>(), |realm| Company {
                corporate_id: CorporateId([0x51; 8]),
                legal_name: line("青禾科技有限公司"),
                display_name: line("青禾科技"),
                realm,
                verified: at(1),
            }),
        ),
        Shape::one(
            departments(ours).at(id(0x52)),
            Department {
                name: line("Sales"),
                parent: Some(id(0x53)),
                order: 300,
            },
        ),
        Shape::one(
            department_names(ours).at((id(0x53), "sales".into())),
            DepartmentRef {
                department: id(0x52),
            },
        ),
        Shape::of(
            roles(ours).at(id(0x54)),
            each(every::<Role>(), |role| RoleRow {
                role,
                department: id(0x52),
            }),
        ),
        Shape::of(
            cards(ours, id(0x52)).at(id(0x54)),
            each(every::<MemberStatus>(), |status| MemberCard {
                name: line("孙悦"),
                employee_id: employee_id.clone(),
                title: Some(line("Lead")),
                status,
                account: Some(id(0x55)),
            }),
        ),
        Shape::one(
            pointers(ours, id(0x56)).at(id(0x54)),
            MemberPointer { main: id(0x52) },
        ),
        Shape::one(
            records(ours).at(id(0x54)),
            MemberRecord {
                mobile: mobile(),
                email: Some(line("sun@example.com")),
                departments: vec![id(0x52), id(0x56)],
                manager: Some(id(0x57)),
            },
        ),
        Shape::one(
            former_members(ours).at(id(0x54)),
            FormerMember {
                name: line("孙悦"),
                employee_id: employee_id.clone(),
                left: at(2),
            },
        ),
        Shape::one(
            former_accounts(ours).at(id(0x55)),
            FormerAccount {
                name: line("孙悦"),
                left: at(2),
            },
        ),
        Shape::one(
            headcount(ours).at(()),
            Headcount {
                invited: 1,
                active: 300,
                suspended: 2,
                departments: 3,
            },
        ),
    ]
}

fn what_leads_to_a_member() -> Vec<Shape> {
    let ours = id(OURS);
    vec![
        Shape::one(
            invitations(ours).at(id(0x58)),
            Invitation {
                token: id(0x59),
                member: Some(id(0x54)),
                made: at(1),
                made_by: id(0x55),
                expires: at(2),
                revoked: Some(at(3)),
            },
        ),
        Shape::one(
            invitation_targets().at(id(0x59)),
            InvitationTarget {
                organization: ours,
                invitation: id(0x58),
            },
        ),
        Shape::one(
            employee_ids().at((ours, "a-7".into())),
            MemberRef { member: id(0x54) },
        ),
        Shape::one(
            member_mobiles().at((mobile().digits(), ours)),
            MemberMobile { member: id(0x54) },
        ),
        Shape::one(
            corporate_ids().at(CorporateId([0x51; 8])),
            OrganizationRef { organization: ours },
        ),
    ]
}

fn policy() -> Vec<Shape> {
    let ours = id(OURS);
    let changed = PolicyChange {
        at: at(1),
        by: line("孙悦"),
        why: Some(prose("A fair")),
    };
    let permitted = vec![
        Permitted::Everyone,
        Permitted::Chosen {
            departments: vec![id(0x52)],
            members: vec![id(0x54), id(0x57)],
        },
        Permitted::Nobody,
    ];
    vec![
        Shape::of(
            external_policy(ours).at(()),
            each(permitted, |permitted| ExternalPolicy {
                mode: ExternalMode::Partners,
                permitted,
                people_without_organization: true,
                changed: Some(changed.clone()),
            }),
        ),
        Shape::one(
            partners(ours).at(id(0x60)),
            Partner {
                name: line("海岳物流"),
                corporate_id: CorporateId([0x61; 8]),
                added: at(1),
                added_by: id(0x55),
                until: Some(at(2)),
            },
        ),
        Shape::one(
            colleague_policy(ours).at(()),
            ColleaguePolicy {
                automatic: true,
                changed: Some(changed.clone()),
            },
        ),
        Shape::one(
            serving(ours).at(()),
            Serving {
                by: Permitted::Everyone,
            },
        ),
        Shape::one(
            greeting_policy(ours).at(()),
            GreetingPolicy {
                allowed: false,
                changed: Some(changed),
            },
        ),
    ]
}

fn trail() -> Vec<Shape> {
    let space = Space::Console(id(OURS));
    let actors = vec![Actor::Visitor, Actor::Account(id(0x55)), Actor::Operator];
    let fact = Fact {
        what: What::MemberChanged,
        about: "孙悦".into(),
        changes: vec![Changed {
            field: Field::Title,
            before: None,
            after: Some("Lead".into()),
        }],
        reason: Some("A promotion".into()),
    };
    vec![
        Shape::of(
            links(space).at(258),
            each(actors, |actor| Link {
                time: at(1),
                actor,
                what: What::MemberChanged,
                payload: [0x70; 32],
                hash: [0x71; 32],
            }),
        ),
        Shape::one(
            payloads(space).at(258),
            Payload {
                salt: [0x72; 32],
                fact,
            },
        ),
        Shape::one(
            head(space).at(()),
            Head {
                links: 300,
                hash: [0x71; 32],
            },
        ),
    ]
}
