//! The words for values that forms, tables and the trail show.

use liaison_core::{
    organization::{MemberStatus, Realm, Role},
    policy::ExternalMode,
};
use liaison_ui::{Text, Tone};

use crate::words::value as word;

pub fn role(role: Role) -> Text {
    match role {
        Role::Owner => word::role::owner(),
        Role::Administrator => word::role::administrator(),
        Role::Auditor => word::role::auditor(),
    }
}

pub fn status(status: MemberStatus) -> (Text, Tone) {
    match status {
        MemberStatus::Invited => (word::status::invited(), Tone::Info),
        MemberStatus::Active => (word::status::active(), Tone::Good),
        MemberStatus::Suspended => (word::status::suspended(), Tone::Waiting),
    }
}

pub fn realm(realm: Realm) -> Text {
    match realm {
        Realm::Mainland => word::realm::mainland(),
        Realm::International => word::realm::international(),
    }
}

pub fn mode(mode: ExternalMode) -> Text {
    match mode {
        ExternalMode::Closed => word::mode::closed(),
        ExternalMode::Partners => word::mode::partners(),
        ExternalMode::Open => word::mode::open(),
    }
}
