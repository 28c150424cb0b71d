//! The automaton's layout, built from the words: they are sorted, and the states of their trie, which are ranges of them, are placed
//! breadth first in a double array.
//!
//! Invariant: depths grow along parents and shrink along fail links, so that no chain of links goes in a circle.

use super::api::TextError;
use super::symbols::{FIRST, Symbols};
use super::words::Words;
use crate::order;

/// The root's index.
pub(super) const ROOT: u32 = 0;
/// No state, no word, a slot that is not in use.
const NONE: u32 = u32::MAX;
/// Most states.
const MAX_STATES: usize = 1 << 23;
/// How many times 64 places are tried for a state's children.
const MAX_TRIES: usize = 16;
/// So many symbols of a word are compared at once.
const KEYED: usize = 8;

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

/// A word and where its symbols are.
#[derive(Clone, Copy, Debug)]
struct Path {
    word: u32,
    first: u32,
    last: u32,
}

/// The words in the order of their symbols, shorter ones first: a state of the trie is a range of them.
struct Sorted {
    symbols: Vec<u16>,
    paths: Vec<Path>,
}

impl Sorted {
    fn build(words: &Words, symbols: &Symbols) -> Result<Self, TextError> {
        let mut sorted = Self { symbols: Vec::new(), paths: Vec::with_capacity(words.searched()) };
        let mut path = Vec::new();
        let place = |len: usize| u32::try_from(len).unwrap_or(NONE);
        for index in 0..words.searched() {
            let index = place(index);
            let Some(word) = words.get(index) else { continue };
            words.symbols(word, symbols.repeat_from, &mut path);
            if path.is_empty() || path.iter().any(|s| *s < FIRST) {
                continue;
            }
            let first = place(sorted.symbols.len());
            sorted.symbols.extend_from_slice(&path);
            if sorted.symbols.len() > MAX_STATES {
                return Err(TextError::TooLarge("words"));
            }
            sorted.paths.push(Path { word: index, first, last: place(sorted.symbols.len()) });
        }
        let Self { symbols, paths } = &mut sorted;
        order::by_key(paths, |path| {
            let own = symbols.get(path.first as usize..path.last as usize).unwrap_or(&[]);
            (0..KEYED).fold(0, |key, at| key << 16 | u128::from(own.get(at).copied().unwrap_or(0)))
        });
        Ok(sorted)
    }

    /// The symbol of a word at a depth; 0 after its last.
    fn symbol(&self, path: Path, depth: usize) -> u16 {
        let at = (path.first as usize).saturating_add(depth);
        if at < path.last as usize { self.symbols.get(at).copied().unwrap_or(0) } else { 0 }
    }

    /// The children of a state: symbol, and the range of words.
    fn children(&mut self, (first, last): (usize, usize), depth: usize, into: &mut Vec<(u16, usize, usize)>) {
        into.clear();
        if depth >= KEYED && last.saturating_sub(first) > 1 {
            let mut own = self.paths.get(first..last).unwrap_or(&[]).to_vec();
            order::by_key(&mut own, |path| u128::from(self.symbol(*path, depth)));
            self.paths.get_mut(first..last).unwrap_or_default().copy_from_slice(&own);
        }
        for at in first..last {
            let Some(path) = self.paths.get(at) else { continue };
            match (self.symbol(*path, depth), into.last_mut()) {
                (0, _) => {}
                (symbol, Some(last)) if last.0 == symbol => last.2 = at.saturating_add(1),
                (symbol, _) => into.push((symbol, at, at.saturating_add(1))),
            }
        }
    }
}

/// Bits, of slots that are taken.
#[derive(Default)]
struct Taken(Vec<u64>);

impl Taken {
    fn insert(&mut self, slot: usize) {
        let word = slot >> 6;
        if self.0.len() <= word {
            self.0.resize(word.saturating_add(1), 0);
        }
        if let Some(bits) = self.0.get_mut(word) {
            *bits |= 1 << (slot & 63);
        }
    }

    /// Which of 64 slots are taken.
    fn from(&self, slot: usize) -> u64 {
        let word = |at: usize| self.0.get(at).copied().unwrap_or(0);
        let (at, bit) = (slot >> 6, slot & 63);
        let more = if bit == 0 { 0 } else { word(at.saturating_add(1)) << 64usize.saturating_sub(bit) };
        word(at) >> bit | more
    }
}

impl Parts {
    pub(super) fn build(words: &Words, symbols: &Symbols) -> Result<Self, TextError> {
        Ok(Self::place(Sorted::build(words, symbols)?, symbols))
    }

    /// Lays the trie out, breadth first, so that a state's suffixes are placed before it.
    fn place(mut sorted: Sorted, symbols: &Symbols) -> Self {
        let mut built = Self {
            slots: vec![UNUSED],
            root: vec![ROOT; usize::from(symbols.count)],
            outputs: Vec::new(),
            words: Vec::with_capacity(sorted.paths.len()),
        };
        if let Some(slot) = built.slots.get_mut(0) {
            slot.parent = ROOT;
        }
        let mut taken = Taken::default();
        taken.insert(0);
        let mut hints = Hints { one: 1, more: 1 };
        let mut children = Vec::new();
        // Words, depth, slot.
        let mut queue = std::collections::VecDeque::from([((0, sorted.paths.len()), 0usize, ROOT)]);
        while let Some((range, depth, slot)) = queue.pop_front() {
            sorted.children(range, depth, &mut children);
            let base = built.fit(&children, &mut hints, &mut taken);
            let mut of = UNUSED;
            if let Some(own) = built.slots.get_mut(slot as usize) {
                own.base = base;
                of = *own;
            }
            let below = depth.saturating_add(1);
            for (symbol, first, last) in &children {
                let at = base.wrapping_add(u32::from(*symbol));
                let fail = if slot == ROOT { ROOT } else { built.step(of.fail, *symbol) };
                if slot == ROOT
                    && let Some(place) = built.root.get_mut(usize::from(*symbol))
                {
                    *place = at;
                }
                let own = sorted.paths.get(*first..*last).unwrap_or(&[]);
                // Those that end here come first.
                let ends = own.iter().take_while(|path| sorted.symbol(**path, below) == 0).count();
                let next = built.slots.get(fail as usize).map_or(0, |s| s.out) >> 1;
                let out = if ends == 0 { next } else { built.output(own.get(..ends).unwrap_or(&[]), next) };
                let leaf = ends == own.len();
                if let Some(place) = built.slots.get_mut(at as usize) {
                    *place = Slot { base: 0, parent: slot, fail, out: out << 1 | u32::from(leaf) };
                }
                if !leaf {
                    queue.push_back(((first.saturating_add(ends), *last), below, at));
                }
            }
        }
        built
    }

    /// Adds the output of a state in which words end.
    fn output(&mut self, own: &[Path], next: u32) -> u32 {
        let place = |len: usize| u32::try_from(len).unwrap_or(NONE);
        let first = place(self.words.len());
        self.words.extend(own.iter().map(|path| path.word));
        self.outputs.push(Output { first, last: place(self.words.len()), next });
        place(self.outputs.len())
    }

    /// A base at which all children find free slots; reserves them.
    fn fit(&mut self, children: &[(u16, usize, usize)], hints: &mut Hints, taken: &mut Taken) -> u32 {
        let Some((lowest, ..)) = children.first() else { return 0 };
        let lowest = usize::from(*lowest);
        let hint = if children.len() == 1 { &mut hints.one } else { &mut hints.more };
        let mut base = hint.saturating_sub(lowest).max(1);
        // Bounded, so that no set of words makes this slow: after that many tries the children go to the end.
        let mut tries = 0usize;
        loop {
            let places = children.iter().map(|(symbol, ..)| base.saturating_add(usize::from(*symbol)));
            let blocked = places.fold(0, |blocked, at| blocked | taken.from(at));
            if blocked != u64::MAX {
                base = base.saturating_add(blocked.trailing_ones() as usize);
                break;
            }
            tries = tries.saturating_add(1);
            if tries == MAX_TRIES {
                base = self.slots.len();
                break;
            }
            base = base.saturating_add(64);
        }
        // One child fits everywhere, so the slots between are all taken; and where free slots have become rare nobody need look again.
        let first = base.saturating_add(lowest);
        if children.len() == 1 && *hint > lowest || tries > MAX_TRIES / 2 {
            *hint = first;
        }
        for (symbol, ..) in children {
            let at = base.saturating_add(usize::from(*symbol));
            if self.slots.len() <= at {
                self.slots.resize(at.saturating_add(1), UNUSED);
            }
            if let Some(slot) = self.slots.get_mut(at) {
                slot.parent = ROOT;
            }
            taken.insert(at);
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
