//! What the browser's storage can do to us: each thing has its name, and nothing that was saved is lost by it.

use liaison_bridge::{Damage, Db, SaveState, StorageFault};
use liaison_core::store::{Fault, Stop};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{acts::*, raw::raw};

/// A world of twelve lines, of which eight are folded into pages.
async fn twelve_lines(name: &str) {
    let db = open(name).await;
    for n in 0..12 {
        if n == 8 {
            db.erased().await.unwrap();
        }
        run(db, Sign(n.to_string())).unwrap();
    }
    db.saved().await.unwrap();
    db.close();
}

async fn fault(name: &str) -> StorageFault {
    match Db::open(name).await {
        Ok(_) => panic!("{name} was opened"),
        Err(fault) => fault,
    }
}

#[wasm_bindgen_test]
async fn a_damaged_record_is_named_and_what_stands_before_it_can_be_kept() {
    let name = "damaged record";
    twelve_lines(name).await;
    raw(
        "damage",
        &[name.into(), "journal".into(), 2.into(), 9.into()],
    )
    .await;
    for _ in 0..2 {
        let StorageFault::Damaged(damage) = fault(name).await else {
            panic!("it is not told as damage")
        };
        assert_eq!((damage.acts, damage.pages), (2, 0));
        assert!(damage.whole_until.is_some());
    }
    let (db, _) = Db::open_what_is_left(name).await.unwrap();
    assert_eq!(lines(&db.copy()).len(), 10);
    run(db, Sign("after".into())).unwrap();
    db.saved().await.unwrap();
    db.close();
    assert_eq!(lines(&open(name).await.copy()).len(), 11);
}

#[wasm_bindgen_test]
async fn a_damaged_page_is_named_and_the_rest_can_be_kept() {
    let name = "damaged page";
    twelve_lines(name).await;
    raw(
        "damage",
        &[name.into(), "pages".into(), 0.into(), 40.into()],
    )
    .await;
    let expected = Damage {
        whole_until: None,
        acts: 0,
        pages: 1,
        of_pages: 1,
    };
    assert_eq!(fault(name).await, StorageFault::Damaged(expected));
    let (db, _) = Db::open_what_is_left(name).await.unwrap();
    run(db, put("after", "1")).unwrap();
    db.saved().await.unwrap();
    db.close();
    let db = open(name).await;
    assert_eq!(row(db, "after").as_deref(), Some("1"));
    assert_eq!(
        db.copy().rows().count(),
        5,
        "the four lines in the journal are there"
    );
    db.close();
}

#[wasm_bindgen_test]
async fn a_missing_record_or_manifest_is_damage_too() {
    for (store, expected) in [("journal", (3, 0)), ("manifest", (0, 1)), ("meta", (0, 0))] {
        let name = format!("missing in {store}");
        twelve_lines(&name).await;
        raw("remove", &[name.as_str().into(), store.into(), 0.into()]).await;
        let StorageFault::Damaged(damage) = fault(&name).await else {
            panic!("{store}: it is not told as damage")
        };
        assert_eq!((damage.acts, damage.pages), expected, "{store}");
    }
}

#[wasm_bindgen_test]
async fn a_world_that_does_not_say_which_it_is_opens_with_all_that_it_holds() {
    let name = "no number";
    twelve_lines(name).await;
    raw("remove", &[name.into(), "meta".into(), 0.into()]).await;
    let (db, _) = Db::open_what_is_left(name).await.unwrap();
    assert_eq!(lines(&db.copy()).len(), 12);
    run(db, Sign("after".into())).unwrap();
    db.saved().await.unwrap();
    db.close();
    let db = open(name).await;
    assert_eq!(lines(&db.copy()).len(), 13);
    db.close();
}

#[wasm_bindgen_test]
async fn a_tab_that_holds_more_than_what_is_left_goes_on_from_what_is_left() {
    let name = "holds more";
    twelve_lines(name).await;
    let before = open(name).await;
    raw(
        "damage",
        &[name.into(), "journal".into(), 2.into(), 9.into()],
    )
    .await;
    let (left, _) = Db::open_what_is_left(name).await.unwrap();
    for n in 0..2 {
        run(left, Sign(format!("left {n}"))).unwrap();
    }
    left.saved().await.unwrap();
    run(before, Sign("before".into())).unwrap();
    before.saved().await.unwrap();
    assert!(until(|| same_rows(&left.copy(), &before.copy())).await);
    left.close();
    before.close();
    let db = open(name).await;
    assert_eq!(lines(&db.copy()).len(), 13, "ten were left");
    db.close();
}

#[wasm_bindgen_test]
async fn a_world_beyond_repair_can_be_deleted_and_begun_anew() {
    let name = "begun anew";
    twelve_lines(name).await;
    raw("remove", &[name.into(), "meta".into(), 0.into()]).await;
    assert!(fault(name).await.is_final());
    Db::delete(name).await.unwrap();
    let (db, opened) = Db::open(name).await.unwrap();
    assert!(opened.is_new);
    db.close();
}

#[wasm_bindgen_test]
async fn a_database_that_is_deleted_under_us_makes_the_tab_read_only() {
    let db = open("deleted").await;
    run(db, put("a", "1")).unwrap();
    db.saved().await.unwrap();
    raw("delete", &["deleted".into()]).await;
    assert!(until(|| db.saving() == SaveState::CannotSave(StorageFault::Gone)).await);
    let refused = Err(Stop::Fault(Fault::ReadOnly));
    assert_eq!(run(db, put("b", "2")), refused);
    assert_eq!(
        row(db, "a").as_deref(),
        Some("1"),
        "what is there can still be read"
    );
    db.close();
}

#[wasm_bindgen_test]
async fn an_older_tab_goes_read_only_when_a_newer_version_comes() {
    let db = open("newer").await;
    run(db, put("a", "1")).unwrap();
    db.saved().await.unwrap();
    raw("raise", &["newer".into(), 99.into()]).await;
    assert!(until(|| db.saving() == SaveState::CannotSave(StorageFault::Newer)).await);
    assert_eq!(run(db, put("b", "2")), Err(Stop::Fault(Fault::ReadOnly)));
    assert_eq!(fault("newer").await, StorageFault::Newer);
    db.close();
}

#[wasm_bindgen_test]
async fn a_full_disk_is_told_and_what_waits_is_saved_when_there_is_room() {
    for when in ["at once", "at the end"] {
        let name = format!("full {when}");
        let db = open(&name).await;
        run(db, put("a", "1")).unwrap();
        db.saved().await.unwrap();
        raw("fill", &[when.into()]).await;
        run(db, put("b", "2")).unwrap();
        assert_eq!(db.saved().await, Err(StorageFault::Full));
        assert_eq!(db.saving(), SaveState::CannotSave(StorageFault::Full));
        run(db, put("c", "3")).unwrap();
        assert_eq!(db.saved().await, Err(StorageFault::Full));
        assert_eq!(db.put_blob(b"x").await, Err(StorageFault::Full));
        raw("fill", &["never".into()]).await;
        assert!(
            until(|| db.saving() == SaveState::Saved).await,
            "tried again by itself"
        );
        db.close();
        let db = open(&name).await;
        assert_eq!(["b", "c"].map(|key| row(db, key).is_some()), [true, true]);
        db.close();
    }
}

#[wasm_bindgen_test]
async fn a_disk_that_is_full_from_the_start_is_told_as_that() {
    for when in ["at once", "at the end"] {
        raw("fill", &[when.into()]).await;
        let fault = Db::open(&format!("no room {when}")).await.err();
        raw("fill", &["never".into()]).await;
        assert_eq!(fault, Some(StorageFault::Full));
    }
}

#[wasm_bindgen_test]
async fn a_tab_that_does_not_let_go_is_told_as_that_and_the_next_try_succeeds() {
    let name = "held";
    open(name).await.close();
    raw("hold", &[name.into()]).await;
    assert_eq!(Db::delete(name).await, Err(StorageFault::Blocked));
    raw("letGo", &[]).await;
    Db::delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_fold_that_fails_loses_nothing_and_succeeds_later() {
    let name = "failed fold";
    let db = open(name).await;
    for n in 0..5 {
        run(db, Sign(n.to_string())).unwrap();
    }
    db.saved().await.unwrap();
    for when in ["at once", "at the end"] {
        run(db, Sign("before".into())).unwrap();
        db.saved().await.unwrap();
        raw("fill", &[when.into()]).await;
        assert_eq!(db.erased().await, Err(StorageFault::Full));
        raw("fill", &["never".into()]).await;
        run(db, Sign("between".into())).unwrap();
        db.erased().await.unwrap();
        let again = open(name).await;
        assert_eq!(lines(&again.copy()), lines(&db.copy()));
        again.close();
    }
    db.close();
}

#[wasm_bindgen_test]
async fn a_browser_that_keeps_nothing_is_told_as_that() {
    raw("forbid", &[true.into()]).await;
    let fault = Db::open("forbidden").await.err();
    raw("forbid", &[false.into()]).await;
    assert_eq!(fault, Some(StorageFault::Unavailable));
}
