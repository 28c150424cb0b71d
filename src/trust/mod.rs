//! Trust in what comes over the wire: The Update Framework (TUF 1.0), Ed25519, canonical JSON. A root names keys and thresholds;
//! metadata signed by them says which packs there are, in which version, and until when. All of it is checked before anything of a
//! pack is decoded.
//!
//! [`client`] verifies and is all that an engine's host needs; [`author`] writes metadata for publishers. Neither knows a clock, a
//! file, the network or a random number: time and bytes come in as arguments. Of TUF, delegated targets are left out: one
//! publisher signs one list.

pub mod author;
pub mod canonical;
pub mod client;
pub mod error;
pub mod key;
pub mod metadata;
pub mod statement;
pub mod time;

pub use client::{Change, Client, Files, Options, Trusted, TrustedPack, Want};
pub use error::TrustError;
pub use statement::Statement;

use crate::diagnostic::Message;
use serde_json::{Value, json};

/// The version of this engine, for the range that a statement gives.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

impl TrustError {
    /// As hosts get it.
    #[must_use]
    pub fn to_value(&self) -> Value {
        json!({"code": self.code(), "file": self.file(), "message": self.message()})
    }
}

impl Trusted {
    /// As hosts get it, without the bytes.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let pack = |pack: &TrustedPack| {
            let stated = pack.statement.as_ref().map(|s| s.to_custom().get("zhunze").cloned());
            json!({"name": pack.name, "sha256": pack.sha256, "statement": stated})
        };
        json!({
            "root": self.root,
            "release": self.release,
            "changed": self.changed,
            "packs": self.packs.iter().map(pack).collect::<Vec<_>>(),
            "notes": self.notes.iter().map(TrustError::to_value).collect::<Vec<_>>(),
        })
    }
}

impl Options {
    /// Options as hosts write them: `{"now": SECONDS or "2027-01-01T00:00:00Z", "lowest": 3, "allow_expired": false, "packs": ["cn.zzb"],
    /// "in_use": ["DIGEST.cn.zzb"]}`.
    ///
    /// # Errors
    /// Says which one is missing or wrong.
    pub fn from_json(text: &str) -> Result<Self, Message> {
        let wrong = |zh: &str, en: &str| Message::new(zh, en);
        let Ok(Value::Object(given)) = serde_json::from_str(text) else {
            return Err(wrong("信任选项不是 JSON 对象", "trust options are no JSON object"));
        };
        let names = |given: &[Value]| given.iter().map(|n| n.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>();
        let mut options = Self::default();
        let mut now = None;
        for (key, value) in &given {
            let known = match (key.as_str(), value) {
                (_, Value::Null) => Some(()),
                ("now", Value::String(text)) => time::parse(text).map(|at| now = Some(at)),
                ("now", Value::Number(at)) => at.as_i64().map(|at| now = Some(at)),
                ("lowest", Value::Number(lowest)) => lowest.as_u64().map(|lowest| options.lowest = lowest),
                ("allow_expired", Value::Bool(allow)) => {
                    options.allow_expired = *allow;
                    Some(())
                }
                ("packs", Value::Array(given)) => names(given).map(|names| options.packs = names),
                ("in_use", Value::Array(given)) => names(given).map(|names| options.in_use = names),
                _ => None,
            };
            if known.is_none() {
                return Err(Message::new(
                    format!("信任选项 {key} 不存在或者取值有误"),
                    format!("the trust option {key} does not exist or has a wrong value"),
                ));
            }
        }
        options.now =
            now.ok_or_else(|| wrong("缺少当前时间 now；引擎没有时钟", "now is missing: the engine has no clock"))?;
        Ok(options)
    }
}
