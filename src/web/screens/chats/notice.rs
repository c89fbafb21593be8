//! The words of the Team thread.

use liaison_core::{
    account::Notice,
    command::Actor,
    contact::{Met, Pair, RelationState, relations},
    row::ReadRows,
    store::Stop,
    view::View,
};
use liaison_ui::Text;

use crate::{
    route::Route,
    screens::{
        console::ConsoleRoute, contacts::ContactsRoute, me::MeRoute, register::RegisterRoute,
    },
    words::notice as word,
};

/// Whom a notice is about, as this person knows them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct About {
    name: String,
    pair: Pair,
}

impl About {
    /// None where it is about nobody, or about somebody with whom there is nothing any more.
    pub fn read(view: &View, notice: &Notice) -> Result<Option<Self>, Stop> {
        let (Notice::RequestReceived { from: party } | Notice::RequestAccepted { by: party }) =
            notice
        else {
            return Ok(None);
        };
        let Actor::Account(me) = view.actor() else {
            return Ok(None);
        };
        let mut all = view.list(&relations(me))?;
        all.retain(|(pair, _)| pair.theirs == *party);
        if all.len() > 1 {
            all.retain(|(_, relation)| match notice {
                Notice::RequestReceived { .. } => {
                    matches!(relation.state, RelationState::Received { .. })
                }
                _ => relation.state.is_contact(),
            });
        }
        // In which of one's own seats it was is not told, so it is not known where several fit.
        let [(pair, relation)] = &all[..] else {
            return Ok(None);
        };
        let met = Met::read(view, *party)?;
        let name = relation.remark.clone().or(met.map(|met| met.card.name));
        Ok(name.map(|name| Self {
            name: name.to_string(),
            pair: *pair,
        }))
    }
}

/// One line.
pub fn headline(notice: &Notice, about: Option<&About>) -> Text {
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
        Notice::RequestReceived { .. } => about.map_or_else(word::request_received, |about| {
            word::request_of(about.name.clone())
        }),
        Notice::RequestAccepted { .. } => about.map_or_else(word::request_accepted, |about| {
            word::accepted_by(about.name.clone())
        }),
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
pub fn way(notice: &Notice, about: Option<&About>) -> Option<(Text, Route)> {
    if let Some(About { pair, .. }) = about {
        let route = Route::Contacts(ContactsRoute::Person(*pair));
        return Some((word::to_person(), route));
    }
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
