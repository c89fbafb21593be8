//! How a region's people are verified (IDV 5). The built-in table is where an operator starts from.

use serde::{Deserialize, Serialize};

use crate::{
    numbers::{Region, VerificationWay, regions},
    row::{KeyPart, ReadRows, rows},
    space::Space,
    store::{Read, Stop},
};

/// What the operator says of a region instead of the built-in table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RegionWay {
    pub way: VerificationWay,
}

rows! {
    region_ways() in Space::Platform => RegionWay, by Region, REGION_WAY v 1;
}

impl KeyPart for Region {
    fn write(&self, out: &mut Vec<u8>) {
        <[u8; 2]>::from(*self).write(out);
    }
    fn read(bytes: &mut &[u8]) -> Option<Self> {
        <[u8; 2]>::read(bytes).and_then(|letters| Region::try_from(letters).ok())
    }
}

pub fn way_of(store: &dyn Read, region: Region) -> Result<VerificationWay, Stop> {
    let row = store.find(&region_ways().at(region))?;
    Ok(row.map_or(region.entry().verification, |row| row.way))
}

/// Every region with its way: for the lists in which a region is chosen, which mark those without one.
pub fn ways(store: &dyn Read) -> Result<Vec<(Region, VerificationWay)>, Stop> {
    let mut ways = built_in_ways();
    for (region, row) in store.list(&region_ways())? {
        if let Ok(at) = ways.binary_search_by_key(&region, |(region, _)| *region) {
            ways[at].1 = row.way;
        }
    }
    Ok(ways)
}

/// The same before an operator has changed anything.
pub fn built_in_ways() -> Vec<(Region, VerificationWay)> {
    regions()
        .iter()
        .map(|entry| (entry.region, entry.verification))
        .collect()
}
