//! The words of the Team thread.

use liaison_core::account::Notice;
use liaison_ui::Text;

use crate::{
    route::Route,
    screens::{
        console::ConsoleRoute, contacts::ContactsRoute, me::MeRoute, register::RegisterRoute,
    },
    words::notice as word,
};

/// One line.
pub fn headline(notice: &Notice) -> Text {
    let name = |line: &liaison_core::text::Line| line.to_string();
    match notice {
        Notice::Welcome => word::welcome(),
        Notice::RegistrationSubmitted { company, .. } => {
            word::registration_submitted(name(company))
        }
        Notice::RegistrationQuestion { company, .. } => word::registration_question(name(company)),
        Notice::RegistrationApproved { company, .. } => word::registration_approved(name(company)),
        Notice::RegistrationRejected { company, .. } => word::registration_rejected(name(company)),
        Notice::RegistrationClosed { company, .. } => word::registration_closed(name(company)),
        Notice::IdentityVerified { name: real, .. } => word::identity_verified(name(real)),
        Notice::IdentityRefused { .. } => word::identity_refused(),
        Notice::Joined { company, .. } => word::joined(name(company)),
        Notice::SeatSuspended { company } => word::seat_suspended(name(company)),
        Notice::SeatRestored { company } => word::seat_restored(name(company)),
        Notice::SeatEnded { company } => word::seat_ended(name(company)),
        Notice::RoleChanged { company } => word::role_changed(name(company)),
        Notice::RequestReceived { .. } => word::request_received(),
        Notice::RequestAccepted { .. } => word::request_accepted(),
        Notice::PolicyChanged { company } => word::policy_changed(name(company)),
    }
}

/// What else there is to say.
pub fn detail(notice: &Notice) -> Option<Text> {
    match notice {
        Notice::Welcome => Some(word::welcome_more()),
        Notice::RegistrationQuestion { why, .. } => Some(why.to_string().into()),
        Notice::RegistrationRejected { reason, .. } | Notice::IdentityRefused { reason } => {
            Some(reason.to_string().into())
        }
        Notice::RegistrationSubmitted { due, .. } => {
            Some(word::expected(liaison_ui::intl::date(due.0)))
        }
        Notice::IdentityVerified {
            switch_back: true, ..
        } => Some(word::switch_back()),
        _ => None,
    }
}

/// Where it leads.
pub fn way(notice: &Notice) -> Option<(Text, Route)> {
    match notice {
        Notice::RegistrationSubmitted { registration, .. }
        | Notice::RegistrationQuestion { registration, .. }
        | Notice::RegistrationRejected { registration, .. }
        | Notice::RegistrationClosed { registration, .. } => Some((
            word::to_application(),
            Route::Register(RegisterRoute::Status(*registration)),
        )),
        Notice::RegistrationApproved { organization, .. } => Some((
            word::to_console(),
            Route::Console(*organization, ConsoleRoute::Overview),
        )),
        Notice::IdentityVerified { .. } | Notice::IdentityRefused { .. } => Some((
            word::to_identity(),
            Route::Me(MeRoute::Identity { then: None }),
        )),
        Notice::RequestReceived { .. } | Notice::RequestAccepted { .. } => {
            Some((word::to_contacts(), Route::Contacts(ContactsRoute::List)))
        }
        _ => None,
    }
}
