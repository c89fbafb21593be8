//! Bytes kept beside the rows: documents and pictures.
//!
//! A blob has a row exactly while somebody holds it. The bytes are staged before the command that first holds them;
//! removing the row is what erases them.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    command::{Actor, Tx},
    desk::{CaseId, case_in_reach_of},
    file_type::FileType,
    id::{AccountId, BlobId, RegistrationId, SubmissionId},
    limits,
    refusal::{Field, Problem, Refusal},
    row::{ReadRows, WriteRows, rows},
    space::Space,
    store::{Read, Stop},
    text::Line,
};

/// A file as it arrives: its bytes are already kept under `blob`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Upload {
    pub blob: BlobId,
    pub name: String,
    /// The first [`FileType::HEAD`] bytes.
    pub head: Vec<u8>,
    pub size: u64,
    pub sha256: [u8; 32],
}

/// A file that may stay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct File {
    pub blob: BlobId,
    pub name: Line,
    pub kind: FileType,
    pub size: u64,
    pub sha256: [u8; 32],
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Blob {
    /// At least one.
    pub holders: Vec<Holder>,
}

/// What needs the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Holder {
    /// The applicant's own application.
    Application(AccountId, RegistrationId),
    /// The desk's copy of a registration.
    Registration(RegistrationId),
    /// An identity submission; it lets go when it is decided.
    Identity(SubmissionId),
}

rows! {
    blobs() in Space::Vault => Blob, by BlobId, BLOB v 1;
}

impl Upload {
    /// What there is to say of bytes that are kept under `blob`.
    pub fn of(blob: BlobId, name: &str, bytes: &[u8]) -> Self {
        Self {
            blob,
            name: name.to_owned(),
            head: bytes[..bytes.len().min(FileType::HEAD)].to_vec(),
            size: bytes.len() as u64,
            sha256: Sha256::digest(bytes).into(),
        }
    }

    /// `field` is where the person put the file.
    pub fn check(&self, field: Field) -> Result<File, Refusal> {
        let problem = if self.size == 0 {
            Problem::Missing
        } else if self.size > limits::DOCUMENT_BYTES {
            Problem::TooLarge {
                most: limits::DOCUMENT_BYTES,
                is: self.size,
            }
        } else if let Some(kind) = FileType::of(&self.head) {
            return Ok(File {
                blob: self.blob,
                name: Line::cleaned(&self.name, *limits::FILE_NAME.end(), "file"),
                kind,
                size: self.size,
                sha256: self.sha256,
            });
        } else {
            Problem::FileType
        };
        Err(Refusal::Input(field, problem))
    }
}

/// Takes in bytes that nobody holds yet. Somebody else's blob cannot be taken by naming it.
pub fn take_in(tx: &mut Tx, blob: BlobId, holder: Holder) -> Result<(), Stop> {
    if tx.has(&blobs().at(blob))? {
        return Err(Refusal::NotThere.into());
    }
    let holders = vec![holder];
    tx.put(&blobs().at(blob), &Blob { holders })
}

/// One more that needs the bytes.
pub fn hold(tx: &mut Tx, blob: BlobId, holder: Holder) -> Result<(), Stop> {
    let Some(mut row) = tx.find(&blobs().at(blob))? else {
        return Err(Refusal::NotThere.into());
    };
    if !row.holders.contains(&holder) {
        row.holders.push(holder);
        tx.put(&blobs().at(blob), &row)?;
    }
    Ok(())
}

/// Lets go; with the last holder the bytes go too.
pub fn let_go(tx: &mut Tx, blob: BlobId, holder: Holder) -> Result<(), Stop> {
    let Some(mut row) = tx.find(&blobs().at(blob))? else {
        return Ok(());
    };
    row.holders.retain(|other| *other != holder);
    if row.holders.is_empty() {
        tx.remove(&blobs().at(blob))
    } else {
        tx.put(&blobs().at(blob), &row)
    }
}

/// Whether somebody may look at the bytes: applicants at their own, reviewers at what was submitted, unless the case is
/// their own or a colleague's (DESK 1).
pub fn may_look(store: &dyn Read, actor: Actor, blob: BlobId) -> Result<bool, Stop> {
    let Actor::Account(me) = actor else {
        return Ok(false);
    };
    let Some(row) = store.find(&blobs().at(blob))? else {
        return Ok(false);
    };
    for holder in row.holders {
        let case = match holder {
            Holder::Application(account, _) if account == me => return Ok(true),
            Holder::Application(..) => continue,
            Holder::Registration(registration) => CaseId::Registration(registration),
            Holder::Identity(submission) => CaseId::Identity(submission),
        };
        match case_in_reach_of(store, me, case) {
            Ok(_) => return Ok(true),
            Err(Stop::Refused(_)) => {}
            Err(stop) => return Err(stop),
        }
    }
    Ok(false)
}
