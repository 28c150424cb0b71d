//! Interning tables of the pack under construction. It knows no types: it only hands out indices.

use crate::diagnostic::Message;
use crate::pack::model::{Core, DocId, ExprId, MAX_DEPTH, NameId, Node, Ref, Symbol, TextId, Word};
use crate::syntax::tree::Bilingual;
use std::collections::BTreeMap;

/// The pack under construction.
#[derive(Default)]
pub(super) struct Builder {
    pub core: Core,
    pub texts: Vec<Message>,
    pub docs: Vec<Message>,
    names: BTreeMap<String, NameId>,
    symbols: BTreeMap<Symbol, Ref>,
    words: BTreeMap<Word, u32>,
    depths: Vec<usize>,
}

fn index(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

impl Builder {
    pub fn new() -> Self {
        Self { texts: vec![Message::default()], docs: vec![Message::default()], ..Self::default() }
    }

    pub fn name(&mut self, name: &str) -> NameId {
        if let Some(id) = self.names.get(name) {
            return *id;
        }
        let id = index(self.core.names.len());
        self.core.names.push(name.to_owned());
        self.names.insert(name.to_owned(), id);
        id
    }

    pub fn symbol(&mut self, symbol: &Symbol) -> Ref {
        if let Some(id) = self.symbols.get(symbol) {
            return *id;
        }
        let id = index(self.core.symbols.len());
        self.core.symbols.push(symbol.clone());
        self.symbols.insert(symbol.clone(), id);
        id
    }

    pub fn word(&mut self, text: &str, exact: bool) -> u32 {
        let word = Word { text: text.to_owned(), exact };
        if let Some(id) = self.words.get(&word) {
            return *id;
        }
        let id = index(self.core.words.len());
        self.core.words.push(word.clone());
        self.words.insert(word, id);
        id
    }

    /// A text for reports.
    pub fn bilingual(&mut self, text: Option<&Bilingual>) -> TextId {
        add(&mut self.texts, text)
    }

    /// A text for `explain` and the like.
    pub fn doc(&mut self, text: Option<&Bilingual>) -> DocId {
        add(&mut self.docs, text)
    }

    pub fn expr(&mut self, node: Node) -> ExprId {
        let id = index(self.core.exprs.len());
        let below = node.operands().into_iter().filter_map(|o| self.depths.get(o as usize)).max();
        self.depths.push(below.map_or(0, |d| d.saturating_add(1)));
        self.core.exprs.push(node);
        id
    }

    /// Whether an expression nests deeper than a pack may hold.
    pub fn too_deep(&self, id: ExprId) -> bool {
        self.depths.get(id as usize).is_some_and(|d| *d > MAX_DEPTH)
    }
}

/// Adds a text; the Chinese one stands in where the English one is missing.
fn add(texts: &mut Vec<Message>, text: Option<&Bilingual>) -> u32 {
    let Some(text) = text else { return 0 };
    let en = text.en.as_ref().map_or(text.zh.node.as_str(), |e| e.node.as_str());
    if text.zh.node.is_empty() && en.is_empty() {
        return 0;
    }
    let id = index(texts.len());
    texts.push(Message::new(&text.zh.node, en));
    id
}
