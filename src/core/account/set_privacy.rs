//! A person decides how others may find them (CON 7).

use serde::{Deserialize, Serialize};

use super::{Privacy, privacy, refresh_cards};
use crate::{
    command::{Act, Tx},
    row::WriteRows,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetPrivacy {
    pub privacy: Privacy,
}

impl Act for SetPrivacy {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        tx.put(&privacy(me).at(()), &self.privacy)?;
        refresh_cards(tx, me)
    }
}
