//! What every host does the same way: load packs, read options, check JSON, answer JSON. The bindings only move bytes.

use crate::diagnostic::Message;
use crate::engine::{Conduct, Decision, Detail, Engine, InputError, Limits, Options, Policy, StateError};
use crate::eval::date::parse_day;
use crate::input::Format;
use crate::pack::linked::Linked;
use crate::pack::{Bundle, Pack, PackError, link};
use crate::receipt::{Receipt, Verdict};
use crate::syntax::tree::{Layer, Scope};
use crate::text::{TextEngine, TextSource};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Exit status when nothing blocks.
pub const PASSED: i32 = 0;
/// Exit status when something blocks.
pub const BLOCKED: i32 = 1;
/// Exit status for bad input.
pub const BAD_INPUT: i32 = 2;

/// JSON and what it means for the caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// A report or `{"error": …}`.
    pub json: String,
    /// [`PASSED`], [`BLOCKED`] or [`BAD_INPUT`].
    pub exit: i32,
}

impl Outcome {
    fn error(code: &str, message: &Message, details: &Value) -> Self {
        Self {
            json: json!({"error": {"code": code, "message": message, "details": details}}).to_string(),
            exit: BAD_INPUT,
        }
    }

    /// A pack that does not load.
    #[must_use]
    pub fn pack_error(error: &PackError) -> Self {
        Self::error("pack", &error.message(), &Value::Null)
    }

    /// Something that came over the wire and is not trusted.
    #[cfg(feature = "trust")]
    #[must_use]
    pub fn trust_error(error: &crate::trust::TrustError) -> Self {
        let details = json!({"code": error.code(), "file": error.file()});
        Self::error("trust", &error.message(), &details)
    }

    /// A handle that is not open.
    #[must_use]
    pub fn no_engine() -> Self {
        Self::error("handle", &Message::new("没有这个引擎句柄", "there is no engine with this handle"), &Value::Null)
    }

    /// Input that is not a subject.
    #[must_use]
    pub fn input_error(error: &InputError) -> Self {
        let problems: Vec<Value> = error
            .problems
            .iter()
            .map(|p| json!({"path": p.path, "message": p.message, "suggestion": p.suggestion}))
            .collect();
        Self::error("input", &error.message(), &Value::Array(problems))
    }

    /// A saved session that cannot be resumed.
    #[must_use]
    pub fn state_error(error: StateError) -> Self {
        let zh = match error {
            StateError::Damaged => "不是保存下来的会话，或者已经损坏",
            StateError::Version => "会话由另一个版本的引擎保存",
            StateError::Packs => "会话属于另一些规则包",
            StateError::Options => "会话开始时的选项不同",
        };
        Self::error("state", &Message::new(zh, error.to_string()), &Value::Null)
    }

    /// An error record that names its line.
    #[must_use]
    pub fn with_line(&self, line: usize) -> String {
        let mut record: Value = serde_json::from_str(&self.json).unwrap_or_else(|_| json!({}));
        if let Some(map) = record.as_object_mut() {
            map.insert("line".to_owned(), Value::from(line));
        }
        record.to_string()
    }

    /// Options that do not read.
    #[must_use]
    pub fn bad_options(why: &str) -> Self {
        Self::other("options", format!("选项有误：{why}"), format!("bad options: {why}"))
    }

    /// Options that read but make no sense.
    #[must_use]
    pub fn options_error(message: &Message) -> Self {
        Self::error("options", message, &Value::Null)
    }

    /// Input that is not even JSON.
    #[must_use]
    pub fn bad_subject(why: &str) -> Self {
        Self::other("json", format!("输入不是合法的 JSON：{why}"), format!("the input is not JSON: {why}"))
    }

    /// Sources that do not compile.
    #[cfg(feature = "compiler")]
    #[must_use]
    pub fn diagnostics(outcome: &crate::compile::Outcome) -> Self {
        let json = crate::diagnostic::render::json(&outcome.diagnostics, &outcome.sources);
        let details = serde_json::from_str(&json).unwrap_or(Value::Null);
        Self::error("diagnostics", &Message::new("规则未能编译", "the sources do not compile"), &details)
    }

    fn other(code: &str, zh: String, en: String) -> Self {
        Self::error(code, &Message::new(zh, en), &Value::Null)
    }
}

/// Options as hosts write them. `as_of` is required, since the engine has no clock.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OptionsJson {
    /// Evaluation date.
    pub as_of: Option<String>,
    /// Conduct date, or `{from, to}`.
    pub on: Option<On>,
    /// Scope; `all` where it is not said.
    pub scope: Option<Scope>,
    /// Detail; `findings` where it is not said.
    pub detail: Option<Detail>,
    /// Policy.
    pub policy: Option<Policy>,
    /// Limits.
    pub limits: Option<Limits>,
    /// The caller's category ids → the packs'.
    pub categories: BTreeMap<String, String>,
}

/// A conduct date or interval.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum On {
    /// One day.
    Day(String),
    /// From one day to another.
    Interval {
        /// First day.
        from: String,
        /// Last day.
        to: String,
    },
}

impl OptionsJson {
    /// The engine's options.
    ///
    /// # Errors
    /// Says which date is missing or does not exist.
    pub fn options(self) -> Result<Options, Message> {
        let day = |text: &str| {
            parse_day(text).ok_or_else(|| {
                Message::new(
                    format!("“{text}”不是存在的日期；请写成 2026-11-21 的样子"),
                    format!("`{text}` is not a date that exists; write it like 2026-11-21"),
                )
            })
        };
        let Some(as_of) = self.as_of else {
            return Err(Message::new("缺少评估日期 as_of；引擎没有时钟", "as_of is missing: the engine has no clock"));
        };
        let mut options = Options::new(day(&as_of)?);
        options.on = match self.on {
            None => None,
            Some(On::Day(on)) => Some(Conduct::on(day(&on)?)),
            Some(On::Interval { from, to }) => {
                let (from, to) = (day(&from)?, day(&to)?);
                if to < from {
                    return Err(Message::new("行为的结束日期早于开始日期", "the conduct ends before it starts"));
                }
                Some(Conduct { from, to })
            }
        };
        options.scope = self.scope.unwrap_or(Scope::All);
        options.detail = self.detail.unwrap_or_default();
        options.policy = self.policy.unwrap_or_default();
        options.limits = self.limits.unwrap_or_default();
        options.category_map = self.categories;
        Ok(options)
    }
}

/// A loaded pack.
#[derive(Clone, Debug, Serialize)]
pub struct LoadedPack {
    /// Id.
    pub id: String,
    /// Version.
    pub version: u32,
    /// Layer.
    pub layer: Layer,
    /// `sha256:…`.
    pub digest: String,
}

/// Packs loaded and linked, with their engine.
#[derive(Debug)]
pub struct Host {
    engine: Engine,
}

impl Host {
    /// Loads bundles and packs.
    ///
    /// # Errors
    /// A [`PackError`] when bytes are not a pack, or the packs do not link.
    pub fn load(files: &[&[u8]]) -> Result<Self, PackError> {
        Ok(Self { engine: engine(decode(files, false)?)? })
    }

    /// An engine that is already there.
    #[must_use]
    pub const fn new(engine: Engine) -> Self {
        Self { engine }
    }

    /// The engine.
    #[must_use]
    pub const fn engine(&self) -> &Engine {
        &self.engine
    }

    /// What is loaded.
    #[must_use]
    pub fn packs(&self) -> Vec<LoadedPack> {
        let packs = self.engine.linked().packs.iter();
        packs
            .map(|p| LoadedPack {
                id: p.meta.id.clone(),
                version: p.meta.version,
                layer: p.meta.layer,
                digest: p.digest.clone(),
            })
            .collect()
    }

    /// Checks a subject with options, both JSON bytes.
    #[must_use]
    pub fn check_bytes(&self, subject: &[u8], options: &[u8]) -> Outcome {
        match read_options(options) {
            Ok(options) => self.check_with(subject, &options),
            Err(outcome) => outcome,
        }
    }

    /// Checks a subject, JSON bytes.
    #[must_use]
    pub fn check_with(&self, subject: &[u8], options: &Options) -> Outcome {
        let subject: Value = match serde_json::from_slice(subject) {
            Ok(subject) => subject,
            Err(e) => return Outcome::bad_subject(&e.to_string()),
        };
        match self.engine.check(&subject, options) {
            Ok(report) => {
                let exit = if report.decision == Decision::Block { BLOCKED } else { PASSED };
                match serde_json::to_string(&report) {
                    Ok(json) => Outcome { json, exit },
                    Err(e) => Outcome::other(
                        "report",
                        format!("报告无法写出：{e}"),
                        format!("the report cannot be written: {e}"),
                    ),
                }
            }
            Err(error) => Outcome::input_error(&error),
        }
    }

    /// Checks an input, as the bytes of its file, and answers a receipt.
    #[must_use]
    pub fn receipt(&self, input: &[u8], options: &[u8]) -> Outcome {
        let options = match read_options(options) {
            Ok(options) => options,
            Err(outcome) => return outcome,
        };
        let format = Format::sniff(std::str::from_utf8(input).unwrap_or_default());
        match Receipt::new(&self.engine, input, format, &options) {
            Ok(receipt) => {
                let exit = if receipt.decision == Decision::Block { BLOCKED } else { PASSED };
                Outcome { json: receipt.json(), exit }
            }
            Err(message) => Outcome::error("input", &message, &json!([])),
        }
    }

    /// Makes a receipt's check again; `BLOCKED` where it is not proved.
    #[must_use]
    pub fn replay(&self, receipt: &str, input: &[u8]) -> Outcome {
        let replay = Receipt::read(receipt).and_then(|receipt| receipt.replay(&self.engine, input, &[]));
        match replay {
            Ok(replay) => {
                let exit = if replay.verdict == Verdict::Proved { PASSED } else { BLOCKED };
                Outcome { json: replay.json(), exit }
            }
            Err(message) => Outcome::error("receipt", &message, &Value::Null),
        }
    }

    /// Checks a subject a line and answers a report a line, in order; an empty line is left out, a bad one becomes an error record.
    #[must_use]
    pub fn check_lines(&self, ndjson: &[u8], options: &Options) -> Vec<u8> {
        let mut out = Vec::new();
        for (i, line) in ndjson.split(|b| *b == b'\n').enumerate() {
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let outcome = self.check_with(line, options);
            let record = if outcome.exit == BAD_INPUT { outcome.with_line(i.saturating_add(1)) } else { outcome.json };
            out.extend_from_slice(record.as_bytes());
            out.push(b'\n');
        }
        out
    }
}

/// Reads options; empty bytes are no options.
///
/// # Errors
/// The outcome to give to the caller.
pub fn read_options(bytes: &[u8]) -> Result<Options, Outcome> {
    let bytes: &[u8] = if bytes.is_empty() { b"{}" } else { bytes };
    let read: OptionsJson = serde_json::from_slice(bytes).map_err(|e| Outcome::bad_options(&e.to_string()))?;
    read.options().map_err(|m| Outcome::options_error(&m))
}

/// Decodes bundles and packs.
///
/// # Errors
/// A [`PackError`].
pub fn decode(files: &[&[u8]], with_explain: bool) -> Result<Vec<Pack>, PackError> {
    let mut packs = Vec::new();
    for file in files {
        packs.extend(Bundle::decode(file, with_explain)?.packs);
    }
    Ok(packs)
}

/// Links packs and builds their engine.
///
/// # Errors
/// A [`PackError`] of linking; a text engine that cannot be built is [`PackError::Text`].
pub fn engine(packs: Vec<Pack>) -> Result<Engine, PackError> {
    let linked = link::link(packs)?;
    let text = text_engine(&linked)?;
    Ok(Engine::new(linked, text))
}

/// The text engine of linked packs.
///
/// # Errors
/// [`PackError::Text`].
pub fn text_engine(linked: &Linked) -> Result<TextEngine, PackError> {
    let source = TextSource {
        words: &linked.words,
        patterns: &linked.patterns,
        contexts: &linked.contexts,
        folds: &linked.folds,
    };
    TextEngine::build(&source).map_err(|e| PackError::Text(e.to_string()))
}
