//! What is written to disk: every kind of row as bytes, so that a changed shape cannot go unseen.
//!
//! A shape that changed fails. Until the first release it may be accepted anew (`INSTA_UPDATE=always cargo test -p
//! liaison-core --test shapes`); from then on the row's `VERSION` rises, and the old bytes stay here and are still read.

mod choices;
mod company;
#[path = "../every/mod.rs"]
mod every;
mod people;
mod review;
mod samples;
mod shape;

use std::collections::BTreeSet;

use liaison_core::{
    audit::What,
    refusal::Field,
    store::{Fault, Stop},
    tables,
};

use crate::{
    every::{every, names},
    shape::{Shape, bytes},
};

fn shapes() -> Vec<Shape> {
    let mut shapes: Vec<Shape> = [people::shapes(), company::shapes(), review::shapes()]
        .into_iter()
        .flatten()
        .collect();
    liaison_core::order::sort_by_key(&mut shapes, |shape| shape.table);
    shapes
}

const GOLDEN: &str = include_str!("golden/rows.snap");

#[test]
fn every_row_has_the_bytes_that_it_had() {
    let text: String = shapes().iter().map(Shape::drawn).collect();
    golden("rows", text);
}

#[test]
fn every_table_has_a_shape() {
    let there: BTreeSet<u8> = shapes().iter().map(|shape| shape.table).collect();
    let missing: Vec<_> = tables::ALL
        .iter()
        .filter(|(number, ..)| !there.contains(number))
        .collect();
    assert!(missing.is_empty(), "without a byte snapshot: {missing:?}");
}

#[test]
fn the_bytes_that_were_kept_are_read() {
    for shape in shapes() {
        let mut lines = GOLDEN
            .lines()
            .skip_while(|line| *line != shape.heading())
            .skip(1)
            .take_while(|line| !line.starts_with("## "));
        let key = lines.next().expect("the key of a kept row");
        assert_eq!((shape.read_key)(&bytes(key)), Some(()), "{key}");
        for (name, sample) in &shape.samples {
            let kept = lines
                .find(|line| line.starts_with(&format!("{name}: ")))
                .unwrap_or_else(|| panic!("{}: no kept bytes of {name}", shape.heading()));
            assert_eq!((shape.read)(&bytes(kept)).as_ref(), Ok(&sample.shown));
        }
    }
}

#[test]
fn a_row_from_another_version_is_told_from_a_damaged_one() {
    for shape in shapes() {
        let table = shape.table;
        let (_, sample) = &shape.samples[0];
        for version in [0, shape.version + 1, u8::MAX] {
            let mut other = sample.bytes.clone();
            other[0] = version;
            let fault = Stop::Fault(Fault::OtherShape { table, version });
            assert_eq!((shape.read)(&other), Err(fault));
        }
        let unreadable = Err(Stop::Fault(Fault::Unreadable { table }));
        assert_eq!((shape.read)(&[]), unreadable);
        if sample.bytes.len() > 1 {
            let cut = &sample.bytes[..sample.bytes.len() - 1];
            assert_eq!((shape.read)(cut), unreadable, "{}", shape.heading());
        }
    }
}

#[test]
fn a_world_says_how_often_its_rows_have_changed() {
    let changes = shapes()
        .into_iter()
        .map(|shape| u32::from(shape.version) - 1);
    assert_eq!(tables::CHANGES_OF_SHAPE, changes.sum::<u32>());
}

#[test]
fn every_stored_choice_has_the_number_that_it_had() {
    golden("choices", choices::drawn());
}

#[test]
fn exported_files_bear_the_names_of_this_list() {
    let fields: Vec<_> = every::<Field>().into_iter().map(Field::name).collect();
    assert_eq!(fields, names::<Field>());
    let acts: Vec<_> = every::<What>().into_iter().map(What::name).collect();
    assert_eq!(acts, names::<What>());
}

fn golden(name: &str, text: String) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
