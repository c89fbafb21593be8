//! Choices are stored by number. One that is put between others would shift those behind it. What exported files name,
//! they name as it is called here.

use std::fmt::Write;

use liaison_core::{
    audit::What,
    command::Actor,
    contact::Way,
    desk,
    file_type::FileType,
    numbers::DocumentKind,
    organization::{MemberStatus, Realm, Role},
    policy::ExternalMode,
    refusal::Field,
    registration::{self, ApplicantRole, DataRegion, Industry, Plan, Scale},
    space::Space,
};
use serde::de::DeserializeOwned;

use crate::every::names;

pub fn drawn() -> String {
    let mut text = String::new();
    draw::<Field>(&mut text);
    draw::<What>(&mut text);
    draw::<Actor>(&mut text);
    draw::<Space>(&mut text);
    draw::<Realm>(&mut text);
    draw::<Role>(&mut text);
    draw::<MemberStatus>(&mut text);
    draw::<ExternalMode>(&mut text);
    draw::<Way>(&mut text);
    draw::<FileType>(&mut text);
    draw::<DocumentKind>(&mut text);
    draw::<registration::DocumentKind>(&mut text);
    draw::<ApplicantRole>(&mut text);
    draw::<DataRegion>(&mut text);
    draw::<Plan>(&mut text);
    draw::<Scale>(&mut text);
    draw::<desk::CaseId>(&mut text);
    text.push_str("## Industry\n");
    for industry in Industry::ALL {
        let _ = writeln!(text, "{} {industry:?}", industry.code());
    }
    text
}

fn draw<T: DeserializeOwned>(text: &mut String) {
    let name = std::any::type_name::<T>().replace("liaison_core::", "");
    let _ = writeln!(text, "## {name}");
    for (number, name) in names::<T>().iter().enumerate() {
        let _ = writeln!(text, "{number} {name}");
    }
    text.push('\n');
}
