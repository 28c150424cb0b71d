//! The automaton's layout, built from the words: a trie, then its states placed breadth first in a double array.
//!
//! Invariant: depths grow along parents and shrink along fail links, so that no chain of links goes in a circle.

use super::api::TextError;
use super::symbols::{FIRST, Symbols};
use super::words::Words;

/// The root's index.
pub(super) const ROOT: u32 = 0;
/// No state, no word, a slot that is not in use.
const NONE: u32 = u32::MAX;
/// Most states.
const MAX_STATES: usize = 1 << 23;
/// How many places are tried for a state's children.
const MAX_TRIES: usize = 1024;

/// One slot of the double array.
#[derive(Clone, Copy, Debug)]
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

const UNUSED: Slot = Slot { base: 0, parent: NONE, fail: ROOT, out: 0 };

/// The words that end in a state, and the output of the longest suffix that has one. Outputs are numbered from 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Output {
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) next: u32,
}

/// See the module's docs.
#[derive(Debug, Default)]
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

/// A state of the trie. Children and words are chains, so that a word of the trie costs no list of its own.
#[derive(Clone, Copy, Debug)]
struct State {
    symbol: u16,
    child: u32,
    sibling: u32,
    /// The last word that ends here.
    word: u32,
}

struct Trie {
    states: Vec<State>,
    /// The root's children by symbol.
    root: Vec<u32>,
    /// By word: the one before it that ends in the same state.
    before: Vec<u32>,
}

impl Trie {
    fn build(words: &Words, symbols: &Symbols) -> Result<Self, TextError> {
        let root = State { symbol: 0, child: NONE, sibling: NONE, word: NONE };
        let before = vec![NONE; words.searched()];
        let mut trie = Self { states: vec![root], root: vec![NONE; usize::from(symbols.count)], before };
        let mut path = Vec::new();
        for index in 0..words.searched() {
            let index = u32::try_from(index).unwrap_or(NONE);
            let Some(word) = words.get(index) else { continue };
            words.symbols(word, symbols.repeat_from, &mut path);
            if path.is_empty() || path.iter().any(|s| *s < FIRST) {
                continue;
            }
            let at = path.iter().fold(ROOT, |at, symbol| trie.child(at, *symbol));
            if let (Some(state), Some(before)) = (trie.states.get_mut(at as usize), trie.before.get_mut(index as usize))
            {
                *before = std::mem::replace(&mut state.word, index);
            }
            if trie.states.len() > MAX_STATES {
                return Err(TextError::TooLarge("words"));
            }
        }
        Ok(trie)
    }

    fn state(&self, at: u32) -> State {
        self.states.get(at as usize).copied().unwrap_or(State { symbol: 0, child: NONE, sibling: NONE, word: NONE })
    }

    /// The child by a symbol, made where there is none.
    fn child(&mut self, of: u32, symbol: u16) -> u32 {
        let first =
            if of == ROOT { self.root.get(usize::from(symbol)).copied().unwrap_or(NONE) } else { self.state(of).child };
        // Siblings stand in descending order.
        let (mut before, mut at) = (NONE, first);
        while at != NONE {
            let state = self.state(at);
            if state.symbol == symbol {
                return at;
            }
            if state.symbol < symbol {
                break;
            }
            (before, at) = (at, state.sibling);
        }
        let fresh = u32::try_from(self.states.len()).unwrap_or(NONE);
        self.states.push(State { symbol, child: NONE, sibling: at, word: NONE });
        if of == ROOT {
            if let Some(place) = self.root.get_mut(usize::from(symbol)) {
                *place = fresh;
            }
        } else if before != NONE {
            if let Some(state) = self.states.get_mut(before as usize) {
                state.sibling = fresh;
            }
        } else if let Some(state) = self.states.get_mut(of as usize) {
            state.child = fresh;
        }
        fresh
    }

    /// The children of a state with their symbols, ascending.
    fn children(&self, of: u32, into: &mut Vec<(u16, u32)>) {
        into.clear();
        if of == ROOT {
            into.extend((0u16..).zip(&self.root).filter(|(_, child)| **child != NONE).map(|(s, child)| (s, *child)));
            return;
        }
        let mut at = self.state(of).child;
        while at != NONE {
            let state = self.state(at);
            into.push((state.symbol, at));
            at = state.sibling;
        }
        into.reverse();
    }
}

impl Parts {
    pub(super) fn build(words: &Words, symbols: &Symbols) -> Result<Self, TextError> {
        Ok(Self::place(&Trie::build(words, symbols)?, symbols))
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
        let mut children = Vec::new();
        // State in the trie, slot here.
        let mut queue = std::collections::VecDeque::from([(ROOT, ROOT)]);
        while let Some((state, slot)) = queue.pop_front() {
            trie.children(state, &mut children);
            let base = built.fit(&children, &mut hints);
            if let Some(own) = built.slots.get_mut(slot as usize) {
                own.base = base;
            }
            for (symbol, child) in &children {
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
                let State { child: below, word, .. } = trie.state(*child);
                let next = built.slots.get(fail as usize).map_or(0, |s| s.out) >> 1;
                let out = if word == NONE { next } else { built.output(trie, word, next) };
                if let Some(place) = built.slots.get_mut(at as usize) {
                    *place = Slot { base: 0, parent: slot, fail, out: out << 1 | u32::from(below == NONE) };
                }
                queue.push_back((*child, at));
            }
        }
        built
    }

    /// Adds the output of a state in which words end.
    fn output(&mut self, trie: &Trie, last: u32, next: u32) -> u32 {
        let first = self.words.len();
        let mut word = last;
        while word != NONE {
            self.words.push(word);
            word = trie.before.get(word as usize).copied().unwrap_or(NONE);
        }
        self.words.get_mut(first..).unwrap_or_default().reverse();
        let place = |len: usize| u32::try_from(len).unwrap_or(NONE);
        self.outputs.push(Output { first: place(first), last: place(self.words.len()), next });
        place(self.outputs.len())
    }

    /// A base at which all children find free slots; reserves them.
    fn fit(&mut self, children: &[(u16, u32)], hints: &mut Hints) -> u32 {
        let Some((lowest, _)) = children.first() else { return 0 };
        let lowest = usize::from(*lowest);
        let fits = |slots: &[Slot], first: usize| {
            let base = first.saturating_sub(lowest);
            let taken = |at: usize| slots.get(at).is_some_and(|slot| slot.parent != NONE);
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
        // One child fits everywhere, so the slots between are all taken; and where free slots have become rare nobody need look again.
        if children.len() == 1 && *hint > lowest || tries > MAX_TRIES / 2 {
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
}
