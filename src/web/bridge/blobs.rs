//! Documents and pictures: bytes kept beside the rows, each with one row that says who holds them.
//!
//! Bytes are put aside first; then a command makes their row. When a commit removes the row, the journal
//! erases the bytes in the same transaction. What was put aside for a command that never came is swept after a day.

use liaison_core::{
    blob::may_look,
    id::{BlobId, Id},
    time::Time,
};
use reactive_graph::traits::GetUntracked;
use web_sys::{Blob, BlobPropertyBag, Url};

use crate::{
    chance, clock,
    db::{Db, Inner},
    fault::{Damage, StorageFault},
    idb::Mode,
    journal::{BLOBS, STAGED, blob_key, is_owned},
    limits,
};

/// An address under which this page can show bytes. It ends when dropped.
#[derive(Debug, PartialEq, Eq)]
pub struct ObjectUrl(String);

impl Db {
    /// Puts bytes aside for the command that first holds them. Until then whoever put them can show them from memory.
    pub async fn put_blob(self, bytes: &[u8]) -> Result<BlobId, StorageFault> {
        let blob = BlobId::from_bytes(chance::id());
        let database = self.0.journal.database();
        let tx = database.begin(&[BLOBS, STAGED], Mode::Strict)?;
        tx.store(BLOBS)?.add(&blob_key(&blob), bytes)?;
        let staged = clock::now().0.to_le_bytes();
        tx.store(STAGED)?.add(&blob_key(&blob), &staged)?;
        tx.done().await?;
        Ok(blob)
    }

    /// The bytes, or none when this tab's person may not look at them or nobody may any more.
    pub async fn blob(self, blob: BlobId) -> Result<Option<Vec<u8>>, StorageFault> {
        let actor = self.0.actor.get_untracked();
        let may_look = may_look(&self.0.ledger.borrow().store, actor, blob);
        let may_look = may_look.map_err(|_| StorageFault::Damaged(Damage::default()))?;
        if !may_look {
            return Ok(None);
        }
        let database = self.0.journal.database();
        let tx = database.begin(&[BLOBS], Mode::Read)?;
        tx.store(BLOBS)?.get(&blob_key(&blob)).await
    }
}

impl ObjectUrl {
    /// `kind` is a MIME type, decided from the bytes.
    pub fn of(bytes: &[u8], kind: &str) -> Option<Self> {
        let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
        Url::create_object_url_with_blob(&blob).ok().map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for ObjectUrl {
    fn drop(&mut self) {
        // An address that is gone already is as good.
        _ = Url::revoke_object_url(&self.0);
    }
}

impl Inner {
    /// Removes bytes without an owner. Fresh ones stay: another tab may be about to use them.
    pub async fn sweep_blobs(&self) -> Result<(), StorageFault> {
        let database = self.journal.database();
        let tx = database.begin(&[BLOBS, STAGED], Mode::Strict)?;
        let (kept, staged) = (tx.store(BLOBS)?, tx.store(STAGED)?);
        let keys = staged.keys(None).await?;
        let since = staged.all(None).await?;
        for (key, since) in keys.iter().zip(since) {
            if is_owned(&self.ledger.borrow().store, key) {
                staged.delete(key)?;
            } else if clock::now().since(staged_at(&since)?) > limits::STAGED_LIVES_MS {
                staged.delete(key)?;
                kept.delete(key)?;
            }
        }
        tx.done().await?;
        Ok(())
    }
}

fn staged_at(bytes: &[u8]) -> Result<Time, StorageFault> {
    let bytes = bytes.try_into();
    bytes
        .map(|bytes| Time(u64::from_le_bytes(bytes)))
        .map_err(|_| StorageFault::Damaged(Damage::default()))
}
