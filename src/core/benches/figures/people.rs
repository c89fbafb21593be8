//! Invented people: always the same, with names as they come.

use liaison_core::id::keyed_hash;

const FAMILY: [&str; 24] = [
    "王",
    "李",
    "张",
    "刘",
    "陈",
    "杨",
    "赵",
    "黄",
    "Smith",
    "García",
    "Müller",
    "Nguyễn",
    "Kowalska",
    "O'Brien",
    "Ivanova",
    "Haddad",
    "Okafor",
    "Tanaka",
    "Silva",
    "Kim",
    "Rossi",
    "Lindström",
    "Dubois",
    "van Dijk",
];
const GIVEN: [&str; 24] = [
    "伟",
    "芳",
    "秀英",
    "敏",
    "静",
    "磊",
    "洋",
    "梅梅",
    "Anna",
    "José",
    "Zoë",
    "Thị Ánh",
    "Łukasz",
    "Seán",
    "Olga",
    "Layla",
    "Chidi",
    "Yuki",
    "João",
    "Min-jun",
    "Giulia",
    "Åsa",
    "Élodie",
    "Maartje",
];

pub struct Invented {
    pub name: String,
    pub employee_id: String,
    pub mobile: String,
    pub title: &'static str,
    /// Up to four levels, some two thousand departments in all.
    pub path: String,
    pub email: String,
}

pub fn invented(number: u32) -> Invented {
    let chance = keyed_hash(&[7; 32], &number.to_be_bytes());
    let pick = |at: usize, of: usize| usize::from(chance[at]) % of;
    let (family, given) = (FAMILY[pick(0, 24)], GIVEN[pick(1, 24)]);
    let second = GIVEN[pick(2, 24)];
    let name = if family.is_ascii() || family.len() > 3 {
        format!("{given} {second} {family}")
    } else {
        format!("{family}{given}")
    };
    let mut path = format!("Division {}", pick(3, 8));
    for (level, of) in [(4, 8), (5, 8), (6, 4)] {
        if pick(level + 4, 8) > 0 {
            path += &format!("/Team {}", pick(level, of));
        } else {
            break;
        }
    }
    Invented {
        name,
        employee_id: format!("E{number:06}"),
        mobile: format!("+86139{number:08}"),
        title: ["Engineer", "", "Sales representative", "经理"][pick(11, 4)],
        path,
        email: format!("e{number}@example.com"),
    }
}
