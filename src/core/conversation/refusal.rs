use serde::{Deserialize, Serialize};

use crate::refusal::Told;

/// What only conversations refuse. Whether two people may speak at all is policy's to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ConversationRefusal {}

impl ConversationRefusal {
    pub fn told(&self) -> Told {
        match *self {}
    }
}
