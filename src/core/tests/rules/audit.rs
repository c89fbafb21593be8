use liaison_core::audit::export_trail::ExportTrail;

use crate::{
    company::*,
    table::{Try, draw, golden},
};

#[test]
fn the_trail() {
    let export: Try<Stage> = |s, _| {
        ExportTrail {
            organization: s.organization,
        }
        .into()
    };
    golden!(
        "audit",
        draw(&mut [company("a company")], &PEOPLE, &[export])
    );
}
