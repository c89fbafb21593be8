//! A person asks for a code at a mobile number.

use serde::{Deserialize, Serialize};

use super::{AccountRefusal, MobileCode, mobile_codes};
use crate::{
    command::{Act, Tx},
    limits,
    numbers::Mobile,
    refusal::Refusal,
    row::{ReadRows, WriteRows},
    store::Stop,
    time::HOUR,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RequestCode {
    pub mobile: Mobile,
}

impl Act for RequestCode {
    type Done = ();

    /// Whether the number has an account is not said here: a code goes out either way.
    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let key = mobile_codes().at(self.mobile.to_string());
        let mut recent = tx.find(&key)?.map(|code| code.recent).unwrap_or_default();
        recent.retain(|sent| tx.now.since(*sent) < HOUR);
        if recent.len() >= limits::CODES_PER_HOUR {
            let again = recent[0].plus(HOUR);
            return Err(Refusal::Account(AccountRefusal::TooManyCodes { again }).into());
        }
        recent.push(tx.now);
        let code = MobileCode {
            digits: six_digits(tx.random()),
            sent: tx.now,
            tries: 0,
            recent,
        };
        tx.put(&key, &code)
    }
}

fn six_digits(random: [u8; 32]) -> String {
    let number = random
        .iter()
        .fold(0u64, |sum, byte| (sum << 3) ^ u64::from(*byte))
        % 1_000_000;
    format!("{number:06}")
}
