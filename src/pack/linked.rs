//! Packs linked into one: what the engine evaluates. Every reference is an index into the tables here and has been checked.

use super::model::{
    CalendarYear, Context, Define, DocId, FoldTable, Instrument, Meta, Node, Pattern, Presumption, Rule, TextId,
    TypeDecl, Word,
};
use super::texts::LinkedTexts;
use crate::diagnostic::Message;
use crate::syntax::tree::Severity;

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
    /// Texts.
    pub texts: LinkedTexts,
    /// What types and fields are; index 0 is empty. Nothing else is there where the packs were read without explanations.
    pub docs: Vec<Message>,
    /// Years of which it is known which days are worked, each once.
    pub calendar: Vec<CalendarYear>,
    /// Words that packs add to others' patterns.
    pub extensions: Vec<LinkedExtension>,
    /// Patterns from this one on are copies that also have added words.
    pub first_added: u32,
    /// By copy: the extensions that it has.
    pub added: Vec<Vec<u32>>,
}

/// Words that a pack adds to another's pattern.
#[derive(Clone, Copy, Debug)]
pub struct LinkedExtension {
    /// Index into [`Linked::packs`].
    pub pack: u32,
    /// The pattern.
    pub pattern: u32,
    /// The added words.
    pub with: u32,
    /// Why.
    pub message: TextId,
}

/// A pack that raises a rule's severity.
#[derive(Clone, Copy, Debug)]
pub struct LinkedRaise {
    /// Index into [`Linked::packs`].
    pub pack: u32,
    /// To what.
    pub severity: Severity,
    /// Why.
    pub message: TextId,
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
    /// Packs that raise its severity.
    pub raises: Vec<LinkedRaise>,
}

impl Linked {
    /// The extensions that a pattern has; none for one that is no copy.
    pub fn added(&self, pattern: u32) -> &[u32] {
        let copy = pattern.checked_sub(self.first_added).and_then(|at| self.added.get(at as usize));
        copy.map_or(&[], Vec::as_slice)
    }

    /// Whether a pattern is a copy with added words.
    pub(crate) fn is_added(&self, pattern: u32) -> bool {
        pattern >= self.first_added && !self.added(pattern).is_empty()
    }

    /// A text; empty where there is none.
    #[must_use]
    pub fn text(&self, id: TextId) -> Message {
        self.texts.get(id)
    }

    /// What a type, member or field is; empty where that is not told or was not loaded.
    #[must_use]
    pub fn doc(&self, id: DocId) -> Message {
        self.docs.get(id as usize).cloned().unwrap_or_default()
    }

    /// A name; empty where there is none.
    #[must_use]
    pub fn name(&self, id: u32) -> &str {
        self.names.get(id as usize).map_or("", String::as_str)
    }
}
