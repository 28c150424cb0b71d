//! From text to tree, item by item.

use super::builder::Builder;
use super::error;
use super::grammar::{Grammar, Rule};
use super::items::{self, RawItem};
use super::keywords::ItemWord;
use super::tree::{Item, ItemKind, SourceFile};
use crate::diagnostic::Diagnostic;
use pest::Parser;
use pest::iterators::Pair;

/// What a source file may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How deep brackets, `非` and operators may nest.
    pub nesting: usize,
    /// Bytes of a file.
    pub file_bytes: usize,
    /// Bytes of one item.
    pub item_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { nesting: 64, file_bytes: 4 << 20, item_bytes: 1 << 20 }
    }
}

/// Parses a file within the default limits. The items of the tree are those without a mistake; every mistake of the file is
/// among the diagnostics.
#[must_use]
pub fn parse(file: u32, text: &str) -> (SourceFile, Vec<Diagnostic>) {
    parse_with(file, text, &Limits::default())
}

/// Parses a file within limits of the caller's.
#[must_use]
pub fn parse_with(file: u32, text: &str, limits: &Limits) -> (SourceFile, Vec<Diagnostic>) {
    let mut out = SourceFile::default();
    if text.len() > limits.file_bytes || u32::try_from(text.len()).is_err() {
        return (out, vec![error::file_too_large(file, text.len(), limits.file_bytes)]);
    }
    let split = items::split(file, text, limits);
    let mut diagnostics = split.diagnostics;
    out.comments = split.comments;
    for raw in &split.items {
        if let Some(item) = parse_item(file, text, raw, limits, &mut diagnostics) {
            out.items.push(item);
        }
    }
    diagnostics.sort_by_key(|d| (d.span.start, d.span.end));
    (out, diagnostics)
}

fn parse_item(
    file: u32,
    text: &str,
    raw: &RawItem,
    limits: &Limits,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Item> {
    if raw.skip {
        return None;
    }
    let whole = error::span(file, raw.start, raw.end);
    let Some(word) = raw.word else {
        diagnostics.push(Diagnostic::error(
            "E0109",
            whole,
            crate::diagnostic::Message::new("不属于任何条目", "belongs to no item"),
            crate::diagnostic::Message::default(),
        ));
        return None;
    };
    let mended = raw.mended(text);
    match Grammar::parse(word.grammar()?, &mended) {
        Ok(mut pairs) => {
            let mut builder =
                Builder { file, base: raw.start, end: raw.end, limits, diagnostics: Vec::new(), depth: 0 };
            let kind = pairs.next().and_then(|pair| build(&mut builder, word, pair));
            let broken = !builder.diagnostics.is_empty();
            diagnostics.append(&mut builder.diagnostics);
            if kind.is_none() && !broken {
                diagnostics.push(error::internal(whole));
            }
            kind.filter(|_| !broken && !raw.broken).map(|kind| Item { kind, span: whole })
        }
        Err(e) => {
            diagnostics.push(Diagnostic::error(
                "E0101",
                whole,
                crate::diagnostic::Message::new(e.to_string(), e.to_string()),
                crate::diagnostic::Message::default(),
            ));
            None
        }
    }
}

fn build(builder: &mut Builder<'_>, word: ItemWord, pair: Pair<'_, Rule>) -> Option<ItemKind> {
    Some(match word {
        ItemWord::Pack => ItemKind::Pack(builder.pack(pair)?),
        ItemWord::Instrument => ItemKind::Instrument(builder.instrument(pair)?),
        ItemWord::Enum => ItemKind::Enum(builder.enumeration(pair)?),
        ItemWord::Taxonomy => ItemKind::Taxonomy(builder.taxonomy(pair)?),
        ItemWord::Record | ItemWord::Subject => ItemKind::Record(builder.record(pair)?),
        ItemWord::Lexicon => ItemKind::Lexicon(builder.lexicon(pair)?),
        ItemWord::Pattern => ItemKind::Pattern(builder.pattern(pair)?),
        ItemWord::Fold => ItemKind::Fold(builder.fold(pair)?),
        ItemWord::Context => ItemKind::Context(builder.context(pair)?),
        ItemWord::Prescribed => ItemKind::Prescribed(builder.prescribed(pair)?),
        ItemWord::Define => ItemKind::Define(builder.define(pair)?),
        ItemWord::Presume => ItemKind::Presume(builder.presume(pair)?),
        ItemWord::Rule => ItemKind::Rule(Box::new(builder.rule(pair)?)),
        ItemWord::Scenario => ItemKind::Scenario(builder.scenario(pair)?),
    })
}
