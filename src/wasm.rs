//! The JavaScript surface, through wasm-bindgen. No logic lives here: it converts and calls.
// The glue that `#[wasm_bindgen]` writes passes pointers between the two memories; nothing written by hand does.
#![allow(unsafe_code)]

use crate::host::{self, Host, Outcome};
use crate::pack::PackError;
use crate::wasm_error::error;
use js_sys::{Array, JSON, Uint8Array};
use serde_json::Value;
use wasm_bindgen::prelude::*;

/// The version of the library.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Loaded packs, ready to check subjects. Made once, used for every check.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    host: Host,
}

fn pack_error(e: &PackError) -> JsValue {
    error(&Outcome::pack_error(e))
}

/// A JavaScript object → options, by the way that JSON options go.
fn options(value: Option<JsValue>) -> Result<crate::engine::Options, JsValue> {
    let json = match value {
        Some(value) if !value.is_undefined() && !value.is_null() => {
            JSON::stringify(&value)?.as_string().unwrap_or_default()
        }
        _ => String::new(),
    };
    host::read_options(json.as_bytes()).map_err(|outcome| error(&outcome))
}

#[wasm_bindgen]
impl Engine {
    /// Loads packs, or one bundle.
    ///
    /// # Errors
    /// When bytes are not a pack, or packs do not link.
    #[wasm_bindgen(js_name = fromPacks)]
    pub fn from_packs(
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | Uint8Array[]")] bytes: JsValue,
    ) -> Result<Engine, JsValue> {
        let files: Vec<Vec<u8>> = if Array::is_array(&bytes) {
            Array::from(&bytes).iter().map(|b| Uint8Array::new(&b).to_vec()).collect()
        } else {
            vec![Uint8Array::new(&bytes).to_vec()]
        };
        let slices: Vec<&[u8]> = files.iter().map(Vec::as_slice).collect();
        Host::load(&slices).map(|host| Self { host }).map_err(|e| pack_error(&e))
    }

    /// Checks one subject.
    ///
    /// # Errors
    /// When the subject or the options are not what the contract says.
    #[wasm_bindgen(unchecked_return_type = "object")]
    pub fn check(
        &self,
        #[wasm_bindgen(unchecked_param_type = "object")] subject: JsValue,
        #[wasm_bindgen(js_name = "options", unchecked_optional_param_type = "object")] opts: Option<JsValue>,
    ) -> Result<JsValue, JsValue> {
        let options = options(opts)?;
        let subject = json(subject)?;
        let report = self.host.engine().check(&subject, &options).map_err(|e| error(&Outcome::input_error(&e)))?;
        // Text is the quickest and smallest way out: one call instead of one for each property.
        JSON::parse(&crate::report::json::line(&report))
    }

    /// Starts a live session about a subject without its script.
    ///
    /// # Errors
    /// When the subject or the options are not what the contract says.
    pub fn session(
        &self,
        #[wasm_bindgen(unchecked_param_type = "object")] subject: JsValue,
        #[wasm_bindgen(js_name = "options", unchecked_optional_param_type = "object")] opts: Option<JsValue>,
    ) -> Result<Session, JsValue> {
        let options = options(opts)?;
        let session = self.host.engine().session(&json(subject)?, &options);
        session.map(|inner| Session { inner }).map_err(|e| error(&Outcome::input_error(&e)))
    }

    /// Goes on with a session that was saved, with the options it was started with.
    ///
    /// # Errors
    /// When the state is damaged, or belongs to another engine, other packs or other options.
    pub fn resume(
        &self,
        saved: &str,
        #[wasm_bindgen(js_name = "options", unchecked_optional_param_type = "object")] opts: Option<JsValue>,
    ) -> Result<Session, JsValue> {
        let options = options(opts)?;
        let session = self.host.engine().resume(saved, &options);
        session.map(|inner| Session { inner }).map_err(|e| error(&Outcome::state_error(e)))
    }

    /// Checks one subject given as JSON; answers JSON.
    ///
    /// # Errors
    /// When the subject or the options are not what the contract says.
    #[wasm_bindgen(js_name = checkJson)]
    pub fn check_json(&self, subject: &str, options: Option<String>) -> Result<String, JsValue> {
        let outcome = self.host.check_bytes(subject.as_bytes(), options.unwrap_or_default().as_bytes());
        if outcome.exit == host::BAD_INPUT { Err(error(&outcome)) } else { Ok(outcome.json) }
    }

    /// Checks a subject a line; answers a report a line, in order. A bad line becomes an error record.
    ///
    /// # Errors
    /// When the options are not what the contract says.
    #[wasm_bindgen(js_name = checkBatch)]
    pub fn check_batch(
        &self,
        ndjson: &[u8],
        #[wasm_bindgen(js_name = "options", unchecked_optional_param_type = "object")] opts: Option<JsValue>,
    ) -> Result<Uint8Array, JsValue> {
        let options = options(opts)?;
        Ok(Uint8Array::from(self.host.check_lines(ndjson, &options).as_slice()))
    }

    /// Checks an input, as the bytes of its file (a JSON subject, or a script), and answers a receipt: JSON.
    ///
    /// # Errors
    /// When the input or the options are not what the contract says.
    pub fn receipt(
        &self,
        input: &[u8],
        #[wasm_bindgen(js_name = "options", unchecked_optional_param_type = "object")] opts: Option<JsValue>,
    ) -> Result<String, JsValue> {
        let opts = match opts {
            Some(value) => JSON::stringify(&value)?.as_string().unwrap_or_default(),
            None => String::new(),
        };
        let outcome = self.host.receipt(input, opts.as_bytes());
        if outcome.exit == host::BAD_INPUT { Err(error(&outcome)) } else { Ok(outcome.json) }
    }

    /// Makes a receipt's check again; answers what agrees and what does not.
    ///
    /// # Errors
    /// When it is no receipt, or the input is none.
    #[wasm_bindgen(unchecked_return_type = "object")]
    pub fn replay(&self, receipt: &str, input: &[u8]) -> Result<JsValue, JsValue> {
        let outcome = self.host.replay(receipt, input);
        if outcome.exit == host::BAD_INPUT { Err(error(&outcome)) } else { JSON::parse(&outcome.json) }
    }

    /// What is loaded: id, version, layer and digest of each pack.
    ///
    /// # Errors
    /// When the list does not convert.
    #[wasm_bindgen(unchecked_return_type = "object[]")]
    pub fn packs(&self) -> Result<JsValue, JsValue> {
        JSON::parse(&serde_json::to_string(&self.host.packs()).unwrap_or_default())
    }
}

/// A stream of speech under check.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Session {
    inner: crate::engine::Session,
}

/// A JavaScript value → JSON.
fn json(value: JsValue) -> Result<Value, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|e| error(&Outcome::bad_subject(&e.to_string())))
}

fn update(update: Result<crate::engine::Update, crate::engine::InputError>) -> Result<JsValue, JsValue> {
    let update = update.map_err(|e| error(&Outcome::input_error(&e)))?;
    JSON::parse(&serde_json::to_string(&update).unwrap_or_default())
}

#[wasm_bindgen]
impl Session {
    /// Takes the next segment; answers what is new, final and withdrawn.
    ///
    /// # Errors
    /// When it is no segment; the session is then as before.
    #[wasm_bindgen(unchecked_return_type = "object")]
    pub fn push(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "object | string")] segment: JsValue,
    ) -> Result<JsValue, JsValue> {
        let segment = json(segment)?;
        update(self.inner.push(&segment))
    }

    /// Adds words to the last segment.
    ///
    /// # Errors
    /// When no segment was pushed yet.
    #[wasm_bindgen(unchecked_return_type = "object")]
    pub fn append(&mut self, text: &str) -> Result<JsValue, JsValue> {
        update(self.inner.append(text))
    }

    /// Ends the stream: the report on what was not final before. The session is used up.
    ///
    /// # Errors
    /// None that the start did not give.
    #[wasm_bindgen(unchecked_return_type = "object")]
    pub fn finish(self) -> Result<JsValue, JsValue> {
        let report = self.inner.finish().map_err(|e| error(&Outcome::input_error(&e)))?;
        JSON::parse(&crate::report::json::line(&report))
    }

    /// The session as JSON, to be resumed later.
    pub fn save(&self) -> String {
        self.inner.save()
    }
}

/// Compiles sources (file name to text; `.tsv` files are fold tables) to a bundle. The part of a name before its last `/` says which
/// pack a file belongs to.
///
/// # Errors
/// With the diagnostics, when a source does not compile.
#[cfg(feature = "compiler")]
#[wasm_bindgen]
pub fn compile(
    #[wasm_bindgen(unchecked_param_type = "Record<string, string>")] files: JsValue,
) -> Result<Uint8Array, JsValue> {
    let files: std::collections::BTreeMap<String, String> =
        serde_wasm_bindgen::from_value(files).map_err(|e| error(&Outcome::bad_subject(&e.to_string())))?;
    let outcome = crate::compile::compile_files(files);
    if outcome.failed() {
        return Err(error(&Outcome::diagnostics(&outcome)));
    }
    let bundle = crate::compile::bundle(&outcome.packs).map_err(|e| pack_error(&e))?;
    Ok(Uint8Array::from(bundle.as_slice()))
}
