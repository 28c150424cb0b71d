//! What a pack's core is stored as: the same as [`Core`], with numbers and words said in the way that takes least room.
//!
//! * Words are written in an alphabet of their own, the most frequent characters first.
//! * A pack's own symbols are said by where their items stand, not by name.
//! * A word that a pattern is the first to use is the next one; others are said by how far they are from the one before.
//! * An operand that is just the part before is not said: parts and expressions are mostly in the order of a stack.

use super::PackError;
use super::columns::number;
use super::model::{
    CalendarYear, Context, Core, Define, Extension, Instrument, Meta, Node, PatNode, Pattern, Presumption, Raise, Rule,
    Symbol, SymbolKind, TypeDecl, Word,
};
use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

/// How many characters of words have their place by frequency; the others stand by code, which takes less to say.
const FREQUENT: usize = 192;
/// Longest id of a pack, in bytes.
const MAX_ID: usize = 1000;

/// See the module's docs.
#[derive(Serialize, Deserialize)]
pub(super) struct Stored {
    meta: Meta,
    symbols: Vec<StoredSymbol>,
    names: Vec<String>,
    instruments: Vec<Instrument>,
    types: Vec<TypeDecl>,
    words: StoredWords,
    patterns: Vec<StoredPattern>,
    contexts: Vec<Context>,
    exprs: Vec<Node>,
    defines: Vec<Define>,
    presumptions: Vec<Presumption>,
    rules: Vec<Rule>,
    raises: Vec<Raise>,
    extensions: Vec<Extension>,
    calendar: Vec<CalendarYear>,
    texts: u32,
}

#[derive(Serialize, Deserialize)]
enum StoredSymbol {
    /// An item of this pack: kind, and index in the table of its kind.
    Own(SymbolKind, u32),
    Named(Symbol),
}

#[derive(Serialize, Deserialize)]
struct StoredPattern {
    key: String,
    /// `None`: the key up to its first `#`.
    name: Option<String>,
    /// With numbers as the module's docs say.
    nodes: Vec<PatNode>,
    prescribed: Vec<super::model::Cite>,
}

#[derive(Default, Serialize, Deserialize)]
struct StoredWords {
    frequent: Vec<char>,
    rare: Vec<char>,
    /// Characters of each word.
    lengths: Vec<u16>,
    /// The characters of all words, by their places in the alphabet.
    characters: Numbers,
    /// The words that are exact, ascending.
    exact: Vec<u32>,
}

impl StoredWords {
    fn of(words: &[Word]) -> Result<Self, PackError> {
        let mut often: BTreeMap<char, usize> = BTreeMap::new();
        for c in words.iter().flat_map(|word| word.text.chars()) {
            let count = often.entry(c).or_default();
            *count = count.saturating_add(1);
        }
        let mut alphabet: Vec<(usize, char)> = often.into_iter().map(|(c, count)| (count, c)).collect();
        alphabet.sort_by(|(a, c), (b, d)| b.cmp(a).then(c.cmp(d)));
        let mut frequent: Vec<char> = alphabet.into_iter().map(|(_, c)| c).collect();
        let mut rare = frequent.split_off(FREQUENT.min(frequent.len()));
        rare.sort_unstable();
        let places: BTreeMap<char, usize> = frequent.iter().chain(&rare).enumerate().map(|(i, c)| (*c, i)).collect();
        let mut stored = Self { frequent, rare, ..Self::default() };
        for (index, word) in (0u32..).zip(words) {
            let length = u16::try_from(word.text.chars().count()).map_err(|_| PackError::TooLarge)?;
            stored.lengths.push(length);
            for c in word.text.chars() {
                let place = places.get(&c).copied().ok_or(PackError::TooLarge)?;
                number::write(place as u64, &mut stored.characters.0);
            }
            if word.exact {
                stored.exact.push(index);
            }
        }
        Ok(stored)
    }

    fn words(self) -> Option<Vec<Word>> {
        let Self { mut frequent, rare, lengths, characters, exact } = self;
        frequent.extend(rare);
        let mut rest = characters.0.as_slice();
        let mut words = Vec::with_capacity(lengths.len());
        for length in lengths {
            let mut text =
                String::with_capacity(usize::from(length).saturating_mul(3).min(rest.len().saturating_mul(4)));
            for _ in 0..length {
                let (place, after) = number::read(rest)?;
                rest = after;
                text.push(*frequent.get(usize::try_from(place).ok()?)?);
            }
            words.push(Word { text, exact: false });
        }
        for index in exact {
            words.get_mut(index as usize)?.exact = true;
        }
        rest.is_empty().then_some(words)
    }
}

/// Numbers that are read one after the other, as bytes.
#[derive(Default)]
struct Numbers(Vec<u8>);

impl Serialize for Numbers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Numbers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Self::default())
    }
}

impl Visitor<'_> for Numbers {
    type Value = Self;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("bytes")
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Self, E> {
        Ok(Self(bytes.to_vec()))
    }
}

/// Numbers as differences: what is stored grows with how far two numbers are from each other, on either side. 0 is left free.
const fn apart(number: u32, from: u32) -> u32 {
    let far = number.wrapping_sub(from) as i32;
    ((far << 1 ^ far >> 31) as u32).wrapping_add(1)
}

/// See [`apart`].
const fn back(stored: u32, from: u32) -> u32 {
    let far = stored.wrapping_sub(1);
    ((far >> 1) as i32 ^ ((far & 1) as i32).wrapping_neg()).wrapping_add(from as i32) as u32
}

/// Which words were used: those that come next are stored as 0.
#[derive(Default)]
struct Used(u32);

impl Used {
    fn store(&mut self, words: &mut [u32]) {
        let mut before = 0u32;
        for word in words {
            let own = *word;
            if own == self.0 {
                *word = 0;
            } else {
                *word = apart(own, before);
                before = own;
            }
            self.0 = self.0.max(own.wrapping_add(1));
        }
    }

    fn restore(&mut self, words: &mut [u32]) {
        let mut before = 0u32;
        for word in words {
            if *word == 0 {
                *word = self.0;
            } else {
                *word = back(*word, before);
                before = *word;
            }
            self.0 = self.0.max(word.wrapping_add(1));
        }
    }
}

/// The parts that nothing was made of yet.
#[derive(Default)]
struct Stack(Vec<u32>);

impl Stack {
    /// Operands, the last first: 0 stands for the last part that nothing was made of yet.
    fn store(&mut self, operands: &mut [u32], own: u32) {
        for operand in operands.iter_mut().rev() {
            if self.0.last() == Some(operand) {
                self.0.pop();
                *operand = 0;
            } else {
                *operand = apart(*operand, own);
            }
        }
    }

    fn restore(&mut self, operands: &mut [u32], own: u32) {
        for operand in operands.iter_mut().rev() {
            *operand = match *operand {
                0 => self.0.pop().unwrap_or(own),
                stored => back(stored, own),
            };
        }
    }
}

fn words_of(node: &mut PatNode) -> &mut [u32] {
    match node {
        PatNode::Word(word) => std::slice::from_mut(word),
        PatNode::Words(words) | PatNode::NotBefore(words) | PatNode::NotAfter(words) => words,
        PatNode::Num { units, .. } => units,
        _ => &mut [],
    }
}

fn parts_of(node: &mut PatNode) -> &mut [u32] {
    match node {
        PatNode::Seq(parts) | PatNode::Alt(parts) => parts,
        PatNode::Opt(part) => std::slice::from_mut(part),
        _ => &mut [],
    }
}

/// Calls `each` with the operands of an expression, those of a list together.
fn operands_of(node: &mut Node, mut each: impl FnMut(&mut [u32])) {
    match node {
        Node::Not(a) | Node::Every { body: a, .. } | Node::Some { body: a, .. } => each(std::slice::from_mut(a)),
        Node::And(all) | Node::Or(all) => each(all),
        Node::Cmp(_, a, b) | Node::Arith(_, a, b) => {
            // The last first, as in a list.
            each(std::slice::from_mut(b));
            each(std::slice::from_mut(a));
        }
        Node::Says { filter: Some(filter), .. } => each(std::slice::from_mut(filter)),
        _ => {}
    }
}

fn name_of(key: &str) -> &str {
    key.split_once('#').map_or(key, |(owner, _)| owner)
}

/// The items that symbols name, by kind.
fn keys(core: &Core, kind: SymbolKind) -> Vec<&str> {
    match kind {
        SymbolKind::Instrument => core.instruments.iter().map(|i| i.slug.as_str()).collect(),
        SymbolKind::Type => core.types.iter().map(|t| t.key.as_str()).collect(),
        SymbolKind::Pattern => core.patterns.iter().map(|p| p.key.as_str()).collect(),
        SymbolKind::Context => core.contexts.iter().map(|c| c.key.as_str()).collect(),
        SymbolKind::Define => core.defines.iter().map(|d| d.key.as_str()).collect(),
    }
}

const KINDS: [SymbolKind; 5] =
    [SymbolKind::Instrument, SymbolKind::Type, SymbolKind::Pattern, SymbolKind::Context, SymbolKind::Define];

impl Stored {
    /// What is stored of a core.
    ///
    /// # Errors
    /// [`PackError::TooLarge`], where a word or the alphabet is.
    pub(super) fn of(core: &Core) -> Result<Self, PackError> {
        let mut own: BTreeMap<(SymbolKind, &str), u32> = BTreeMap::new();
        for kind in KINDS {
            own.extend((0u32..).zip(keys(core, kind)).map(|(index, key)| ((kind, key), index)));
        }
        // Each item once, so that no name comes out more often than it is stored.
        let mut used = Used::default();
        let patterns = core.patterns.iter().map(|pattern| {
            let Pattern { key, name, mut nodes, prescribed } = pattern.clone();
            let mut stack = Stack::default();
            for (at, node) in (0u32..).zip(&mut nodes) {
                used.store(words_of(node));
                stack.store(parts_of(node), at);
                stack.0.push(at);
            }
            let name = (name != name_of(&key)).then_some(name);
            StoredPattern { key, name, nodes, prescribed }
        });
        let patterns = patterns.collect();
        let mut exprs = core.exprs.clone();
        let mut stack = Stack::default();
        for (at, node) in (0u32..).zip(&mut exprs) {
            operands_of(node, |operands| stack.store(operands, at));
            stack.0.push(at);
        }
        let mut symbols = Vec::with_capacity(core.symbols.len());
        for symbol in &core.symbols {
            let index =
                if symbol.pack == core.meta.id { own.remove(&(symbol.kind, symbol.key.as_str())) } else { None };
            symbols.push(match index {
                Some(index) => StoredSymbol::Own(symbol.kind, index),
                None => StoredSymbol::Named(symbol.clone()),
            });
        }
        let core = core.clone();
        Ok(Self {
            symbols,
            words: StoredWords::of(&core.words)?,
            patterns,
            exprs,
            meta: core.meta,
            names: core.names,
            instruments: core.instruments,
            types: core.types,
            contexts: core.contexts,
            defines: core.defines,
            presumptions: core.presumptions,
            rules: core.rules,
            raises: core.raises,
            extensions: core.extensions,
            calendar: core.calendar,
            texts: core.texts,
        })
    }

    /// The core; no index of it is checked but those that are needed to read it.
    ///
    /// # Errors
    /// [`PackError::Invalid`], where a word or a symbol is said to be where nothing is.
    pub(super) fn core(self) -> Result<Core, PackError> {
        let mut used = Used::default();
        let patterns = self.patterns.into_iter().map(|pattern| {
            let StoredPattern { key, name, mut nodes, prescribed } = pattern;
            let mut stack = Stack::default();
            for (at, node) in (0u32..).zip(&mut nodes) {
                used.restore(words_of(node));
                stack.restore(parts_of(node), at);
                stack.0.push(at);
            }
            let name = name.unwrap_or_else(|| name_of(&key).to_owned());
            Pattern { key, name, nodes, prescribed }
        });
        let patterns = patterns.collect();
        let mut exprs = self.exprs;
        let mut stack = Stack::default();
        for (at, node) in (0u32..).zip(&mut exprs) {
            operands_of(node, |operands| stack.restore(operands, at));
            stack.0.push(at);
        }
        let mut core = Core {
            words: self.words.words().ok_or(PackError::Invalid("words"))?,
            patterns,
            exprs,
            meta: self.meta,
            symbols: Vec::new(),
            names: self.names,
            instruments: self.instruments,
            types: self.types,
            contexts: self.contexts,
            defines: self.defines,
            presumptions: self.presumptions,
            rules: self.rules,
            raises: self.raises,
            extensions: self.extensions,
            calendar: self.calendar,
            texts: self.texts,
        };
        // Names are repeated here: what is long, or said again and again, would come out much larger than what is stored.
        if core.meta.id.len() > MAX_ID {
            return Err(PackError::Invalid("id"));
        }
        let mut own = KINDS.map(|kind| keys(&core, kind).into_iter().map(Some).collect::<Vec<_>>());
        let named = |symbol: StoredSymbol| match symbol {
            StoredSymbol::Named(symbol) => Some(symbol),
            StoredSymbol::Own(kind, index) => {
                let items = own.get_mut(KINDS.iter().position(|k| *k == kind)?)?;
                let key = items.get_mut(index as usize)?.take()?;
                Some(Symbol { pack: core.meta.id.clone(), kind, key: key.to_owned() })
            }
        };
        let symbols: Option<Vec<Symbol>> = self.symbols.into_iter().map(named).collect();
        core.symbols = symbols.ok_or(PackError::Invalid("symbol"))?;
        Ok(core)
    }
}
