//! One diagnostic type for compile errors and lints. It knows no rule of the language: codes and texts come from the rooms
//! that find the problem. [`codes`] lists every code with its title, cause and fix; `render` turns diagnostics into text and JSON.

pub mod codes;
mod decode;
#[cfg(feature = "compiler")]
pub mod render;
pub mod suggest;

pub use decode::{NotUtf8, decode_utf8};

use crate::syntax::tree::Span;
use serde::Serialize;

/// Error or warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Nothing is compiled.
    Error,
    /// Compiles, but a lawyer should look.
    Warning,
}

/// A bilingual sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize, Default)]
pub struct Message {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Message {
    /// Both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }
}

/// A further place with a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is there.
    pub message: Message,
}

/// One problem: stable code, place, cause, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code, `E0101`.
    pub code: &'static str,
    /// Error or warning.
    pub level: Level,
    /// Where.
    pub span: Span,
    /// What is wrong.
    pub message: Message,
    /// What to do about it.
    pub help: Message,
    /// Other places that matter.
    pub labels: Vec<Label>,
}

impl Diagnostic {
    /// An error.
    #[must_use]
    pub fn error(code: &'static str, span: Span, message: Message, help: Message) -> Self {
        Self { code, level: Level::Error, span, message, help, labels: Vec::new() }
    }

    /// A warning.
    #[must_use]
    pub fn warning(code: &'static str, span: Span, message: Message, help: Message) -> Self {
        Self { level: Level::Warning, ..Self::error(code, span, message, help) }
    }

    /// Adds a further place.
    #[must_use]
    pub fn label(mut self, span: Span, message: Message) -> Self {
        self.labels.push(Label { span, message });
        self
    }
}

/// The source files that spans point into.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<(String, String)>,
}

impl Sources {
    /// Adds a file and returns its index.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> u32 {
        self.files.push((name.into(), text.into()));
        u32::try_from(self.files.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// Name and text of a file.
    #[must_use]
    pub fn get(&self, file: u32) -> Option<(&str, &str)> {
        self.files.get(file as usize).map(|(n, t)| (n.as_str(), t.as_str()))
    }

    /// The source text of a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.file).and_then(|(_, t)| t.get(span.start as usize..span.end as usize)).unwrap_or("")
    }

    /// All files in order.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &str, &str)> {
        self.files.iter().enumerate().map(|(i, (n, t))| (u32::try_from(i).unwrap_or(u32::MAX), n.as_str(), t.as_str()))
    }
}
