//! A file with a hundred thousand invented people, always the same.

use std::fmt::Write;

pub const PEOPLE: u32 = 100_000;

const FAMILY: [&str; 12] = [
    "王",
    "李",
    "张",
    "刘",
    "陈",
    "Smith",
    "García",
    "Nguyễn",
    "Okafor",
    "Tanaka",
    "Lindström",
    "Haddad",
];
const GIVEN: [&str; 12] = [
    "伟", "芳", "秀英", "敏", "静", "Anna", "José", "Zoë", "Olga", "Chidi", "Yuki", "Élodie",
];
const TITLES: [&str; 4] = ["Engineer", "", "Sales representative", "经理"];

pub fn file() -> String {
    let mut text = "Name,Employee ID,Mobile,Departments,Title,E-mail,Direct manager\r\n".to_owned();
    for number in 0..PEOPLE {
        let name = name(number);
        let path = path(number);
        let title = TITLES[pick(number, 7, 4)];
        let manager = match number {
            0..10 => String::new(),
            _ => format!("E{:06}", number / 10),
        };
        _ = writeln!(
            text,
            "{name},E{number:06},+86 139 {:04} {:04},{path},{title},e{number}@example.com,{manager}\r",
            number / 10_000,
            number % 10_000
        );
    }
    text
}

fn name(number: u32) -> String {
    let family = FAMILY[pick(number, 1, 12)];
    let [given, second] = [2, 3].map(|of| GIVEN[pick(number, of, 12)]);
    format!("{given} {second} {family}")
}

/// Up to three levels, some five hundred departments in all.
fn path(number: u32) -> String {
    let mut path = format!("Division {}", pick(number, 4, 8));
    for level in [5, 6] {
        if pick(number, level + 10, 8) == 0 {
            break;
        }
        _ = write!(path, "/Team {}", pick(number, level, 8));
    }
    path
}

fn pick(number: u32, what: u32, of: usize) -> usize {
    // Knuth's multiplier and a shift: even enough for names.
    let mixed = (number * 31 + what)
        .wrapping_mul(2_654_435_769)
        .rotate_left(15);
    (mixed.wrapping_mul(2_246_822_519) >> 16) as usize % of
}
