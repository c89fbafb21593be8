//! The bridge in a real browser, on whichever database that has behind IndexedDB.
#![cfg(target_arch = "wasm32")]

mod acts;
mod blobs;
mod faults;
mod figures;
mod keeping;
mod live;
mod racing;
mod raw;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
