//! Choices are stored by number. One that is put between others would shift those behind it.

use std::fmt::{Debug, Write};

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

/// Every variant of an enum, in the order of the numbers that are stored; one with fields has nothing in them.
pub fn all<T: DeserializeOwned>() -> Vec<T> {
    let numbered = |number: u8| {
        let mut bytes = [0; 256];
        bytes[0] = number;
        postcard::take_from_bytes(&bytes).ok().map(|(one, _)| one)
    };
    (0..0x80).map_while(numbered).collect()
}

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

fn draw<T: DeserializeOwned + Debug>(text: &mut String) {
    let name = std::any::type_name::<T>().replace("liaison_core::", "");
    let _ = writeln!(text, "## {name}");
    for (number, one) in all::<T>().into_iter().enumerate() {
        let shown = format!("{one:?}");
        let name = shown.split([' ', '(', '{']).next().unwrap_or_default();
        let _ = writeln!(text, "{number} {name}");
    }
    text.push('\n');
}
