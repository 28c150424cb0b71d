//! Aho-Corasick over the words' symbols, laid out for reading: a double array whose parents stand apart, so that a step that
//! fails touches one small table, and a root that is dense and knows what its children need.

use super::symbols::{EXPAND, FIRST, LINE, OTHER, SEP, SEP_UNSURE, SYMBOL, Symbols, ZERO};
use super::trie::{Output, Parts, ROOT, Slot};
use super::words::MAX_SEPARATORS;

/// A hit of a separator, where words of separators may start.
pub(super) const MARK: u32 = u32::MAX;

/// A state; see [`Slot`].
#[derive(Clone, Copy, Debug)]
struct State {
    base: u32,
    fail: u32,
    out: u32,
}

/// Where reading is.
#[derive(Clone, Copy, Debug)]
struct Cursor {
    index: u32,
    state: State,
}

const START: Cursor = Cursor { index: ROOT, state: State { base: 0, fail: ROOT, out: 0 } };

/// The automaton.
#[derive(Debug)]
pub(super) struct Automaton {
    parents: Vec<u32>,
    states: Vec<State>,
    /// The root's children by symbol.
    root: Vec<Cursor>,
    outputs: Vec<Output>,
    words: Vec<u32>,
}

/// A hit: the byte after the character that completed it, and the output.
#[derive(Clone, Copy, Debug)]
pub(super) struct RawHit {
    pub(super) end: u32,
    pub(super) output: u32,
}

/// What reading a text gives.
#[derive(Debug, Default)]
pub(super) struct Readout {
    /// By end.
    pub(super) hits: Vec<RawHit>,
    /// Where sentences end, with their marks, and where the next may begin: after line breaks.
    pub(super) sentences: Vec<(u32, u32)>,
}

impl Readout {
    pub(super) fn clear(&mut self) {
        self.hits.clear();
        self.sentences.clear();
    }

    /// Notes a mark that ends a sentence; marks in a row belong together.
    fn mark(&mut self, start: u32, end: u32) {
        if !self.over(start, end) {
            self.sentences.push((end, end));
        }
    }

    /// Gives a character to the sentence whose marks end where it starts.
    fn over(&mut self, start: u32, end: u32) -> bool {
        let last = self.sentences.last_mut().filter(|last| **last == (start, start));
        last.map(|last| *last = (end, end)).is_some()
    }
}

impl Automaton {
    /// From parts that were built or checked.
    pub(super) fn new(parts: Parts) -> Self {
        let states: Vec<State> = parts
            .slots
            .iter()
            .map(|Slot { base, fail, out, .. }| State { base: *base, fail: *fail, out: *out })
            .collect();
        let cursor = |index: &u32| match states.get(*index as usize) {
            Some(state) if *index != ROOT => Cursor { index: *index, state: *state },
            _ => START,
        };
        let root = parts.root.iter().map(cursor).collect();
        let parents = parts.slots.iter().map(|slot| slot.parent).collect();
        Self { parents, root, outputs: parts.outputs, words: parts.words, states }
    }

    /// The parts it was made from.
    pub(super) fn parts(&self) -> Parts {
        let slot = |(parent, State { base, fail, out }): (&u32, &State)| Slot {
            base: *base,
            parent: *parent,
            fail: *fail,
            out: *out,
        };
        Parts {
            slots: self.parents.iter().zip(&self.states).map(slot).collect(),
            root: self.root.iter().map(|cursor| cursor.index).collect(),
            outputs: self.outputs.clone(),
            words: self.words.clone(),
        }
    }

    #[inline(always)]
    fn step(&self, at: Cursor, symbol: u16) -> Cursor {
        let mut at = at;
        while at.index != ROOT {
            let child = at.state.base.wrapping_add(u32::from(symbol));
            if self.parents.get(child as usize) == Some(&at.index) {
                return self.at(child);
            }
            if at.state.fail == ROOT {
                break;
            }
            at = self.at(at.state.fail);
        }
        self.root.get(usize::from(symbol)).copied().unwrap_or(START)
    }

    #[inline(always)]
    fn at(&self, index: u32) -> Cursor {
        self.states.get(index as usize).map_or(START, |state| Cursor { index, state: *state })
    }

    /// Reads `text`, which starts at byte `from` of the whole, and adds its hits and where its sentences end.
    pub(super) fn run(
        &self,
        symbols: &Symbols,
        more: &Expansions,
        marks: bool,
        text: &str,
        from: u32,
        read: &mut Readout,
    ) {
        let mut state = START;
        let mut previous = OTHER;
        let (common, repeat_from) = (symbols.common_from(), symbols.repeat_from);
        // Separators in a row, and where the last one ended.
        let (mut separators, mut last) = (0usize, u32::MAX);
        let whole = from.wrapping_add(text.len() as u32);
        let mut chars = text.chars();
        let at = |rest: &str| whole.wrapping_sub(rest.len() as u32);
        loop {
            let before = chars.as_str();
            let Some(c) = chars.next() else { break };
            let symbol = symbols.entry(c) & SYMBOL;
            if symbol < common {
                if symbol == OTHER {
                    (state, previous) = (START, OTHER);
                    continue;
                }
                let (start, end) = (at(before), at(chars.as_str()));
                match symbol {
                    ZERO => {
                        if last == start {
                            last = end;
                        }
                        read.over(start, end);
                        continue;
                    }
                    SEP | SEP_UNSURE => {
                        separators = if last == start { separators.saturating_add(1) } else { 1 };
                        last = end;
                        if separators > MAX_SEPARATORS {
                            (state, previous) = (START, OTHER);
                        }
                        if marks {
                            read.hits.push(RawHit { end, output: MARK });
                        }
                        continue;
                    }
                    EXPAND => {
                        for symbol in more.of(c) {
                            if *symbol < FIRST {
                                (state, previous) = (START, OTHER);
                            } else if *symbol != previous || *symbol < repeat_from {
                                previous = *symbol;
                                state = self.step(state, *symbol);
                                if state.state.out > 1 {
                                    read.hits.push(RawHit { end, output: state.state.out >> 1 });
                                }
                            }
                        }
                        continue;
                    }
                    LINE => {
                        (state, previous) = (START, OTHER);
                        read.sentences.push((start, end));
                        continue;
                    }
                    _ => read.mark(start, end),
                }
            }
            if symbol == previous && symbol >= repeat_from {
                continue;
            }
            previous = symbol;
            state = self.step(state, symbol);
            let out = state.state.out;
            if out > 1 {
                read.hits.push(RawHit { end: at(chars.as_str()), output: out >> 1 });
                if out & 1 == 1 {
                    state = if state.state.fail == ROOT { START } else { self.at(state.state.fail) };
                }
            }
        }
    }

    /// The words of an output.
    #[inline]
    pub(super) fn outputs(&self, output: u32, mut each: impl FnMut(u32)) {
        let mut output = output;
        while let Some(own) = output.checked_sub(1).and_then(|at| self.outputs.get(at as usize)) {
            self.words.get(own.first as usize..own.last as usize).unwrap_or(&[]).iter().for_each(|word| each(*word));
            output = own.next;
        }
    }

    /// Outputs are numbered from 1 to this.
    pub(super) fn output_count(&self) -> usize {
        self.outputs.len()
    }
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
