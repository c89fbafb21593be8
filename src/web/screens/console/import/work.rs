use liaison_bridge::Db;
use liaison_core::{
    id::{MemberId, OrganizationId},
    organization::{
        import::{batch::RowResult, plan::Plan, report::Results},
        remove_members::RemoveMembers,
        still_members::StillMembers,
    },
    store::Stop,
};

use super::Work;
use crate::screens::pause;

/// What an import has done when it ends, however it ends.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finished {
    pub added: u64,
    pub changed: u64,
    pub left: u64,
    /// Somebody stopped it between two batches; what is in stays.
    pub stopped: bool,
    /// A batch was not taken at all.
    pub stop: Option<Stop>,
}

/// One command after the other; the rest of a file is not lost to one bad row.
pub async fn run(
    db: Db,
    organization: OrganizationId,
    plan: &Plan,
    source: &str,
    work: Work,
) -> (Results, Finished) {
    let mut results = Results::new(plan);
    let mut finished = Finished::default();
    // Each is made when its turn comes: all at once would hold up the screen.
    let batches = plan.batches(organization, source);
    let departures = plan.departures(organization);
    let all = (batches.len() + departures.len()).max(1) as f64;
    let mut done = 0.0;
    for batch in batches {
        match db.run(batch) {
            Ok(imported) => {
                for row in &imported.rows {
                    match row.result {
                        RowResult::Added(_) => finished.added += 1,
                        RowResult::Changed(_) => finished.changed += 1,
                        RowResult::Same | RowResult::Error(_) => {}
                    }
                }
                results.note(imported);
            }
            Err(stop) => {
                finished.stop = Some(stop);
                return (results, finished);
            }
        }
        done += 1.0;
        pause().await;
        if !work.goes_on(done / all) {
            finished.stopped = done < all;
            return (results, finished);
        }
    }
    for departure in departures {
        match depart(db, departure) {
            Ok(left) => {
                results.note_left(&left);
                finished.left += left.len() as u64;
            }
            Err(stop) => {
                finished.stop = Some(stop);
                break;
            }
        }
        done += 1.0;
        pause().await;
        if !work.goes_on(done / all) {
            finished.stopped = done < all;
            break;
        }
    }
    (results, finished)
}

/// Lets those go who have not gone meanwhile by another hand; says who they were.
fn depart(db: Db, departure: RemoveMembers) -> Result<Vec<MemberId>, Stop> {
    let RemoveMembers {
        organization,
        members,
    } = departure;
    let members = db.ask(&StillMembers {
        organization,
        members,
    })?;
    db.run(RemoveMembers {
        organization,
        members: members.clone(),
    })?;
    Ok(members)
}
