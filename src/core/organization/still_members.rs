//! The console asks which of many are still members, before it goes on with work that takes a while (ORG 3, ORG 9).

use serde::{Deserialize, Serialize};

use super::records;
use crate::{
    ask::Question,
    command::Actor,
    id::{MemberId, OrganizationId},
    row::ReadRows,
    store::{Read, Stop},
    time::Time,
    view::View,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StillMembers {
    pub organization: OrganizationId,
    pub members: Vec<MemberId>,
}

impl Question for StillMembers {
    /// In the order in which they were asked for.
    type Answer = Vec<MemberId>;

    fn answer(&self, authority: &dyn Read, actor: Actor, _: Time) -> Result<Self::Answer, Stop> {
        let view = View::new(authority, actor);
        let mut still = Vec::new();
        for member in &self.members {
            if view.has(&records(self.organization).at(*member))? {
                still.push(*member);
            }
        }
        Ok(still)
    }
}
