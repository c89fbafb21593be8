//! The operator changes how a region's people are verified (IDV 5).

use serde::{Deserialize, Serialize};

use super::{RegionWay, region_ways, way_of};
use crate::{
    audit::{Fact, What},
    command::{Act, Actor, Tx},
    numbers::{Region, VerificationWay},
    refusal::{Field, Problem, Refusal},
    row::WriteRows,
    space::Space,
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetVerificationWay {
    pub region: Region,
    /// Nothing: as the built-in table has it.
    pub way: Option<VerificationWay>,
}

impl Act for SetVerificationWay {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        if tx.actor() != Actor::Operator {
            return Err(Refusal::NotThere.into());
        }
        let before = way_of(tx, self.region)?;
        let after = self.way.unwrap_or(self.region.entry().verification);
        if let VerificationWay::None {
            instead: Some(region),
        } = after
        {
            let leads_on = !matches!(way_of(tx, region)?, VerificationWay::None { .. });
            if region == self.region || !leads_on {
                return Err(Refusal::Input(Field::Region, Problem::Form).into());
            }
        }
        let key = region_ways().at(self.region);
        match self.way {
            Some(way) => tx.put(&key, &RegionWay { way })?,
            None => tx.remove(&key)?,
        }
        let fact = Fact::new(What::VerificationWayChanged, self.region.as_str()).changed(
            Field::Region,
            Some(format!("{before:?}")),
            Some(format!("{after:?}")),
        );
        tx.note(Space::Desk, fact);
        Ok(())
    }
}
