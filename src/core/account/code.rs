//! Codes that prove a mobile number.

use serde::{Deserialize, Serialize};

use super::{AccountRefusal, mobile_codes};
use crate::{
    command::Tx,
    limits,
    numbers::Mobile,
    refusal::Refusal,
    row::{ReadRows, WriteRows},
    store::Stop,
    time::Time,
};

/// A code on its way to a phone. Unlinked, the demo bar shows it as that phone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MobileCode {
    pub digits: String,
    pub sent: Time,
    pub tries: u8,
    /// When codes went to this number in the last hour.
    pub recent: Vec<Time>,
}

impl MobileCode {
    pub fn expires(&self) -> Time {
        self.sent.plus(limits::CODE_LIVES_MS)
    }
}

/// Whether the code is the one that was sent. A right code works once; a wrong one is counted, so the inner refusal
/// must be handed on as done and not as a stop.
pub fn confirm_code(tx: &mut Tx, mobile: &Mobile, code: &str) -> Result<Result<(), Refusal>, Stop> {
    let key = mobile_codes().at(mobile.to_string());
    let Some(mut sent) = tx
        .find(&key)?
        .filter(|sent| tx.now < sent.expires() && sent.tries < limits::CODE_TRIES)
    else {
        return Ok(Err(Refusal::Account(AccountRefusal::CodeExpired)));
    };
    if crate::text::folded(code) == sent.digits {
        tx.remove(&key)?;
        return Ok(Ok(()));
    }
    sent.tries += 1;
    tx.put(&key, &sent)?;
    Ok(Err(Refusal::Account(
        match limits::CODE_TRIES - sent.tries {
            0 => AccountRefusal::NoTryLeft,
            tries_left => AccountRefusal::WrongCode { tries_left },
        },
    )))
}
