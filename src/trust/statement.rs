//! What a publisher states about a pack, signed with it: `custom.zhunze` of its entry in the targets metadata.

use super::error::TrustError;
use super::time::{self, Seconds};
use crate::diagnostic::Message;
use crate::eval::date::{format_day, parse_day};
use crate::pack::model::Day;
use serde_json::{Value, json};

/// A version of the engine: major, minor, patch.
pub type EngineVersion = [u64; 3];

/// A publisher's statement about a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Who publishes it.
    pub issuer: String,
    /// The pack's id, or the name of a set of packs.
    pub id: String,
    /// Rises with every release; never used for two contents.
    pub version: u64,
    /// Since when it is published.
    pub issued: Seconds,
    /// From when it must not be used any more.
    pub expires: Seconds,
    /// The lowest engine it runs on.
    pub engine_from: EngineVersion,
    /// The first engine it does not run on.
    pub engine_below: EngineVersion,
    /// The day whose state of the law it gives.
    pub law_status: Day,
}

impl Statement {
    /// Reads a target's entry.
    ///
    /// # Errors
    /// [`TrustError::Malformed`] names the first field that is missing or wrong.
    pub fn from_entry(file: &str, entry: &Value) -> Result<Self, TrustError> {
        let wrong = |what| TrustError::Malformed { file: file.to_owned(), what };
        let stated = entry.get("custom").and_then(|c| c.get("zhunze")).ok_or_else(|| wrong("custom.zhunze"))?;
        let text = |key: &'static str| {
            stated.get(key).and_then(Value::as_str).filter(|t| !t.is_empty()).ok_or_else(|| wrong(key))
        };
        let at = |key| time::parse(text(key)?).ok_or_else(|| wrong(key));
        let engine = |key| {
            let range = stated.get("engine").and_then(|e| e.get(key)).and_then(Value::as_str);
            range.and_then(engine_version).ok_or_else(|| wrong("engine"))
        };
        Ok(Self {
            issuer: text("issuer")?.to_owned(),
            id: text("id")?.to_owned(),
            version: stated
                .get("version")
                .and_then(Value::as_u64)
                .filter(|v| *v > 0)
                .ok_or_else(|| wrong("version"))?,
            issued: at("issued")?,
            expires: at("expires")?,
            engine_from: engine("from")?,
            engine_below: engine("below")?,
            law_status: parse_day(text("law_status")?).ok_or_else(|| wrong("law_status"))?,
        })
    }

    /// The value of `custom`.
    #[must_use]
    pub fn to_custom(&self) -> Value {
        let at = |seconds| time::write(seconds).unwrap_or_default();
        json!({"zhunze": {
            "issuer": self.issuer, "id": self.id, "version": self.version,
            "issued": at(self.issued), "expires": at(self.expires),
            "engine": {"from": engine_text(self.engine_from), "below": engine_text(self.engine_below)},
            "law_status": format_day(self.law_status),
        }})
    }

    /// What is wrong with it before it is signed, if anything.
    ///
    /// # Errors
    /// A sentence for the publisher.
    pub fn check(&self) -> Result<(), Message> {
        let wrong = |zh: &str, en: &str| Err(Message::new(zh, en));
        if self.issuer.is_empty() || self.id.is_empty() {
            return wrong("缺少发布者或规则包标识", "the issuer or the id is missing");
        }
        if self.version == 0 {
            return wrong("版本从 1 开始", "versions start from 1");
        }
        if self.expires <= self.issued {
            return wrong("有效期在发布之前就结束了", "it expires before it is issued");
        }
        if self.engine_below <= self.engine_from {
            return wrong("引擎版本范围是空的", "the range of engines is empty");
        }
        if time::write(self.issued).is_none() || time::write(self.expires).is_none() {
            return wrong("时间超出年份范围", "a time is out of range");
        }
        Ok(())
    }

    /// Whether this engine is in its range.
    pub(super) fn fits(&self, file: &str) -> Result<(), TrustError> {
        let fits = engine_version(super::ENGINE)
            .is_some_and(|engine| self.engine_from <= engine && engine < self.engine_below);
        let needs = [self.engine_from, self.engine_below].map(engine_text);
        if fits { Ok(()) } else { Err(TrustError::Engine { file: file.to_owned(), needs }) }
    }
}

/// Reads `1.2.3`.
#[must_use]
pub fn engine_version(text: &str) -> Option<EngineVersion> {
    let mut parts = text.split('.').map(|p| p.parse().ok().filter(|_| p.bytes().all(|b| b.is_ascii_digit())));
    let version = [parts.next()??, parts.next()??, parts.next()??];
    if parts.next().is_some() { None } else { Some(version) }
}

/// Writes `1.2.3`.
#[must_use]
pub fn engine_text([major, minor, patch]: EngineVersion) -> String {
    format!("{major}.{minor}.{patch}")
}
