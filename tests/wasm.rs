//! The JavaScript surface as a host sees it, in Node and in Chromium.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn says_its_version() {
    assert_eq!(zhunze::wasm::version(), env!("CARGO_PKG_VERSION"));
}
