//! Packs linked into one: what the engine evaluates. Every reference is an index into the tables here and has been checked.

use super::model::{
    Context, Define, FoldTable, Instrument, Meta, Node, Pattern, Presumption, Rule, TextId, TypeDecl, Word,
};
use crate::diagnostic::Message;

/// Packs linked into one.
#[derive(Clone, Debug, Default)]
pub struct Linked {
    /// The packs, dependencies first.
    pub packs: Vec<LinkedPack>,
    /// Names: field keys, members, captures.
    pub names: Vec<String>,
    /// Instruments.
    pub instruments: Vec<Instrument>,
    /// Types.
    pub types: Vec<TypeDecl>,
    /// Fold tables.
    pub folds: Vec<FoldTable>,
    /// Words, without duplicates.
    pub words: Vec<Word>,
    /// Patterns.
    pub patterns: Vec<Pattern>,
    /// Contexts.
    pub contexts: Vec<Context>,
    /// Expressions.
    pub exprs: Vec<Node>,
    /// Definitions.
    pub defines: Vec<Define>,
    /// Presumptions.
    pub presumptions: Vec<Presumption>,
    /// Rules, by pack and source order.
    pub rules: Vec<LinkedRule>,
    /// Texts; index 0 is empty.
    pub texts: Vec<Message>,
}

/// A linked pack.
#[derive(Clone, Debug)]
pub struct LinkedPack {
    /// Identity.
    pub meta: Meta,
    /// `sha256:…` of the pack's bytes.
    pub digest: String,
}

/// A rule and its pack.
#[derive(Clone, Debug)]
pub struct LinkedRule {
    /// Index into [`Linked::packs`].
    pub pack: u32,
    /// `cn.advertising/absolute-terms`.
    pub id: String,
    /// The rule.
    pub rule: Rule,
}

impl Linked {
    /// A text; empty where there is none.
    #[must_use]
    pub fn text(&self, id: TextId) -> Message {
        self.texts.get(id as usize).cloned().unwrap_or_default()
    }

    /// A name; empty where there is none.
    #[must_use]
    pub fn name(&self, id: u32) -> &str {
        self.names.get(id as usize).map_or("", String::as_str)
    }
}
