//! IndexedDB as promises: transactions and requests. It knows bytes and numbers, and nothing of what they mean.
//!
//! A transaction commits by itself as soon as it has nothing to do. So between its beginning and its end nothing may be
//! awaited but its own requests.

mod open;

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

pub(crate) use open::{Birth, Database, Plan, delete};

use crate::fault::StorageFault;

#[wasm_bindgen]
extern "C" {
    /// web-sys hides the durability of a transaction behind its unstable flag.
    #[wasm_bindgen(extends = IdbDatabase)]
    type Connection;
    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &Connection,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Read,
    /// `complete` means that it is on the disk.
    Strict,
    /// `complete` means that the operating system has it.
    Relaxed,
}

impl Database {
    pub fn begin(&self, stores: &[&str], mode: Mode) -> Result<Transaction, StorageFault> {
        if let Some(fault) = &*self.closed.why.borrow() {
            return Err(fault.clone());
        }
        let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
        let (access, durability) = match mode {
            Mode::Read => ("readonly", "default"),
            Mode::Strict => ("readwrite", "strict"),
            Mode::Relaxed => ("readwrite", "relaxed"),
        };
        let options = Object::new();
        // Setting a property of a plain object cannot fail.
        _ = Reflect::set(&options, &"durability".into(), &durability.into());
        let transaction = self
            .connection
            .transaction(&names, access, &options)
            .map_err(|error| StorageFault::of(&error))?;
        let ended = first_event(|ended| {
            transaction.set_oncomplete(Some(ended));
            transaction.set_onabort(Some(ended));
        });
        Ok(Transaction { transaction, ended })
    }
}

pub(crate) struct Transaction {
    transaction: IdbTransaction,
    ended: Promise,
}

impl Transaction {
    pub fn store(&self, name: &str) -> Result<Store, StorageFault> {
        let store = self.transaction.object_store(name);
        store.map(Store).map_err(|error| StorageFault::of(&error))
    }

    /// Takes back what was asked for.
    pub fn abort(self) {
        // It may have aborted by itself, which is as good.
        _ = self.transaction.abort();
    }

    /// Waits until everything that was asked for is kept.
    pub async fn done(self) -> Result<(), EndedBy> {
        let event = JsFuture::from(self.ended).await;
        if event.is_ok_and(|event| kind(&event) == "complete") {
            return Ok(());
        }
        Err(match self.transaction.error() {
            Some(error) if error.name() == "ConstraintError" => EndedBy::KeyTaken,
            Some(error) => EndedBy::Fault(StorageFault::of(&error)),
            // Aborted from outside: the connection was closed under it.
            None => EndedBy::Fault(StorageFault::Gone),
        })
    }
}

/// Why a transaction kept nothing.
pub(crate) enum EndedBy {
    /// `add` met a key that is there.
    KeyTaken,
    Fault(StorageFault),
}

impl From<EndedBy> for StorageFault {
    fn from(ended: EndedBy) -> Self {
        match ended {
            EndedBy::KeyTaken => Self::Other("ConstraintError".to_owned()),
            EndedBy::Fault(fault) => fault,
        }
    }
}

/// An object store in a transaction. What writes does not wait: the end of the transaction tells.
pub(crate) struct Store(IdbObjectStore);

impl Store {
    pub async fn get(&self, key: &JsValue) -> Result<Option<Vec<u8>>, StorageFault> {
        let found = asked(self.0.get(key)).await?;
        Ok((!found.is_undefined()).then(|| bytes(found)))
    }

    pub async fn has(&self, key: &JsValue) -> Result<bool, StorageFault> {
        Ok(!asked(self.0.get_key(key)).await?.is_undefined())
    }

    /// Values in the order of their keys. One that is not bytes is as good as empty: what it should be does not read it.
    pub async fn all(&self, from: Option<&JsValue>) -> Result<Vec<Vec<u8>>, StorageFault> {
        let request = match from {
            Some(from) => self.0.get_all_with_key(&not_before(from)?),
            None => self.0.get_all(),
        };
        let found = asked(request).await?.unchecked_into::<Array>();
        Ok(found.iter().map(bytes).collect())
    }

    pub async fn keys(&self, from: Option<&JsValue>) -> Result<Vec<JsValue>, StorageFault> {
        let request = match from {
            Some(from) => self.0.get_all_keys_with_key(&not_before(from)?),
            None => self.0.get_all_keys(),
        };
        Ok(asked(request).await?.unchecked_into::<Array>().to_vec())
    }

    pub fn add(&self, key: &JsValue, value: &[u8]) -> Result<(), StorageFault> {
        written(self.0.add_with_key(&Uint8Array::from(value), key))
    }

    pub fn put(&self, key: &JsValue, value: &[u8]) -> Result<(), StorageFault> {
        written(self.0.put_with_key(&Uint8Array::from(value), key))
    }

    pub fn delete(&self, key: &JsValue) -> Result<(), StorageFault> {
        written(self.0.delete(key))
    }

    pub fn delete_up_to(&self, key: &JsValue) -> Result<(), StorageFault> {
        let range = IdbKeyRange::upper_bound(key).map_err(|error| StorageFault::of(&error))?;
        written(self.0.delete(&range))
    }

    pub fn clear(&self) -> Result<(), StorageFault> {
        written(self.0.clear())
    }
}

fn not_before(key: &JsValue) -> Result<JsValue, StorageFault> {
    IdbKeyRange::lower_bound(key)
        .map(Into::into)
        .map_err(|error| StorageFault::of(&error))
}

fn written(request: Result<IdbRequest, JsValue>) -> Result<(), StorageFault> {
    request
        .map(|_| ())
        .map_err(|error| StorageFault::of(&error))
}

async fn asked(request: Result<IdbRequest, JsValue>) -> Result<JsValue, StorageFault> {
    let request = request.map_err(|error| StorageFault::of(&error))?;
    settled(&request).await
}

/// Waits for what a request gives.
async fn settled(request: &IdbRequest) -> Result<JsValue, StorageFault> {
    let settled = first_event(|settled| {
        request.set_onsuccess(Some(settled));
        request.set_onerror(Some(settled));
    });
    let event = JsFuture::from(settled).await;
    if event.is_ok_and(|event| kind(&event) == "success") {
        return request.result().map_err(|error| StorageFault::of(&error));
    }
    Err(match request.error() {
        Ok(Some(error)) => StorageFault::of(&error),
        Ok(None) => StorageFault::Gone,
        Err(error) => StorageFault::of(&error),
    })
}

/// A promise of the first event that calls the function. It never rejects, so that nobody has to wait for it.
fn first_event(listen: impl Fn(&js_sys::Function)) -> Promise {
    Promise::new(&mut |resolve, _| listen(&resolve))
}

fn kind(event: &JsValue) -> String {
    event.unchecked_ref::<Event>().type_()
}

/// None are there when something else was put in their place.
fn bytes(value: JsValue) -> Vec<u8> {
    let bytes = value.dyn_into::<Uint8Array>();
    bytes.map_or_else(|_| Vec::new(), |bytes| bytes.to_vec())
}
