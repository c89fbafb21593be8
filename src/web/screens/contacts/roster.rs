use std::cell::Cell;

use leptos::prelude::*;
use liaison_bridge::Db;
use liaison_core::{
    id::{Id, MemberId, OrganizationId},
    organization::{
        cards, departments,
        roster::{Roster, RosterReader},
    },
    row::ReadRows,
    store::Stop,
    view::View,
};
use wasm_bindgen_futures::spawn_local;

use crate::screens::{Slice, pause};

/// Members that are read before the clock is looked at.
const STEPS: usize = 64;

/// Everybody whom this tab's person may see in a company. It is read bit by bit, so that no key waits for it, and again
/// when somebody there has changed; nothing until the first time is over.
pub fn roster_of(db: Db, organization: OrganizationId) -> RwSignal<Option<Roster>> {
    let times = Cell::new(0_u32);
    let last = StoredValue::new(0);
    let changed = db.live(move |view, _| {
        // What cannot be watched cannot be read either.
        _ = watch(view, organization);
        times.set(times.get() + 1);
        times.get()
    });
    let roster = RwSignal::new(None);
    Effect::new(move |_| {
        let begun = changed.get();
        last.set_value(begun);
        spawn_local(async move {
            let is_wanted = || last.try_get_value() == Some(begun);
            if let Ok(Some(read)) = read(db, organization, is_wanted).await {
                _ = roster.try_set(Some(read));
            }
        });
    });
    roster
}

/// Looks at every card without reading one.
fn watch(view: &View, organization: OrganizationId) -> Result<(), Stop> {
    let first = MemberId::from_bytes([0; 16]);
    for (department, _) in view.list(&departments(organization))? {
        view.page(&cards(organization, department), first, 0)?;
    }
    Ok(())
}

/// Nothing when it is wanted no more.
async fn read(
    db: Db,
    organization: OrganizationId,
    is_wanted: impl Fn() -> bool,
) -> Result<Option<Roster>, Stop> {
    // One state of the world, whatever happens meanwhile.
    let store = db.copy();
    let view = View::new(&store, untrack(|| db.actor()));
    let mut reader = RosterReader::new(&view, organization)?;
    let mut slice = Slice::begin();
    while reader.step(&view, STEPS)? {
        if slice.is_over() {
            pause().await;
            if !is_wanted() {
                return Ok(None);
            }
            slice = Slice::begin();
        }
    }
    Ok(Some(reader.finish()))
}
