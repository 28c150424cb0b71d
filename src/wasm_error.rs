//! How JavaScript gets errors.

use crate::host::Outcome;
use js_sys::JSON;
use wasm_bindgen::JsValue;

/// An `Error` whose `cause` is the error record that other hosts get as JSON.
pub(crate) fn error(outcome: &Outcome) -> JsValue {
    let record = JSON::parse(&outcome.json).unwrap_or(JsValue::UNDEFINED);
    let field =
        |of: &JsValue, key: &str| js_sys::Reflect::get(of, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED);
    let cause = field(&record, "error");
    let message = field(&cause, "message");
    let text = format!(
        "{} / {}",
        field(&message, "zh").as_string().unwrap_or_default(),
        field(&message, "en").as_string().unwrap_or_default()
    );
    let error = js_sys::Error::new(&text);
    let _ = js_sys::Reflect::set(&error, &JsValue::from_str("cause"), &cause);
    error.into()
}
