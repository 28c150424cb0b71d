//! Receipts: proof that a check was made, of what, by which packs, and what it said. A receipt holds digests and everything that
//! a check depends on besides its input and its packs, so that whoever has these two can make the same check years later.
//!
//! The findings are digested over a canonical form: the report as `zhunze.report/1` at detail `findings`, as JSON by RFC 8785 (keys
//! sorted, no white space), without `schema`, `engine` and `packs`, which the receipt tells by themselves, without what other details tell
//! (`counts` and `satisfied`), without `why`, and without English (`en`, `evidence_en`, `keep_en`), which may be left out of a pack under
//! the same digest.

mod replay;

pub use replay::{Replay, Verdict};

use crate::diagnostic::Message;
use crate::engine::{Decision, Detail, Engine, Options};
use crate::eval::date::format_day;
use crate::host::OptionsJson;
use crate::input::{self, Format};
use crate::pack::layout::hex;
use crate::report::{PackInfo, Report};
#[cfg(feature = "trust")]
use crate::trust::key::{PrivateKey, PublicKey, hex as hex_of, unhex};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// The schema's name.
pub const SCHEMA: &str = "zhunze.receipt/1";

/// Proof of a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// [`SCHEMA`].
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// What was checked.
    pub input: InputProof,
    /// The packs, as the report lists them.
    pub packs: Vec<PackInfo>,
    /// When the conduct took place.
    pub conduct: Days,
    /// The evaluation date.
    pub evaluated_on: String,
    /// Everything else that the check depended on: dates, scope, policy, limits, the caller's categories. What hosts take as options.
    pub options: Value,
    /// The decision.
    pub decision: Decision,
    /// What was found.
    pub findings: FindingsProof,
    /// Signatures over everything else, by [`Receipt::canonical`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<Signature>,
}

/// Somebody's word for a receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// The key's id, as `zhunze keygen` tells it.
    pub keyid: String,
    /// The public key: Ed25519, in hexadecimal.
    pub public: String,
    /// The signature, in hexadecimal.
    pub sig: String,
}

impl Signature {
    /// Whether it is the named key's, on these bytes; `None`: this build knows no keys.
    #[cfg(feature = "trust")]
    fn holds(&self, message: &[u8]) -> Option<bool> {
        let key = unhex(&self.public).map(PublicKey);
        Some(key.is_some_and(|key| key.id() == self.keyid && key.verifies(message, &self.sig)))
    }

    /// Nobody can tell without keys.
    #[cfg(not(feature = "trust"))]
    const fn holds(&self, _: &[u8]) -> Option<bool> {
        None
    }
}

/// The input, by its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputProof {
    /// `sha256:…` of the bytes as they were read.
    pub digest: String,
    /// How many bytes.
    pub bytes: usize,
    /// How they were read.
    pub format: Format,
}

/// From the first to the last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

/// The findings, by their canonical form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingsProof {
    /// `sha256:…`.
    pub digest: String,
    /// How many findings there are.
    pub count: usize,
}

impl Receipt {
    /// Checks an input and writes the receipt. The detail of the options does not matter.
    ///
    /// # Errors
    /// What is wrong with the input, as a check says it.
    pub fn new(engine: &Engine, input: &[u8], format: Format, options: &Options) -> Result<Self, Message> {
        let options = Options { detail: Detail::Findings, ..options.clone() };
        let report = check(engine, input, format, &options)?;
        Ok(Self {
            schema: SCHEMA.to_owned(),
            engine: report.engine.to_owned(),
            input: InputProof { digest: sha256(input), bytes: input.len(), format },
            packs: report.packs.to_vec(),
            conduct: Days { from: report.conduct.from.to_string(), to: report.conduct.to.to_string() },
            evaluated_on: report.evaluated_on.to_string(),
            options: written(&options),
            decision: report.decision,
            findings: FindingsProof { digest: findings_digest(&report), count: report.findings.len() },
            signatures: Vec::new(),
        })
    }

    /// Signs it; a signature by the same key is replaced.
    #[cfg(feature = "trust")]
    pub fn sign(&mut self, key: &PrivateKey) {
        let (public, sig) = (key.public(), key.sign(self.canonical().as_bytes()));
        let keyid = public.id();
        self.signatures.retain(|s| s.keyid != keyid);
        self.signatures.push(Signature { keyid, public: hex_of(&public.0), sig });
    }

    /// Reads a receipt.
    ///
    /// # Errors
    /// Says what makes it none.
    pub fn read(json: &str) -> Result<Self, Message> {
        let receipt: Self = serde_json::from_str(json).map_err(|e| {
            Message::new(
                format!("这不是检查回执：{e}；请用 zhunze check --receipt 写出的文件"),
                format!("not a receipt: {e}; take a file that `zhunze check --receipt` wrote"),
            )
        })?;
        if receipt.schema != SCHEMA {
            return Err(Message::new(
                format!("回执的格式是 {}，本程序只认 {SCHEMA}", receipt.schema),
                format!("the receipt is {}; this program reads {SCHEMA}", receipt.schema),
            ));
        }
        Ok(receipt)
    }

    /// As a file: indented JSON that ends with a line break.
    #[must_use]
    pub fn json(&self) -> String {
        let mut out = serde_json::to_string_pretty(self).unwrap_or_default();
        out.push('\n');
        out
    }

    /// The bytes that a signature is made over: the receipt without its signatures, by RFC 8785.
    #[must_use]
    pub fn canonical(&self) -> String {
        let unsigned = Self { signatures: Vec::new(), ..self.clone() };
        canonical(&serde_json::to_value(unsigned).unwrap_or(Value::Null))
    }

    /// The options of the check.
    ///
    /// # Errors
    /// Says what is wrong with them.
    pub fn options(&self) -> Result<Options, Message> {
        let read: OptionsJson = serde_json::from_value(self.options.clone()).map_err(|e| {
            Message::new(format!("回执中的选项有误：{e}"), format!("the receipt's options do not read: {e}"))
        })?;
        read.options()
    }
}

fn check(engine: &Engine, input: &[u8], format: Format, options: &Options) -> Result<Report, Message> {
    let subject = input::decode(input).and_then(|text| input::subject(format, text)).map_err(|e| e.message)?;
    engine.check(&subject, options).map_err(|e| e.message())
}

/// Options as hosts write them.
fn written(options: &Options) -> Value {
    let mut out = Map::new();
    out.insert("as_of".to_owned(), json!(format_day(options.as_of)));
    if let Some(on) = options.on {
        out.insert("on".to_owned(), json!({"from": format_day(on.from), "to": format_day(on.to)}));
    }
    out.insert("scope".to_owned(), json!(options.scope));
    out.insert("policy".to_owned(), json!(options.policy));
    out.insert("limits".to_owned(), json!(options.limits));
    if !options.category_map.is_empty() {
        out.insert("categories".to_owned(), json!(options.category_map));
    }
    Value::Object(out)
}

fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes).into())
}

/// `sha256:…` of the canonical form of what a report says; see the module's docs.
#[must_use]
pub fn findings_digest(report: &Report) -> String {
    let mut value = serde_json::to_value(report).unwrap_or(Value::Null);
    if let Some(top) = value.as_object_mut() {
        for key in ["schema", "engine", "packs", "counts", "satisfied"] {
            top.remove(key);
        }
    }
    strip(&mut value);
    sha256(canonical(&value).as_bytes())
}

/// Leaves out English and the clause trees.
fn strip(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for key in ["en", "evidence_en", "keep_en", "why"] {
                map.remove(key);
            }
            map.values_mut().for_each(strip);
        }
        Value::Array(list) => list.iter_mut().for_each(strip),
        _ => {}
    }
}

/// JSON by RFC 8785, for what reports and receipts hold: ASCII keys and whole numbers.
fn canonical(value: &Value) -> String {
    fn write(value: &Value, out: &mut String) {
        match value {
            Value::Object(map) => {
                let mut keys: Vec<&String> = map.keys().collect();
                keys.sort_unstable();
                out.push('{');
                for (at, key) in keys.into_iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    out.push_str(&Value::from(key.as_str()).to_string());
                    out.push(':');
                    write(map.get(key).unwrap_or(&Value::Null), out);
                }
                out.push('}');
            }
            Value::Array(list) => {
                out.push('[');
                for (at, value) in list.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    write(value, out);
                }
                out.push(']');
            }
            plain => out.push_str(&plain.to_string()),
        }
    }
    let mut out = String::new();
    write(value, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_json_is_sorted_and_dense() {
        let value = json!({"b": [1, {"d": null, "c": "换\n行\u{1}"}], "a": true});
        assert_eq!(canonical(&value), "{\"a\":true,\"b\":[1,{\"c\":\"换\\n行\\u0001\",\"d\":null}]}");
    }

    #[test]
    fn what_may_be_left_out_of_a_pack_is_not_digested() {
        let mut value = json!({"message": {"zh": "不得", "en": "no"}, "why": {"x": 1}, "of": [{"evidence_en": []}]});
        strip(&mut value);
        assert_eq!(value, json!({"message": {"zh": "不得"}, "of": [{}]}));
    }
}
