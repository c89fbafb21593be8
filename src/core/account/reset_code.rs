//! A person makes a new code for one of their seats (CON 2). The old one stops at once.

use serde::{Deserialize, Serialize};

use super::{active_seat, personal_codes, sign_up::make_code};
use crate::{
    command::{Act, Tx},
    id::{OrganizationId, Token},
    refusal::{Field, Problem, Refusal},
    row::{ReadRows, WriteRows},
    space::Party,
    store::Stop,
    time::Time,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ResetCode {
    pub seat: Option<OrganizationId>,
    pub expires: Option<Time>,
}

impl Act for ResetCode {
    type Done = Token;

    fn decide(&self, tx: &mut Tx) -> Result<Token, Stop> {
        let me = tx.me()?;
        if let Some(organization) = self.seat {
            active_seat(tx, me, organization)?.ok_or(Refusal::NotThere)?;
        }
        if self.expires.is_some_and(|end| end <= tx.now) {
            return Err(Refusal::Input(Field::Expiry, Problem::Expired).into());
        }
        let token = make_code(
            tx,
            Party {
                account: me,
                seat: self.seat,
            },
        )?;
        let key = personal_codes(me).at(self.seat);
        if let Some(mut code) = tx.find(&key)? {
            code.expires = self.expires;
            tx.put(&key, &code)?;
        }
        Ok(token)
    }
}
