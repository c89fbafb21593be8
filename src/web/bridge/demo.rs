//! The demo world, made by a program of its own: it holds every command of the core and the people of the demo, which
//! the page itself has no use for.

use js_sys::{Array, Uint8Array};
use liaison_core::{
    id::{BlobId, Id},
    memory::{Manifest, MemoryStore},
};
use wasm_bindgen::{JsCast, JsValue};

use crate::{clock, helper::Helper};

/// A whole world with its documents.
pub struct Demo {
    pub store: MemoryStore,
    pub documents: Vec<(BlobId, Vec<u8>)>,
}

impl Demo {
    /// As it stands now. None when the program cannot be loaded: the first time, that needs a network.
    pub async fn make() -> Option<Self> {
        let helper = Helper::start("./demo_loader.js").await?;
        let now = JsValue::from_f64(clock::now().0 as f64);
        let answer: Array = helper.ask(&now, &Array::new()).await?.dyn_into().ok()?;
        let manifest = Manifest::from_bytes(bytes(answer.get(0))?)?;
        let store = MemoryStore::open(&manifest, list(answer.get(1))?).ok()?;
        let documents = list(answer.get(2))?.into_iter().zip(list(answer.get(3))?);
        let known = |(id, document): (Vec<u8>, Vec<u8>)| {
            Some((BlobId::from_bytes(id.try_into().ok()?), document))
        };
        Some(Self {
            store,
            documents: documents.map(known).collect::<Option<_>>()?,
        })
    }
}

fn list(value: JsValue) -> Option<Vec<Vec<u8>>> {
    value.dyn_into::<Array>().ok()?.iter().map(bytes).collect()
}

fn bytes(value: JsValue) -> Option<Vec<u8>> {
    Some(value.dyn_into::<Uint8Array>().ok()?.to_vec())
}
