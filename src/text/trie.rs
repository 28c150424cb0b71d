//! The automaton as it is stored: built from the words, or decoded and checked.
//!
//! Invariant of checked [`Parts`]: every index is in range, and depths grow along parents and shrink along fail links, so that no
//! chain of links goes in a circle.

use super::api::TextError;
use super::symbols::{FIRST, Symbols};
use super::words::Words;
use serde::{Deserialize, Serialize};

/// The root's index.
pub(super) const ROOT: u32 = 0;
/// A slot that is not in use.
const FREE: u32 = u32::MAX;
/// Most slots.
const MAX_SLOTS: usize = 1 << 25;
/// How many places are tried for a state's children.
const MAX_TRIES: usize = 1024;

/// One slot of the double array.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Slot {
    /// The child by symbol `s` is in slot `base + s`, if that slot's parent is this one.
    pub(super) base: u32,
    /// The state this one is a child of.
    pub(super) parent: u32,
    /// The longest proper suffix that is a state.
    pub(super) fail: u32,
    /// Number of the output, twice; odd where the state has no child.
    pub(super) out: u32,
}

const UNUSED: Slot = Slot { base: 0, parent: FREE, fail: ROOT, out: 0 };

/// The words that end in a state, and the output of the longest suffix that has one. Outputs are numbered from 1.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Output {
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) next: u32,
}

/// See the module's docs.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Parts {
    pub(super) slots: Vec<Slot>,
    /// The root's children by symbol.
    pub(super) root: Vec<u32>,
    pub(super) outputs: Vec<Output>,
    pub(super) words: Vec<u32>,
}

/// Where to look for free slots, for states with one child and with more.
struct Hints {
    one: usize,
    more: usize,
}

#[derive(Default)]
struct Trie {
    /// By symbol, ascending.
    children: Vec<Vec<(u16, u32)>>,
    words: Vec<Vec<u32>>,
}

impl Parts {
    pub(super) fn build(words: &Words, symbols: &Symbols) -> Result<Self, TextError> {
        let mut trie = Trie { children: vec![Vec::new()], words: vec![Vec::new()] };
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
                at = match children.binary_search_by_key(symbol, |(s, _)| *s) {
                    Ok(found) => children.get(found).map_or(ROOT, |(_, child)| *child),
                    Err(place) => {
                        children.insert(place, (*symbol, fresh));
                        fresh
                    }
                };
                if at == fresh {
                    trie.children.push(Vec::new());
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
        let mut hints = Hints { one: 1, more: 1 };
        // State in the trie, slot here.
        let mut queue = std::collections::VecDeque::from([(ROOT, ROOT)]);
        while let Some((state, slot)) = queue.pop_front() {
            let Some(children) = trie.children.get(state as usize) else { continue };
            let base = built.fit(children, &mut hints);
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
                let leaf = trie.children.get(*child as usize).is_none_or(Vec::is_empty);
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
    fn fit(&mut self, children: &[(u16, u32)], hints: &mut Hints) -> u32 {
        let Some((lowest, _)) = children.first() else { return 0 };
        let lowest = usize::from(*lowest);
        let fits = |slots: &[Slot], first: usize| {
            let base = first.saturating_sub(lowest);
            let taken = |at: usize| slots.get(at).is_some_and(|slot| slot.parent != FREE);
            first >= lowest && !children.iter().map(|(s, _)| s).any(|s| taken(base.saturating_add(usize::from(*s))))
        };
        let hint = if children.len() == 1 { &mut hints.one } else { &mut hints.more };
        let mut first = (*hint).max(lowest.saturating_add(1));
        // Bounded, so that no set of words makes this slow: after that many tries the children go to the end.
        let mut tries = 0usize;
        while !fits(&self.slots, first) {
            tries = tries.saturating_add(1);
            first = if tries < MAX_TRIES { first.saturating_add(1) } else { self.slots.len().saturating_add(lowest) };
        }
        // Where free slots have become rare nobody need look again.
        if children.len() == 1 && first == *hint || tries > MAX_TRIES / 2 {
            *hint = first;
        }
        let base = first.saturating_sub(lowest);
        for symbol in children.iter().map(|(s, _)| s) {
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

    /// Checks what was decoded.
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
