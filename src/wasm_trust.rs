//! Trust, for JavaScript: the client's machine and the packs that it trusts. Fetching and keeping are JavaScript's. It is a module of
//! its own, so that pages which take no packs over the wire do not load it; no logic lives here.
// The glue that `#[wasm_bindgen]` writes passes pointers between the two memories; nothing written by hand does.
#![allow(unsafe_code)]

use crate::host::Outcome;
use crate::trust::{self, Change, Files, Options, TrustError, client};
use crate::wasm_error::error;
use js_sys::{Array, JSON, Uint8Array};
use wasm_bindgen::prelude::*;

fn trust_error(e: &TrustError) -> JsValue {
    error(&Outcome::trust_error(e))
}

fn options(json: &str) -> Result<Options, JsValue> {
    Options::from_json(json).map_err(|m| error(&Outcome::options_error(&m)))
}

/// `[name, bytes]` pairs → files.
fn files(pairs: &Array) -> Files {
    let file = |pair: JsValue| {
        let pair = Array::from(&pair);
        Some((pair.get(0).as_string()?, Uint8Array::new(&pair.get(1)).to_vec()))
    };
    pairs.iter().filter_map(file).collect()
}

/// Changes → `[name, bytes]` pairs; without bytes where the file is to be deleted.
fn pairs(changes: Vec<Change>) -> Array {
    let pair = |change: Change| {
        let bytes = change.bytes.map_or(JsValue::UNDEFINED, |b| Uint8Array::from(b.as_slice()).into());
        Array::of2(&JsValue::from_str(&change.name), &bytes)
    };
    changes.into_iter().map(pair).collect()
}

/// An update on its way.
#[wasm_bindgen]
#[derive(Debug)]
pub struct TrustClient {
    inner: client::Client,
}

#[wasm_bindgen]
impl TrustClient {
    /// Starts from the root that the host was shipped with and the files it kept, as `[name, bytes]` pairs.
    ///
    /// # Errors
    /// When the root or the options are wrong.
    pub fn start(
        root: &[u8],
        #[wasm_bindgen(unchecked_param_type = "[string, Uint8Array][]")] kept: &Array,
        options: &str,
    ) -> Result<TrustClient, JsValue> {
        let inner = client::Client::new(root, files(kept), self::options(options)?);
        inner.map(|inner| Self { inner }).map_err(|e| trust_error(&e))
    }

    /// The file that is wanted next: `{path, limit, optional}`.
    ///
    /// # Errors
    /// When it does not convert.
    #[wasm_bindgen(unchecked_return_type = "object | undefined")]
    pub fn want(&self) -> Result<JsValue, JsValue> {
        let Some(want) = self.inner.want() else { return Ok(JsValue::UNDEFINED) };
        let json = serde_json::json!({"path": want.path, "limit": want.limit, "optional": want.optional});
        JSON::parse(&json.to_string())
    }

    /// Takes that file, or nothing where it is not there.
    ///
    /// # Errors
    /// Why it is not trusted.
    pub fn take(&mut self, bytes: Option<Vec<u8>>) -> Result<(), JsValue> {
        self.inner.take(bytes.as_deref()).map_err(|e| trust_error(&e))
    }

    /// What was verified since the last call, to be kept at once.
    #[wasm_bindgen(unchecked_return_type = "[string, Uint8Array | undefined][]")]
    pub fn changes(&mut self) -> Array {
        pairs(self.inner.changes())
    }

    /// The packs, once nothing is wanted any more.
    ///
    /// # Errors
    /// When something is.
    pub fn trusted(&self) -> Result<TrustedPacks, JsValue> {
        self.inner.trusted().map(|inner| TrustedPacks { inner }).map_err(|e| trust_error(&e))
    }

    /// What to keep, in order, so that these packs are those in use.
    ///
    /// # Errors
    /// As [`Self::trusted`].
    #[wasm_bindgen(unchecked_return_type = "[string, Uint8Array | undefined][]")]
    pub fn commit(&mut self) -> Result<Array, JsValue> {
        self.inner.commit().map(pairs).map_err(|e| trust_error(&e))
    }
}

/// Packs that may be loaded.
#[wasm_bindgen]
#[derive(Debug)]
pub struct TrustedPacks {
    inner: trust::Trusted,
}

#[wasm_bindgen]
impl TrustedPacks {
    /// The packs in use, from the files that were kept, as `[name, bytes]` pairs.
    ///
    /// # Errors
    /// Why they are not trusted.
    pub fn kept(
        root: &[u8],
        #[wasm_bindgen(unchecked_param_type = "[string, Uint8Array][]")] kept: &Array,
        options: &str,
    ) -> Result<TrustedPacks, JsValue> {
        let inner = client::kept(root, &files(kept), &self::options(options)?);
        inner.map(|inner| Self { inner }).map_err(|e| trust_error(&e))
    }

    /// A pack without any signature.
    ///
    /// # Errors
    /// Unless that is allowed.
    pub fn unsigned(
        name: &str,
        bytes: &[u8],
        #[wasm_bindgen(js_name = "allowUnsigned")] allow_unsigned: bool,
    ) -> Result<TrustedPacks, JsValue> {
        let inner = client::unsigned(name, bytes, allow_unsigned);
        inner.map(|inner| Self { inner }).map_err(|e| trust_error(&e))
    }

    /// What is known about them.
    ///
    /// # Errors
    /// When it does not convert.
    #[wasm_bindgen(unchecked_return_type = "object")]
    pub fn told(&self) -> Result<JsValue, JsValue> {
        JSON::parse(&self.inner.to_value().to_string())
    }

    /// Their bytes, for the engine.
    #[wasm_bindgen(unchecked_return_type = "Uint8Array[]")]
    pub fn bytes(&self) -> Array {
        self.inner.packs.iter().map(|pack| Uint8Array::from(pack.bytes.as_slice())).collect()
    }
}
