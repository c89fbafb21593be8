//! Values that rows are made of. No two ids are the same, so that fields which trade places are seen.

use std::{fmt::Debug, mem::discriminant};

use liaison_core::{
    blob::File,
    file_type::FileType,
    id::Id,
    numbers::{Mobile, Region},
    refusal::Field,
    row::Row,
    space::Party,
    text::{Line, Prose},
    time::{Date, Time},
};

use crate::every::every;

pub fn id<I: Id>(byte: u8) -> I {
    I::from_bytes([byte; 16])
}

pub fn at(day: u64) -> Time {
    Time(1_700_000_000_000 + day)
}

pub fn line(text: &str) -> Line {
    Line::check(Field::Name, text, 1..=99).expect("a line")
}

pub fn prose(text: &str) -> Prose {
    Prose::check(Field::Reason, text, 1..=99).expect("prose")
}

pub fn mobile() -> Mobile {
    Mobile::parse("+8613800000001", None).expect("a number")
}

pub fn region(letters: &str) -> Region {
    Region::parse(letters).expect("a region")
}

pub fn day(text: &str) -> Date {
    Date::from_iso(text).expect("a day")
}

pub fn party(byte: u8) -> Party {
    Party {
        account: id(byte),
        seat: Some(id(byte + 1)),
    }
}

pub fn file(byte: u8) -> File {
    File {
        blob: id(byte),
        name: line("license.pdf"),
        kind: FileType::Pdf,
        size: 70_000,
        sha256: [byte + 1; 32],
    }
}

/// A row for each variant of what makes it differ; none may be left out.
pub fn each<V, R>(variants: Vec<V>, row: impl Fn(V) -> R) -> Vec<(String, R)>
where
    V: Debug + serde::de::DeserializeOwned,
    R: Row,
{
    for variant in every::<V>() {
        let there = variants
            .iter()
            .any(|one| discriminant(one) == discriminant(&variant));
        assert!(there, "no sample of {variant:?}");
    }
    let named = |variant: V| {
        let shown = format!("{variant:?}");
        let name = shown.split([' ', '(', '{']).next().unwrap_or_default();
        (name.to_owned(), row(variant))
    };
    variants.into_iter().map(named).collect()
}
