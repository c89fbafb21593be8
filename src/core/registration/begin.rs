//! A designated person begins to register a company (REG 1). Many drafts may lie about, but not without end.

use serde::{Deserialize, Serialize};

use super::{Application, Form, Jurisdiction, RegistrationRefusal, applications};
use crate::{
    account::profile_of,
    command::{Act, Tx},
    id::RegistrationId,
    limits,
    refusal::Refusal,
    row::{ReadRows, WriteRows},
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BeginRegistration {
    /// The first question; each realm has its own entrance.
    pub jurisdiction: Option<Jurisdiction>,
}

impl Act for BeginRegistration {
    type Done = RegistrationId;

    fn decide(&self, tx: &mut Tx) -> Result<RegistrationId, Stop> {
        let me = tx.me()?;
        let profile = profile_of(tx, me)?;
        let form = Form {
            jurisdiction: self.jurisdiction,
            applicant_name: profile.name.to_string(),
            applicant_mobile: profile.mobile.to_string(),
            ..Form::default()
        };
        let fresh = Application {
            begun: tx.now,
            saved: tx.now,
            form,
            documents: Vec::new(),
            events: Vec::new(),
        };
        open(tx, &fresh)
    }
}

/// Keeps a new application of whoever asks.
pub(super) fn open(tx: &mut Tx, fresh: &Application) -> Result<RegistrationId, Stop> {
    let me = tx.me()?;
    let open = tx.list(&applications(me))?.into_iter();
    let open = open.filter(|(_, application)| !application.state_at(tx.now).has_ended());
    if open.count() >= limits::OPEN_APPLICATIONS {
        return Err(Refusal::Registration(RegistrationRefusal::TooManyOpen).into());
    }
    let registration = tx.mint();
    tx.put(&applications(me).at(registration), fresh)?;
    Ok(registration)
}
