//! An organization opens (REG 7): what its approval writes. No person asks for this alone; the desk approves.

use super::{
    Company, CorporateId, Department, OrganizationRef, Realm, company, corporate_ids,
    department::{UNPLACED, top},
    departments,
    member::seat_owner,
};
use crate::{
    audit::{Fact, What},
    command::Tx,
    id::{AccountId, OrganizationId},
    refusal::Field,
    row::{ReadRows, WriteRows},
    space::Space,
    store::Stop,
    text::Line,
};

pub struct Opening {
    pub legal_name: Line,
    pub display_name: Line,
    pub realm: Realm,
    pub owner: AccountId,
    /// As the application names the designated person.
    pub owner_name: Line,
    pub owner_title: Line,
}

pub fn open(tx: &mut Tx, opening: &Opening) -> Result<OrganizationId, Stop> {
    let organization = tx.mint();
    let corporate_id = free_corporate_id(tx)?;
    tx.put(
        &corporate_ids().at(corporate_id),
        &OrganizationRef { organization },
    )?;
    tx.put(
        &company(organization).at(()),
        &Company {
            corporate_id,
            legal_name: opening.legal_name.clone(),
            display_name: opening.display_name.clone(),
            realm: opening.realm,
            verified: tx.now,
        },
    )?;
    tx.put(
        &departments(organization).at(top(organization)),
        &Department {
            name: opening.display_name.clone(),
            parent: None,
            order: UNPLACED,
        },
    )?;
    let (name, title) = (&opening.owner_name, &opening.owner_title);
    seat_owner(tx, organization, opening.owner, name, title)?;
    tx.note(
        Space::Console(organization),
        Fact::new(What::OrganizationOpened, &*opening.display_name)
            .changed(
                Field::CorporateId,
                None::<String>,
                Some(corporate_id.to_string()),
            )
            .changed(Field::Owner, None::<String>, Some(name.to_string())),
    );
    Ok(organization)
}

/// Random, so that it tells neither how many organizations there are nor which came first.
fn free_corporate_id(tx: &mut Tx) -> Result<CorporateId, Stop> {
    loop {
        let random = tx.random();
        let mut digits = [0; 8];
        digits.copy_from_slice(&random[..8]);
        let id = CorporateId(digits);
        if !tx.has(&corporate_ids().at(id))? {
            return Ok(id);
        }
    }
}
