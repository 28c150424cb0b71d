//! Aho-Corasick over the words' symbols: a double array with a dense root and fail links. A stored one is decoded with every
//! index checked, and depths checked so that no chain of links can go in a circle.

use super::api::TextError;
use super::symbols::{EXPAND, FIRST, SEP, SEP_UNSURE, SYMBOL, Symbols, ZERO};
use super::words::{MAX_SEPARATORS, Words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The root's index.
const ROOT: u32 = 0;
/// A slot that is not in use.
const FREE: u32 = u32::MAX;
/// Most slots.
const MAX_SLOTS: usize = 1 << 25;
/// A hit of a separator, where words of separators may start.
pub(super) const MARK: u32 = u32::MAX;

/// One slot of the double array.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Slot {
    /// The child by symbol `s` is in slot `base + s`, if that slot's parent is this one.
    base: u32,
    /// The state this one is a child of.
    parent: u32,
    /// The longest proper suffix that is a state.
    fail: u32,
    /// Index of the output + 1, twice; odd where the state has no child.
    out: u32,
}

const UNUSED: Slot = Slot { base: 0, parent: FREE, fail: ROOT, out: 0 };

/// The words that end in a state, and the output of the longest suffix that has one.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Output {
    first: u32,
    last: u32,
    next: u32,
}

/// The automaton.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Automaton {
    slots: Vec<Slot>,
    /// The root's children by symbol.
    root: Vec<u32>,
    outputs: Vec<Output>,
    words: Vec<u32>,
}

/// A hit: the byte after the character that completed it, and the output.
#[derive(Clone, Copy, Debug)]
pub(super) struct RawHit {
    pub(super) end: u32,
    pub(super) output: u32,
}

#[derive(Default)]
struct Trie {
    children: Vec<BTreeMap<u16, u32>>,
    words: Vec<Vec<u32>>,
}

impl Automaton {
    pub(super) fn build(words: &Words, symbols: &Symbols) -> Result<Self, TextError> {
        let mut trie = Trie { children: vec![BTreeMap::new()], words: vec![Vec::new()] };
        let mut path = Vec::new();
        for index in 0..words.len() {
            let index = u32::try_from(index).unwrap_or(u32::MAX);
            let Some(word) = words.get(index) else { continue };
            words.symbols(word, symbols.repeat_from, &mut path);
            if path.is_empty() || path.iter().any(|s| *s < FIRST) {
                continue;
            }
            let mut at = ROOT;
            for symbol in &path {
                let fresh = u32::try_from(trie.children.len()).unwrap_or(FREE);
                let Some(children) = trie.children.get_mut(at as usize) else { break };
                at = *children.entry(*symbol).or_insert(fresh);
                if at == fresh {
                    trie.children.push(BTreeMap::new());
                    trie.words.push(Vec::new());
                }
            }
            if let Some(list) = trie.words.get_mut(at as usize) {
                list.push(index);
            }
        }
        if trie.children.len() > MAX_SLOTS / 4 {
            return Err(TextError::TooLarge("words"));
        }
        Ok(Self::place(&trie, symbols))
    }

    /// Lays the trie out, breadth first, so that a state's suffixes are placed before it.
    fn place(trie: &Trie, symbols: &Symbols) -> Self {
        let mut built = Self {
            slots: vec![UNUSED],
            root: vec![ROOT; usize::from(symbols.count)],
            outputs: Vec::new(),
            words: Vec::new(),
        };
        if let Some(slot) = built.slots.get_mut(0) {
            slot.parent = ROOT;
        }
        let mut free = 1usize;
        // (state, slot, fail)
        let mut queue = std::collections::VecDeque::from([(ROOT, ROOT)]);
        while let Some((state, slot)) = queue.pop_front() {
            let Some(children) = trie.children.get(state as usize) else { continue };
            let base = built.fit(children, &mut free);
            if let Some(own) = built.slots.get_mut(slot as usize) {
                own.base = base;
            }
            for (symbol, child) in children {
                let at = base.wrapping_add(u32::from(*symbol));
                let fail = if slot == ROOT {
                    ROOT
                } else {
                    let fail = built.slots.get(slot as usize).map_or(ROOT, |s| s.fail);
                    built.step(fail, *symbol)
                };
                if slot == ROOT
                    && let Some(place) = built.root.get_mut(usize::from(*symbol))
                {
                    *place = at;
                }
                let leaf = trie.children.get(*child as usize).is_none_or(BTreeMap::is_empty);
                let own = trie.words.get(*child as usize).map_or(&[][..], Vec::as_slice);
                let next = built.slots.get(fail as usize).map_or(0, |s| s.out) >> 1;
                let out = if own.is_empty() {
                    next
                } else {
                    let first = u32::try_from(built.words.len()).unwrap_or(FREE);
                    built.words.extend_from_slice(own);
                    let last = u32::try_from(built.words.len()).unwrap_or(FREE);
                    built.outputs.push(Output { first, last, next });
                    u32::try_from(built.outputs.len()).unwrap_or(0)
                };
                if let Some(place) = built.slots.get_mut(at as usize) {
                    *place = Slot { base: 0, parent: slot, fail, out: out << 1 | u32::from(leaf) };
                }
                queue.push_back((*child, at));
            }
        }
        built
    }

    /// A base at which all children find free slots; reserves them.
    fn fit(&mut self, children: &BTreeMap<u16, u32>, free: &mut usize) -> u32 {
        let Some((lowest, _)) = children.first_key_value() else { return 0 };
        let lowest = usize::from(*lowest);
        let is_free = |slots: &[Slot], at: usize| slots.get(at).is_none_or(|slot| slot.parent == FREE);
        while !is_free(&self.slots, *free) {
            *free = free.saturating_add(1);
        }
        let mut first = (*free).max(lowest.saturating_add(1));
        // Bounded, so that no set of words makes this slow: after that many tries the children go to the end.
        for _ in 0..1024 {
            let base = first.saturating_sub(lowest);
            if children.keys().all(|s| is_free(&self.slots, base.saturating_add(usize::from(*s)))) {
                break;
            }
            first = first.saturating_add(1);
        }
        let mut base = first.saturating_sub(lowest);
        if !children.keys().all(|s| is_free(&self.slots, base.saturating_add(usize::from(*s)))) {
            base = self.slots.len().max(1);
        }
        for symbol in children.keys() {
            let at = base.saturating_add(usize::from(*symbol));
            if self.slots.len() <= at {
                self.slots.resize(at.saturating_add(1), UNUSED);
            }
            if let Some(slot) = self.slots.get_mut(at) {
                slot.parent = ROOT;
            }
        }
        u32::try_from(base).unwrap_or(0)
    }

    #[inline(always)]
    fn step(&self, from: u32, symbol: u16) -> u32 {
        let mut state = from;
        while state != ROOT {
            let Some(slot) = self.slots.get(state as usize) else { break };
            let child = slot.base.wrapping_add(u32::from(symbol));
            if self.slots.get(child as usize).is_some_and(|s| s.parent == state) {
                return child;
            }
            state = slot.fail;
        }
        self.root.get(usize::from(symbol)).copied().unwrap_or(ROOT)
    }

    /// Reads `text`, which starts at byte `from` of the whole, and adds its hits.
    pub(super) fn run(
        &self,
        symbols: &Symbols,
        more: &Expansions,
        marks: bool,
        text: &str,
        from: u32,
        hits: &mut Vec<RawHit>,
    ) {
        let mut state = ROOT;
        let mut previous = 0u16;
        let mut separators = 0usize;
        for (at, c) in text.char_indices() {
            let symbol = symbols.entry(c) & SYMBOL;
            if symbol < FIRST {
                match symbol {
                    ZERO => continue,
                    SEP | SEP_UNSURE => {
                        separators = separators.saturating_add(1);
                        if separators > MAX_SEPARATORS {
                            (state, previous) = (ROOT, 0);
                        }
                        if marks {
                            hits.push(RawHit { end: end_of(from, at, c), output: MARK });
                        }
                        continue;
                    }
                    EXPAND => {
                        for symbol in more.of(c) {
                            if *symbol < FIRST {
                                (state, previous) = (ROOT, 0);
                            } else if *symbol != previous || *symbol < symbols.repeat_from {
                                previous = *symbol;
                                state = self.step(state, *symbol);
                                let out = self.slots.get(state as usize).map_or(0, |s| s.out) >> 1;
                                if out != 0 {
                                    hits.push(RawHit { end: end_of(from, at, c), output: out });
                                }
                            }
                        }
                    }
                    _ => (state, previous) = (ROOT, 0),
                }
                separators = 0;
                continue;
            }
            separators = 0;
            if symbol == previous && symbol >= symbols.repeat_from {
                continue;
            }
            previous = symbol;
            state = self.step(state, symbol);
            if state == ROOT {
                continue;
            }
            let Some(slot) = self.slots.get(state as usize) else { continue };
            if slot.out > 1 {
                hits.push(RawHit { end: end_of(from, at, c), output: slot.out >> 1 });
                if slot.out & 1 == 1 {
                    state = slot.fail;
                }
            }
        }
    }

    /// The words of an output.
    pub(super) fn outputs(&self, mut output: u32) -> impl Iterator<Item = u32> + '_ {
        std::iter::from_fn(move || {
            let own = self.outputs.get(output.checked_sub(1)? as usize)?;
            output = own.next;
            Some(self.words.get(own.first as usize..own.last as usize).unwrap_or(&[]))
        })
        .flatten()
        .copied()
    }

    /// Outputs are numbered from 1 to this.
    pub(super) fn output_count(&self) -> usize {
        self.outputs.len()
    }

    /// Checks a decoded automaton.
    pub(super) fn check(&self, words: usize, symbols: &Symbols) -> Result<(), TextError> {
        let bad = |why| Err(TextError::Stored(why));
        if self.slots.len() > MAX_SLOTS || self.slots.is_empty() || self.root.len() != usize::from(symbols.count) {
            return bad("size");
        }
        if self.words.iter().any(|word| *word as usize >= words) {
            return bad("word");
        }
        for (index, output) in self.outputs.iter().enumerate() {
            let in_order = output.first <= output.last && output.last as usize <= self.words.len();
            if !in_order || output.next as usize > index {
                return bad("output");
            }
        }
        let used = |at: u32| self.slots.get(at as usize).is_some_and(|slot| slot.parent != FREE);
        if !self.root.iter().all(|child| used(*child)) {
            return bad("root");
        }
        let depths = self.depths().ok_or(TextError::Stored("parents"))?;
        let depth = |at: u32| depths.get(at as usize).copied().unwrap_or(u32::MAX);
        for (slot, own) in self.slots.iter().zip(&depths).skip(1) {
            if slot.parent == FREE {
                continue;
            }
            if !used(slot.fail) || depth(slot.fail) >= *own || (slot.out >> 1) as usize > self.outputs.len() {
                return bad("link");
            }
        }
        Ok(())
    }

    /// Every used slot's distance from the root; `None` if parents go in a circle or nowhere.
    fn depths(&self) -> Option<Vec<u32>> {
        let mut depths = vec![u32::MAX; self.slots.len()];
        *depths.first_mut()? = 0;
        let mut path = Vec::new();
        for (start, slot) in self.slots.iter().enumerate() {
            if slot.parent == FREE {
                continue;
            }
            let mut at = start;
            while *depths.get(at)? == u32::MAX {
                path.push(at);
                if path.len() > self.slots.len() {
                    return None;
                }
                let parent = self.slots.get(at)?.parent;
                if parent == FREE {
                    return None;
                }
                at = parent as usize;
            }
            let mut depth = *depths.get(at)?;
            while let Some(at) = path.pop() {
                depth = depth.saturating_add(1);
                *depths.get_mut(at)? = depth;
            }
        }
        Some(depths)
    }
}

#[inline(always)]
fn end_of(from: u32, at: usize, c: char) -> u32 {
    from.wrapping_add(at as u32).wrapping_add(c.len_utf8() as u32)
}

/// The symbols of characters that stand for several.
#[derive(Debug, Default)]
pub(super) struct Expansions {
    entries: Vec<(char, u32, u32)>,
    symbols: Vec<u16>,
}

impl Expansions {
    pub(super) fn build(folds: &super::fold::Folds, symbols: &Symbols) -> Self {
        let mut built = Self::default();
        for (c, fold) in folds.all() {
            if symbols.entry(c) & SYMBOL == EXPAND {
                let first = u32::try_from(built.symbols.len()).unwrap_or(u32::MAX);
                built.symbols.extend(fold.to.iter().map(|c| symbols.symbol(*c)));
                let last = u32::try_from(built.symbols.len()).unwrap_or(u32::MAX);
                built.entries.push((c, first, last));
            }
        }
        built
    }

    pub(super) fn of(&self, c: char) -> &[u16] {
        let at = self.entries.binary_search_by_key(&c, |entry| entry.0);
        let entry = at.ok().and_then(|at| self.entries.get(at));
        entry.and_then(|(_, first, last)| self.symbols.get(*first as usize..*last as usize)).unwrap_or(&[])
    }
}
