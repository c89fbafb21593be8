//! Acts small enough to see what becomes of them, and short ways to do and read.

use std::ops::Range;

use liaison_bridge::Db;
use liaison_core::{
    command::{Act, Actor, Tx},
    memory::MemoryStore,
    refusal::Refusal,
    space::Space,
    store::{Read, Stop, Write},
};

/// Where these acts write.
pub const SPACE: Space = Space::Desk;

pub struct Put {
    pub key: Vec<u8>,
    pub value: Option<Vec<u8>>,
}

pub fn put(key: &str, value: &str) -> Put {
    Put {
        key: key.into(),
        value: Some(value.into()),
    }
}

impl Act for Put {
    type Done = ();
    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        tx.set(&SPACE, &self.key, self.value.clone())
    }
}

/// Signs on the next free line.
pub struct Sign(pub String);

impl Act for Sign {
    type Done = ();
    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let line = lines(tx).len();
        tx.set(
            &SPACE,
            format!("line {line:06}").as_bytes(),
            Some(self.0.clone().into()),
        )
    }
}

/// What was signed, in order.
pub fn lines(store: &dyn Read) -> Vec<String> {
    let range: Range<&[u8]> = b"line "..b"line~";
    let found = store.scan(&SPACE, range, usize::MAX).expect("held");
    found
        .into_iter()
        .enumerate()
        .map(|(number, (key, value))| {
            assert_eq!(
                *key,
                *format!("line {number:06}").as_bytes(),
                "no line is left out"
            );
            String::from_utf8(value.into_owned()).expect("text")
        })
        .collect()
}

/// Takes something that only one can have.
pub struct Claim {
    pub what: &'static str,
    pub by: &'static str,
}

impl Act for Claim {
    type Done = ();
    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        if tx.get(&SPACE, self.what.as_bytes())?.is_some() {
            return Err(Refusal::NotThere.into());
        }
        tx.set(&SPACE, self.what.as_bytes(), Some(self.by.into()))
    }
}

pub async fn open(name: &str) -> Db {
    Db::open(name).await.unwrap().0
}

pub fn run<A: Act + 'static>(db: Db, act: A) -> Result<A::Done, Stop> {
    db.run_as(Actor::Operator, act)
}

pub fn row(db: Db, key: &str) -> Option<String> {
    let store = db.copy();
    let value = store.get(&SPACE, key.as_bytes()).expect("held")?;
    Some(String::from_utf8(value.into_owned()).expect("text"))
}

pub fn same_rows(a: &MemoryStore, b: &MemoryStore) -> bool {
    (a.commits, a.last) == (b.commits, b.last) && a.rows().eq(b.rows())
}

/// Lets what is under way go on until something holds, for at most five seconds.
pub async fn until(mut holds: impl FnMut() -> bool) -> bool {
    for _ in 0..500 {
        if holds() {
            return true;
        }
        pause(10).await;
    }
    false
}

pub async fn pause(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let window = web_sys::window().expect("a page");
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
            .expect("a timeout");
    });
    wasm_bindgen_futures::JsFuture::from(promise)
        .await
        .expect("time passes");
}
