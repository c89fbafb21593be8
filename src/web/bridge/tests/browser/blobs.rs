//! Bytes come with a command and go with one, and leave nothing behind.

use liaison_bridge::{Db, ObjectUrl};
use liaison_core::{
    blob::{Holder, let_go, take_in},
    command::{Act, Actor, Tx},
    demo::steps,
    id::{BlobId, Id, RegistrationId},
    store::Stop,
    time::Time,
    world::World,
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{acts::*, raw::search};

const SECRET: &[u8] = b"a picture of an identity card";

/// Takes bytes in for an application of the tab's person.
struct TakeIn(BlobId);

impl Act for TakeIn {
    type Done = ();
    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let holder = Holder::Application(tx.me()?, RegistrationId::from_bytes([1; 16]));
        take_in(tx, self.0, holder)
    }
}

struct LetGo(BlobId);

impl Act for LetGo {
    type Done = ();
    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let holder = Holder::Application(tx.me()?, RegistrationId::from_bytes([1; 16]));
        let_go(tx, self.0, holder)
    }
}

async fn world_of_ann(name: &str) -> Db {
    let db = open(name).await;
    let mut world = World::new(Time(1_700_000_000_000), 1);
    let ann = steps::person(&mut world, "Ann", "+8613800000001");
    db.replace_world(world.store, &[]).await.unwrap();
    db.act_as(Actor::Account(ann));
    db
}

#[wasm_bindgen_test]
async fn bytes_are_there_for_whoever_may_look_until_they_are_let_go() {
    let name = "blobs";
    let db = world_of_ann(name).await;
    let blob = db.put_blob(SECRET).await.unwrap();
    assert_eq!(db.blob(blob).await, Ok(None), "nobody holds them yet");
    db.run(TakeIn(blob)).unwrap();
    db.saved().await.unwrap();
    db.close();

    let db = open(name).await;
    assert_eq!(db.blob(blob).await.unwrap().as_deref(), Some(SECRET));
    let ann = db.actor();
    db.act_as(Actor::Visitor);
    assert_eq!(db.blob(blob).await, Ok(None), "a visitor may not look");
    db.act_as(ann);
    assert_eq!(search(name, SECRET).await, ["blobs"]);

    db.run(LetGo(blob)).unwrap();
    db.saved().await.unwrap();
    assert_eq!(
        search(name, SECRET).await,
        [""; 0],
        "gone with the commit that let them go"
    );
    assert_eq!(db.blob(blob).await, Ok(None));
    db.act_as(Actor::Visitor);
    db.close();
}

#[wasm_bindgen_test]
async fn what_is_erased_is_found_in_no_store() {
    let name = "erased";
    let db = open(name).await;
    let other = open(name).await;
    run(db, put("number", "11010519491231002X")).unwrap();
    db.erased().await.unwrap();
    assert_eq!(search(name, b"11010519491231002X").await, ["pages"]);
    run(db, put("number", "erased")).unwrap();
    for n in 0..50 {
        run(other, Sign(format!("other {n}"))).unwrap();
    }
    db.saved().await.unwrap();
    assert_eq!(
        search(name, b"11010519491231002X").await,
        ["pages"],
        "saved is not erased"
    );
    db.erased().await.unwrap();
    assert_eq!(search(name, b"11010519491231002X").await, [""; 0]);
    other.saved().await.unwrap();
    other.erased().await.unwrap();
    assert_eq!(lines(&other.copy()).len(), 50);
    assert_eq!(row(other, "number").as_deref(), Some("erased"));
    other.close();
    db.close();
}

#[wasm_bindgen_test]
async fn bytes_that_no_command_took_in_are_swept_after_a_day_and_not_before() {
    let name = "swept";
    let db = world_of_ann(name).await;
    let taken = db.put_blob(b"taken in").await.unwrap();
    db.run(TakeIn(taken)).unwrap();
    db.put_blob(b"left behind").await.unwrap();
    db.saved().await.unwrap();
    db.close();
    open(name).await.close();
    pause(100).await;
    assert_eq!(
        search(name, b"left behind").await,
        ["blobs"],
        "another tab may be about to use them"
    );

    let day =
        js_sys::eval("globalThis.realNow = Date.now; Date.now = () => realNow() + 25 * 3600e3");
    day.expect("time can be put forward");
    let db = open(name).await;
    let mut left = search(name, b"left behind").await;
    for _ in 0..50 {
        pause(10).await;
        left = search(name, b"left behind").await;
        if left.is_empty() {
            break;
        }
    }
    js_sys::eval("Date.now = realNow").expect("and back");
    assert_eq!(left, [""; 0]);
    assert_eq!(search(name, b"taken in").await, ["blobs"]);
    db.act_as(Actor::Visitor);
    db.close();
}

#[wasm_bindgen_test]
fn an_address_for_bytes_is_one_that_the_page_can_show() {
    let url = ObjectUrl::of(b"%PDF-1.7", "application/pdf").unwrap();
    assert!(url.as_str().starts_with("blob:"));
}
