//! A copy of the whole world as one file, and the way back (DEMO 2).

use js_sys::Uint8Array;
use liaison_core::memory::{WorldFile, WorldFileFault};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::{
    db::Db,
    fault::{Damage, StorageFault},
    idb::Mode,
    journal::{BLOBS, blob_key},
};

impl Db {
    /// All that this browser holds, saved or not: it can be made even when nothing can be saved any more.
    pub async fn world_file(self) -> Result<Vec<u8>, StorageFault> {
        let store = self.copy();
        let held = store.documents();
        let held = held.map_err(|_| StorageFault::Damaged(Damage::default()))?;
        let database = self.0.journal.database();
        let tx = database.begin(&[BLOBS], Mode::Read)?;
        let kept = tx.store(BLOBS)?;
        let mut documents = Vec::with_capacity(held.len());
        for blob in held {
            if let Some(bytes) = kept.get(&blob_key(&blob)).await? {
                documents.push((blob, bytes));
            }
        }
        Ok(WorldFile { store, documents }.into_bytes())
    }

    /// Puts the world of a file in the place of this one. Links made before lead to another world from then on.
    pub async fn take_world(self, world: WorldFile) -> Result<(), StorageFault> {
        self.replace_world(world.store, &world.documents).await
    }
}

/// The world in a file that somebody chose.
pub async fn world_in(file: &File) -> Result<WorldFile, WorldFileFault> {
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| WorldFileFault::Damaged)?;
    WorldFile::from_bytes(&Uint8Array::new(&buffer).to_vec())
}
