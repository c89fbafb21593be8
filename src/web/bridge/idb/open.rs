//! Opening and deleting databases, and how a connection ends.

use std::{cell::RefCell, rc::Rc};

use futures::future::{Either, select};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Event, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbTransaction, IdbVersionChangeEvent,
};

use super::{Connection, settled};
use crate::{clock, fault::StorageFault, limits};

/// An open database. It closes itself when another tab wants to delete it or to change its version.
pub(crate) struct Database {
    pub(super) connection: Connection,
    pub(super) closed: Rc<Closed>,
    _listeners: [Closure<dyn FnMut(Event)>; 2],
}

/// Why a connection is closed, and who wants to hear of it.
#[derive(Default)]
pub(super) struct Closed {
    pub(super) why: RefCell<Option<StorageFault>>,
    listener: RefCell<Option<Box<dyn Fn()>>>,
}

impl Closed {
    fn set(&self, why: StorageFault) {
        self.why.replace(Some(why));
        if let Some(listener) = &*self.listener.borrow() {
            listener();
        }
    }
}

/// How a database came to be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Birth {
    Found,
    Made,
    /// The browser threw away what was there, because it could not read it.
    MadeAfterLoss,
}

/// What a database is made of. One of another version stays as it is, and is a fault.
pub(crate) struct Plan {
    pub version: u32,
    pub stores: &'static [&'static str],
    /// What stands in a new database from its first moment: store, key, value. Without it, none is made.
    pub first: Option<(&'static str, &'static str, Vec<u8>)>,
}

impl Database {
    pub async fn open(name: &str, plan: Plan) -> Result<(Self, Birth), StorageFault> {
        let request = factory()?
            .open_with_u32(name, plan.version)
            .map_err(|error| StorageFault::of(&error))?;
        let birth = Rc::new(RefCell::new(Ok(Birth::Found)));
        let making = Rc::new(RefCell::new(None::<IdbTransaction>));
        let upgrade = {
            let (request, birth, making) = (request.clone(), birth.clone(), making.clone());
            Closure::<dyn FnMut(IdbVersionChangeEvent)>::new(move |event| {
                making.replace(request.transaction());
                *birth.borrow_mut() = upgrade(&request, &event, &plan);
            })
        };
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let opened = settled_or_blocked(&request).await;
        let birth = birth.borrow().clone()?;
        let connection = opened.map_err(|fault| {
            // The request only says that the transaction was aborted; the transaction says why.
            let why = making.borrow().as_ref().and_then(IdbTransaction::error);
            why.map_or(fault, |why| StorageFault::of(&why))
        })?;
        Ok((Self::listening(connection.unchecked_into()), birth))
    }

    fn listening(connection: Connection) -> Self {
        let closed = Rc::<Closed>::default();
        let on_version = {
            let (closed, connection) = (closed.clone(), connection.clone());
            Closure::new(move |event: Event| {
                let version = event.unchecked_ref::<IdbVersionChangeEvent>().new_version();
                connection.close();
                closed.set(match version {
                    Some(_) => StorageFault::Newer,
                    None => StorageFault::Gone,
                });
            })
        };
        let on_close = {
            let closed = closed.clone();
            Closure::new(move |_: Event| closed.set(StorageFault::Gone))
        };
        connection.set_onversionchange(Some(on_version.as_ref().unchecked_ref()));
        connection.set_onclose(Some(on_close.as_ref().unchecked_ref()));
        Self {
            connection,
            closed,
            _listeners: [on_version, on_close],
        }
    }

    /// Calls when the connection was closed by anybody but us.
    pub fn on_closed(&self, listener: impl Fn() + 'static) {
        self.closed.listener.replace(Some(Box::new(listener)));
    }

    pub fn close(&self) {
        self.closed.why.replace(Some(StorageFault::Gone));
        self.connection.set_onversionchange(None);
        self.connection.set_onclose(None);
        self.connection.close();
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.close();
    }
}

/// Deletes a database with all that is in it. Connections of other tabs close themselves.
pub(crate) async fn delete(name: &str) -> Result<(), StorageFault> {
    let request = factory()?
        .delete_database(name)
        .map_err(|error| StorageFault::of(&error))?;
    settled_or_blocked(&request).await.map(|_| ())
}

fn factory() -> Result<IdbFactory, StorageFault> {
    let global = js_sys::global();
    let factory =
        Reflect::get(&global, &"indexedDB".into()).map_err(|_| StorageFault::Unavailable)?;
    factory
        .dyn_into::<IdbFactory>()
        .map_err(|_| StorageFault::Unavailable)
}

fn upgrade(
    request: &IdbOpenDbRequest,
    event: &IdbVersionChangeEvent,
    plan: &Plan,
) -> Result<Birth, StorageFault> {
    let is_older = event.old_version() > 0.0;
    let (false, Some((store, key, value))) = (is_older, &plan.first) else {
        if let Some(transaction) = request.transaction() {
            // An upgrade that is under way can be aborted.
            _ = transaction.abort();
        }
        return Err(if is_older {
            StorageFault::Older
        } else {
            StorageFault::Gone
        });
    };
    make(request, plan.stores, store, key, value).map_err(|error| StorageFault::of(&error))?;
    // Chromium says here that it has thrown a database away.
    let loss = Reflect::get(event, &"dataLoss".into())
        .ok()
        .and_then(|loss| loss.as_string());
    Ok(match loss.as_deref() {
        None | Some("none") => Birth::Made,
        Some(_) => Birth::MadeAfterLoss,
    })
}

fn make(
    request: &IdbOpenDbRequest,
    stores: &[&str],
    first: &str,
    key: &str,
    value: &[u8],
) -> Result<(), JsValue> {
    let database = request.result()?.unchecked_into::<IdbDatabase>();
    for name in stores {
        let store = database.create_object_store(name)?;
        if *name == first {
            store.put_with_key(&Uint8Array::from(value), &key.into())?;
        }
    }
    Ok(())
}

/// Nobody waits for it any more, and an open connection would block others in turn.
fn close_when_it_opens(request: &IdbOpenDbRequest) {
    let opened = request.clone();
    let close = Closure::once_into_js(move || {
        if let Ok(database) = opened.result()
            && let Some(database) = database.dyn_ref::<IdbDatabase>()
        {
            database.close();
        }
    });
    request.set_onsuccess(Some(close.unchecked_ref()));
}

/// A connection that is about to close blocks for an instant; one that does not close blocks for longer.
async fn settled_or_blocked(request: &IdbOpenDbRequest) -> Result<JsValue, StorageFault> {
    let blocked = Promise::new(&mut |blocked, _| {
        let on_blocked = Closure::once_into_js(move |_: Event| {
            spawn_local(async move {
                clock::wait(limits::BLOCKED_MS).await;
                // Resolving a promise cannot fail.
                _ = blocked.call0(&JsValue::NULL);
            });
        });
        request.set_onblocked(Some(on_blocked.unchecked_ref::<Function>()));
    });
    let settled = std::pin::pin!(settled(request));
    match select(settled, JsFuture::from(blocked)).await {
        Either::Left((settled, _)) => settled,
        Either::Right(_) => {
            close_when_it_opens(request);
            Err(StorageFault::Blocked)
        }
    }
}
