//! The JavaScript surface, through wasm-bindgen. No logic lives here: it converts and calls.
// The glue that `#[wasm_bindgen]` writes passes pointers between the two memories; nothing written by hand does.
#![allow(unsafe_code)]

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

/// The version of the library.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Loaded packs, ready to check subjects.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {}

#[wasm_bindgen]
impl Engine {
    /// Loads packs, or one bundle.
    ///
    /// # Errors
    /// When bytes are not a pack, or packs do not link.
    #[wasm_bindgen(js_name = fromPacks)]
    pub fn from_packs(
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | Uint8Array[]")] _bytes: JsValue,
    ) -> Result<Engine, JsError> {
        Err(unfinished())
    }

    /// Checks one subject.
    ///
    /// # Errors
    /// When the subject or the options are not what the contract says.
    #[wasm_bindgen(unchecked_return_type = "object")]
    pub fn check(
        &self,
        #[wasm_bindgen(unchecked_param_type = "object")] _subject: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "object")] _options: Option<JsValue>,
    ) -> Result<JsValue, JsError> {
        Err(unfinished())
    }

    /// Checks one subject given as JSON; answers JSON.
    ///
    /// # Errors
    /// When the subject or the options are not what the contract says.
    #[wasm_bindgen(js_name = checkJson)]
    pub fn check_json(&self, _subject: &str, _options: Option<String>) -> Result<String, JsError> {
        Err(unfinished())
    }

    /// Checks a subject a line; answers a report a line.
    ///
    /// # Errors
    /// When the options are not what the contract says.
    #[wasm_bindgen(js_name = checkBatch)]
    pub fn check_batch(
        &self,
        _ndjson: &[u8],
        #[wasm_bindgen(unchecked_optional_param_type = "object")] _options: Option<JsValue>,
    ) -> Result<Uint8Array, JsError> {
        Err(unfinished())
    }

    /// What is loaded: id, version, layer and digest of each pack.
    ///
    /// # Errors
    /// When the list does not convert.
    #[wasm_bindgen(unchecked_return_type = "object[]")]
    pub fn packs(&self) -> Result<JsValue, JsError> {
        Err(unfinished())
    }
}

/// Compiles sources (file name to text) to a pack.
///
/// # Errors
/// With the diagnostics, when a source does not compile.
#[cfg(feature = "compiler")]
#[wasm_bindgen]
pub fn compile(
    #[wasm_bindgen(unchecked_param_type = "Record<string, string>")] _files: JsValue,
) -> Result<Uint8Array, JsError> {
    Err(unfinished())
}

fn unfinished() -> JsError {
    JsError::new("this build has no engine yet")
}
