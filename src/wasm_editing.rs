//! What an editor in a page asks, for JavaScript, with offsets in UTF-16 units. No logic lives here: it converts and calls.
// The glue that `#[wasm_bindgen]` writes passes pointers between the two memories; nothing written by hand does.
#![allow(unsafe_code)]

use crate::compile::{self, Outcome};
use crate::diagnostic::Sources;
use crate::editing::units::{byte, utf16};
use crate::editing::{CompletionKind, Place, Workspace as Inner};
use crate::host;
use crate::syntax;
use crate::wasm_error::error;
use js_sys::{JSON, Uint8Array};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

/// Sources under somebody's hands.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Workspace {
    inner: Inner,
    /// What the last compilation said.
    outcome: Outcome,
}

fn parsed(value: &Value) -> Result<JsValue, JsValue> {
    JSON::parse(&value.to_string())
}

fn diagnostics(outcome: &Outcome) -> JsValue {
    error(&host::Outcome::diagnostics(outcome))
}

impl Workspace {
    fn text(&self, file: &str) -> &str {
        self.inner.file(file).map_or("", |file| file.text.as_str())
    }

    /// A place as a host writes it: `[from, to]`.
    fn range(&self, place: &Place) -> Value {
        let text = self.text(&place.file);
        json!([utf16(text, place.start), utf16(text, place.end)])
    }
}

#[wasm_bindgen]
impl Workspace {
    /// An empty one.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds or replaces a file.
    pub fn set(&mut self, file: &str, text: String) {
        self.inner.set(file, text);
    }

    /// Takes a file out.
    pub fn remove(&mut self, file: &str) {
        self.inner.remove(file);
    }

    /// Compiles the pack of a file and those it uses to a bundle.
    ///
    /// # Errors
    /// With the diagnostics, when a source does not compile.
    pub fn compile(&mut self, file: &str) -> Result<Uint8Array, JsValue> {
        self.outcome = self.inner.compile(&[file]);
        if self.outcome.failed() {
            return Err(diagnostics(&self.outcome));
        }
        let bundle = compile::bundle(&self.outcome.packs).map_err(|e| error(&host::Outcome::pack_error(&e)))?;
        Ok(Uint8Array::from(bundle.as_slice()))
    }

    /// What may be written at an offset: `[{text, kind, detail}]`.
    ///
    /// # Errors
    /// When it does not convert.
    #[wasm_bindgen(unchecked_return_type = "object[]")]
    pub fn complete(&self, file: &str, at: usize) -> Result<JsValue, JsValue> {
        let all = self.inner.completions(file, byte(self.text(file), at));
        let written = all.into_iter().map(|one| {
            let kind = match one.kind {
                CompletionKind::Keyword => "keyword",
                CompletionKind::Name(kind) => kind.named().1,
            };
            json!({"text": one.text, "kind": kind, "detail": one.detail})
        });
        parsed(&written.collect())
    }

    /// What is said of what stands at an offset: `{range, text}`, the text in Markdown.
    ///
    /// # Errors
    /// When it does not convert.
    #[wasm_bindgen(unchecked_return_type = "object | undefined")]
    pub fn hover(&self, file: &str, at: usize) -> Result<JsValue, JsValue> {
        let Some((place, text)) = self.inner.hover(file, byte(self.text(file), at)) else {
            return Ok(JsValue::UNDEFINED);
        };
        parsed(&json!({"range": self.range(&place), "text": text}))
    }

    /// What may be folded: `[[from, to]]`.
    ///
    /// # Errors
    /// When it does not convert.
    #[wasm_bindgen(unchecked_return_type = "[number, number][]")]
    pub fn folds(&self, file: &str) -> Result<JsValue, JsValue> {
        let text = self.text(file);
        parsed(
            &self
                .inner
                .folds(file)
                .into_iter()
                .map(|(from, to, _)| json!([utf16(text, from), utf16(text, to)]))
                .collect(),
        )
    }

    /// Changes that mend what the last compilation found: `[{title, code, file, range, edit: {file, range, insert}}]`.
    ///
    /// # Errors
    /// When it does not convert.
    #[wasm_bindgen(unchecked_return_type = "object[]")]
    pub fn fixes(&self) -> Result<JsValue, JsValue> {
        let fixes = self.inner.fixes(&self.outcome);
        let written = fixes.iter().map(|fix| {
            let edit = json!({"file": fix.edit.place.file, "range": self.range(&fix.edit.place), "insert": fix.edit.text});
            json!({"title": fix.title, "code": fix.code, "file": fix.at.file, "range": self.range(&fix.at), "edit": edit})
        });
        parsed(&written.collect())
    }

    /// A file in the layout that all sources have.
    ///
    /// # Errors
    /// With the diagnostics of a file that does not parse, which would lose something.
    pub fn format(&self, file: &str) -> Result<String, JsValue> {
        let text = self.text(file);
        syntax::format(text, None).map_err(|found| {
            let mut sources = Sources::default();
            sources.add(file, text);
            diagnostics(&Outcome { sources, diagnostics: found, packs: Vec::new() })
        })
    }
}
