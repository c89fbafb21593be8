//! A person makes an account (ACC 1): region and mobile number, proved by a code.

use serde::{Deserialize, Serialize};

use super::{
    AccountRefusal, CodeTarget, MobileOwner, Notice, PersonalCode, Profile, Secret, code_targets,
    confirm_code, mobile_owners, notify, personal_codes, profile, refresh_cards, secret,
};
use crate::{
    command::{Act, Tx},
    id::{AccountId, Token},
    limits,
    numbers::{Mobile, Region},
    refusal::{Field, Refusal},
    row::{ReadRows, WriteRows},
    space::Party,
    store::Stop,
    text::Line,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SignUp {
    pub name: String,
    pub region: Region,
    pub mobile: Mobile,
    pub code: String,
}

impl Act for SignUp {
    type Done = Result<AccountId, Refusal>;

    fn decide(&self, tx: &mut Tx) -> Result<Self::Done, Stop> {
        let name = Line::check(Field::Name, &self.name, limits::PERSON_NAME)?;
        if let Err(refusal) = confirm_code(tx, &self.mobile, &self.code)? {
            return Ok(Err(refusal));
        }
        let number = mobile_owners().at(self.mobile.to_string());
        if tx.has(&number)? {
            return Err(Refusal::Account(AccountRefusal::MobileHasAccount).into());
        }
        let account: AccountId = tx.mint();
        tx.put(&number, &MobileOwner { account })?;
        let created = tx.now;
        tx.put(
            &profile(account).at(()),
            &Profile {
                name,
                mobile: self.mobile,
                region: self.region,
                home_region: None,
                main_seat: None,
                created,
            },
        )?;
        if !tx.has(&secret().at(()))? {
            let random = tx.random();
            tx.put(&secret().at(()), &Secret(random))?;
        }
        make_code(
            tx,
            Party {
                account,
                seat: None,
            },
        )?;
        refresh_cards(tx, account)?;
        notify(tx, account, Notice::Welcome)?;
        Ok(Ok(account))
    }
}

/// Gives a person a fresh code in one of their seats. The one before leads nowhere from now on.
pub fn make_code(tx: &mut Tx, party: Party) -> Result<Token, Stop> {
    let key = personal_codes(party.account).at(party.seat);
    if let Some(old) = tx.find(&key)? {
        tx.remove(&code_targets().at(old.token))?;
    }
    let token = tx.mint();
    let made = tx.now;
    tx.put(
        &key,
        &PersonalCode {
            token,
            made,
            expires: None,
        },
    )?;
    tx.put(&code_targets().at(token), &CodeTarget { party })?;
    Ok(token)
}
